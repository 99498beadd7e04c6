"""What every rule has, whatever its family: an id, an explanation, examples and counterexamples."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

__all__ = ["Example", "Rule", "RuleFile"]

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+$")]


class Example(BaseModel):
    """A text in which the rule must speak (example) or be silent (counterexample).

    `【…】` marks the characters that the rule claims; without marks any place in the text will do. Further keys name
    values that the reading must have (`{text: "至少【3万元】", value: 30000, op: ">="}`).
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    text: str

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, raw: Any) -> Any:
        return {"text": raw} if isinstance(raw, str) else raw

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

    @property
    def values(self) -> dict[str, Any]:
        """The values that the reading must have."""
        return dict(self.model_extra or {})


class Rule(BaseModel):
    """Base of the rules of every family. `id` is `family/name`; `about` says what the rule generalises."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: RuleId
    about: str = ""
    disabled: bool = False
    examples: tuple[Example, ...] = Field(min_length=1)
    counterexamples: tuple[Example, ...] = Field(min_length=1)

    def expressions(self) -> tuple[str, ...]:
        """The rule's regular expressions as it writes them, placeholders and all; none where its words are literal."""
        return ()


class RuleFile(BaseModel):
    """A rule file: the family it belongs to (its name), what it is about, and its rules, not yet checked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str = ""
    rules: tuple[dict[str, Any], ...] = ()
