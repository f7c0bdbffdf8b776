"""The clipboard of the computer, and one of our own where that cannot be reached."""

from typing import Any

import pygame


class Clipboard:
    """Text out and in. What the computer refuses is kept here, so copy and paste always work in the desk."""

    def __init__(self) -> None:
        self._own = ""
        self._scrap: Any = None
        self._tried = False

    def put(self, text: str) -> None:
        """Put the text on the clipboard."""
        self._own = text
        scrap = self._ready()
        if scrap is None:
            return
        try:
            if hasattr(scrap, "put_text"):
                scrap.put_text(text)
            else:
                scrap.put("text/plain;charset=utf-8", text.encode("utf-8", "replace"))
        except (pygame.error, ValueError, TypeError, NotImplementedError):
            self._scrap = None

    def get(self) -> str:
        """The text on the clipboard; empty when there is none."""
        scrap = self._ready()
        if scrap is None:
            return self._own
        try:
            return _read(scrap) or self._own
        except (pygame.error, ValueError, TypeError, NotImplementedError):
            return self._own

    def _ready(self) -> Any:
        if not self._tried:
            self._tried = True
            self._scrap = _opened()
        return self._scrap


def _opened() -> Any:
    try:
        import pygame.scrap as scrap

        if not hasattr(scrap, "put_text"):
            scrap.init()
    except (ImportError, pygame.error, NotImplementedError):
        return None
    return scrap


def _read(scrap: Any) -> str:
    if hasattr(scrap, "get_text"):
        return str(scrap.get_text() or "")
    for kind in ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain"):
        data = scrap.get(kind)
        if data:
            return bytes(data).decode("utf-8", "replace").rstrip("\0")
    return ""
