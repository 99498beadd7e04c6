"""The house's order: imports point one way, nothing goes round, modules stay small."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "planparse"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What stands under every room: the errors, compiled patterns and the folder in which they are kept, and records.
GROUND = {"errors", "patterns", "cache", "records", "word_boundaries"}
# What each room may import of the others, by the design's table; every room may import itself and the ground.
# `planparse` is the package's own first page, where the version stands.
MAY_KNOW: dict[str, set[str]] = {
    "errors": set(),
    "patterns": set(),
    "records": set(),
    "word_boundaries": set(),
    "cache": {"planparse"},
    "models": set(),
    "rules": set(),
    "reading": set(),
    "cleaning": {"reading"},
    "outline": {"cleaning", "reading", "rules"},
    "mentions": {"cleaning", "outline", "reading", "rules"},
    "figures": {"cleaning", "mentions", "models", "outline", "reading", "rules"},
    "audit": {"cleaning", "models", "rules"},
    "stream": {"audit", "cleaning", "figures", "mentions", "models", "outline", "reading", "rules"},
    "pipeline": {"models", "reading", "rules", "stream"},
    "rulebook": {"audit", "figures", "mentions", "outline", "rules"},
    "export": {"models", "planparse"},
    "review": {"export", "models", "planparse"},
    "evaluation": {"export", "models", "pipeline", "planparse", "rules"},
    "checks": {"models", "pipeline", "planparse", "reading", "rules"},
    "batch": {"export", "models", "pipeline", "planparse", "reading", "rules"},
}
TOP = {"cli", "planparse", "__main__"}  # the command line knows everything and is known by nobody


def room(module: str) -> str:
    """`planparse.mentions.times` → `mentions`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "planparse"


@cache
def imports(path: Path) -> frozenset[tuple[str, bool]]:
    """The planparse modules that a file imports, each with whether it is needed at import time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    later = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)) or _only_for_types(outer)
        for node in ast.walk(outer)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planparse"):
            targets = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {(_module(target), id(node) not in later) for target in targets}
        elif isinstance(node, ast.Import):
            found |= {(a.name, id(node) not in later) for a in node.names if a.name.startswith("planparse")}
    return frozenset(found)


def _only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _module(target: str) -> str:
    """The module that an imported name lives in: the longest prefix that is a file."""
    parts = target.split(".")
    for length in range(len(parts), 0, -1):
        path = PACKAGE.joinpath(*parts[1:length])
        if path.with_suffix(".py").is_file() or (path / "__init__.py").is_file():
            return ".".join(parts[:length])
    return parts[0]


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    here = room(name_of(path))
    if here in TOP:
        return
    assert here in MAY_KNOW, f"{here} is a new room: say here and in the design what it may know"
    known = {room(module) for module, _ in imports(path)}
    upstairs = known - MAY_KNOW[here] - GROUND - {here}
    assert not upstairs, f"{here} must not know {', '.join(sorted(upstairs))}"


def test_no_module_imports_itself_round_a_circle() -> None:
    graph = {name_of(path): {module for module, at_once in imports(path) if at_once} for path in MODULES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail[trail.index(module) :], module))
        if module not in done:
            for needed in graph.get(module, ()):
                if needed != module:
                    visit(needed, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300, f"{lines} lines: what is the second thing that it does?"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_say_what_a_module_makes(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "misc"}
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a module says in its docstring what it is"
