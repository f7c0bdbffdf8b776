"""The trainee speaks: key, meter, words; checked in practice, as heard in assessment; typing is always there."""

from dataclasses import replace

import pygame as pg
import pytest
from desk_driver import Desk, desk_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pygame.event import Event
from told_hearing import ToldHearing, words

from audio.hearing import HearingEvent, MicrophoneLost, NothingHeard, SpeechBegan, SpeechEnded
from simulator import actions as a
from simulator import events as e
from simulator.desk.heard_box import HeardBox
from simulator.desk.speaking import GONE
from simulator.desk.talk_keys import TALK_KEYS
from simulator.heard import Recognised


def speaking_desk(mode: e.Mode = "practice", **wanted: object) -> tuple[Desk, ToldHearing]:
    """A desk on which the trainee speaks, the call answered at two seconds."""
    desk, hearing = desk_of(), ToldHearing()
    desk.app.hearing = hearing
    desk.app.change(replace(desk.app.settings, **{"speech": "hold", **wanted}))
    return desk.answered(mode), hearing


def down(desk: Desk, key: int = pg.K_F8, mod: int = 0) -> None:
    pg.event.post(Event(pg.KEYDOWN, key=key, mod=mod, unicode="", scancode=0))
    desk.ui.step()


def up(desk: Desk, key: int = pg.K_F8) -> None:
    pg.event.post(Event(pg.KEYUP, key=key, mod=0, unicode="", scancode=0))
    desk.ui.step()


def heard(desk: Desk, hearing: ToldHearing, *told: HearingEvent, at: int = 15_000) -> None:
    hearing.tell(*told)
    desk.at(at)


def spoken(desk: Desk) -> list[a.Say]:
    return [say for say in desk.done(a.Say) if say.source == "spoken"]


def state(desk: Desk) -> str:
    assert desk.screen.speaking is not None
    return desk.screen.speaking.state


def says(desk: Desk) -> str:
    assert desk.screen.speaking is not None
    return desk.screen.speaking.words


def box(desk: Desk) -> HeardBox:
    return desk.screen.conversation.heard


# key and line


def test_the_microphone_opens_with_the_line_and_closes_with_it() -> None:
    desk, hearing = speaking_desk(microphone="Headset")
    assert hearing.asked == ["prepare", "open hold Headset"] and state(desk) == "ready"
    desk.clear_line()
    assert hearing.asked[-1] == "shut" and state(desk) == "away"


def test_a_held_key_listens_and_its_release_ends_it() -> None:
    desk, hearing = speaking_desk()
    down(desk)
    down(desk)  # a key that is held repeats
    assert state(desk) == "listening" and says(desk) == "Listening"
    up(desk)
    assert hearing.asked.count("press") == hearing.asked.count("release") == 1
    heard(desk, hearing, SpeechEnded())
    assert state(desk) == "working" and says(desk) == "Working out what you said"


def test_the_button_is_held_with_the_mouse() -> None:
    desk, hearing = speaking_desk()
    place = desk.ui.by_name("Talk").rect.center
    pg.event.post(Event(pg.MOUSEBUTTONDOWN, pos=place, button=1))
    desk.ui.step()
    assert state(desk) == "listening"
    pg.event.post(Event(pg.MOUSEBUTTONUP, pos=(5, 5), button=1))  # wherever the mouse is by then
    desk.ui.step()
    assert hearing.asked[-1] == "release"


def test_whoever_cannot_hold_a_key_presses_it_twice() -> None:
    desk, hearing = speaking_desk(speech="switch")
    down(desk)
    up(desk)
    assert state(desk) == "listening" and "release" not in hearing.asked
    down(desk)
    up(desk)
    assert hearing.asked[-1] == "release"


def test_the_button_obeys_the_keyboard_too() -> None:
    desk, hearing = speaking_desk()
    desk.focus("Talk")
    desk.d.key(pg.K_SPACE)
    assert state(desk) == "listening"
    desk.d.key(pg.K_SPACE)  # the repeat of a key that is held
    assert "release" not in hearing.asked
    desk.at(5_000)
    desk.d.key(pg.K_SPACE)
    assert hearing.asked[-1] == "release"


@pytest.mark.parametrize("name", TALK_KEYS)
def test_the_key_to_talk_with_can_be_changed(name: str) -> None:
    desk, _ = speaking_desk(talk_key=name)
    down(desk, pg.key.key_code(name), pg.KMOD_RCTRL if name == "right ctrl" else 0)
    assert state(desk) == "listening"
    if name != "f8":
        up(desk, pg.key.key_code(name))
        heard(desk, ToldHearing())
        down(desk, pg.K_F8)
        assert desk.screen.speaking is not None and not desk.screen.speaking._down


def test_notes_can_be_typed_while_the_key_is_held() -> None:
    desk, hearing = speaking_desk()
    desk.focus("New log entry")
    down(desk)
    desk.d.type("two men")
    up(desk)
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    assert desk.ui.focus is desk.ui.by_name("New log entry") and desk.screen.log.box.text == "two men"
    assert box(desk).visible and box(desk).text == "where are you"


def test_nothing_is_listened_to_before_the_call_is_answered_or_on_hold() -> None:
    desk, hearing = speaking_desk()
    desk.d.key(pg.K_F3)
    down(desk)
    assert "press" not in hearing.asked and hearing.asked[-1] == "drop" and state(desk) == "ready"
    ringing, ears = desk_of(), ToldHearing()
    ringing.app.hearing = ears
    ringing.app.change(replace(ringing.app.settings, speech="hold"))
    ringing.begin()
    down(ringing)
    assert ears.asked == ["prepare"]


# words


def test_in_practice_words_are_checked_then_enter_says_them() -> None:
    desk, hearing = speaking_desk()
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    assert not spoken(desk) and state(desk) == "checking" and "90 % sure" in says(desk)
    assert desk.ui.focus is box(desk)
    desk.d.key(pg.K_RETURN)
    (say,) = spoken(desk)
    assert (say.text, say.began_ms, say.lasted_ms) == ("where are you", 13_000, 1_000)
    assert say.recognised == Recognised(
        heard="where are you", engine="test", confidence=0.9, words=say.recognised.words if say.recognised else ()
    )
    assert not box(desk).visible and desk.ui.focus is desk.screen.conversation.say


def test_what_is_put_right_is_said_and_known_to_be_put_right() -> None:
    desk, hearing = speaking_desk()
    heard(desk, hearing, SpeechEnded(), words("is that Wiccan road", "Wiccan"))
    assert box(desk).doubtful == ("Wiccan",)
    desk.d.ctrl(pg.K_a)
    desk.d.type("is that Wickham Road")
    desk.d.key(pg.K_RETURN)
    (say,) = spoken(desk)
    assert say.text == "is that Wickham Road" and say.recognised is not None
    assert say.recognised.corrected and say.recognised.heard == "is that Wiccan road"


def test_escape_drops_what_was_heard_but_never_unseen() -> None:
    desk, hearing = speaking_desk()
    desk.focus("New log entry")
    heard(desk, hearing, SpeechEnded(), words("no that is wrong"))
    desk.d.key(pg.K_ESCAPE)
    assert box(desk).visible and desk.ui.focus is box(desk)
    desk.d.key(pg.K_ESCAPE)
    assert not box(desk).visible and not spoken(desk) and state(desk) == "ready"


def test_speaking_again_adds_to_what_waits() -> None:
    desk, hearing = speaking_desk()
    heard(desk, hearing, SpeechEnded(), words("where are you", began_ago_ms=1_000))
    heard(desk, hearing, SpeechEnded(), words("exactly", "exactly", began_ago_ms=500, lasted_ms=400), at=20_000)
    assert box(desk).text == "where are you exactly" and box(desk).doubtful == ("exactly",)
    desk.d.key(pg.K_RETURN)
    (say,) = spoken(desk)
    assert say.recognised is not None and not say.recognised.corrected
    assert (say.began_ms, say.lasted_ms, len(say.recognised.words)) == (14_000, 1_400, 4)


def test_in_assessment_words_go_as_heard_and_stay_visible_with_how_sure_they_are() -> None:
    desk, hearing = speaking_desk("assessment")
    heard(desk, hearing, SpeechEnded(), words("is that Wiccan road", "Wiccan"))
    (say,) = spoken(desk)
    assert say.text == "is that Wiccan road" and not box(desk).visible
    assert say.recognised is not None and not say.recognised.corrected


def test_whoever_does_not_want_to_check_in_practice_speaks_straight_on() -> None:
    desk, hearing = speaking_desk(check_words=False)
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    assert [say.text for say in spoken(desk)] == ["where are you"]


def test_typing_goes_on_beside_speech() -> None:
    desk, hearing = speaking_desk()
    desk.focus("Say to caller")
    desk.d.type("hello")
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    desk.focus("Say to caller")
    desk.d.key(pg.K_RETURN)
    assert [(say.text, say.source) for say in desk.done(a.Say)] == [("hello", "typed")]
    assert box(desk).text == "where are you"


def test_words_that_come_when_nobody_is_there_are_told_not_lost_silently() -> None:
    desk, hearing = speaking_desk()
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    desk.d.key(pg.K_F3)
    desk.focus("What was heard")
    desk.d.key(pg.K_RETURN)
    assert not spoken(desk) and says(desk) == GONE


# the two sides at once


def test_the_caller_is_cut_short_when_the_trainee_begins_to_speak() -> None:
    desk, _ = speaking_desk()
    down(desk)
    assert a.KeysHeard(speech=True, voice=True) in desk.done(a.KeysHeard)


def test_the_caller_waits_while_words_are_worked_out() -> None:
    desk, hearing = speaking_desk()
    down(desk)
    up(desk)
    before = len(desk.done(a.KeysHeard))
    heard(desk, hearing, SpeechEnded(), at=3_000)
    for second in range(4, 8):
        desk.at(second * 1_000)
    assert len(desk.done(a.KeysHeard)) - before >= 4


def test_a_caller_who_cuts_in_while_the_key_is_held_is_noted() -> None:
    desk, hearing = speaking_desk()
    desk.at(8_000)
    down(desk)
    desk.at(11_000)  # the scripted caller speaks nine seconds after the answer
    desk.at(11_900)
    up(desk)
    heard(desk, hearing, SpeechEnded(), words("where are", began_ago_ms=4_000, lasted_ms=3_900), at=12_000)
    assert desk.done(a.TalkOver) == [a.TalkOver(by="caller", lasted_ms=900)]


def test_a_trainee_who_cuts_in_on_the_caller_is_not_cut_in_on() -> None:
    desk, hearing = speaking_desk()
    desk.at(11_100)
    down(desk)
    up(desk)
    heard(desk, hearing, SpeechEnded(), words("where are", began_ago_ms=900, lasted_ms=800), at=12_000)
    assert not desk.done(a.TalkOver)


# open line


def test_an_open_line_hears_by_itself_and_the_key_switches_it_off_and_on() -> None:
    desk, hearing = speaking_desk("assessment", speech="open")
    heard(desk, hearing, SpeechBegan(300), at=6_000)
    assert state(desk) == "listening" and a.KeysHeard(speech=True, voice=True) in desk.done(a.KeysHeard)
    heard(desk, hearing, SpeechEnded(), words("where are you"))
    assert [say.text for say in spoken(desk)] == ["where are you"]
    down(desk)
    up(desk)
    assert hearing.asked[-1] == "shut" and says(desk) == "The microphone is off."
    down(desk)
    assert hearing.asked[-1] == "open open"


def test_a_voice_on_hold_is_not_for_the_caller() -> None:
    desk, hearing = speaking_desk(speech="open")
    desk.d.key(pg.K_F3)
    heard(desk, hearing, SpeechBegan(300), at=6_000)
    assert hearing.asked[-1] == "drop" and state(desk) == "ready"


# trouble


def test_a_lost_microphone_is_told_and_typing_goes_on() -> None:
    desk, hearing = speaking_desk()
    down(desk)
    heard(desk, hearing, MicrophoneLost("The microphone went away."))
    assert state(desk) == "lost" and "Type what you say" in says(desk) and "F8 tries again" in says(desk)
    up(desk)
    desk.focus("Say to caller")
    desk.d.type("hello")
    desk.d.key(pg.K_RETURN)
    assert [say.text for say in desk.done(a.Say)] == ["hello"]
    down(desk)
    assert state(desk) == "listening"


def test_on_an_open_line_the_key_tries_a_lost_microphone_again() -> None:
    desk, hearing = speaking_desk(speech="open")
    heard(desk, hearing, MicrophoneLost("The microphone went away."))
    down(desk)
    assert hearing.asked[-1] == "open open" and state(desk) == "ready"


def test_where_no_words_were_heard_it_says_so() -> None:
    desk, hearing = speaking_desk()
    down(desk)
    up(desk)
    heard(desk, hearing, SpeechEnded(), NothingHeard("No words were heard."))
    assert state(desk) == "ready" and says(desk) == "No words were heard." and not box(desk).visible
    assert desk.done(a.KeysHeard)[-1] == a.KeysHeard(dropped=True)


def test_a_run_that_is_stopped_while_somebody_speaks_closes_the_microphone() -> None:
    desk, hearing = speaking_desk()
    down(desk)
    desk.screen.stop_run()
    assert hearing.asked[-1] == "shut" and hearing.tape is None


_EVENTS = st.sampled_from(
    [SpeechBegan(100), SpeechEnded(), words("where are you"), NothingHeard("why"), MicrophoneLost("why")]
)
_DEEDS = st.one_of(_EVENTS, st.sampled_from(["down", "up", "enter", "escape", "hold", "clear", "space"]))


@settings(max_examples=15, deadline=None)
@given(st.lists(_DEEDS, max_size=20), st.sampled_from(["hold", "switch", "open"]))
def test_no_order_of_events_breaks_the_desk_or_says_words_twice(deeds: list[object], way: str) -> None:
    desk, hearing = speaking_desk(speech=way)
    given_words, now = 0, 2_000
    for deed in deeds:
        now += 700
        if isinstance(deed, str):
            if deed == "down":
                down(desk)
            elif deed == "up":
                up(desk)
            else:
                keys = {"enter": pg.K_RETURN, "escape": pg.K_ESCAPE, "hold": pg.K_F3, "clear": pg.K_F12}
                desk.d.key(keys.get(deed, pg.K_SPACE))
        else:
            given_words += deed == words("where are you")
            hearing.tell(deed)  # type: ignore[arg-type]
        desk.at(now)
    said = " ".join(say.text for say in spoken(desk))
    assert said.count("where are you") <= given_words


def test_a_desk_for_typing_has_no_talk_button() -> None:
    desk = desk_of().answered()
    down(desk)
    with pytest.raises(LookupError):
        desk.ui.by_name("Talk")
