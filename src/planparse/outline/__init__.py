"""The outline of a document: its plans, their headings and sections."""

from planparse.outline.find import find_outline
from planparse.outline.model import Outline, PlanOutline, SectionOutline
from planparse.outline.run_ins import part_headings

__all__ = ["Outline", "PlanOutline", "SectionOutline", "find_outline", "part_headings"]
