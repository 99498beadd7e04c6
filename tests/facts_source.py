"""Writes src/planparse/facts.json: what the built-in rules can begin with, which takes seconds to find.

    python tests/facts_source.py

Without it the first run of all would find the same anew, as it does for a user's own rules. It has to be written again
whenever a rule or the code that finds it has changed; a test says so. Texts that are read meanwhile ask for answers,
and those that many will ask again are written too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
FACTS = ROOT / "src" / "planparse" / "facts.json"
SAMPLES = ("health", "township", "annual")
# What is kept of rules tells when their files were changed on this machine.
_OF_RULES = ("rules", "explanations")
_PROGRAM = f"""
import atexit, json, sys
from planparse import cache
facts = {{}}
def keep(value, *made_from):
    if value and made_from[0] not in {_OF_RULES!r}:
        facts[cache.fingerprint(*made_from)] = value
cache.keep, cache._facts = keep, dict
atexit.register(lambda: json.dump(facts, sys.stdout))
from planparse.pipeline import extract
for sample in sys.argv[1:]:
    extract(open(sample, encoding="utf-8").read())
"""


def facts() -> str:
    """The file's content: an entry to the line, by the hash of what it is made from."""
    samples = [str(ROOT / "samples" / f"{name}.txt") for name in SAMPLES]
    with TemporaryDirectory() as folder:
        own = {"XDG_CACHE_HOME": folder, "LOCALAPPDATA": folder, "HOME": folder, "PLANPARSE_CACHE": "off"}
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, *samples], env={**os.environ, **own}, stdout=subprocess.PIPE, check=True
        )
    found = sorted(json.loads(done.stdout).items())
    lines = (
        f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}" for name, value in found
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    FACTS.write_text(facts(), encoding="utf-8")
