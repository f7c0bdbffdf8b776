"""Keys that come faster than the desk: whatever is typed after the answer stands in the speech line, all of it."""

from collections.abc import Iterable, Iterator

import pygame as pg
import pytest
from desk_driver import desk_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pygame.event import Event

from simulator import actions as a

WORDS = "Police, what is the address?"


def struck(key: int, text: str = "") -> list[Event]:
    """A key goes down, makes its text, and comes up, as the window system tells it."""
    down, up = (Event(kind, key=key, mod=0, unicode=text, scancode=0) for kind in (pg.KEYDOWN, pg.KEYUP))
    return [down, *([Event(pg.TEXTINPUT, text=text)] if text else []), up]


def typed(words: str) -> list[Event]:
    return [event for char in words for event in struck(ord(char.lower()), char)]


class TextInput:
    """Whether the window system makes text of keys, as the desk last told it."""

    on = True


@pytest.fixture(autouse=True, scope="module")
def text_input() -> Iterator[None]:
    """SDL itself cannot be asked, and posted events pass by its switch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pg.key, "start_text_input", lambda: setattr(TextInput, "on", True))
        patch.setattr(pg.key, "stop_text_input", lambda: setattr(TextInput, "on", False))
        yield


def post(events: Iterable[Event]) -> None:
    """Into the queue as the window system puts them there: text that is switched off is lost."""
    for event in events:
        if event.type != pg.TEXTINPUT or TextInput.on:
            pg.event.post(event)


@pytest.mark.parametrize(
    "answer", [struck(pg.K_F2), struck(pg.K_RETURN), struck(pg.K_SPACE, " ")], ids=["F2", "Enter", "Space"]
)
def test_what_is_typed_before_the_desk_has_taken_the_answer_is_said(answer: list[Event]) -> None:
    desk = desk_of().begin()
    post([*answer, *typed(WORDS), *struck(pg.K_RETURN)])
    desk.ui.step()
    assert [said.text for said in desk.done(a.Say)] == [WORDS]


def test_the_mouse_answers_and_the_words_typed_at_once_are_kept() -> None:
    desk = desk_of().begin()
    place = desk.screen.bar.buttons["answer"].rect.center
    post(Event(kind, pos=place, button=1) for kind in (pg.MOUSEBUTTONDOWN, pg.MOUSEBUTTONUP))
    post(typed(WORDS))
    desk.ui.step()
    assert desk.screen.conversation.say.text == WORDS


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 3 * len(WORDS) + 2), max_size=6))
def test_however_the_keys_fall_into_the_desks_turns_none_is_lost(turns: list[int]) -> None:
    desk = desk_of().begin()
    for number, event in enumerate([*struck(pg.K_F2), *typed(WORDS)]):
        if number in turns:
            desk.ui.step()
        post([event])
    desk.ui.step()
    assert desk.screen.conversation.say.text == WORDS


def test_words_typed_with_the_shortcut_of_a_box_go_into_that_box() -> None:
    desk = desk_of().answered()
    desk.ui.set_focus(desk.screen.bar.buttons["hold"])
    post(Event(kind, key=pg.K_l, mod=pg.KMOD_LCTRL, unicode="", scancode=0) for kind in (pg.KEYDOWN, pg.KEYUP))
    post(typed("crowbar"))
    desk.ui.step()
    assert (desk.screen.log.box.text, desk.screen.conversation.say.text) == ("crowbar", "")


def test_letters_pressed_while_it_rings_are_typed_nowhere() -> None:
    desk = desk_of().begin()
    post([*typed("abc"), *struck(pg.K_F2)])
    desk.ui.step()
    assert desk.screen.conversation.say.text == ""


def test_a_space_that_is_held_on_the_answer_makes_no_spaces() -> None:
    desk = desk_of().begin()
    down, text, up = struck(pg.K_SPACE, " ")
    post([down, text, down, text, text, up, *typed("Yes")])
    desk.ui.step()
    assert desk.screen.conversation.say.text == "Yes"
