"""Holds a rule file to the form of its family, which the rule class gives. Imported only for a file not seen before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import regex
import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
    field_validator,
    model_validator,
)

from planparse.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

    from planparse.rules.schema import Rule

__all__ = ["validated"]

EXPLAINING = {"about", "examples", "counterexamples"}
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+$")]


class _File(BaseModel):
    """A rule file: what it is about, and its rules, not yet checked."""

    model_config = ConfigDict(extra="forbid")

    about: str = ""
    rules: tuple[dict[str, Any], ...] = ()


class _Example(BaseModel):
    model_config = ConfigDict(extra="allow")

    text: str

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, raw: Any) -> Any:
        return {"text": raw} if isinstance(raw, str) else raw


class _Rule(BaseModel):
    """What the rules of every family say; `_form` adds what those of one do."""

    model_config = ConfigDict(extra="forbid")

    id: RuleId
    about: str = ""
    disabled: bool = False
    examples: tuple[_Example, ...] = Field(min_length=1)
    counterexamples: tuple[_Example, ...] = Field(min_length=1)

    @field_validator("units", mode="before", check_fields=False)
    @classmethod
    def _exact(cls, raw: Any) -> Any:
        """Factors are written as integers, decimals or fractions (`2000/3`) and kept exact."""
        if not isinstance(raw, dict):
            return raw
        return {unit: None if factor is None else str(factor) for unit, factor in raw.items()}


def _form(kind: type[Rule]) -> type[_Rule]:
    # What is left out stays so: the class has it.
    own: Any = {
        name: (said, None if hasattr(kind, name) else ...)
        for name, said in get_type_hints(kind, include_extras=True).items()
        if name not in _Rule.model_fields
    }
    return create_model(kind.__name__, __base__=_Rule, **own)


def validated(
    file: Path, content: bytes, kind: type[Rule], *, try_patterns: bool
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What each rule of a file says, and what explains it (about, examples, counterexamples), both in JSON's types.

    What it leaves out is left out, and a disabled one says its id alone.
    With `try_patterns` their regular expressions are compiled, too. Raises RuleError, naming file, rule and reason.
    """
    try:
        entries = _File.model_validate(_yaml(file, content) or {}).rules
    except ValidationError as error:
        raise RuleError(f"{file}: {_reason(error)}", "a rule file has the keys about and rules") from None
    form = _form(kind)
    rules: list[tuple[dict[str, Any], dict[str, Any]]] = []
    seen = set()
    for number, entry in enumerate(entries, 1):
        label = str(entry.get("id", f"rule {number}"))
        if label in seen:
            raise RuleError(f"{file}: {label}: the id stands twice", "give each rule an id of its own")
        seen.add(label)
        if entry.get("disabled"):
            rules.append(({"id": str(entry.get("id")), "disabled": True}, {}))
            continue
        try:
            good = form.model_validate(entry)
            said = good.model_dump(mode="json", exclude_unset=True, exclude=EXPLAINING)
            explanation = good.model_dump(mode="json", exclude_unset=True, include=EXPLAINING)
            rule = kind(**said)
            rule.check()
        except (ValueError, ZeroDivisionError) as error:
            hint = "mend the rule; `planparse rules show` prints a good one"
            raise RuleError(f"{file}: {label}: {_reason(error)}", hint) from None
        if try_patterns:
            _try_patterns(file, rule)
        rules.append((said, explanation))
    return rules


def _yaml(file: Path, content: bytes) -> Any:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(content, Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise RuleError(f"{file}: not valid YAML ({reason})", "mend the file") from None


def _try_patterns(file: Path, rule: Rule) -> None:
    """Raises RuleError for the first regular expression of a rule that is none."""
    for written in rule.expressions():
        try:
            regex.compile(re.sub(r"\{([a-z]+\d?)\}", r"(?P<\1>0)", written))
        except regex.error as error:
            reason = f"{written!r} is no regular expression ({error})"
            raise RuleError(f"{file}: {rule.id}: {reason}", "mend the pattern") from None


def _reason(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
