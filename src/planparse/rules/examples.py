"""Examples and counterexamples of rules, and what a room reads from one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Example", "Reading"]


class Example:
    """A text in which the rule must speak (example) or be silent (counterexample).

    `【…】` marks the characters that the rule claims; without marks any place in the text will do. Further keys name
    values that the reading must have (`{text: "至少【3万元】", value: 30000, op: ">="}`).
    """

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.text: str = said["text"]
        self.values = {name: value for name, value in said.items() if name != "text"}

    @property
    def plain(self) -> str:
        """The text without its marks."""
        return self.text.replace("【", "").replace("】", "")

    @property
    def marks(self) -> list[tuple[int, int]]:
        """The marked spans, as half-open offsets into `plain`."""
        spans, offset, start = [], 0, 0
        for char in self.text:
            if char == "【":
                start = offset
            elif char == "】":
                spans.append((start, offset))
            else:
                offset += 1
        return spans

    def written(self) -> str | dict[str, Any]:
        """The example as its author would write it."""
        return {"text": self.text, **self.values} if self.values else self.text


class Reading(Record):
    """What a room read from an example: by which rule, from which characters, with which values."""

    __slots__ = ("end", "rule", "start", "values")

    def __init__(self, rule: str, start: int, end: int, values: Mapping[str, Any] = MappingProxyType({})) -> None:
        self.rule = rule
        self.start = start
        self.end = end
        self.values = values
