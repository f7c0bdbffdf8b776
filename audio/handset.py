"""The telephone in the words of the desk: plain text in, nothing to wait for; it says why it is silent, if it is."""

from audio.telephone import Phone
from audio.voice import SpokenLine


class Handset:
    """Puts a telephone into the trainee's hand. No method waits or fails."""

    def __init__(self, phone: Phone, background: str = "none") -> None:
        """`background` is what is heard behind the caller: none, room, street, office or car."""
        self._phone = phone
        self._background = background

    def ring(self) -> None:
        """Ring until answered, cleared or stopped."""
        self._phone.ring()

    def answer(self) -> None:
        """The line opens."""
        self._phone.answer(self._background)

    def caller_says(self, text: str, kind: str, style: str, lasts_ms: int | None = None) -> None:
        """Speak a caller's line; with `lasts_ms` it is spoken faster where it would take longer than that."""
        self._phone.caller_says(SpokenLine(text, kind, style, lasts_ms))

    def operator_says(self, text: str, lasts_ms: int | None = None) -> None:
        """Speak an operator's line."""
        self._phone.operator_says(text, lasts_ms=lasts_ms)

    def hold(self) -> None:
        """The caller is put on hold."""
        self._phone.hold()

    def resume(self) -> None:
        """The caller is taken off hold."""
        self._phone.resume()

    def hush(self) -> None:
        """Whoever speaks stops; the line stays open."""
        self._phone.stop()

    def clear(self, by_caller: bool = False) -> None:
        """The call ended, with the tone of a cleared line when the caller rang off."""
        self._phone.clear(by_caller)

    def stop(self) -> None:
        """All sound ends at once."""
        self._phone.silence()

    def silent_because(self) -> str:
        """Why something is not heard, in one sentence; empty when all is heard."""
        return self._phone.trouble

    def close(self) -> None:
        """Let go of the device and of the process that speaks."""
        self._phone.close()
