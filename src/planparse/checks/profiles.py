"""Profiles: what a plan of some sort must have, as data in `rules/profiles/*.yaml` that a user can extend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from planparse.checks.mistakes import first_mistake
from planparse.checks.model import Severity
from planparse.errors import RuleError, UsageError
from planparse.models import ContactRole, Kind
from planparse.rules import builtin_folder

__all__ = ["Profile", "builtin_profiles", "load_profile"]


class Profile(BaseModel):
    """What a plan must have.

    `required` are the kinds of section, `order` the order in which they may stand (kinds that are not named stand
    anywhere); `contacts` the roles that must be filled; `vague` the words that stand for a number without being one;
    `ignore` silences checks and `severities` changes how grave they are. `extends` names another profile, built in or
    a file beside this one: what is written here replaces its keys, and `also` adds to its lists.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    about: str = ""
    extends: str | None = None
    required: tuple[Kind, ...] = ()
    order: tuple[Kind, ...] = ()
    contacts: tuple[ContactRole, ...] = ()
    vague: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = {}
    also: dict[str, tuple[str, ...]] = {}


def builtin_profiles() -> dict[str, Path]:
    """The profiles that come with planparse: name → file."""
    return {file.stem: file for file in sorted((builtin_folder() / "profiles").glob("*.yaml"))}


def load_profile(name: str, folder: Path | None = None) -> Profile:
    """The profile of that name, or in that file (a name with a suffix, from `folder`), with what it extends.

    Raises RuleError for a file that is not a profile, UsageError for a name that is none.
    """
    merged: dict[str, Any] = {}
    for file in reversed(_chain(name, folder)):
        raw = _raw(file)
        added = raw.pop("also", None) or {}
        merged.update(raw)
        for key, values in added.items() if isinstance(added, dict) else ():
            merged[key] = [*merged.get(key, ()), *values]
        try:
            profile = Profile.model_validate({**merged, "also": added})
        except ValidationError as error:
            raise RuleError(f"{file}: {first_mistake(error, Profile)}", "mend the profile") from None
    return profile


def _chain(name: str, folder: Path | None) -> list[Path]:
    """The files from the named profile up to the one that extends nothing."""
    chain: list[Path] = []
    following: str | None = name
    while following:
        file = _file(following, folder)
        if file in chain:
            raise RuleError(f"{file}: the profile extends itself", "take one of the extends out")
        chain.append(file)
        folder = file.parent
        extended = _raw(file).get("extends")
        following = str(extended) if extended else None
    return chain


def _file(name: str, folder: Path | None) -> Path:
    known = builtin_profiles()
    if Path(name).suffix in {".yaml", ".yml"}:
        return (folder or Path()) / name
    if name not in known:
        raise UsageError(f"no profile is called {name!r}", f"name one of {', '.join(known)}, or a .yaml file")
    return known[name]


def _raw(file: Path) -> dict[str, Any]:
    try:
        raw = yaml.safe_load(file.read_bytes())
    except OSError as error:
        raise RuleError(f"{file}: cannot be read ({error.strerror})", "check the profile's path") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{file}: not valid YAML ({' '.join(str(error).split())})", "mend the file") from None
    if not isinstance(raw, dict):
        raise RuleError(f"{file}: a profile is a table of keys", "begin with name: and required:")
    return {"name": file.stem, **raw}
