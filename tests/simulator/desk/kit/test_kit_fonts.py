"""Fonts: missing or broken ones are told and replaced, and nothing that is written does harm."""

from pathlib import Path

import pygame
import pytest

from simulator.desk.kit import UI
from simulator.desk.kit.faces import FOLDER, Faces
from simulator.desk.kit.fonts import Fonts
from simulator.desk.kit.gallery import Gallery
from simulator.desk.kit.testing import Driver, driving


@pytest.fixture
def d() -> Driver[Gallery]:
    return driving(Gallery, (1280, 800))


def test_missing_fonts_are_told_once_and_the_window_still_works(tmp_path: Path) -> None:
    ui = UI((800, 600), fonts=tmp_path)
    Gallery(ui)
    ui.step()
    ui.set_user_scale(1.4)
    ui.step()
    assert len(ui.notices) == 4
    assert all("cannot be used (the file is not there)" in notice for notice in ui.notices)


WHOLE = (FOLDER / "AtkinsonHyperlegibleNext_400Regular.ttf").read_bytes()


@pytest.mark.parametrize("broken", [b"", b"not a font", WHOLE[:11], WHOLE[:200], WHOLE[:20_000], WHOLE[:-1]])
def test_a_broken_font_is_told_and_replaced(tmp_path: Path, broken: bytes) -> None:
    for path in FOLDER.glob("*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "AtkinsonHyperlegibleNext_400Regular.ttf").write_bytes(broken)
    told: list[str] = []
    faces = Faces(tmp_path, told.append)
    assert faces.face("regular") is None
    assert faces.face("bold") is not None
    assert Fonts(faces).width("Alder Rise", 15) > 20
    assert len(told) == 1 and "AtkinsonHyperlegibleNext_400Regular.ttf" in told[0]


def test_what_no_font_has_becomes_a_visible_box() -> None:
    fonts = Fonts(Faces())
    for text in ("\ue123", "\U0010fffd"):
        assert fonts.width(text, 15) > 3
        ink = fonts.ink(text, 15, (0, 0, 0)).surface
        assert pygame.mask.from_surface(ink, 60).count() > 8


def test_text_that_cannot_be_drawn_takes_no_room_and_does_no_harm() -> None:
    fonts = Fonts(Faces())
    for text in ("\x00", "\u200d", "\ufe0f", "\ud800", "a\x00b", "\u0301", ""):
        fonts.ink(text, 15, (0, 0, 0))
        assert fonts.width(text, 15) >= 0
    assert fonts.width("a\x00b", 15) == fonts.width("ab", 15)


def test_the_caches_stay_within_their_caps(d: Driver[Gallery]) -> None:
    fonts = d.ui.fonts
    fonts.inks.cap = 200_000
    for number in range(400):
        fonts.ink(f"Alder Rise {number}", 17, (0, 0, 0))
    assert fonts.inks.held <= 200_000
