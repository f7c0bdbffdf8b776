"""Whatever is pressed and does nothing, the desk says why; words that nobody hears are kept."""

import pygame as pg
import pytest
from desk_driver import Desk, choose, desk_of, type_in

from simulator import actions as a
from simulator.desk.start import WHO_FIRST, StartScreen


def test_the_reproach_goes_as_soon_as_a_name_is_typed() -> None:
    desk = desk_of()
    screen = desk.ui.root
    assert isinstance(screen, StartScreen)
    screen.trainee.value = ""
    screen.start()
    assert screen.trouble.text == WHO_FIRST
    type_in(desk, "Your name or number", "S")
    assert screen.trouble.text == ""


@pytest.mark.parametrize(
    ("key", "mod", "why"),
    [(pg.K_F3, 0, "on hold"), (pg.K_p, pg.KMOD_LCTRL, "paused"), (pg.K_F12, 0, "line is clear")],
)
def test_words_that_nobody_hears_stay_in_the_box_and_the_desk_says_why(
    desk: Desk, key: int, mod: int, why: str
) -> None:
    if key == pg.K_F12:
        desk.clear_line()
    else:
        desk.d.key(key, mod)
    type_in(desk, "Say to caller", "Are you there?")
    desk.d.key(pg.K_RETURN)
    box = desk.screen.conversation.say
    assert box.text == "Are you there?" and why in desk.screen.footer.notice and not desk.done(a.Say)


def test_each_desk_looks_up_first_in_what_only_it_has(desk: Desk, ticket: Desk) -> None:
    assert desk.screen.side.look_up.system == "gazetteer" and ticket.screen.side.look_up.system == "members"


def test_a_ticket_has_no_grade_and_says_so(ticket: Desk) -> None:
    ticket.d.ctrl(pg.K_g)
    assert "no response grade" in ticket.screen.footer.notice


def test_closing_without_a_category_says_what_is_missing(desk: Desk) -> None:
    desk.clear_line()
    desk.d.click("Close incident")
    assert desk.screen.wrap_up.category.error and not desk.done(a.Close)
    choose(desk, "Close as", "Message")
    assert not desk.screen.wrap_up.category.error


def test_wrap_up_asked_for_in_the_call_says_when_it_begins(desk: Desk) -> None:
    desk.d.ctrl(pg.K_w)
    assert "F12" in desk.screen.footer.notice


def test_a_pause_asked_for_in_an_assessment_is_answered() -> None:
    exam = desk_of().answered("assessment")
    exam.d.ctrl(pg.K_p)
    assert "no pause" in exam.screen.footer.notice
