"""Ctrl-C and SIGTERM as a wish that the run notices when it can end cleanly."""

from __future__ import annotations

import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["Interrupt", "Interrupted"]


class Interrupted(Exception):  # noqa: N818 - no error
    """The user wants the run to end."""


class Interrupt:
    """While entered, signals only raise a flag, so that no write is torn; a second Ctrl-C has its usual effect."""

    def __init__(self) -> None:
        self.wanted = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Interrupt:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        self._restore()

    def check(self) -> None:
        """Raises Interrupted if the user wants the run to end."""
        if self.wanted:
            raise Interrupted

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.wanted = True
        self._restore()

    def _restore(self) -> None:
        for number, handler in self._before.items():
            with suppress(TypeError, ValueError):
                signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
