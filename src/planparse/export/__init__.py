"""Documents → files: JSON, JSON Lines, CSV, XLSX, Parquet, calendar, review page, annotation formats. Knows the models.

`FORMATS` names them all; `extract` and `batch` write through it.
"""

from planparse.export.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]
