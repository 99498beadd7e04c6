"""Tables: what the rows and columns of a plan's tables say."""

from planparse.figures.tables.model import CellFigure, CellScope, TableReading
from planparse.figures.tables.read import read_tables, with_tables

__all__ = ["CellFigure", "CellScope", "TableReading", "read_tables", "with_tables"]
