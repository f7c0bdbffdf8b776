"""Tells the engine that the trainee is typing, at most once a second, and since when an utterance has been typed."""

from simulator.actions import KeysHeard

AT_MOST_EVERY_MS = 1_000


class TypingPace:
    """Remembers when keys were last told, and when the present utterance began."""

    def __init__(self) -> None:
        self._told_ms: int | None = None
        self.began_ms: int | None = None

    def speech(self, text: str, now_ms: int) -> KeysHeard | None:
        """The utterance reads `text` now; its first key is told at once, later ones once a second."""
        if not text:
            self.began_ms = None
            return None
        first = self.began_ms is None
        if first:
            self.began_ms = now_ms
        return self._tell(now_ms, speech=True, at_once=first)

    def elsewhere(self, now_ms: int) -> KeysHeard | None:
        """A key was pressed in a field."""
        return self._tell(now_ms, speech=False, at_once=False)

    def said(self) -> int | None:
        """The utterance is finished: when it began; the next begins anew."""
        began, self.began_ms = self.began_ms, None
        return began

    def _tell(self, now_ms: int, *, speech: bool, at_once: bool) -> KeysHeard | None:
        if not at_once and self._told_ms is not None and now_ms - self._told_ms < AT_MOST_EVERY_MS:
            return None
        self._told_ms = now_ms
        return KeysHeard(speech=speech)
