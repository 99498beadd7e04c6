"""What a start costs, counted: modules loaded, patterns compiled, dictionaries built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = """青禾镇人民政府
2031年农村饮水安全工作方案
一、工作目标
到2031年底，新建供水站3处，改造管网12公里，总投资450万元，自来水普及率达到95%以上。
二、责任分工
由镇水利站牵头，镇财政所配合。
联系人：方圆 0555-2345678
"""
PROGRAM = """
import json, re, sys
import re._parser as parser
import regex._main
compiled = []
def counted(real, by):
    def count(*arguments):
        frame = sys._getframe(2)
        if isinstance(arguments[0], str) and frame.f_globals["__name__"].startswith(by):
            compiled.append(arguments[0])
        return real(*arguments)
    return count
regex._main._compile = counted(regex._main._compile, "")
re._compile, parser.parse = counted(re._compile, "planparse"), counted(parser.parse, "planparse")
from planparse import cache
from planparse.cli import run
found, known = [], cache.Answers.of
cache.Answers.of = lambda self, question, find: known(self, question, lambda: (found.append(question), find())[1])
sys.argv = ["planparse", *{arguments!r}]
try:
    run()
except SystemExit:
    pass
own = [module for name, module in sys.modules.items() if name.startswith("planparse.")]
classes = {{one for module in own for one in vars(module).values() if isinstance(one, type)}}
dear = [one for one in classes if {{"__dataclass_fields__", "_fields"}} & {{*vars(one)}}]
made = [f"{{one.__module__}}.{{one.__name__}}" for one in dear]
made = sorted(name for name in made if name.startswith("planparse."))
told = {{"modules": sorted(sys.modules), "compiled": compiled, "dear": made, "found": found}}
json.dump(told, sys.stderr)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan, and with a cache of its own that a first run has filled."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    started(folder, "extract", str(folder / "plan.txt"))
    return folder


def started(folder: Path, *arguments: str) -> dict[str, list[str]]:
    """Modules, patterns, dear classes and answers of a run of the program in a process of its own."""
    own = {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder), "HOME": str(folder), "PLANPARSE_CACHE": ""}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(arguments=list(arguments))],
        env={**os.environ, **own},
        capture_output=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(done.stderr)
    return found


def test_the_version_needs_next_to_nothing(folder: Path) -> None:
    modules = set(started(folder, "--version")["modules"])
    assert not modules & {"pydantic.main", "yaml", "jieba", "cn2an", "rich.console", "planparse.stream"}
    assert len([module for module in modules if module.startswith("planparse")]) <= 5


def test_extract_loads_what_it_needs(folder: Path) -> None:
    modules = set(started(folder, "extract", str(folder / "plan.txt"))["modules"])
    assert "planparse.stream" in modules
    idle = {
        "planparse.rules.validation",
        "yaml",
        "jieba",
        "rich.console",
        "lxml",
        "openpyxl",
        "pypdfium2",
        "pyarrow",
        "icalendar",
    }
    assert not modules & idle
    assert not {module for module in modules if module.startswith(("planparse.checks", "planparse.batch"))}
    # What other formats and flattened tables need, which this text has not.
    tables = {
        "listed_tables",
        "listed_rows",
        "barred_tables",
        "spaced_tables",
        "natured_tables",
        "assembly",
        "sheets",
        "markdown",
    }
    assert not modules & {f"planparse.reading.{name}" for name in tables}
    assert "planparse.figures.tables" not in modules


def test_what_a_plan_is_read_with_is_made_quickly(folder: Path) -> None:
    # A named tuple takes sixteen times as long to make as a plain class, and a dataclass longer still.
    made = started(folder, "extract", str(folder / "plan.txt"))["dear"]
    rooms = ("planparse.models.", "planparse.rules.")
    assert not [name for name in made if not name.startswith(rooms)]


def test_a_second_run_compiles_no_pattern(folder: Path) -> None:
    # The empty pattern is how the shelf learns to put compiled patterns together.
    assert set(started(folder, "extract", str(folder / "plan.txt"))["compiled"]) <= {""}


def test_a_second_run_asks_no_pattern_again_what_it_can_begin_with(folder: Path, tmp_path: Path) -> None:
    assert not started(folder, "extract", str(folder / "plan.txt"))["found"]
    assert started(tmp_path, "extract", str(folder / "plan.txt"))["found"]  # a first run does


def test_patterns_wait_until_they_are_asked() -> None:
    program = (
        "import regex._main as m; made = []; real = m._compile\n"
        "m._compile = lambda *a: made.append(a[0]) or real(*a)\n"
        "import planparse.pipeline, planparse.mentions.quantities, planparse.mentions.contacts\n"
        "import planparse.mentions.assignments, sys\n"
        "print(len(made), 'jieba' in sys.modules, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    made, *loaded = done.stdout.split()
    assert int(made) == 0
    assert loaded == ["False", "False"]
