"""What does not add up: relations between figures, and diagnostics for what could not be understood."""

from planparse.audit.document import audit

__all__ = ["audit"]
