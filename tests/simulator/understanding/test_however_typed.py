"""The same value typed on another keyboard, or as control rooms write it, is the same value."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring.matching import holds
from simulator.understanding.compare import compare, same
from simulator.understanding.normalise import unaccented
from simulator.understanding.values import canonical

ACCENTED = st.text(alphabet="abdeghilmnoprstuváàâãçéèêëíìîïñóòôõúùûýš", min_size=2, max_size=12)
HOURS, MINUTES = st.integers(0, 23), st.integers(0, 59)
SUBSCRIBER = st.integers(0, 999).map(lambda n: f"7700900{n:03d}")


@given(st.lists(ACCENTED, min_size=1, max_size=3))
def test_accents_and_hyphens_make_no_other_name(parts: list[str]) -> None:
    truth = "-".join(parts).title()
    for typed in (unaccented(truth), unicodedata.normalize("NFD", truth), " ".join(parts), truth.upper()):
        assert compare("name", typed, truth).agreement == "right", typed
        assert compare("name", truth, typed).agreement == "right", typed


@given(ACCENTED.filter(lambda name: not name.isascii()))
def test_a_name_has_one_capital_however_it_is_accented(name: str) -> None:
    assert canonical("name", name) == name.capitalize() == canonical("name", name.upper())


@pytest.mark.parametrize(
    ("typed", "truth"),
    [("Zoe", "Zoë"), ("Nunez", "Núñez"), ("Francois", "François"), ("Muller", "Müller"), ("Mueller", "Müller")],
)
def test_a_plain_keyboard_writes_it_rightly_either_way_about(typed: str, truth: str) -> None:
    assert same("name", typed, truth) and same("name", truth, typed)
    assert holds("name", f"spoke to {typed} at the door", truth)


def test_another_name_stays_another() -> None:
    assert not same("name", "Zara", "Zoë") and not same("name", "Nunes", "Núñez")


@given(HOURS, MINUTES)
def test_a_time_is_right_as_control_rooms_write_it(hour: int, minute: int) -> None:
    truth = f"{hour:02d}:{minute:02d}"
    run = truth.replace(":", "")
    for typed in (run, f"{run}hrs", f"{run} hrs", truth.replace(":", "."), f"at {run}", f"02/08/2026 {run}"):
        assert canonical("time", typed) == truth, typed
        assert same("time", typed, truth), typed
    half, of_twelve = ("am" if hour < 12 else "pm"), hour % 12 or 12
    assert same("time", f"{of_twelve}.{minute:02d}{half}", truth)
    assert holds("time", f"Heard the door at {hour:02d}{minute:02d}.", truth)


@example(hour=0, minute=0, other=12, past=0)
@given(HOURS, MINUTES, HOURS, MINUTES)
def test_four_figures_of_another_time_are_wrong(hour: int, minute: int, other: int, past: int) -> None:
    if (hour, minute) != (other, past):
        assert not same("time", f"{hour:02d}{minute:02d}", f"{other:02d}:{past:02d}")


def test_the_year_of_a_date_is_no_time() -> None:
    assert not same("time", "2 August 2026", "20:26")
    assert not holds("time", "born 02/08/2026", "20:26")


@given(SUBSCRIBER, st.sampled_from(("", "+44 ", "+44", "0044", "0044 ", "44", "+44 (0)", "0")))
def test_a_number_is_the_same_without_its_nought_or_with_its_country(figures: str, before: str) -> None:
    typed, truth = f"{before}{figures[:4]} {figures[4:]}", f"0{figures}"
    assert canonical("phone", typed) == truth
    assert compare("phone", typed, truth).agreement == "right"
    assert holds("phone", f"ring back on {typed}", truth)


def test_part_of_a_number_is_still_a_part() -> None:
    assert compare("phone", "900822", "07700 900822").how == "partial"
