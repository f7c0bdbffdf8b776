"""Ctrl+C while results are being written: it is taken note of, and acted on where nothing can be torn."""

import signal
import threading
from types import FrameType
from typing import Any

PATIENT_PRESSES = 2


class Interrupts:
    """Inside `with`, the first presses of Ctrl+C only set `asked`; one press more interrupts as usual."""

    def __init__(self) -> None:
        self.presses = 0
        self._before: Any = None

    @property
    def asked(self) -> bool:
        """Whether somebody wants to stop."""
        return self.presses > 0

    def __enter__(self) -> "Interrupts":
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._pressed)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _pressed(self, number: int, frame: FrameType | None) -> None:
        self.presses += 1
        if self.presses > PATIENT_PRESSES:
            raise KeyboardInterrupt
