"""The colours can be read in every theme."""

import pytest

from simulator.desk.kit.tokens import THEMES, contrast, mixed, palette, rgb

READ = [
    ("text", "panel", 7.0),
    ("text", "input", 7.0),
    ("text", "canvas", 7.0),
    ("text", "accent_soft", 7.0),
    ("text", "amber_soft", 4.5),
    ("text2", "panel", 4.5),
    ("text2", "head", 4.5),
    ("text2", "canvas", 4.5),
    ("text2", "input", 4.5),
    ("faint", "input", 4.5),
    ("faint", "panel", 4.5),
    ("on_bar", "bar", 7.0),
    ("on_bar2", "bar", 4.5),
    ("on_bar", "bar2", 7.0),
    ("bar_good", "bar", 4.5),
    ("bar_warn", "bar", 4.5),
    ("bar_bad", "bar", 4.5),
    ("red", "red_soft", 4.5),
    ("red", "panel", 4.5),
    ("red", "input", 4.5),
    ("amber", "amber_soft", 4.5),
    ("amber", "panel", 4.5),
    ("green", "green_soft", 4.5),
    ("green", "panel", 4.5),
    ("accent", "accent_soft", 4.5),
    ("accent", "panel", 4.5),
    ("accent", "input", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_solid", "go", 4.5),
    ("on_solid", "stop", 4.5),
    ("text", "select", 4.5),
    ("text", "hover", 4.5),
    ("text", "zebra", 4.5),
    ("edge", "input", 3.0),
    ("edge", "panel", 3.0),
    ("accent", "input", 3.0),
]


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize(("front", "ground", "least"), READ)
def test_every_pair_of_colours_can_be_read(theme: str, front: str, ground: str, least: float) -> None:
    colours = THEMES[theme]
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("ground", ["canvas", "panel", "input", "bar"])
def test_one_edge_of_the_focus_ring_stands_out_on_every_ground(theme: str, ground: str) -> None:
    colours = THEMES[theme]
    assert max(contrast(colours[part], colours[ground]) for part in ("focus", "focus_in")) >= 3.0


def test_all_themes_name_the_same_colours() -> None:
    names = {frozenset(colours) for colours in THEMES.values()}
    assert len(names) == 1


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_colours_are_read_and_mixed() -> None:
    assert rgb("#14202B") == (20, 32, 43)
    assert mixed((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)
    assert palette("day")["input"] == (255, 255, 255)
