"""A field says whether it is recorded, and since when: by an icon and in words, never cut (issue 3: sensible desk)."""

import pygame as pg
import pytest
from desk_driver import Desk, type_in

from simulator.desk.recorded_mark import ENTER, NOT_NOW, Mark, fitting, mark_of


def wall(t_ms: int) -> str:
    return f"14:00:{t_ms // 1000:02}"


def words(mark: Mark | None) -> str:
    assert mark is not None
    return mark.words[0]


def test_an_empty_field_that_was_never_recorded_has_no_mark() -> None:
    assert mark_of("", None, 0, wall) is None


@pytest.mark.parametrize(
    ("now", "kept", "how", "said"),
    [
        ("Ellen", "Ellen", ENTER, "recorded 14:00:07"),
        ("", "", ENTER, "emptied 14:00:07"),
        ("Ellen", None, ENTER, "Enter records"),
        ("Ellen Marsh", "Ellen", ENTER, "changed, Enter records"),
        ("Ellen", None, NOT_NOW, "not recorded yet"),
    ],
)
def test_the_mark_says_what_stands_in_the_journal(now: str, kept: str | None, how: str, said: str) -> None:
    assert words(mark_of(now, kept, 7_000, wall, how)) == said


def test_recorded_and_not_yet_differ_by_more_than_colour() -> None:
    kept, open_ = mark_of("a", "a", 0, wall), mark_of("b", "a", 0, wall)
    assert kept is not None and open_ is not None
    assert kept.icon != open_.icon and kept.words != open_.words


def test_the_words_are_shortened_and_never_cut() -> None:
    said = ("recorded 14:00:07", "14:00:07", "14:00")
    assert [fitting(said, lambda one: float(len(one)), room) for room in (20, 10, 6, 2)] == [*said, ""]


def test_at_the_desk_a_field_is_marked_as_it_is_typed_and_once_it_is_recorded(desk: Desk) -> None:
    name = next(one for one in desk.screen.form.editors.values() if one.field.id == "name")
    assert name.label.mark() is None
    type_in(desk, "Caller name", "Ellen")
    assert words(name.label.mark()) == ENTER
    desk.d.key(pg.K_RETURN)
    assert words(name.label.mark()).startswith("recorded ")
    desk.d.key(pg.K_END)
    desk.d.type(" Marsh")
    assert words(name.label.mark()) == f"changed, {ENTER}"
