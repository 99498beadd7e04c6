"""Figures: what mentions mean together — role, indicator, action, due, change, responsible units."""

from planparse.figures.ids import Ids
from planparse.figures.plan import build_plan

__all__ = ["Ids", "build_plan"]
