"""Cue characters: what a text must have one of, so that a pattern can match anywhere in it.

Most rules of roles fail at most figures, and nearly always because the word that they look for is not there. To see
that none of its characters is there takes a tenth of the time that the pattern would need.
"""

from __future__ import annotations

import re
import warnings
from codecs import charmap_build, charmap_encode
from collections import defaultdict
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.cache import kept
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Cues", "cue_characters", "cues_of", "is_anchored"]

# More than these are no cue: nearly every text has one of them.
_MOST = 60
# The clauses of plans are full of them: as if each stood for ten others.
_COMMON = frozenset(
    "0123456789,、年建个的为在是到上不有以全人新成中大和元万市县村区镇乡工作项目发展业"
    "农实一生力施进设动化加保推地省行重任务开基科制脱资碳持技金林提对点合用产改坚政等水强度部导完组机能体理方攻面立入公量草级标民关责要通好支户色三管织活效社局城程"
)
_COMMON_AS = 9
# A byte tells so many cues apart, besides what is none.
_MOST_BYTES = 255
_LOOK_BEHIND = "(?<"
# What `re` reads as braces, and `regex` may read otherwise: {e<=1}.
_OTHER_BRACE = lazy_plain_pattern(r"\{(?!\d+(?:,\d*)?\})")


class Cues:
    """Which rules the characters of a stretch leave open. A set of rules is an integer, with a bit for each rule.

    The patterns of one place (behind the quantity) stand in the order of their rules. Where those of several places are
    asked of the same stretch, the bits of each place lie above those of the one before.
    """

    def __init__(self, cues: Mapping[str, frozenset[str] | None], *places: Sequence[str | None]) -> None:
        self._above = tuple(len(patterns) * above for above, patterns in enumerate(places) if above)
        self._anyhow = 0
        bits_of: defaultdict[str, int] = defaultdict(int)
        for at, pattern in enumerate(chain(*places)):
            characters = cues.get(pattern or "")
            self._anyhow |= (characters is None) << at
            for character in characters or ():
                bits_of[character] |= 1 << at
        # Each cue is a byte of an encoding that has no other characters: what is written so is read in a third of the
        # time that a search for each of them takes.
        parts = [sorted(bits_of)[at : at + _MOST_BYTES] for at in range(0, len(bits_of), _MOST_BYTES)]
        self._encodings = tuple(
            (charmap_build("\0" + "".join(part)), (0, *map(bits_of.__getitem__, part))) for part in parts
        )

    def open_rules(self, words: str) -> int:
        """The rules each of whose patterns may match somewhere in a text of these characters."""
        bits = self._anyhow
        for encoding, bits_of in self._encodings:
            for byte in charmap_encode(words, "ignore", encoding)[0]:
                bits |= bits_of[byte]
        rules = bits
        for shift in self._above:
            rules &= bits >> shift
        return rules


def cues_of(patterns: Iterable[str]) -> dict[str, frozenset[str] | None]:
    """The cue characters of those patterns that `re` reads as `regex` does; None for one of which there is no telling.

    They are kept for the next run, which would need a fiftieth of its time to find them again. What other code than
    this has found is not taken: a checkout changes without a new version.
    """
    patterns = tuple(patterns)

    def found() -> list[str | bool | None]:
        return [_told(pattern) for pattern in patterns]

    known = kept(found, "cues", Path(__file__).read_text("utf-8"), *patterns)
    both = zip(patterns, known, strict=True)
    return {pattern: None if cues is None else frozenset(cues) for pattern, cues in both if cues is not False}


def _told(pattern: str) -> str | bool | None:
    """The cue characters of a pattern, None where there is no telling; False where `regex` may read it otherwise."""
    parsed = _parsed(pattern)
    if parsed is None:
        return False
    cues = _of_sequence(parsed)
    return None if cues is None else "".join(sorted(cues))


def cue_characters(pattern: str) -> frozenset[str] | None:
    """The characters of which every match of `pattern` holds at least one; None where there is no telling."""
    parsed = _parsed(pattern)
    return None if parsed is None else _of_sequence(parsed)


def is_anchored(pattern: str) -> bool:
    """Whether every match of `pattern` begins where the text begins; False where there is no telling."""
    parsed = _parsed(pattern)
    return bool(parsed) and str(parsed[0][1]) == "AT_BEGINNING"


def _parsed(pattern: str) -> Any:
    """The pattern as Python's own `re` reads it; None where `regex` may read it otherwise.

    What it reads otherwise `re` does not accept, warns of, or leaves as a brace.
    """
    if _OTHER_BRACE.search(pattern):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            parser: Any = import_module("re._parser")
            parsed = parser.parse(pattern)
            if _LOOK_BEHIND in pattern:
                re.compile(pattern)  # of how many characters it looks back `re` asks only now
        except Exception:  # what a parser of another version of Python does is not known
            return None
    return parsed if parsed.state.flags == parser.SRE_FLAG_UNICODE else None


def _of_sequence(items: Any) -> frozenset[str] | None:
    """The characters that any of the items, all of which must match, asks for: those that fewest texts have."""
    found = [cues for item in items if (cues := _of_item(*item)) is not None]
    return min(found, key=_chances, default=None)


def _chances(cues: frozenset[str]) -> int:
    return len(cues) + _COMMON_AS * len(cues & _COMMON)


def _of_item(operation: Any, argument: Any) -> frozenset[str] | None:
    match str(operation):
        case "LITERAL":
            return frozenset(chr(argument))
        case "IN":
            return _either(_of_member(*member) for member in argument)
        case "BRANCH":
            return _either(_of_sequence(branch) for branch in argument[1])
        case "SUBPATTERN":
            return None if argument[1] or argument[2] else _of_sequence(argument[3])
        case "ATOMIC_GROUP":
            return _of_sequence(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _of_sequence(argument[2]) if argument[0] else None
    return None


def _of_member(operation: Any, argument: Any) -> frozenset[str] | None:
    """The characters that one member of a class stands for."""
    match str(operation):
        case "LITERAL":
            return frozenset(chr(argument))
        case "RANGE" if argument[1] - argument[0] < _MOST:
            return frozenset(map(chr, range(argument[0], argument[1] + 1)))
    return None


def _either(alternatives: Any) -> frozenset[str] | None:
    every: set[str] = set()
    for cues in alternatives:
        if cues is None:
            return None
        every |= cues
    return frozenset(every) if len(every) <= _MOST else None
