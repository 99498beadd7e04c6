"""SIGKILL and power cuts at random moments: nothing is lost, nothing is torn, nothing differs in the end."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch.doubles import dataset, run, slow_rows, wait_until

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for number in range(500):
        (folder / f"方案{number}.txt").write_text(
            "".join(f"第{number}件{line}\n" for line in range(number % 9)), "utf-8"
        )
    return folder


def _start(plans: Path, out: Path, format_name: str = "jsonl") -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.batch.doubles", plans, out, format_name], cwd=ROOT)


def _kill_in_the_midst(run: subprocess.Popen[bytes], out: Path, wait: float) -> bool:
    """Kills the run `wait` seconds after it holds the folder; False if it was over by then."""
    while not (out / ".lock").exists() and run.poll() is None:
        time.sleep(0.005)
    time.sleep(wait)
    killed = run.poll() is None
    run.kill()
    run.wait()
    return killed


def _runs(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _whole_or_absent(out: Path) -> None:
    if (out / "dataset.json").exists():
        dataset(out)


def test_ten_kills_and_lost_writes_change_nothing(tmp_path: Path, plans: Path) -> None:
    run(plans, tmp_path / "undisturbed", slow_rows)
    out, chance, killed = tmp_path / "killed", random.Random(), 0
    for number in range(KILLS):
        killed += _kill_in_the_midst(_start(plans, out), out, chance.uniform(0.0, 0.5))
        _whole_or_absent(out)
        log = out / "manifest.sqlite-wal"
        if number % 3 == 2 and log.exists():  # a power cut: what had not reached the disk is gone
            with log.open("r+b") as file:
                file.truncate(chance.randrange(log.stat().st_size + 1))
    assert killed >= KILLS // 2, "the runs must really have been killed at work"
    assert _start(plans, out).wait() == 0
    assert dataset(out) == dataset(tmp_path / "undisturbed")
    assert run(plans, out, slow_rows).worked == 0


def test_work_that_was_done_before_a_kill_is_not_repeated(tmp_path: Path, plans: Path) -> None:
    out = tmp_path / "out"
    process = _start(plans, out)
    wait_until(out, "done", 50, process)
    process.kill()
    process.wait()
    assert 0 < run(plans, out, slow_rows).worked <= 450


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_workers_do_not_outlive_their_run(tmp_path: Path, plans: Path) -> None:
    process = _start(plans, tmp_path / "out")
    children: list[str] = []
    while len(children) < 2:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()
    patience = time.monotonic() + 5
    while any(map(_runs, children)):
        assert time.monotonic() < patience, "a worker is left"
        time.sleep(0.01)


def test_kills_while_tables_are_written_leave_them_whole(tmp_path: Path, plans: Path) -> None:
    out, chance = tmp_path / "out", random.Random()
    run(plans, out)
    expected = {}
    for format_name in ("csv", "jsonl"):
        run(plans, tmp_path / format_name, format=format_name)
        expected[format_name] = dataset(tmp_path / format_name)
    for number in range(6):
        format_name = ("csv", "jsonl")[number % 2]
        _kill_in_the_midst(_start(plans, out, format_name), out, chance.uniform(0.1, 0.5))
        _whole_or_absent(out)
    for format_name in ("csv", "jsonl"):
        assert run(plans, out, format=format_name).worked == 0
        assert dataset(out) == expected[format_name]
