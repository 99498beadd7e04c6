"""Figures: what mentions mean together — role, indicator, action, due, change, responsible units."""

from planparse.figures.document import build_document

__all__ = ["build_document"]
