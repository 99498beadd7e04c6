"""Cleaning: from the words of a document to one stream of plain characters that knows where each came from."""

from planparse.cleaning.stream import clean
from planparse.cleaning.text import CleanText

__all__ = ["CleanText", "clean"]
