"""The errors that a user of planparse can meet: one line each, what is wrong, where, and what to do."""

__all__ = ["PlanparseError", "ReadError", "RuleError", "UsageError"]


class PlanparseError(Exception):
    """Base of every error meant for a user.

    `message` says what is wrong and where; `hint` says what to do about it. `str(error)` is both on one line.
    Anything else that reaches a user is a bug.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}: {hint}" if hint else message)


class ReadError(PlanparseError):
    """A document that cannot be read: missing, not allowed, encrypted, empty, of no known format."""


class RuleError(PlanparseError):
    """A rule file that cannot be used; the message names file, rule and reason."""


class UsageError(PlanparseError):
    """An option or configuration that makes no sense."""
