"""Workers under watch: every task gets one answer, and trouble costs only the document that made it."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.batch.doubles import obedient, rows

from planparse.batch.crew import CHUNK_FILES, LAST_FILES, LISTS_AHEAD, Crew, _chunks, work_here
from planparse.batch.folder import LocalOpener
from planparse.batch.model import Answer, BatchError, Limits, Task
from planparse.batch.worker import Orders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMITS = Limits(0.5, 512, 1)
TROUBLE = {
    "hang": "not finished after 0.5 s",
    "crash": "its worker process died (SIGSEGV)",
    "exit": "its worker process died (exit code 7)",
    "grow": "more than 512 MB of memory",
    "bug": "KeyError: 'a line\\nand another' (doubles.py, line",
}


def _tasks(folder: Path, contents: dict[str, str]) -> list[Task]:
    for name, content in contents.items():
        (folder / name).write_text(content)
    return [Task(number, name, len(content)) for number, (name, content) in enumerate(contents.items())]


def _work(folder: Path, tasks: list[Task], jobs: int = 2) -> dict[str, Answer]:
    answers = [answer for answer in work_here(tasks, LocalOpener(folder), obedient, LIMITS, jobs) if answer]
    assert Counter(answer.id for answer in answers) == Counter(task.id for task in tasks)
    names = {task.id: task.path for task in tasks}
    return {names[answer.id]: answer for answer in answers}


def test_trouble_costs_the_document_that_made_it(tmp_path: Path) -> None:
    good = {f"good-{number}.txt": "a plan" for number in range(40)}
    tasks = _tasks(tmp_path, good | {f"{word}.txt": word for word in TROUBLE} | {"last.txt": "a plan"})
    answers = _work(tmp_path, tasks)
    assert {answers[name].state for name in [*good, "last.txt"]} == {"done"}
    for word, reason in TROUBLE.items():
        answer = answers[f"{word}.txt"]
        assert answer.state == "failed"
        assert (answer.error or "").startswith(reason)
        assert "\n" not in (answer.error or "")


def test_a_worker_that_dies_at_once_again_and_again_loses_nothing_else(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, {f"{number}.txt": "exit" if number % 3 else "a plan" for number in range(30)})
    answers = _work(tmp_path, tasks, jobs=1)
    assert Counter(answer.state for answer in answers.values()) == {"failed": 20, "done": 10}


def test_only_what_the_workers_can_take_is_drawn(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, {f"{number}.txt": "a plan" for number in range(500)})
    drawn = answered = ahead = 0

    def drawing() -> Iterator[Task]:
        nonlocal drawn
        for task in tasks:
            drawn += 1
            yield task

    for answer in work_here(drawing(), LocalOpener(tmp_path), rows, LIMITS, 2):
        answered += answer is not None
        ahead = max(ahead, drawn - answered)
    assert answered == 500
    assert ahead <= 2 * LISTS_AHEAD * CHUNK_FILES + 2 * LAST_FILES


def test_the_last_files_are_handed_out_singly(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, {f"{number:02}.txt": "a plan" for number in range(2 * CHUNK_FILES + 26)})
    lists = list(_chunks(tasks, 16))
    assert [task for tasks in lists for task in tasks] == tasks
    assert [len(tasks) for tasks in lists] == [CHUNK_FILES, CHUNK_FILES, 10] + [1] * 16
    assert [len(tasks) for tasks in _chunks(tasks[:9], 16)] == [1] * 9
    assert list(_chunks([], 16)) == []


def test_what_is_at_hand_already_is_not_worked(tmp_path: Path) -> None:
    (task,) = _tasks(tmp_path, {"a.txt": "a plan"})
    sha256 = _work(tmp_path, [task])["a.txt"].sha256
    answers = _work(tmp_path, [Task(task.id, task.path, task.size, None, sha256)])
    assert (answers["a.txt"].state, answers["a.txt"].parts) == ("unchanged", {})


def test_workers_that_cannot_start_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.batch.crew.serve", lambda *_: os._exit(3))
    orders = Orders(LocalOpener(tmp_path), rows, LIMITS)
    with Crew(1, orders, "fork") as crew, pytest.raises(BatchError, match=r"cannot start \(exit code 3\)"):
        list(crew.run(_tasks(tmp_path, {"a.txt": "a plan"})))


@pytest.mark.parametrize("method", sorted(set(multiprocessing.get_all_start_methods()) - {"fork"}))
def test_workers_that_are_not_forked_do_the_same(tmp_path: Path, method: str) -> None:
    tasks = _tasks(tmp_path, {f"{number}.txt": "exit" if number == 5 else "a plan" for number in range(12)})
    with Crew(2, Orders(LocalOpener(tmp_path), obedient, LIMITS), method) as crew:
        answers = {answer.id: answer for answer in crew.run(tasks) if answer}
    assert {answer.id for answer in answers.values() if answer.state == "failed"} == {5}
    assert len(answers) == 12
