"""One press by mistake never ends a call: the line is cleared when it is asked for twice."""

import pygame as pg
import pytest
from desk_driver import Desk, type_in

from simulator import actions as a
from simulator.desk.keys import help_rows
from simulator.desk.kit.textfield import TextField


def asked(desk: Desk) -> bool:
    return desk.screen.bar.asking and not desk.done(a.Clear)


def test_the_first_press_asks_and_the_second_clears(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    assert asked(desk)
    desk.at(3_000)
    desk.d.key(pg.K_F12)
    assert len(desk.done(a.Clear)) == 1 and not desk.screen.bar.asking


def test_the_mouse_is_asked_too_and_a_double_click_clears_nothing(desk: Desk) -> None:
    desk.d.click("Clear line")
    desk.d.click("Clear line")
    assert asked(desk)
    desk.at(3_000)
    desk.d.click("Clear line")
    assert len(desk.done(a.Clear)) == 1


@pytest.mark.parametrize("how", ["esc", "mouse"])
def test_whoever_stays_is_asked_afresh_the_next_time(desk: Desk, how: str) -> None:
    desk.d.key(pg.K_F12)
    desk.d.key(pg.K_ESCAPE) if how == "esc" else desk.d.click("Stay on the line")
    assert not desk.screen.bar.asking and desk.ui.focus is desk.screen.conversation.say
    desk.at(3_000)
    desk.d.key(pg.K_F12)
    assert asked(desk)


def test_staying_leaves_the_keyboard_and_what_was_typed_where_they_were(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ann")
    desk.d.key(pg.K_F12)
    desk.d.type("a")
    desk.d.key(pg.K_ESCAPE)
    desk.d.type(" Ford")
    box = desk.ui.by_name("Caller name")
    assert isinstance(box, TextField) and box.text == "Anna Ford"


def test_the_question_stops_nobody_from_speaking_and_who_speaks_stays(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    desk.d.type("Are you safe now?")
    assert asked(desk)
    desk.d.key(pg.K_RETURN)
    assert len(desk.done(a.Say)) == 1 and not desk.screen.bar.asking


def test_space_typed_after_the_button_was_pressed_by_mistake_clears_nothing(desk: Desk) -> None:
    desk.d.click("Clear line")
    desk.at(4_000)
    desk.d.key(pg.K_SPACE, 0, " ")
    assert not desk.done(a.Clear) and desk.ui.focus is desk.screen.conversation.say


def test_time_goes_on_and_a_question_that_nobody_answers_goes(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    desk.at(12_000)
    assert desk.screen.view.captions[-1].text == "Twenty-seven Alder Rise."
    desk.at(20_000)
    desk.app.second()
    assert not desk.screen.bar.asking
    desk.d.key(pg.K_F12)
    assert asked(desk)


@pytest.mark.parametrize("key", [pg.K_F3, pg.K_F4, pg.K_F5])
def test_another_key_of_the_telephone_is_obeyed_and_withdraws_the_question(desk: Desk, key: int) -> None:
    desk.d.key(pg.K_F12)
    desk.d.key(key)
    assert not desk.screen.bar.asking and desk.screen.bar.buttons["hold"].visible


def test_a_line_that_is_already_clear_is_not_asked_about(desk: Desk) -> None:
    desk.clear_line()
    desk.d.key(pg.K_F12)
    assert not desk.screen.bar.asking


def test_the_help_says_that_the_key_asks_first() -> None:
    assert "asks" in dict(help_rows())["F12"]
