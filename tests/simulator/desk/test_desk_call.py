"""A contact at the desk, from the start screen to the debrief, driven by keys and mouse."""

from collections.abc import Callable

import pygame as pg
import pytest
from desk_driver import Desk, choose, desk_of, type_in

from simulator import actions as a
from simulator.desk.ports import LiveCall, StartChoice

# start


def test_a_contact_is_taken_from_the_start_by_one_key() -> None:
    desk = desk_of()
    desk.d.key(pg.K_RETURN)
    assert desk.session.choices[0].contact is None and desk.session.choices[0].trainee == "T1"
    assert desk.screen.view.line.state == "ringing"


def test_nobody_takes_a_contact_without_a_name() -> None:
    desk = desk_of()
    type_in(desk, "Your name or number", "")
    desk.d.ctrl(pg.K_a)
    desk.d.key(pg.K_BACKSPACE)
    desk.d.key(pg.K_RETURN)
    assert not desk.session.choices and desk.ui.focus is desk.ui.by_name("Your name or number")


def test_what_cannot_start_says_why_on_the_screen() -> None:
    desk = desk_of()
    desk.session.refusal = "No contact is approved for assessment. Ask your trainer."
    desk.d.key(pg.K_RETURN)
    words = [getattr(w, "text", "") for w in desk.ui.root.walk()] if desk.ui.root else []
    assert desk.session.refusal in words


def test_while_a_first_start_goes_on_the_screen_says_how_far_it_is_and_no_impatient_key_reaches_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = desk_of()
    shown: list[str] = []
    ready = desk.session.start

    def slow(choice: StartChoice, tell: Callable[[str], object] | None = None) -> LiveCall:
        assert tell is not None
        pg.event.post(pg.event.Event(pg.KEYDOWN, key=pg.K_RETURN, mod=0, unicode="\r", scancode=0))
        pg.event.post(pg.event.Event(pg.MOUSEBUTTONDOWN, button=1, pos=(5, 5)))
        tell("Getting this contact ready: 50%")
        assert not desk.ui.damage and not pg.event.peek((pg.KEYDOWN, pg.MOUSEBUTTONDOWN))
        shown.extend(str(getattr(w, "text", "")) for w in (desk.ui.root.walk() if desk.ui.root else ()))
        return ready(choice)

    monkeypatch.setattr(desk.session, "start", slow)
    desk.d.key(pg.K_RETURN)
    assert "Getting this contact ready: 50%" in shown
    assert desk.screen.view.line.state == "ringing"


def test_adjustments_and_a_named_contact_go_with_the_choice() -> None:
    desk = desk_of()
    choose(desk, "This run is", "Assessment")
    choose(desk, "Contact", "Contact 2")
    type_in(desk, "Agreed adjustments", "extra time, larger text")
    desk.d.click("Take the contact")
    choice = desk.session.choices[0]
    assert (choice.mode, choice.contact) == ("assessment", "2")
    assert choice.adjustments == ("extra time", "larger text")


def test_a_key_held_from_the_start_does_not_answer_the_phone() -> None:
    desk = desk_of()
    for _ in range(4):  # the window system repeats a key that is held
        pg.event.post(pg.event.Event(pg.KEYDOWN, key=pg.K_RETURN, mod=0, unicode="\r", scancode=0))
    desk.ui.dispatch(pg.event.Event(pg.KEYDOWN, key=pg.K_RETURN, mod=0, unicode="\r", scancode=0))
    desk.ui.step()
    assert desk.screen.view.line.state == "ringing"


# the line


def test_the_keyboard_is_on_answer_while_it_rings_and_on_speech_once_answered() -> None:
    desk = desk_of().begin()
    assert desk.ui.focus is desk.screen.bar.buttons["answer"]
    desk.d.key(pg.K_RETURN)
    assert desk.screen.view.line.state == "connected" and desk.ui.focus is desk.screen.conversation.say


def test_words_are_said_by_enter_and_began_with_their_first_key(desk: Desk) -> None:
    desk.at(4_000)
    desk.d.type("P")
    desk.at(6_500)
    desk.d.type("olice emergency.")
    desk.d.key(pg.K_RETURN)
    assert desk.done(a.Say) == [a.Say(text="Police emergency.", began_ms=4_000)]
    assert desk.screen.conversation.say.text == ""
    assert [k.speech for k in desk.done(a.KeysHeard)] == [True, True]


def test_shift_enter_makes_a_new_line_and_says_nothing(desk: Desk) -> None:
    desk.d.type("one")
    desk.d.key(pg.K_RETURN, pg.KMOD_LSHIFT)
    assert desk.screen.conversation.say.text == "one\n" and not desk.done(a.Say)


def test_the_callers_words_come_when_they_are_due(desk: Desk) -> None:
    desk.at(2_400)
    assert not desk.screen.view.captions
    desk.at(2_600)
    assert desk.screen.view.captions[0].text.startswith("Please.")


def test_words_typed_to_a_caller_on_hold_are_kept(desk: Desk) -> None:
    desk.d.type("Hello")
    desk.d.key(pg.K_F3)
    desk.focus("Say to caller")
    desk.d.key(pg.K_RETURN)
    assert desk.screen.conversation.say.text == "Hello" and not desk.done(a.Say)
    desk.d.key(pg.K_F3)
    assert [x.kind for x in desk.done(a.Hold, a.Resume)] == ["hold", "resume"]


def test_with_captions_off_the_callers_words_are_not_written(desk: Desk) -> None:
    desk.at(3_000)
    desk.d.key(pg.K_F9)
    caption = desk.screen.view.captions[0]
    assert caption.text not in desk.screen.conversation.transcript.words(caption)


# wrap-up, stop, pause, the end


def test_wrap_up_closes_with_category_qualifiers_and_result(desk: Desk) -> None:
    desk.clear_line()
    choose(desk, "Result", "Advice given")
    choose(desk, "Close as", "Message")
    choose(desk, "Qualifiers", "Vulnerable")
    choose(desk, "Qualifiers", "Repeat")
    choose(desk, "Qualifiers", "Vulnerable")
    desk.d.click("Close incident")
    assert desk.done(a.Close) == [a.Close(category="Message", qualifiers=("Repeat",), result="advice_given")]


def test_finishing_asks_first_and_adds_what_is_in_the_log_box(desk: Desk) -> None:
    desk.clear_line()
    desk.d.ctrl(pg.K_l)
    desk.d.type("Half a line")
    desk.d.click("Finish wrap-up")
    assert not desk.done(a.FinishWrapUp)
    desk.d.click("Finish")
    assert [x.kind for x in desk.done(a.Note, a.FinishWrapUp)] == ["note", "finish"]


def test_practice_ends_in_a_debrief_whose_marks_show_their_entries(desk: Desk) -> None:
    desk.clear_line()
    desk.screen.finish()
    desk.settle()
    timeline = desk.ui.by_name("Timeline of the call")
    marks = desk.ui.by_name("Marks")
    assert timeline.marked == {3} and len(marks.rows) == 1  # type: ignore[attr-defined]
    desk.d.click("Take another contact")
    assert desk.ui.by_name("Take the contact")


def test_an_assessment_ends_without_a_mark_in_sight() -> None:
    desk = desk_of().answered("assessment")
    desk.clear_line()
    desk.screen.finish()
    desk.settle()
    with pytest.raises(LookupError):
        desk.ui.by_name("Marks")
    assert desk.ui.by_name("End")


def test_stop_is_always_there_and_is_confirmed(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ellen")
    desk.d.key(pg.K_s, pg.KMOD_LCTRL | pg.KMOD_LSHIFT)
    desk.d.key(pg.K_ESCAPE)
    assert not desk.done(a.Stop)
    desk.d.key(pg.K_s, pg.KMOD_LCTRL | pg.KMOD_LSHIFT)
    desk.d.click("Stop the run")
    assert [x.kind for x in desk.done(a.Record, a.Stop)] == ["record", "stop"]


def test_pause_exists_in_practice_only(desk: Desk) -> None:
    desk.d.ctrl(pg.K_p)
    assert desk.screen.view.line.paused
    desk.d.ctrl(pg.K_p)
    assert not desk.screen.view.line.paused
    exam = desk_of().answered("assessment")
    exam.d.ctrl(pg.K_p)
    assert not exam.done(a.Pause) and not exam.screen.banner.pause.visible


def test_what_is_typed_while_it_rings_is_recorded_once_it_is_answered() -> None:
    desk = desk_of().begin()
    type_in(desk, "Caller name", "Ellen")
    desk.d.key(pg.K_TAB)
    desk.at(1_000)
    assert not desk.done(a.Record)
    desk.d.key(pg.K_F2)
    desk.at(3_000)
    assert desk.done(a.Record) == [a.Record(values={"name": "Ellen"})]


def test_what_is_typed_in_a_pause_is_recorded_before_the_run_is_stopped(desk: Desk) -> None:
    desk.d.ctrl(pg.K_p)
    type_in(desk, "Caller name", "Ellen")
    desk.focus("New log entry")
    desk.d.type("Half a line")
    desk.at(9_000)
    assert not desk.done(a.Record)
    desk.d.key(pg.K_s, pg.KMOD_LCTRL | pg.KMOD_LSHIFT)
    desk.d.click("Stop the run")
    wanted = (a.Continue, a.Record, a.Note, a.Stop)
    assert [x.kind for x in desk.done(*wanted)] == ["continue", "note", "record", "stop"]


def test_closing_the_window_in_a_call_asks_first(desk: Desk) -> None:
    pg.event.post(pg.event.Event(pg.QUIT))
    desk.ui.step()
    assert desk.ui.running
    desk.d.click("Stop and leave")
    assert not desk.ui.running and desk.done(a.Stop)


def test_closing_the_window_twice_closes_it(desk: Desk) -> None:
    for _ in range(2):
        pg.event.post(pg.event.Event(pg.QUIT))
        desk.ui.step()
    assert not desk.ui.running and desk.done(a.Stop)


def test_the_locked_screen_shows_nothing_and_the_call_goes_on(desk: Desk) -> None:
    desk.d.key(pg.K_l, pg.KMOD_LCTRL | pg.KMOD_LSHIFT)
    assert desk.done(a.LockScreen) and desk.ui.by_name("Screen locked").rect == desk.ui.screen.get_rect()
    desk.at(4_000)
    assert desk.screen.view.captions
    desk.d.key(pg.K_RETURN)
    assert not desk.ui.overlays


def test_a_journal_that_cannot_be_kept_ends_the_run_and_says_so(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ellen")
    desk.call.broken = "The disk is full."
    desk.d.key(pg.K_TAB)
    desk.settle()
    words = desk.ui.root.words.text if desk.ui.root else ""  # type: ignore[attr-defined]
    assert "The disk is full." in words and "does not count against you" in words
    assert desk.call.entries[-1].event.kind == "interrupted"


def test_without_sound_the_desk_says_so_once_and_shows_captions() -> None:
    desk = desk_of().begin(captions=False)
    assert desk.screen.footer.standing == "No sound" and desk.screen.conversation.captions


def test_a_refusal_is_shown_and_passes(desk: Desk) -> None:
    desk.screen.control.do(a.ExplainGrade(because="no grade yet"))
    assert desk.screen.footer.notice == "That cannot be done now."
    desk.at(60_000)
    assert desk.screen.footer.notice == ""


def test_whoever_types_on_after_a_deed_speaks_to_the_caller_and_does_it_once(desk: Desk) -> None:
    desk.screen.go_deed("hand_over")
    desk.d.type("Two men, crowbar")
    form = desk.screen.side.actions.form
    desk.ui.set_focus(form.button)
    desk.d.key(pg.K_RETURN)
    for char in "stay on":
        desk.d.key(ord(char), 0, char)
        desk.d.type(char)
    assert [done.text for done in desk.done(a.HandOver)] == ["Two men, crowbar"]
    assert desk.screen.conversation.say.text == "stay on"


def test_a_deed_of_wrap_up_leaves_the_keyboard_on_the_list_of_deeds(desk: Desk) -> None:
    desk.clear_line()
    desk.screen.go_deed("hand_over")
    desk.ui.set_focus(desk.screen.side.actions.form.button)
    desk.d.key(pg.K_RETURN)
    assert len(desk.done(a.HandOver)) == 1 and desk.ui.focus is desk.screen.side.actions.choice
