"""What is wrong with a configuration or a profile, in one line, with what was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel, ValidationError

__all__ = ["first_mistake", "meant"]


def first_mistake(error: ValidationError, model: type[BaseModel]) -> str:
    """The first mistake of a validation, unknown keys with the key that was probably meant."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        keys = [field.alias or name for name, field in model.model_fields.items()]
        return f"no key is called {place!r}{meant(str(first['loc'][-1]), keys)}"
    return f"{place}: {first['msg']} (not {first['input']!r})"


def meant(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` where a known word is near, else nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""
