"""Anything pressed in any order never breaks the desk, and never loses what was recorded."""

import random

import pygame as pg
import pytest
from desk_driver import Desk, desk_of

from simulator import events as e

KEYS = [
    *(getattr(pg, f"K_F{n}") for n in (1, 2, 3, 4, 5, 6, 9, 10, 12)),
    pg.K_TAB, pg.K_RETURN, pg.K_SPACE, pg.K_ESCAPE, pg.K_BACKSPACE, pg.K_DELETE, pg.K_UP, pg.K_DOWN, pg.K_LEFT,
    pg.K_RIGHT, pg.K_HOME, pg.K_END, pg.K_PAGEDOWN, *(ord(c) for c in "1234yhadegklmoprtw=-"),
]  # fmt: skip
MODS = [0, 0, 0, pg.KMOD_LSHIFT, pg.KMOD_LCTRL, pg.KMOD_LALT, pg.KMOD_LCTRL | pg.KMOD_LSHIFT]
TEXTS = ["a", "Alder Rise", " ", "ß", "字", "🚓", "\u202e", "\u0000", "x" * 700, "'; drop table"]
SIZES = [(1280, 720), (1920, 1080), (1366, 768), (2560, 1440)]


def one_step(desk: Desk, chance: random.Random, now: int) -> None:
    what = chance.random()
    width, height = desk.ui.screen.get_size()
    if what < 0.45:
        key = chance.choice(KEYS)
        desk.d.key(key, chance.choice(MODS), chr(key) if 32 <= key < 127 else "")
    elif what < 0.65:
        pg.event.post(pg.event.Event(pg.TEXTINPUT, text=chance.choice(TEXTS)))
        desk.ui.step()
    elif what < 0.92:
        desk.d.click((chance.randrange(width), chance.randrange(height)))
    elif what < 0.97:
        desk.d.wheel((chance.randrange(width), chance.randrange(height)), chance.choice((-3, 3)))
    elif what < 0.98:
        desk.d.resize(chance.choice(SIZES))
    else:
        desk.at(now)
        desk.settle()


@pytest.mark.parametrize(("seed", "kind"), [(1, "incident"), (2, "ticket"), (3, "incident")])
def test_a_monkey_never_breaks_the_desk(seed: int, kind: str) -> None:
    chance = random.Random(seed)
    desk = desk_of((1280, 720), desk=kind).answered()  # type: ignore[arg-type]
    for step in range(350):
        if not desk.ui.running:
            desk.ui.running = True
            desk.app.show_start()
        one_step(desk, chance, 2_000 + step * 40)
    for call in desk.session.calls:
        assert [entry.n for entry in call.entries] == list(range(1, len(call.entries) + 1))
        assert not any(isinstance(entry.event, e.Interrupted) for entry in call.entries)
