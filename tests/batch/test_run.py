"""Datasets: what is worked again and what is not, what is in them, and that nothing in them is old or torn."""

from __future__ import annotations

import csv
import multiprocessing
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from tests.batch.doubles import Silent, dataset, obedient, run, table

from planparse.batch.folder import Folder
from planparse.batch.interrupt import Interrupted
from planparse.batch.model import BatchError
from planparse.batch.publish import publish
from planparse.batch.run import Options, preview
from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for number in range(30):
        path = folder / f"县{number % 3}" / f"方案 {number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"第{number}件{line}\n" for line in range(number)), "utf-8")
    return folder


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test changes reaches the processes that write the tables, also where a thread runs (of a plug-in)."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("needs fork")
    monkeypatch.setattr("planparse.batch.publish.start_method", lambda: "fork")


def _rewrite_first(plans: Path) -> None:
    (plans / "县1/方案 1.txt").write_text("新\n", "utf-8")


def _touch_first(plans: Path) -> None:
    os.utime(plans / "县1/方案 1.txt", ns=(1, 1))


def _same_size(plans: Path) -> None:
    path = plans / "县1/方案 1.txt"
    path.write_text(path.read_text("utf-8").replace("件", "项"), "utf-8")


# What happens between two runs, with which options the second runs → how many files it works.
CHANGES: list[tuple[str, Callable[[Path], object], dict[str, Any], int]] = [
    ("nothing", lambda _: None, {}, 0),
    ("another format", lambda _: None, {"format": "csv"}, 0),
    ("other rules", lambda _: None, {"rules": "others"}, 30),
    ("another version", lambda _: None, {"version": "2"}, 30),
    ("a file rewritten", _rewrite_first, {}, 1),
    ("a file rewritten, as long as before", _same_size, {}, 1),
    ("a file touched", _touch_first, {}, 0),
    ("a file touched, and other rules", _touch_first, {"rules": "others"}, 30),
    ("a file gone", lambda plans: (plans / "县1/方案 1.txt").unlink(), {}, 0),
    ("a file renamed", lambda plans: (plans / "县1/方案 1.txt").rename(plans / "b.txt"), {}, 1),
    ("a file new", lambda plans: (plans / "new.txt").write_text("one\n"), {}, 1),
]


@pytest.mark.parametrize(("what", "change", "options", "worked"), CHANGES, ids=[change[0] for change in CHANGES])
def test_the_second_run_does_what_is_new_and_ends_where_a_first_would(
    tmp_path: Path, plans: Path, what: str, change: Callable[[Path], object], options: dict[str, Any], worked: int
) -> None:
    assert run(plans, tmp_path / "out").worked == 30
    change(plans)
    second = run(plans, tmp_path / "out", **options)
    assert second.worked == worked, what
    assert second.waiting == second.failed == 0
    run(plans, tmp_path / "fresh", **options)
    assert dataset(tmp_path / "out") == dataset(tmp_path / "fresh")
    left = sorted(path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*"))
    assert left == sorted(path.relative_to(tmp_path / "fresh") for path in (tmp_path / "fresh").rglob("*"))


def test_rows_of_a_changed_file_are_replaced(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "out")
    assert len(table(tmp_path / "out")) == sum(range(30))
    (plans / "县2/方案 29.txt").write_text("新\n", "utf-8")
    run(plans, tmp_path / "out")
    assert [row["text"] for row in table(tmp_path / "out") if row["document"] == "县2/方案 29.txt"] == ["新"]
    (plans / "县2/方案 29.txt").write_text("bug", "utf-8")
    assert run(plans, tmp_path / "out", obedient).failed == 1
    assert len(table(tmp_path / "out")) == sum(range(29))


def test_tables_are_in_the_order_of_paths_however_many_workers(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "one", jobs=1)
    run(plans, tmp_path / "many", jobs=5)
    assert dataset(tmp_path / "one") == dataset(tmp_path / "many")
    documents = [row["document"] for row in table(tmp_path / "one")]
    assert documents == sorted(documents)


def test_an_undisturbed_dataset_is_not_written_again(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "out")
    before = (tmp_path / "out/targets.jsonl").stat()
    run(plans, tmp_path / "out")
    assert (tmp_path / "out/targets.jsonl").stat().st_ino == before.st_ino
    (tmp_path / "out/targets.jsonl").unlink()
    run(plans, tmp_path / "out")
    assert len(table(tmp_path / "out")) == sum(range(30)), "what was deleted comes back"


def test_failed_files_are_left_alone_until_asked_for_or_changed(tmp_path: Path, plans: Path) -> None:
    bad = plans / "bad.txt"
    bad.write_text("bug")
    assert run(plans, tmp_path / "out", obedient).failed == 1
    again = run(plans, tmp_path / "out", obedient)
    assert (again.worked, again.failed) == (0, 1)
    assert again.failures[0][0] == "bad.txt"
    asked = run(plans, tmp_path / "out", obedient, retry_failed=True)
    assert (asked.worked, asked.failed) == (1, 1)
    bad.write_text("good now")
    mended = run(plans, tmp_path / "out", obedient)
    assert (mended.worked, mended.failed, mended.failures) == (1, 0, [])


def test_the_manifest_says_what_became_of_each_file(tmp_path: Path, plans: Path) -> None:
    (plans / "bad.txt").write_text("bug")
    run(plans, tmp_path / "out", obedient)
    with closing(sqlite3.connect(tmp_path / "out/manifest.sqlite")) as manifest:
        found = manifest.execute(
            "SELECT path, size, mtime_ns, length(sha256), rules, version, state, error FROM files ORDER BY path LIMIT 2"
        ).fetchall()
        assert manifest.execute("SELECT min(seconds) >= 0 FROM files").fetchone() == (1,)
    about = (plans / "bad.txt").stat()
    assert found[0][:7] == ("bad.txt", 3, about.st_mtime_ns, 64, "r", "1", "failed")
    assert found[0][7].startswith("KeyError")
    assert found[1][6:] == ("done", None)
    assert not list((tmp_path / "out").glob("manifest.sqlite-*")), "the database is one file that can be copied"
    with (tmp_path / "out/files.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["state"] == "failed"


def test_a_folder_that_cannot_be_listed_keeps_what_is_known(
    tmp_path: Path, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(plans, tmp_path / "out")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("县1"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        closed = run(plans, tmp_path / "out")
    assert (closed.done, closed.failed, closed.worked) == (30, 1, 0)
    assert closed.failures[0][0] == "县1/"
    opened = run(plans, tmp_path / "out")
    assert (opened.done, opened.failed, opened.worked) == (30, 0, 0)


def test_an_empty_input_changes_nothing(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "out")
    before = dataset(tmp_path / "out")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing/.hidden").touch()
    with pytest.raises(UsageError, match=r"no plan is found in the input \(1 hidden\)"):
        run(tmp_path / "nothing", tmp_path / "out")
    assert dataset(tmp_path / "out") == before
    assert run(plans, tmp_path / "out").worked == 0


def test_a_folder_with_other_things_is_refused(tmp_path: Path, plans: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/targets.csv").write_text("precious")
    with pytest.raises(UsageError, match="holds other things"):
        run(plans, tmp_path / "out")
    assert (tmp_path / "out/targets.csv").read_text() == "precious"


def test_a_folder_in_use_is_refused(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out/.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BatchError, match="in use by another run"):
            run(plans, tmp_path / "out")


def test_a_manifest_that_is_none_is_refused_in_one_line(tmp_path: Path, plans: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.sqlite").write_text("no database" * 100)
    with pytest.raises(BatchError, match="cannot be used"):
        run(plans, tmp_path / "out")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE results SET content = x'00'", "a result in the manifest is damaged"),
        ("UPDATE results SET content = substr(content, 1, length(content) - 1)", "a result in the manifest is damaged"),
        ("DROP TABLE results", "cannot be read"),
    ],
)
def test_a_damaged_manifest_leaves_the_dataset_as_it_was(tmp_path: Path, plans: Path, harm: str, said: str) -> None:
    run(plans, tmp_path / "out")
    before = dataset(tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / "manifest.sqlite")) as manifest:
        manifest.execute(harm)
        manifest.commit()
    with pytest.raises(BatchError, match=said) as raised:
        publish(tmp_path / "out" / "manifest.sqlite", tmp_path / "out", "csv", {}, 1, lambda: None)
    assert "run again" in raised.value.hint
    assert dataset(tmp_path / "out") == before


def test_a_preview_writes_nothing(tmp_path: Path, plans: Path) -> None:
    options = Options("1", "r")
    counts, size = preview(Folder(plans), tmp_path / "out", options, Silent())
    assert counts == {"pending": 30}
    assert size == sum(path.stat().st_size for path in plans.rglob("*.txt"))
    assert not (tmp_path / "out").exists()
    run(plans, tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    _rewrite_first(plans)
    assert preview(Folder(plans), tmp_path / "out", options, Silent())[0] == {"pending": 1, "done": 29}
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "parquet"])
def test_the_formats_hold_the_same_rows(tmp_path: Path, plans: Path, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    if name == "parquet":
        pytest.importorskip("pyarrow")
    run(plans, tmp_path / "out", format=name)
    path = tmp_path / f"out/targets.{name}"
    frame = pandas.read_json(path, lines=True) if name == "jsonl" else getattr(pandas, f"read_{name}")(path)
    assert len(frame) == sum(range(30))
    assert list(frame["text"][:2]) == ["第12件0", "第12件1"]
    assert (tmp_path / "out/documents/part-00000.jsonl").read_bytes().count(b"\n") == 30


@pytest.mark.usefixtures("forked")
def test_documents_are_in_shards(tmp_path: Path, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.batch.tables.DOCUMENTS_PER_SHARD", 12)
    run(plans, tmp_path / "out")
    shards = sorted((tmp_path / "out/documents").iterdir())
    assert [shard.read_bytes().count(b"\n") for shard in shards] == [12, 12, 6]
    monkeypatch.setattr("planparse.batch.tables.DOCUMENTS_PER_SHARD", 20)
    _rewrite_first(plans)
    run(plans, tmp_path / "out")
    assert len(list((tmp_path / "out/documents").iterdir())) == 2, "no shard of before is left"


@pytest.mark.usefixtures("forked")
def test_a_full_disk_leaves_the_dataset_as_it_was(tmp_path: Path, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(plans, tmp_path / "out")
    before = dataset(tmp_path / "out")
    _rewrite_first(plans)

    def full(_manifest: Path, _folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("planparse.batch.tables._write_files", full)
        with pytest.raises(BatchError, match=r"cannot be written \(No space left on device\): make room"):
            run(plans, tmp_path / "out")
    assert dataset(tmp_path / "out") == before
    assert not list((tmp_path / "out").glob(".staging*"))
    assert run(plans, tmp_path / "out").worked == 0, "what was done before the disk was full is not done again"
    assert dataset(tmp_path / "out") != before


def test_an_end_while_tables_are_written_leaves_the_dataset_as_it_was(tmp_path: Path, plans: Path) -> None:
    out = tmp_path / "out"
    run(plans, out)
    before = dataset(out)

    def stop() -> None:
        raise Interrupted

    with pytest.raises(Interrupted):
        publish(out / "manifest.sqlite", out, "csv", {}, 2, stop)
    assert dataset(out) == before
    assert not list(out.glob(".staging*"))
    assert not list(out.glob("targets.csv"))
