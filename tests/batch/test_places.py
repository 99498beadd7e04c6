"""IN and OUT with a URL: the same files and the same dataset as in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.batch.doubles import dataset, run
from tests.batch.plans import write_plans

from planparse.batch.model import BatchError
from planparse.batch.places import dataset_folder, input_folder

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("fsspec", reason="needs fsspec")


def test_a_url_has_the_files_of_the_folder(tmp_path: Path) -> None:
    plans = write_plans(tmp_path / "in", 5)
    for name in ("~$a.txt", ".b.txt", "c.xyz"):
        (plans / name).touch()
    (plans / "loop").symlink_to(plans)
    here, there = input_folder(str(plans), None, "out"), input_folder(f"local://{plans}", None, "out")
    assert {(file.path, file.size) for file in there} == {(file.path, file.size) for file in here}
    assert there.skipped == {"temporary": 1, "hidden": 1, "other kind": 1, "link": 1}
    assert [file.path for file in input_folder(f"file://{plans}", ["方案3.*"], "out")] == ["000/方案3.txt"]


def test_a_url_that_cannot_be_listed_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="cannot be listed"):
        list(input_folder(f"local://{tmp_path}/nowhere", None, "out"))


def test_a_dataset_with_a_url_is_sent_and_any_machine_goes_on(tmp_path: Path) -> None:
    plans, url = write_plans(tmp_path / "in", 8), f"local://{tmp_path}/out"
    run(plans, tmp_path / "here")

    def on_machine(name: str) -> int:
        with dataset_folder(url, tmp_path / name, read_only=False) as folder:
            return run(plans, folder).worked

    assert on_machine("first") == 8
    assert dataset(tmp_path / "out") == dataset(tmp_path / "here")
    (plans / "000/方案7.txt").unlink()
    (plans / "000/方案6.txt").write_text("new\n")
    assert on_machine("second") == 1, "the manifest has come along"
    run(plans, tmp_path / "here")
    assert dataset(tmp_path / "out") == dataset(tmp_path / "here")


def test_reading_a_dataset_sends_nothing(tmp_path: Path) -> None:
    with dataset_folder(f"local://{tmp_path}/out", tmp_path / "work", read_only=True):
        pass
    assert not (tmp_path / "out").exists()
