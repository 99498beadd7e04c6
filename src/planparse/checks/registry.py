"""All checks: the modules of `planparse.checks.catalog`, one check each."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from planparse.checks.mistakes import meant
from planparse.errors import UsageError

if TYPE_CHECKING:
    from planparse.checks.model import Check

__all__ = ["all_checks", "check_of", "selected"]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of the codes, with its module's docstring as documentation."""
    package = import_module("planparse.checks.catalog")
    checks = []
    for info in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        checks.append(replace(module.CHECK, documentation=cleandoc(module.__doc__ or "")))
    return tuple(sorted(checks, key=lambda check: check.code))


def check_of(code: str) -> Check:
    """The check with that code or name. Raises UsageError for one that does not exist."""
    for check in all_checks():
        if code in {check.code, check.name}:
            return check
    known = [word for check in all_checks() for word in (check.code, check.name)]
    raise UsageError(f"no check is called {code!r}{meant(code, known)}", "planparse check --list names them")


def selected(prefixes: tuple[str, ...], where: str) -> frozenset[str]:
    """The codes that begin with one of `prefixes` (PP, PP2, PP203); a check's name selects it too.

    Raises UsageError, saying `where`, for a prefix that selects nothing.
    """
    codes: set[str] = set()
    for prefix in prefixes:
        found = {check.code for check in all_checks() if check.code.startswith(prefix) or check.name == prefix}
        if not found or not prefix:
            known = [word for check in all_checks() for word in (check.code, check.name)]
            raise UsageError(
                f"{where}: {prefix!r} selects no check{meant(prefix, known)}", "planparse check --list names them"
            )
        codes |= found
    return frozenset(codes)
