"""Patterns: compiled late, kept, and the same when they come back."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import regex

from planparse import patterns
from planparse.patterns import compiled_pattern, lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCES = [
    r"(?P<year>\d{4})年(?P<month>\d{1,2}+)月",
    r"(?r)(?:措施|目标)",
    r"(?:[\p{Han}]{2,4}?|《[^》]*+》)(?=局|委)(?<!不)",
    r"(?P<a>一)|(?P<a>二)(?i:km|KW)",
    "",
]
PLAIN_SOURCES = [
    (r"(?P<year>\d{4})年(?P<month>\d{1,2}+)月", 0),
    (r"[^〇一-鿿A-Z]|[二三六九]++", 0),
    (r" kw # the unit", re.VERBOSE | re.IGNORECASE),
    (r"^(?:(措施)|(目标))|(?<=二)KW(?!\d)", re.MULTILINE),
    ("", 0),
]
TEXT = "2031年4月,市水务局和《行动计划》委托二KM;主要措施和目标。"


@pytest.mark.parametrize(
    ("source", "is_alike"),
    [
        (r"(?P<a>[\p{Han}、]{2,4}+)(?:年|[\[(]?月)(?<!不)(?=\d|$)", True),
        (r"[^()\[\]{}]{1,8}[*·-]", True),
        *((odd, False) for odd in (r"\p{Han}", r"[^\p{Han}]", r"\w", r"(?r)ab", r"(?|a|b)", "[[:alpha:]]", "[a-z--b]")),
        *((odd, False) for odd in ("(?:ab){e<=1}", "(?:ab){1<=e<=2}", r"(?i:ab)", r"\L<words>")),
    ],
)
def test_re_reads_what_it_reads_as_regex_does(source: str, is_alike: bool) -> None:
    assert (patterns._EITHER.fullmatch(source) is not None) is is_alike
    if is_alike:
        quick = lazy_quick_pattern(source)
        assert quick.flags == re.compile(source.replace(r"\p{Han}", "一")).flags
        texts = [TEXT[start:] for start in range(len(TEXT))]
        assert [found and found.span() for found in map(quick.match, texts)] == [
            found and found.span() for found in map(regex.compile(source).match, texts)
        ]


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_finds_what_a_new_one_finds(source: str) -> None:
    new = regex.compile(source)
    put_together, arguments = patterns._taken_apart(new)
    parts = patterns._parts(arguments)
    assert parts is not None, "this version of regex takes patterns apart in another way: none is kept"
    kept = put_together(*patterns._arguments(source, *parts))
    assert [m.span() for m in kept.finditer(TEXT)] == [m.span() for m in new.finditer(TEXT)]
    assert [m.groupdict() for m in kept.finditer(TEXT)] == [m.groupdict() for m in new.finditer(TEXT)]
    assert kept.groupindex == new.groupindex


@pytest.mark.parametrize(("source", "flags"), PLAIN_SOURCES)
def test_a_kept_plain_pattern_is_the_same_as_a_new_one(source: str, flags: int) -> None:
    new = re.compile(source, flags)
    assert patterns._knows_plain_parts(), "this version of Python makes patterns in another way: none is kept"
    code, others = patterns._plain_parts(source, flags)
    kept = patterns._plain_put_together(source, code, json.loads(json.dumps(others)))
    assert kept == new
    assert [(m.span(), m.groupdict()) for m in kept.finditer(TEXT)] == [
        (m.span(), m.groupdict()) for m in new.finditer(TEXT)
    ]


def test_what_another_python_makes_otherwise_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    re.purge()
    knows = patterns._knows_plain_parts.__wrapped__
    code, others = patterns._plain_parts("三四", 0)
    # Not re's own making of code: what `re` does not remember is made by it too, and then alike.
    for another in (code, b"\1\0\0\0\2\0\0\0\3\0\0\0"):
        monkeypatch.setattr(patterns, "_plain_parts", lambda *_, code=another: (code, others))
        assert not knows()
    monkeypatch.undo()
    monkeypatch.delattr("re._compiler._code")
    assert not knows()
    monkeypatch.undo()
    monkeypatch.setattr(patterns, "_knows_plain_parts", lambda: False)
    assert patterns._shelf().get_plain("从未(见)过的", 0).search("从未见过的")
    assert not [name for name in patterns._shelf()._used if name == patterns._name("从未(见)过的", 0, "re ")]


@pytest.mark.parametrize("make", [lazy_pattern, lazy_plain_pattern])
def test_a_waiting_pattern_is_compiled_when_it_is_asked(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def watched(real: Callable[..., object]) -> Callable[..., object]:
        def compile_it(source: str, flags: int) -> object:
            made.append(source)
            return real(source, flags)

        return compile_it

    monkeypatch.setattr(patterns, "compiled_plain_pattern", watched(re.compile))
    monkeypatch.setattr(patterns, "compiled_pattern", watched(regex.compile))
    waiting = make(r"多(\w)个未曾见过的词")  # type: ignore[operator]
    assert made == []
    assert waiting.search("多一个未曾见过的词")[1] == "一"
    assert waiting.sub("", "多一个未曾见过的词") == ""
    assert waiting.groups == 1
    assert len(made) == 1


def test_a_mistake_is_told() -> None:
    with pytest.raises(regex.error):
        compiled_pattern("(一")


@pytest.mark.parametrize(
    ("compiles", "make", "source"),
    [
        ("regex._main._compile", "lazy_pattern", "[一二三](?:年|月)"),
        ("re._parser.parse", "lazy_plain_pattern", "[一二三](?:年|月)"),
        # `re` looks behind by one length alone, and is not asked again.
        ("re._parser.parse", "lazy_quick_pattern", "(?<=在|其在)三(?:年|月)"),
        ("regex._main._compile", "lazy_quick_pattern", "(?<=在|其在)三(?:年|月)"),
    ],
)
def test_a_second_program_compiles_nothing(compiles: str, make: str, source: str, tmp_path: Path) -> None:
    module, _, name = compiles.rpartition(".")
    program = (
        f"import {module} as m, planparse.patterns as p\n"
        f"p._EITHER.groups; real, made = m.{name}, []\n"
        f"m.{name} = lambda *args: made.append(args[0]) or real(*args)\n"
        f"print(p.{make}({source!r}).search('在三月').span(), len(made))\n"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment.pop("PLANPARSE_CACHE", None)

    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert run() == "(1, 3) 1\n"
    assert run() == "(1, 3) 0\n"
