"""The recipe of docs/scale.md, run as it stands there, on a Spark of this machine."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.batch.plans import write_plans

import planparse

if TYPE_CHECKING:
    from collections.abc import Iterator

pyspark = pytest.importorskip("pyspark", reason="needs pyspark")
if shutil.which("java") is None:
    pytest.skip("needs Java", allow_module_level=True)

SCALE = Path(__file__).resolve().parents[2] / "docs/scale.md"


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_the_recipe_gives_what_extract_gives(tmp_path: Path, spark: object) -> None:
    plans = write_plans(tmp_path / "in", 40)
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    (recipe,) = re.findall(r"```python\n(.*?mapInPandas.*?)```", SCALE.read_text("utf-8"), re.DOTALL)
    assert len(recipe.strip().splitlines()) <= 25
    exec(recipe, {"__name__": "__main__", "spark": spark, "IN": f"{plans}/", "OUT": str(tmp_path / "out")})
    lines = [line for part in (tmp_path / "out").glob("*.json") for line in part.read_text("utf-8").splitlines()]
    rows = {Path(row["path"]).name: row for row in map(json.loads, lines)}
    assert len(rows) == 41
    assert "damaged or cut-off" in rows.pop("broken.docx")["error"]
    for name, row in rows.items():
        found = json.loads(row["document"])
        (plan,) = plans.rglob(name)
        expected = json.loads(planparse.extract(plan).model_dump_json())
        found["source"]["path"] = expected["source"]["path"] = None
        assert found == expected
