"""On the dev corpus our figures are those of the scorer that lies beside it, also for a run that is full of errors."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planparse.evaluation import evaluate, load_gold
from planparse.models import Document
from planparse.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(os.environ.get("PLANPARSE_CORPUS", Path(__file__).parents[2] / "../shared/corpus"))
SCORER = CORPUS.parent / "eval" / "score.py"

pytestmark = pytest.mark.skipif(
    not (CORPUS / "dev").is_dir() or not SCORER.is_file(), reason="no dev corpus with its scorer (PLANPARSE_CORPUS)"
)


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.stem: extract(path, with_text=True) for path in sorted((CORPUS / "dev").glob("*.txt"))}


def as_it_is(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:  # noqa: ARG001 - same form as the other
    return data


def with_errors(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Drops, moves and changes a part of everything, so that every rule of the scoring is put to work."""
    for plan in data["plans"]:
        plan["department"] = chance.choice([plan["department"], None, "别的部门"])
        figures = [figure for name in ("targets", "baselines", "parameters") for figure in plan[name]]
        for figure in figures:
            quantity = figure["quantity"]
            quantity["unit"] = chance.choice([quantity["unit"], quantity["unit"], "", "平米", "千米"])
            quantity["value"] = chance.choice([quantity["value"]] * 4 + [None, 7])
            quantity["op"] = chance.choice([quantity["op"]] * 4 + [">=", "range"])
            quantity["per"] = chance.choice([quantity["per"]] * 4 + [["年"], []])
            figure["indicator"] = chance.choice(
                [figure["indicator"]] * 4 + [None, "村", (figure["indicator"] or "")[:3]]
            )
            figure["due"] = chance.choice([figure["due"]] * 4 + [None, figures[0]["due"]])
            _move(quantity["span"], chance)
        chance.shuffle(figures)
        plan["targets"], plan["baselines"], plan["parameters"] = figures[::2], figures[1::4], figures[3::8]
        for time in plan["times"]:
            _move(time["span"], chance)
            time["end"] = chance.choice([time["end"]] * 4 + [None, time["start"]])
            time["kind"] = chance.choice([time["kind"]] * 6 + ["deadline", "duration"])
        for contact in plan["contacts"]:
            contact["value"] = chance.choice([contact["value"]] * 3 + ["某人"])
        for assignment in plan["assignments"]:
            _move(assignment["span"], chance)
            assignment["role"] = chance.choice([assignment["role"]] * 3 + ["lead"])
        for section in plan["sections"]:
            _move(section["heading_span"], chance)
            section["kinds"] = chance.choice([section["kinds"]] * 3 + [["goal", "schedule"], ["other"]])
        for name in ("sections", "targets", "times", "contacts", "assignments"):
            plan[name] = [item for item in plan[name] if chance.random() > 0.15]
    return data


def _move(span: dict[str, int], chance: random.Random) -> None:
    by = chance.choice([0, 0, 0, 1, 2, 5])
    span["start"], span["end"] = span["start"] + by, span["end"] + chance.choice([0, by])


@pytest.mark.parametrize(("change", "seed"), [(as_it_is, 0), (with_errors, 1), (with_errors, 2)])
def test_figures_equal_the_scorers(
    change: Callable[[dict[str, Any], random.Random], dict[str, Any]],
    seed: int,
    documents: dict[str, Document],
    tmp_path: Path,
) -> None:
    chance = random.Random(seed)
    changed = {
        name: Document.model_validate(change(document.model_dump(mode="json"), chance))
        for name, document in documents.items()
    }
    for name, document in changed.items():
        (tmp_path / f"{name}.json").write_text(document.model_dump_json(), encoding="utf-8")
    command = [sys.executable, "-B", str(SCORER), str(tmp_path), str(CORPUS / "dev"), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    ours = evaluate(load_gold(CORPUS / "dev"), lambda source: changed[Path(source).stem])
    assert ours.table() == theirs
    assert theirs["targets"]["tp"] > 0
