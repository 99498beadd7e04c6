"""Loads rule files: the built-in ones, and a user's laid over them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import ValidationError

from planparse.cache import keep, recall
from planparse.errors import RuleError
from planparse.patterns import lazy_plain_pattern
from planparse.rules.families import FAMILIES
from planparse.rules.schema import Rule, RuleFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["RuleSet", "builtin_folder", "load_rules"]

R = TypeVar("R", bound=Rule)

_PLACEHOLDER = lazy_plain_pattern(r"\{([a-z]+\d?)\}")


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """All rules in force, by family, in file order.

    A set is equal to itself alone: what is compiled once for each set is looked up many times for each plan.

    `fingerprint` is the SHA-256 of the contents of all files they came from: it changes when any rule does.
    """

    families: dict[str, tuple[Rule, ...]]
    fingerprint: str

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one family, named by its rule class."""
        for rules in self.families.values():
            if rules and isinstance(rules[0], kind):
                return cast("tuple[R, ...]", rules)
        return ()

    def __iter__(self) -> Iterator[Rule]:
        return (rule for rules in self.families.values() for rule in rules)


@cache
def builtin_folder() -> Path:
    """The folder of the built-in rules: inside the installed package, or the checkout's `rules/`."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parents[1] / "rules"


def load_rules(folders: Sequence[Path] = ()) -> RuleSet:
    """The built-in rules with the files of `folders` laid over them, in order.

    A rule with a known id replaces it, a new id adds, `disabled: true` removes. Raises RuleError, naming file, rule and
    reason, for a folder or file that cannot be read, is no YAML, or holds a rule of the wrong form.
    """
    return _load((builtin_folder(), *(Path(folder) for folder in folders)))


@cache
def _load(folders: tuple[Path, ...]) -> RuleSet:
    by_family: dict[str, dict[str, Rule]] = {family: {} for family in FAMILIES}
    digest = hashlib.sha256()
    for folder in folders:
        for file in _files(folder):
            try:
                content = file.read_bytes()
            except OSError as error:
                raise RuleError(
                    f"{file}: cannot be read ({error.strerror})", "check the file and its permissions"
                ) from None
            digest.update(f"{file.stem}\0{len(content)}\0".encode())
            digest.update(content)
            for rule in _rules(file, content):
                if folder != builtin_folder():  # The built-in ones are checked by their examples, not at every start.
                    _check(file, rule)
                if rule.disabled:
                    by_family[file.stem].pop(rule.id, None)
                else:
                    by_family[file.stem][rule.id] = rule
    return RuleSet({family: tuple(rules.values()) for family, rules in by_family.items()}, digest.hexdigest())


def _files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such rules folder", "name a folder of .yaml rule files")
    files = sorted(file for file in folder.iterdir() if file.suffix in {".yaml", ".yml"})
    for file in files:
        if file.stem not in FAMILIES:
            known = ", ".join(sorted(FAMILIES))
            raise RuleError(f"{file}: no rule family is called {file.stem!r}", f"name the file after one of: {known}")
    return files


def _rules(file: Path, content: bytes) -> list[Rule]:
    try:
        parsed = RuleFile.model_validate(_yaml(file, content) or {})
    except ValidationError as error:
        raise RuleError(f"{file}: {_first(error)}", "a rule file has the keys about and rules") from None
    module, name = FAMILIES[file.stem]
    kind: type[Rule] = getattr(import_module(f"planparse.rules.families.{module}"), name)
    rules, seen = [], set()
    for number, entry in enumerate(parsed.rules, 1):
        label = entry.get("id", f"rule {number}")
        if label in seen:
            raise RuleError(f"{file}: {label}: the id stands twice", "give each rule an id of its own")
        seen.add(label)
        try:
            rules.append(_disabled(entry) if entry.get("disabled") else kind.model_validate(entry))
        except ValidationError as error:
            raise RuleError(
                f"{file}: {label}: {_first(error)}", "mend the rule; `planparse rules show` prints a good one"
            ) from None
    return rules


def _check(file: Path, rule: Rule) -> None:
    """Raises RuleError for the first regular expression of a rule that is none."""
    import regex

    for written in () if rule.disabled else rule.expressions():
        try:
            regex.compile(_PLACEHOLDER.sub(r"(?P<\1>0)", written))
        except regex.error as error:
            reason = f"{written!r} is no regular expression ({error})"
            raise RuleError(f"{file}: {rule.id}: {reason}", "mend the pattern") from None


def _yaml(file: Path, content: bytes) -> Any:
    """What a file says, out of the cache where it was read before: reading YAML takes longer than reading a plan."""
    made_from = ("yaml", hashlib.sha256(content).hexdigest())
    if (kept := recall(*made_from)) is not None:
        return kept
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        said = yaml.load(content, Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise RuleError(f"{file}: not valid YAML ({reason})", "mend the file") from None
    if _is_json(said):
        keep(said, *made_from)
    return said


def _is_json(said: Any) -> bool:
    """Whether JSON can say the same: it has no dates and no keys but strings."""
    try:
        same: bool = json.loads(json.dumps(said)) == said
    except (TypeError, ValueError):
        return False
    return same


def _disabled(entry: dict[str, Any]) -> Rule:
    """A rule that removes another needs nothing but the id."""
    return Rule.model_construct(id=str(entry.get("id")), disabled=True)


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
