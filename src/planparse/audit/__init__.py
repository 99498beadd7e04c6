"""What does not add up: relations between figures, and diagnostics for what could not be understood."""

from planparse.audit.passage import Placed
from planparse.audit.plan import audit

__all__ = ["Placed", "audit"]
