"""Loads what a contact needs while the trainee writes their name: the desk is seen at once, and so the phone rings."""

import threading
from importlib import import_module

from commands.assembling import parts


class Warming:
    """Loads in the background once it is told to begin. Trouble is met again, and told, by whoever needs the part."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=self._load, name="warming", daemon=True)

    def begin(self) -> None:
        """Start loading; returns at once."""
        self._thread.start()

    def wait(self) -> None:
        """Until all is loaded that was begun; at once where nothing was begun."""
        if self._thread.ident is not None:
            self._thread.join()

    def _load(self) -> None:
        try:
            import_module("commands.kept_call")
            parts()
        except Exception:  # the contact needs the same part and says what is wrong with it
            return
