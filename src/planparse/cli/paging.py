"""The table on a terminal: printed, or paged through where it is longer than the screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rich.console import Console

from planparse.export.table import choose_columns
from planparse.export.table import show as show_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.models import Document

__all__ = ["show"]


def show(document: Document, columns: Iterable[str] | None, pager: bool, console: Console | None = None) -> None:
    """Shows a document on the terminal, through the user's PAGER where it does not fit and `pager` is wanted.

    Raises UsageError for an unknown column.
    """
    console = console or Console()
    chosen = choose_columns(columns)
    with console.capture() as printed:
        show_table(document, console, chosen)
    if pager and printed.get().count("\n") >= console.height:
        # As git does: less keeps the colours (R), leaves what it showed on the screen (X), quits where all fits (F).
        os.environ.setdefault("LESS", "FRX")
        with console.pager(styles=True):
            show_table(document, console, chosen)
    else:
        show_table(document, console, chosen)
