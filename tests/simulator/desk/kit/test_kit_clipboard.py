"""The clipboard: where there is none, and what another program copied."""

import pygame
import pytest

from simulator.desk.kit import clipboard as clipboards
from simulator.desk.kit.clipboard import Clipboard


class BrokenScrap:
    """A clipboard that refuses everything."""

    def put_text(self, text: str) -> None:
        raise pygame.error("no clipboard")

    def get_text(self) -> str:
        raise pygame.error("no clipboard")


class OldScrap:
    """A clipboard that keeps bytes by kind."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, kind: str, data: bytes) -> None:
        self.kept[kind] = data

    def get(self, kind: str) -> bytes | None:
        return self.kept.get(kind)


def test_copy_and_paste_work_without_a_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboards, "_opened", lambda: BrokenScrap())
    clip = Clipboard()
    clip.put("Zoë 漢字")
    assert clip.get() == "Zoë 漢字"


def test_what_another_program_copied_is_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    scrap = OldScrap()
    monkeypatch.setattr(clipboards, "_opened", lambda: scrap)
    clip = Clipboard()
    clip.put("ours")
    assert clip.get() == "ours"
    scrap.kept = {"UTF8_STRING": "Łukasz".encode() + b"\0"}
    assert clip.get() == "Łukasz"
    scrap.kept = {"UTF8_STRING": b"bad \xff bytes"}
    assert clip.get() == "bad \ufffd bytes"
