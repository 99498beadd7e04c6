"""Figures: what mentions mean together — role, indicator, action, due, change, responsible units."""

from planparse.figures.ids import Ids
from planparse.figures.plan import BuiltPlan, build_plan

__all__ = ["BuiltPlan", "Ids", "build_plan"]
