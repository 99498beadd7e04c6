"""Reading: bytes of a document → `SourceText`, the words as given with the place of each.

The format is told by the content, not by the suffix. One module reads one format and is imported only when a document
of that format comes along.
"""

from planparse.reading.files import from_text, read_bytes, read_path
from planparse.reading.source import Block, Cell, Note, SourceText, Table

__all__ = ["Block", "Cell", "Note", "SourceText", "Table", "from_text", "read_bytes", "read_path"]
