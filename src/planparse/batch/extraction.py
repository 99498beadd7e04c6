"""What a worker does with a file: the pure function from its content to its share of the dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["DOCUMENTS_PART", "Extraction"]

DOCUMENTS_PART = "documents"

# Invented; long enough that working it loads everything that most plans need.
SAMPLE = """某某县人民政府办公室关于印发《某某县示范乡村建设实施方案》的通知
一、工作目标
到2025年底，全县改造道路不少于12公里，新增绿地1.5万平方米，惠及农户三百余户。
二、责任分工
由县某某局牵头，县某某办配合。
联系人：张某某  联系电话：000-12345678
"""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The function from (content, name) to the document as a line of JSON and the rows of every table, as JSON lines.

    Depends on nothing but its arguments and `rules`; can be pickled, so that any engine can carry it to any machine.
    """

    rules: RuleSet

    def __call__(self, data: bytes, name: str) -> dict[str, bytes]:
        """Raises ReadError for what cannot be read."""
        from pydantic_core import to_json  # four times as fast as json

        from planparse.export.rows import table_rows
        from planparse.export.tables import TABLES
        from planparse.pipeline import extract_bytes

        document = extract_bytes(data, name, rules=self.rules)
        parts = {DOCUMENTS_PART: to_json(document) + b"\n"}
        for table in TABLES:
            parts[table] = b"\n".join([*map(to_json, table_rows(table, document)), b""])
        return parts

    def warm(self) -> None:
        """Loads what extraction needs, so that workers forked afterwards share it."""
        self(SAMPLE.encode(), "")
