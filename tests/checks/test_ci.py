"""What CI systems start: the pre-commit hook, run for real on a repository, and the GitHub Action's own form."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.checks.conftest import CLEAN, PLAN

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_the_hook_stops_a_commit(tmp_path: Path) -> None:
    """`language: system` uses the planparse that is being tested; everything else is the hook as others get it."""
    hooks, plans = tmp_path / "hooks", tmp_path / "plans"
    for folder in (hooks, plans):
        folder.mkdir()
        assert git(folder, "init", "-q").returncode == 0
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "hooks")
    git(hooks, "tag", "v1")
    hook = {"id": "planparse-check", "language": "system"}
    settings = {"repos": [{"repo": hooks.as_uri(), "rev": "v1", "hooks": [hook]}]}
    (plans / ".pre-commit-config.yaml").write_text(yaml.dump(settings), encoding="utf-8")
    (plans / "planparse.toml").write_text('ignore = ["PP202"]\n', encoding="utf-8")
    installed = subprocess.run(
        [str(BIN / "pre-commit"), "install"], cwd=plans, capture_output=True, text=True, timeout=60, check=False
    )
    assert installed.returncode == 0, installed.stderr
    (plans / "plan.txt").write_text(PLAN, encoding="utf-8")
    (plans / "code.py").write_text("pass\n", encoding="utf-8")
    git(plans, "add", ".")
    stopped = git(plans, "commit", "-m", "a plan")
    assert stopped.returncode == 1
    assert "plan.txt:4:4: PP501 error" in stopped.stderr + stopped.stdout
    (plans / "plan.txt").write_text(CLEAN, encoding="utf-8")
    git(plans, "add", ".")
    passed = git(plans, "commit", "-m", "a plan")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_hook_takes_every_document() -> None:
    from re import search

    from planparse.checks.run import SUFFIXES

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert all(search(hook["files"], f"plans/a{suffix}") for suffix in SUFFIXES)
    assert not search(hook["files"], "src/a.py")


def test_the_action_runs_what_the_command_knows(tmp_path: Path) -> None:
    """The action's last step, run by bash with the variables that GitHub would set."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    inputs = {name: given.get("default", "") for name, given in action["inputs"].items()} | {"fail-on": "error"}
    environment = {
        name: inputs[expression.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, expression in step["env"].items()
    }
    ran = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env={**environment, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "::error title=PP501" in ran.stdout
    assert (tmp_path / "planparse.sarif").is_file()
