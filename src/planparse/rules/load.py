"""Loads rule files: the built-in ones, and a user's laid over them."""

from __future__ import annotations

import os
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import regex

from planparse.cache import kept
from planparse.errors import RuleError
from planparse.rules.families import FAMILIES
from planparse.rules.schema import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["RuleSet", "builtin_folder", "load_rules"]

R = TypeVar("R", bound=Rule)


class RuleSet:
    """All rules in force, by family, in file order.

    A set is equal to itself alone: what is compiled once for each set is looked up many times for each plan.

    `fingerprint` is a SHA-256 over the contents of all files they came from: it changes when any rule does.
    """

    def __init__(self, families: dict[str, tuple[Rule, ...]], fingerprint: str) -> None:
        self.families = families
        self.fingerprint = fingerprint

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
    fingerprint = sha256()
    for folder in folders:
        for path in _files(folder):
            file = _File(path, built_in=folder == builtin_folder())
            fingerprint.update(f"{file.family}\0{file.digest}\0".encode())
            members, explain = by_family[file.family], file.explanation
            for said in file.rules():
                name = said["id"]
                if said.get("disabled"):
                    members.pop(name, None)
                else:
                    members[name] = file.kind(explain, **said)
    return RuleSet({family: tuple(rules.values()) for family, rules in by_family.items()}, fingerprint.hexdigest())


def _files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such rules folder", "name a folder of .yaml rule files")
    files = sorted(file for file in folder.iterdir() if file.suffix in {".yaml", ".yml"})
    for file in files:
        if file.stem not in FAMILIES:
            known = ", ".join(sorted(FAMILIES))
            raise RuleError(f"{file}: no rule family is called {file.stem!r}", f"name the file after one of: {known}")
    return files


class _File:
    """A rule file, as it was when it was loaded. What it says is validated once, and kept from one run to the next."""

    def __init__(self, path: Path, *, built_in: bool) -> None:
        self.path = path
        self.family = path.stem
        try:
            self.content = path.read_bytes()
        except OSError as error:
            raise RuleError(
                f"{path}: cannot be read ({error.strerror})", "check the file and its permissions"
            ) from None
        self.digest = sha256(self.content).hexdigest()
        module, name = FAMILIES[self.family]
        self.kind: type[Rule] = getattr(import_module(f"planparse.rules.families.{module}"), name)
        # The patterns of the built-in rules are tried by their examples, and not at a first start.
        self.try_patterns = not built_in
        tried_with = regex.__version__ if self.try_patterns else ""
        self.made_from = (self.family, self.digest, tried_with, _forms())

    def rules(self) -> list[dict[str, Any]]:
        """What each rule says, without what explains it."""
        return cast("list[dict[str, Any]]", kept(self._rules, "rules", *self.made_from))

    def explanation(self, rule_id: str) -> dict[str, Any]:
        """What explains a rule."""
        return self._explanations[rule_id]

    def _rules(self) -> list[dict[str, Any]]:
        return [said for said, _ in self._validated]

    @cached_property
    def _explanations(self) -> dict[str, dict[str, Any]]:
        return cast("dict[str, dict[str, Any]]", kept(self._explaining, "explanations", *self.made_from))

    def _explaining(self) -> dict[str, dict[str, Any]]:
        return {said["id"]: explanation for said, explanation in self._validated}

    @cached_property
    def _validated(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        from planparse.rules.validation import validated

        return validated(self.path, self.content, self.kind, try_patterns=self.try_patterns)


@cache
def _forms() -> str:
    """Changes with the modules that say what a rule may be: what others found good is to be validated again.

    They are told by time and size, as Python tells whether what it compiled of them is still good.
    """
    found = []
    for folder, _, names in os.walk(Path(__file__).parent):
        for name in names:
            if name.endswith(".py"):
                state = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - at every start
                found.append(f"{name} {state.st_mtime_ns} {state.st_size}")
    return "\n".join(sorted(found))
