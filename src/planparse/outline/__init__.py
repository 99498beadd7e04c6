"""The outline of a document: its plans, their headings and sections."""

from planparse.outline.find import find_outline
from planparse.outline.model import Outline, PlanOutline, SectionOutline

__all__ = ["Outline", "PlanOutline", "SectionOutline", "find_outline"]
