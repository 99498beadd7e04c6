"""Configuration: `planparse.toml` or `[tool.planparse]` in `pyproject.toml`, the nearest upward from the file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planparse.checks.mistakes import first_mistake
from planparse.checks.model import Language, Severity
from planparse.errors import UsageError

__all__ = ["Configuration", "Settings", "find_configuration", "load_configuration"]

FILES = ("planparse.toml", ".planparse.toml")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Settings(BaseModel):
    """The keys that a configuration file can have.

    Codes may be prefixes: `PP2` is all checks of targets. Paths are relative to the file, the globs of
    `per-file-ignores` too, and `**` in them crosses folders.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)

    profile: str = Field(default="default", description="What a plan must have: a profile's name, or a .yaml file.")
    select: tuple[str, ...] = Field(default=(), description="The codes to check; all where it is empty.")
    ignore: tuple[str, ...] = Field(default=(), description="Codes to leave out.")
    fail_on: Literal["warning", "error"] = Field(
        default="warning", description="The least severity that fails the run."
    )
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default={}, description="Glob → codes to leave out in such files."
    )
    severities: dict[str, Severity] = Field(default={}, description="Code → error, warning or info.")
    baseline: str | None = Field(default=None, description="A file of accepted findings (`--write-baseline`).")
    rules: tuple[str, ...] = Field(default=(), description="Folders of rules to lay over the built-in ones.")
    exclude: tuple[str, ...] = Field(default=(), description="Globs of files not to check.")
    language: Language = Field(default="zh", description="The language of the messages: zh or en.")


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings and the file they stand in; `folder` is what their paths are relative to."""

    settings: Settings
    file: Path | None
    folder: Path

    @property
    def place(self) -> str:
        """How messages name the configuration."""
        return str(self.file) if self.file else "command line"


def find_configuration(path: Path) -> Configuration:
    """The configuration nearest upward from `path`; the defaults where there is none."""
    folder = path if path.is_dir() else path.parent
    return _nearest(folder.resolve())


@cache
def load_configuration(file: Path) -> Configuration:
    """The configuration in `file`. Raises UsageError for what cannot be read, is no TOML or has a wrong key."""
    table = _table(file)
    if table is None:
        raise UsageError(f"{file}: no table [tool.planparse]", "add one, or name a planparse.toml")
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        raise UsageError(f"{file}: {first_mistake(error, Settings)}", "docs/checks.md lists the keys") from None
    return Configuration(settings, file, file.parent)


@cache
def _nearest(folder: Path) -> Configuration:
    for name in FILES:
        if (folder / name).is_file():
            return load_configuration(folder / name)
    project = folder / "pyproject.toml"
    if project.is_file() and _table(project) is not None:
        return load_configuration(project)
    if folder.parent == folder:
        return Configuration(Settings(), None, Path.cwd())
    return _nearest(folder.parent)


def _table(file: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})", "check the path of the configuration") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not valid TOML ({error})", "mend the file") from None
    if file.name != "pyproject.toml":
        return content
    tools = content.get("tool", {})
    return tools.get("planparse") if isinstance(tools, dict) else None
