"""Ray does the same: one folder, two engines, one dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.batch.doubles import Troubled, dataset, run
from tests.batch.plans import write_plans

from planparse.batch.extraction import Extraction
from planparse.batch.model import Limits
from planparse.batch.places import input_folder
from planparse.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ray = pytest.importorskip("ray", reason="needs planparse[ray]")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
@pytest.mark.filterwarnings("ignore")
def test_ray_and_this_machine_make_the_same_dataset(tmp_path: Path) -> None:
    from planparse.batch.ray_engine import RayEngine

    plans = write_plans(tmp_path / "in", 120)
    for word in ("hang", "crash", "exit", "grow", "bug"):
        (plans / f"{word}.txt").write_text(word)
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    work, limits = Troubled(Extraction(load_rules())), Limits(3, 1024, 10)
    here = run(plans, tmp_path / "here", work, limits=limits)
    source = input_folder(f"local://{plans}", ["*"], "out")
    there = run(source, tmp_path / "there", work, RayEngine(2), limits=limits)
    assert (here.done, here.failed) == (120, 6)
    assert here.failures == there.failures
    assert dataset(tmp_path / "here") == dataset(tmp_path / "there")
    assert run(source, tmp_path / "there", work, RayEngine(2), limits=limits).worked == 0
