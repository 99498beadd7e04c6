"""A workbook for readers: one sheet per kind, Chinese headings, real numbers and dates, links from sheet to sheet."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from planparse.errors import UsageError
from planparse.export.files import opened
from planparse.export.labels import label
from planparse.export.rows import table_rows
from planparse.export.tables import SHEETS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.export.rows import Row, Value
    from planparse.export.tables import Column
    from planparse.models import Document

__all__ = ["write"]

# Excel's limits: rows of a sheet, links of a sheet, characters of a cell.
MOST_ROWS, MOST_LINKS, MOST_CHARACTERS = 1_048_576, 65_530, 32_767
A4 = 9  # its number among the paper sizes of a workbook
# Characters that XML 1.0 forbids; a workbook with one of them does not open.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDTHS = {"text": 16, "number": 14, "integer": 10, "date": 12, "flag": 8}
_WIDE = {"clause": 60, "message": 60, "heading": 28, "title": 28, "document_title": 28, "indicator": 28, "document": 28}
_NARROW = dict.fromkeys(("plan", "id", "role", "op", "unit", "per", "change", "every", "kind", "severity"), 9)
# What a reader seldom asks for stands in groups that a click on + opens.
_FOLDED = {"span_start", "span_end", "page", "block", "cell", "rule", "role_rule", "section", "base_value", "base_unit"}
_FOLDED |= {
    "op_text",
    "previous_unit",
    "due_alt_end",
    "alt_end",
    "parent",
    "implicit",
    "document_title",
    "document_date",
}
_HEADER = Font(name="Calibri", size=11, bold=True, color="FFFFFF")  # the font of a workbook's plain cells
_HEADER_FILL = PatternFill("solid", fgColor="3A5A78")
_LINK = Font(name="Calibri", size=11, color="1F5FA8", underline="single")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_TOP = Alignment(vertical="top")


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes the workbook. Raises UsageError where a sheet has more rows than Excel can hold."""
    book = Workbook(write_only=True)
    sheets = {name: _Sheet(book, name, columns) for name, columns in TABLES.items()}
    for document in documents:
        _add(sheets, document)
    _legend(book)
    for sheet in sheets.values():
        sheet.finish()
    with opened(target) as stream:
        book.save(stream)


def _add(sheets: dict[str, _Sheet], document: Document) -> None:
    """Adds a document to all sheets; plan and section ids link to the row of the plan or section."""
    first_row = {"plan": sheets["plans"].row + 1, "section": sheets["sections"].row + 1}
    places = {("plan", plan.id): ("plans", first_row["plan"] + number) for number, plan in enumerate(document.plans)}
    sections = (section.id for plan in document.plans for section in plan.sections)
    places |= {("section", id_): ("sections", first_row["section"] + number) for number, id_ in enumerate(sections)}
    first_figure = sheets["targets"].row + 1
    for name, sheet in sheets.items():
        for row in table_rows(name, document):
            links = {
                column: place
                for column, kind, id_ in (
                    ("plan", "plan", row.get("plan")),
                    ("section", "section", row.get("section")),
                    ("heading", "section", row.get("section")),
                    ("parent", "section", row.get("parent")),
                )
                if (place := places.get((kind, str(id_))))
            }
            if name == "plans":
                figures = sum(int(row[role] or 0) for role in ("targets", "baselines", "parameters"))
                links = {"targets": ("targets", first_figure)} if figures else {}
                first_figure += figures
            sheet.add(row, links)


class _Sheet:
    """A sheet that is written row by row; `row` is the number of the last one written."""

    def __init__(self, book: Workbook, name: str, columns: tuple[Column, ...]) -> None:
        self.columns = columns
        self.name = name
        self.links = 0
        self.row = 1
        self.sheet: Any = book.create_sheet(SHEETS[name])
        self.sheet.freeze_panes = "A2"
        # On paper: the whole width of a sheet on a landscape A4, the header on every page.
        self.sheet.page_setup.paperSize = A4
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet.print_title_rows = "1:1"
        for number, column in enumerate(columns, 1):
            dimension = self.sheet.column_dimensions[get_column_letter(number)]
            dimension.width = {**_WIDE, **_NARROW}.get(column.name, _WIDTHS[column.type])
            if column.name in _FOLDED:
                dimension.outlineLevel, dimension.hidden = 1, True
        self.sheet.append([_header(self.sheet, column.label) for column in columns])

    def add(self, row: Row, links: dict[str, tuple[str, int]]) -> None:
        self.row += 1
        if self.row > MOST_ROWS:
            raise UsageError(f"{SHEETS[self.name]}: more rows than Excel can hold", "use csv or parquet")
        self.sheet.append([self._cell(column, row[column.name], links.get(column.name)) for column in self.columns])

    def finish(self) -> None:
        self.sheet.auto_filter.ref = f"A1:{get_column_letter(len(self.columns))}{self.row}"

    def _cell(self, column: Column, value: Value, link: tuple[str, int] | None) -> Any:
        cell = _cell(self.sheet, column, value)
        if cell is not None and link and self.links < MOST_LINKS:
            self.links += 1
            table, row = link
            cell.hyperlink = Hyperlink(ref="", location=f"'{SHEETS[table]}'!A{row}")
            cell.font = _LINK
        return cell


def _header(sheet: Any, words: str) -> Any:
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.fill, cell.alignment = _HEADER, _HEADER_FILL, Alignment(vertical="center")
    return cell


def _cell(sheet: Any, column: Column, value: Value) -> Any:
    if value is None:
        return None
    if column.type == "date" and (day := _day(str(value))):
        cell = WriteOnlyCell(sheet, day)
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, bool):
        cell = WriteOnlyCell(sheet, "是" if value else "否")
    elif isinstance(value, int | float):
        cell = WriteOnlyCell(sheet, value)
        if column.type == "number" and isinstance(value, int):
            cell.number_format = "#,##0"
    else:
        cell = WriteOnlyCell(sheet)
        cell.value = _FORBIDDEN.sub("\ufffd", label(column.name, str(value)))[:MOST_CHARACTERS]
        cell.data_type = "s"  # never a formula, never an error value, whatever the plan's words look like
    cell.alignment = _WRAPPED if column.name in _WIDE else _TOP
    return cell


def _day(value: str) -> date | None:
    """The date as Excel knows it: none before 1900, and none that is no whole day (`--09`)."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _legend(book: Workbook) -> None:
    """The last sheet says what each column is called in csv, parquet and JSON."""
    sheet: Any = book.create_sheet("说明")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCD", (14, 18, 18, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_header(sheet, words) for words in ("工作表", "列", "csv / parquet 列名", "类型")])
    for name, columns in TABLES.items():
        for column in columns:
            sheet.append([SHEETS[name], column.label, column.name, column.type])
