"""planparse turns Chinese plan documents (工作方案, 实施方案, 行动计划, 规划) into structured, validated data.

>>> import planparse
>>> document = planparse.extract("plan.txt")
>>> document.plans[0].targets[0].quantity.value
70
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.models import Document
    from planparse.pipeline import extract, extract_bytes

__all__ = ["Document", "__version__", "extract", "extract_bytes"]

__version__ = "0.1.0"

_HOMES = {"extract": "planparse.pipeline", "extract_bytes": "planparse.pipeline", "Document": "planparse.models"}


def __getattr__(name: str) -> Any:
    """Imports the API on first use: `import planparse` itself stays quick."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
