"""Patterns: written where they are used, compiled when they are first asked.

To compile the patterns of a run takes ten times as long as to read a plan with them. So a pattern waits until it is
needed, and what `regex` or `re` made of it is kept in the user's cache folder.
"""

from __future__ import annotations

import atexit
import copyreg
import json
import re
import sys
from functools import cache
from hashlib import blake2b
from importlib import import_module
from typing import TYPE_CHECKING, Any, AnyStr, cast

import regex

from planparse.cache import keep_bytes, recall_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "alternatives",
    "compiled_pattern",
    "compiled_plain_pattern",
    "lazy_pattern",
    "lazy_plain_pattern",
    "lazy_quick_pattern",
]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_FACTS = ("pattern", "flags", "groups", "groupindex")
# A run needs some 500. A shelf with more than these keeps those of the last run alone, or it would take long to read:
_MOST = 1500
_LONGEST_NUMBER = 20
# All that our patterns are made of.
_PROBES: list[tuple[str, int]] = [
    (r"(?P<a>[一-九]+?|\d{2,4}+)(?(a)年|月)(?=[^\n,]|\Z)(?<![前后])(?:(?P<b>x)|y)*+(?P=a)\b", 0),
    (r"^ [a-zé]  # a blank\n $", re.IGNORECASE | re.MULTILINE | re.VERBOSE | re.DOTALL),
]


def lazy_pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of a regular expression of `regex`, compiled at the first use of any of its methods.

    A mistake in the expression raises `regex.error` then, and not before.
    """
    return cast("regex.Pattern[str]", _Waiting(lambda: compiled_pattern(source, flags)))


def lazy_plain_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `lazy_pattern`, of Python's own `re`: quicker on plain classes of characters, and poorer in means."""
    return cast("re.Pattern[AnyStr]", _Waiting(lambda: compiled_plain_pattern(source, flags)))


def lazy_quick_pattern(source: str) -> re.Pattern[str]:
    """The pattern of an expression for `regex`, of `re` where that surely reads it alike, at half the cost."""
    return cast("re.Pattern[str]", _Waiting(lambda: _shelf().get_either(source)))


class _Ready:
    """Has a pattern's methods as its own. Without `__getattr__`, which makes each question of them dearer."""


class _Waiting(_Ready):
    """Stands for a pattern until something of it is asked for; is ready from then on."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        made = self._make()
        del self._make
        for its in (*_METHODS, *_FACTS):
            setattr(self, its, getattr(made, its))
        self.__class__ = _Ready  # type: ignore[assignment]
        return getattr(made, name)


# What `regex` and `re` read alike; \p{Han} is written out for `re` where it opens a class.
_HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00016fe2-\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df"
    "\U0002a700-\U0002b81e\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d"
    "\U00030000-\U0003134a\U00031350-\U00033479"
)
_EITHER = lazy_plain_pattern(
    r"(?:\[\\p\{Han\}|\[(?![\[:])|\\(?:[dDnt]|\W)|\((?!\?)|\(\?(?::|<?[=!]|P<\w+>)|\{(?![a-z\d])|\{\d+,?\d*\}"
    r"|[^\\(\[{&|~-]|[&|~-](?![&|~-]))*+"
)


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first; what never matches where there is none.

    They are gathered by their first character, so that most places are given up after one comparison for each.
    """
    behind: dict[str, list[str]] = {}
    for word in sorted(sorted(set(words)), key=len, reverse=True):
        # `regex.escape` looks at each character by itself, and nearly all words are plain.
        first, rest = (word[0], word[1:]) if word.isalnum() else (regex.escape(word[0]), regex.escape(word[1:]))
        if first in behind:
            behind[first].append(rest)
        else:
            behind[first] = [rest]
    return "|".join([f"{first}(?:{'|'.join(rest)})" for first, rest in behind.items()]) or "(?!)"


def compiled_pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The compiled pattern of a regular expression, off the shelf if it stands there. Raises `regex.error`."""
    return _shelf().get(source, flags)


def compiled_plain_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `compiled_pattern`, of Python's own `re`. Raises `re.error`."""
    return _shelf().get_plain(source, flags)


class _Shelf:
    """The compiled patterns of former runs, and those of this one, which join them when the program ends.

    They are kept as the length of an index, the index in JSON, and the code of all behind it: most of a pattern is its
    code, and bytes that stand as they are need no reading.
    """

    def __init__(self) -> None:
        self._made_from = ("shelf of compiled patterns", regex.__version__)
        written = recall_bytes(*self._made_from) or memoryview(b"2 {}")
        length, _, _ = bytes(written[:_LONGEST_NUMBER]).partition(b" ")
        start = len(length) + 1
        end = start + int(length)
        self._kept: dict[str, tuple[int, int, list[Any]]] = json.loads(str(written[start:end], "ascii"))
        self._code = written[end:]
        self._used: dict[str, tuple[bytes | memoryview, list[Any]]] = {}
        self._made: dict[tuple[str, int], regex.Pattern[str]] = {}
        self._grown = False
        self._put_together, _ = _taken_apart(regex.compile(""))
        atexit.register(self._save)

    def get_either(self, source: str) -> re.Pattern[str] | regex.Pattern[str]:
        """The pattern of `re` where it reads the expression alike, else of `regex`; which of them is found out once."""
        plain = source.replace(r"[\p{Han}", f"[{_HAN}")
        name = _name(source, 0, "either ")
        known = self._parts_of(name)
        is_alike = known[1][0] if known else self._is_alike(source, plain)
        if known is None:
            self._used[name], self._grown = (b"", [is_alike]), True
        return self.get_plain(plain, 0) if is_alike else self.get(source, 0)

    def _is_alike(self, source: str, plain: str) -> bool:
        if not _EITHER.fullmatch(source):
            return False
        try:
            self.get_plain(plain, 0)
        except re.error:  # as of what looks behind by several lengths
            return False
        return True

    def get(self, source: str, flags: int) -> regex.Pattern[str]:
        made = self._made.get((source, flags))
        if made is None:
            made = self._made[source, flags] = self._make(source, flags)
        return made

    def _make(self, source: str, flags: int) -> regex.Pattern[str]:
        name = _name(source, flags)
        parts = self._parts_of(name)
        if parts is not None:
            return cast("regex.Pattern[str]", self._put_together(*_arguments(source, *parts)))
        compiled = regex.compile(source, flags)
        _, arguments = _taken_apart(compiled)
        # What another version of `regex` takes apart in another way is not kept.
        if (parts := _parts(arguments)) is not None and _arguments(source, *parts) == arguments:
            self._used[name], self._grown = parts, True
        return compiled

    def get_plain(self, source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        if isinstance(source, str):
            name = _name(source, flags, "re ")
        else:
            name = _name(source.decode("latin-1"), flags, "re of bytes ")
        parts = self._parts_of(name)
        if parts is None:
            if not _knows_plain_parts():
                return re.compile(source, flags)
            parts = self._used[name] = _plain_parts(source, flags)
            self._grown = True
        return _plain_put_together(source, *parts)

    def _parts_of(self, name: str) -> tuple[bytes | memoryview, list[Any]] | None:
        if (used := self._used.get(name)) is not None:
            return used
        kept = self._kept.get(name)
        if kept is None:
            return None
        start, end, others = kept
        parts = self._used[name] = self._code[start:end], others
        return parts

    def _save(self) -> None:
        if not self._grown:
            return
        if len({*self._kept, *self._used}) <= _MOST:
            for name in self._kept:
                self._parts_of(name)
        index, codes, end = {}, [], 0
        for name, (code, others) in self._used.items():
            start, end = end, end + len(code)
            index[name] = start, end, others
            codes.append(code)
        written = json.dumps(index, separators=(",", ":")).encode()
        keep_bytes(b"".join([f"{len(written)} ".encode(), written, *codes]), *self._made_from)


@cache
def _shelf() -> _Shelf:
    return _Shelf()


def _name(source: str, flags: int, kind: str = "") -> str:
    """What a pattern stands under. Not its source: JSON of nothing but ASCII is read in half the time."""
    return blake2b(f"{kind}{flags} {source}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _taken_apart(compiled: regex.Pattern[str]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """How `regex` has a compiled pattern put together again, as it tells pickle: a function and its arguments.

    They are text, numbers and bytes; kept as such, they bring none of pickle's dangers.
    """
    reduce: Callable[[regex.Pattern[str]], Any] = copyreg.dispatch_table[type(compiled)]
    function, arguments = reduce(compiled)
    return function, arguments


def _parts(arguments: tuple[Any, ...]) -> tuple[bytes, list[Any]] | None:
    """The arguments as the code and values of JSON's types, without what the others tell; None if of another form."""
    if len(arguments) != 11 or not isinstance(arguments[2], bytes):
        return None
    _, flags, code, names, _, _, _, offset, characters, character_flags, groups = arguments
    return code, [flags, names, offset, list(characters), character_flags, groups]


def _arguments(source: str, code: bytes | memoryview, others: list[Any]) -> tuple[Any, ...]:
    flags, names, offset, characters, character_flags, groups = others
    numbers = {number: name for name, number in names.items()}
    no_lists: tuple[Any, ...] = ({}, [])
    return (
        *(source, flags, bytes(code), names, numbers, *no_lists),
        *(offset, tuple(characters), character_flags, groups),
    )


def _plain_parts(source: str | bytes, flags: int) -> tuple[bytes, list[Any]]:
    """What `re` makes of an expression, as code and values of JSON's types. Raises `re.error`."""
    parsed = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    written = b"".join(number.to_bytes(4, sys.byteorder) for number in code)
    return written, [flags | parsed.state.flags, parsed.state.groups - 1, parsed.state.groupdict]


@cache
def _knows_plain_parts() -> bool:
    """Whether this Python makes a pattern of such parts: what another makes otherwise is left to it, and not kept."""
    try:
        made = [_plain_put_together(source, *_plain_parts(source, flags)) for source, flags in _PROBES]
    except (AttributeError, ImportError, OverflowError, RuntimeError, TypeError, ValueError, re.error):
        return False
    # Patterns with the same code are equal.
    compiled = [re.compile(source, flags) for source, flags in _PROBES]
    return made == compiled and [one.groupindex for one in made] == [one.groupindex for one in compiled]


def _plain_put_together(source: AnyStr, written: bytes | memoryview, others: list[Any]) -> re.Pattern[AnyStr]:
    """The pattern of such parts; Python looks whether the code is sound."""
    flags, groups, names = others
    code = memoryview(written).cast("I").tolist()
    numbers = {number: name for name, number in names.items()}
    name_of = tuple(map(numbers.get, range(groups + 1)))
    compiled: re.Pattern[AnyStr] = import_module("_sre").compile(source, flags, code, groups, names, name_of)
    return compiled
