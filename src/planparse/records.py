"""Small data with named fields, as plain classes.

A named tuple takes sixteen times as long to make, which a start feels when there are seventy, and its fields twice as
long to read.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Record"]


class Record:
    """Base of classes whose fields are their slots, two or more: equal, hashed and shown by what these hold.

    Nothing changes one once it is made.
    """

    __slots__: tuple[str, ...] = ()
    _held: ClassVar[Callable[[Any], tuple[Any, ...]]]

    def __init_subclass__(cls) -> None:
        cls._held = attrgetter(*cls.__slots__)

    def __eq__(self, other: object) -> bool:
        held = type(self)._held
        return type(other) is type(self) and held(other) == held(self)

    def __hash__(self) -> int:
        return hash(type(self)._held(self))

    def __repr__(self) -> str:
        cls = type(self)
        fields = zip(cls.__slots__, cls._held(self), strict=True)
        return f"{cls.__name__}({', '.join([f'{field}={value!r}' for field, value in fields])})"

    def replaced(self, **fields: Any) -> Self:
        """The same with other values for some fields. Raises AttributeError for a name that is none of them."""
        cls = type(self)
        same = cls.__new__(cls)
        for name, value in zip(cls.__slots__, cls._held(self), strict=True):
            setattr(same, name, value)
        for name, value in fields.items():
            setattr(same, name, value)
        return same
