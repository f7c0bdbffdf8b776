"""Loads what a contact needs while the trainee writes their name: the desk is seen at once, and so the phone rings."""

import contextlib
import threading
from collections.abc import Callable, Iterable
from importlib import import_module

from commands.assembling import compiled, parts
from scenarios.catalogue import UnknownScenario
from scenarios.problems import ProblemsFound

BESIDE_THE_DESK = 1  # thread that gets calls ready while somebody is at the desk, so that it stays quick


class _Wanted(Exception):
    """Somebody takes a contact: what is theirs comes first."""


class Warming:
    """Loads in the background once it is told to begin. Trouble is met again, and told, by whoever needs the part."""

    def __init__(self, calls: Callable[[], Iterable[str]] = tuple) -> None:
        """`calls` are to be got ready once all is loaded, the likeliest first, as long as nobody waits."""
        self._calls = calls
        self._names: tuple[str, ...] = ()
        self._wanted = threading.Event()
        self._thread = threading.Thread(target=self._load, name="warming", daemon=True)

    def begin(self) -> None:
        """Start loading; returns at once."""
        self._names = tuple(self._calls())  # here, since the results are only for the thread that opened them
        self._thread.start()

    def wait(self) -> None:
        """Until all is loaded that was begun; at once where nothing was begun. No further call is got ready."""
        self._wanted.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _load(self) -> None:
        try:
            import_module("commands.kept_call")
            parts()
            self._get_calls_ready()
        except Exception:  # the contact needs the same part and says what is wrong with it
            return

    def _get_calls_ready(self) -> None:
        from commands.readying import get_ready  # brings numpy, which the start screen does without

        for name in self._names:
            with contextlib.suppress(ProblemsFound, UnknownScenario):  # a file with mistakes keeps no other waiting
                get_ready(parts().understanding, compiled(name), self._go_on, threads=BESIDE_THE_DESK)

    def _go_on(self, done: int, of: int) -> None:
        if self._wanted.is_set():
            raise _Wanted
