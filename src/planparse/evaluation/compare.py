"""Two runs held against each other: what a change of the rules gained and what it lost, item by item."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse import __version__
from planparse.errors import ReadError
from planparse.evaluation.score import Outcome, Scores
from planparse.export.files import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Comparison", "compare", "load_run", "save_run"]

FORMAT = "planparse-run"
Place = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`gained`: right now and not before, or no longer spurious. `lost`: the reverse, as it stands now."""

    before: Scores
    gained: tuple[Outcome, ...]
    lost: tuple[Outcome, ...]


def compare(before: Scores, after: Scores) -> Comparison:
    """What `after` gained and lost against `before`."""
    now = {_place(outcome): outcome for outcome in after.outcomes}
    no_longer_right = _beyond(_having(before, "right"), _having(after, "right"))
    return Comparison(
        before,
        (
            *_beyond(_having(after, "right"), _having(before, "right")),
            *_beyond(_having(before, "spurious"), _having(after, "spurious")),
        ),
        (
            *(now.get(_place(outcome), outcome) for outcome in no_longer_right),
            *_beyond(_having(after, "spurious"), _having(before, "spurious")),
        ),
    )


def save_run(scores: Scores, target: Path, rules: str) -> None:
    """Stores a run for a later comparison; `rules` is the fingerprint of the rules it was made with."""
    data = {
        "format": FORMAT,
        "version": 1,
        "planparse": __version__,
        "rules": rules,
        "scores": scores.table(),
        "outcomes": [asdict(outcome) for outcome in scores.outcomes],
    }
    with opened(target) as stream:
        stream.write(json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")


def load_run(file: Path) -> Scores:
    """A run stored by `save_run`. Raises ReadError for what is missing or no such run."""
    try:
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise KeyError(FORMAT)
        return Scores(tuple(Outcome(**outcome) for outcome in data["outcomes"]))
    except OSError as error:
        raise ReadError(f"{file}: cannot be read ({error.strerror})", "store a run with --save first") from None
    except (ValueError, KeyError, TypeError):
        raise ReadError(f"{file}: no stored run", "store one with planparse eval … --save FILE") from None


def _having(scores: Scores, verdict: str) -> list[Outcome]:
    return [outcome for outcome in scores.outcomes if outcome.verdict == verdict]


def _beyond(these: Iterable[Outcome], those: Iterable[Outcome]) -> Iterator[Outcome]:
    """These outcomes without as many at the same place as there are in those."""
    counts = Counter(map(_place, those))
    for outcome in these:
        if counts[_place(outcome)]:
            counts[_place(outcome)] -= 1
        else:
            yield outcome


def _place(outcome: Outcome) -> Place:
    return outcome.kind, outcome.document, outcome.start, outcome.end
