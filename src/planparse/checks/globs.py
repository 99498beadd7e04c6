"""Globs of paths: `*` and `?` stay in one folder, `**` crosses folders, a pattern without `/` fits any file name."""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["fits"]


def fits(path: str, pattern: str) -> bool:
    """Whether `path` (with forward slashes, relative to where the pattern stands) fits; a folder fits what is in it."""
    name = path if "/" in pattern else path.rsplit("/", 1)[-1]
    return (
        _compiled(pattern).fullmatch(name) is not None
        or _compiled(f"{pattern.rstrip('/')}/**").fullmatch(path) is not None
    )


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    translated = ""
    for piece in regex.findall(r"\*\*/|\*\*|\*|\?|[^*?]+", pattern.removeprefix("./")):
        translated += {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece, regex.escape(piece))
    return regex.compile(translated)
