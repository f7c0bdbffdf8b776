"""A contact at the desk, from the start screen to the debrief, driven by keys and mouse."""

import pygame as pg
import pytest
from desk_driver import Desk, desk_of

from simulator import actions as a
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.textfield import TextField


def type_in(desk: Desk, name: str, text: str) -> None:
    desk.focus(name)
    desk.d.type(text)


def choose(desk: Desk, name: str, value: str) -> None:
    widget = desk.ui.by_name(name)
    assert isinstance(widget, Select | Segmented)
    widget.set(value)


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


# fields


def test_a_field_is_recorded_when_it_is_left(desk: Desk) -> None:
    type_in(desk, "Incident address", "27 Alder Rise")
    assert not desk.done(a.Record)
    desk.d.key(pg.K_TAB)
    assert desk.done(a.Record) == [a.Record(values={"location": "27 Alder Rise"})]


def test_a_field_is_recorded_on_enter_and_after_two_seconds_without_a_key(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ellen")
    desk.d.key(pg.K_RETURN)
    desk.d.key(pg.K_END)
    desk.d.type(" Marsh")
    desk.at(3_900)
    assert [r.values["name"] for r in desk.done(a.Record)] == ["Ellen"]
    desk.at(4_000)
    assert [r.values["name"] for r in desk.done(a.Record)] == ["Ellen", "Ellen Marsh"]


def test_a_field_left_as_it_was_is_not_recorded_again(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ellen")
    desk.d.key(pg.K_TAB)
    desk.focus("Caller name")
    desk.d.key(pg.K_TAB)
    assert len(desk.done(a.Record)) == 1


def test_typing_in_a_field_is_told_once_a_second_and_is_no_speech(desk: Desk) -> None:
    type_in(desk, "Caller name", "Ellen Marsh")
    assert desk.done(a.KeysHeard) == [a.KeysHeard(speech=False)]


def corrected(desk: Desk) -> None:
    type_in(desk, "Incident address", "72 Alder Rise")
    desk.d.key(pg.K_TAB)
    desk.at(20_000)
    desk.focus("Incident address")
    desk.d.ctrl(pg.K_a)
    desk.d.type("27 Alder Rise")
    desk.d.key(pg.K_TAB)


def test_a_correction_asks_why_and_the_keyboard_goes_on_where_it_was_going(desk: Desk) -> None:
    corrected(desk)
    assert len(desk.done(a.Record)) == 1 and desk.ui.focus is desk.ui.by_name("Reason for change")
    desk.d.type("misheard")
    desk.d.key(pg.K_RETURN)
    assert desk.done(a.Record)[-1] == a.Record(values={"location": "27 Alder Rise"}, because="misheard")
    assert desk.ui.focus is desk.ui.by_name("Postcode") and not desk.screen.form.reasons.visible


def test_a_correction_whose_reason_is_passed_over_is_recorded_all_the_same(desk: Desk) -> None:
    corrected(desk)
    desk.d.ctrl(pg.K_t)
    assert desk.done(a.Record)[-1] == a.Record(values={"location": "27 Alder Rise"})
    corrected_again = desk.screen.form.editors["location"]
    assert corrected_again.value == desk.screen.view.value("location")


def test_a_correction_that_waits_too_long_takes_the_reason_typed_so_far(desk: Desk) -> None:
    corrected(desk)
    desk.d.type("heard ag")
    desk.at(60_000)
    assert desk.done(a.Record)[-1].because == "heard ag" and not desk.screen.form.reasons.visible


def test_clearing_the_line_records_a_correction_that_waits_for_its_reason(desk: Desk) -> None:
    corrected(desk)
    desk.d.type("misheard")
    desk.d.key(pg.K_F12)
    assert [x.kind for x in desk.done(a.Record, a.Clear)] == ["record", "record", "clear"]
    assert desk.done(a.Record)[-1].because == "misheard"


def test_finishing_a_value_asks_nothing(desk: Desk) -> None:
    type_in(desk, "Incident address", "27 Alder")
    desk.d.key(pg.K_TAB)
    desk.at(20_000)
    desk.focus("Incident address")
    desk.d.key(pg.K_END)
    desk.d.type(" Rise")
    desk.d.key(pg.K_TAB)
    assert desk.done(a.Record)[-1] == a.Record(values={"location": "27 Alder Rise"})


def test_an_answer_is_recorded_when_pressed_and_its_words_when_left(desk: Desk) -> None:
    desk.focus("Weapon")
    desk.d.letter("y")
    type_in(desk, "Weapon, detail", "a crowbar")
    desk.d.key(pg.K_TAB)
    assert [r.values for r in desk.done(a.Record)] == [{"weapon": "yes"}, {"weapon": "yes, a crowbar"}]


def test_a_choice_is_recorded_when_it_is_made(desk: Desk) -> None:
    choose(desk, "Opening code", "Burglary dwelling")
    assert desk.done(a.Record) == [a.Record(values={"category": "Burglary dwelling"})]


def test_clearing_the_line_loses_no_draft(desk: Desk) -> None:
    type_in(desk, "Registration", "ab12")
    desk.d.key(pg.K_F12)
    kinds = [x.kind for x in desk.done(a.Record, a.Clear)]
    assert kinds == ["record", "clear"] and desk.screen.view.value("registration") == "AB12"


def test_every_field_keeps_its_words_and_the_focus_through_resizes(desk: Desk) -> None:
    boxes = [w for w in desk.screen.walk() if isinstance(w, TextField) and w.shown()]
    for n, box in enumerate(boxes):
        box.replace(f"{n}")
    kept = {box.name: box.text for box in boxes}
    desk.focus("Suspect description")
    for size in ((1280, 720), (3840, 2160), (1366, 768), (1920, 1080)):
        desk.d.resize(size)
        assert {box.name: box.text for box in boxes} == kept
        assert desk.ui.focus is desk.ui.by_name("Suspect description")


# log, THRIVE, grade


def test_an_entry_is_added_with_its_section_and_the_box_is_empty_again(desk: Desk) -> None:
    choose(desk, "Section", "Advice given")
    desk.d.ctrl(pg.K_l)
    desk.d.type("Told to stay hidden.")
    desk.d.ctrl(pg.K_RETURN)
    assert desk.done(a.Note) == [a.Note(text="Told to stay hidden.", section="advice")]
    assert desk.screen.log.box.text == "" and desk.screen.log.section.value == "Facts"


def test_a_level_counts_at_its_press_and_the_note_when_left(desk: Desk) -> None:
    desk.focus("Threat")
    desk.d.letter("h")
    type_in(desk, "Threat note", "Intruder inside")
    desk.d.key(pg.K_TAB)
    assert [(x.level, x.note) for x in desk.done(a.Assess)] == [("high", ""), ("high", "Intruder inside")]


def test_a_grade_counts_at_the_press_and_its_rationale_when_left(desk: Desk) -> None:
    desk.d.ctrl(pg.K_g)
    desk.d.letter("1")
    assert desk.done(a.Grade) == [a.Grade(to="immediate")]
    type_in(desk, "Grade rationale", "Intruder in the house.")
    desk.d.ctrl(pg.K_t)
    assert desk.done(a.ExplainGrade) == [a.ExplainGrade(because="Intruder in the house.")]


def test_a_rationale_written_first_waits_for_the_grade_it_explains(desk: Desk) -> None:
    type_in(desk, "Grade rationale", "Caller alone.")
    desk.d.ctrl(pg.K_g)
    assert not desk.done(a.ExplainGrade)
    desk.d.letter("2")
    assert [x.kind for x in desk.done(a.Grade, a.ExplainGrade)] == ["grade", "explain_grade"]


def test_a_changed_grade_carries_the_authority_that_was_chosen_and_begins_a_new_rationale(desk: Desk) -> None:
    desk.d.ctrl(pg.K_g)
    desk.d.letter("1")
    type_in(desk, "Grade rationale", "Intruder inside.")
    choose(desk, "Authority for the grade", "Supervisor")
    desk.d.ctrl(pg.K_g)
    desk.d.letter("3")
    assert desk.done(a.Grade)[-1] == a.Grade(to="scheduled", authority="supervisor")
    box = desk.ui.by_name("Grade rationale")
    assert isinstance(box, TextField) and box.text == ""
    assert desk.done(a.ExplainGrade) == [a.ExplainGrade(because="Intruder inside.")]


# look-ups


def test_a_look_up_without_a_reason_asks_for_one_and_then_searches(desk: Desk) -> None:
    choose_tab(desk, "Previous logs")
    desk.d.ctrl(pg.K_k)
    desk.d.type("alder rise")
    desk.d.key(pg.K_RETURN)
    assert not desk.done(a.LookUp) and desk.ui.focus is desk.ui.by_name("Reason for check")
    choose(desk, "Reason for check", "Live incident")
    assert desk.done(a.LookUp) == [a.LookUp(system="previous", query="alder rise", reason="Live incident")]


def choose_tab(desk: Desk, system: str) -> None:
    look_up = desk.screen.side.look_up
    look_up.tabs.set([s.label for s in look_up.systems].index(system))


def test_a_record_is_opened_by_enter_and_shown(desk: Desk) -> None:
    choose_tab(desk, "Previous logs")
    choose(desk, "Reason for check", "Live incident")
    desk.d.ctrl(pg.K_k)
    desk.d.type("alder")
    desk.d.key(pg.K_RETURN)
    desk.d.key(pg.K_RETURN)
    assert desk.done(a.Open) == [a.Open(record="log-1")]
    record = desk.screen.side.record
    assert record.shown() and "A van outside, gone on arrival." in [row.text for row in record.list.rows]


def test_nothing_found_says_no_trace(desk: Desk) -> None:
    choose(desk, "Reason for check", "Live incident")
    desk.d.ctrl(pg.K_k)
    desk.d.type("nobody")
    desk.d.key(pg.K_RETURN)
    words = desk.screen.side.look_up.said.text
    assert callable(words) and words().startswith("No trace")


# actions


def test_a_hand_over_is_a_few_keys_away(desk: Desk) -> None:
    desk.d.key(pg.K_F5)
    desk.d.type("Intruder ground floor, caller hidden upstairs.")
    desk.d.ctrl(pg.K_RETURN)
    assert desk.done(a.HandOver) == [a.HandOver(to="dispatch", text="Intruder ground floor, caller hidden upstairs.")]


def test_an_agency_is_requested_by_keys_alone(desk: Desk) -> None:
    desk.d.ctrl(pg.K_r)
    choose(desk, "Action", "Request agency or unit")
    choose(desk, "Request agency or unit: Agency or unit", "Ambulance")
    desk.d.click("Request")
    assert desk.done(a.Request) == [a.Request(agency="ambulance")]
    assert [d.text for d in desk.screen.view.done] == ["Ambulance requested"]


def test_a_deed_goes_to_what_is_missing_instead_of_being_done_by_half(desk: Desk) -> None:
    choose(desk, "Action", "Send message")
    desk.screen.side.show(desk.screen.side.actions)
    form = desk.screen.side.actions.form
    form.fire()
    assert not desk.done(a.Send) and desk.ui.focus is desk.ui.by_name("Send message: To")


def test_what_was_typed_for_a_deed_is_kept_while_another_is_in_front(desk: Desk) -> None:
    desk.d.key(pg.K_F5)
    desk.d.type("half a handover")
    choose(desk, "Action", "Escalate")
    choose(desk, "Action", "Hand over")
    box = desk.ui.by_name("Hand over: Handover")
    assert isinstance(box, TextField) and box.text == "half a handover"


# the contact-centre desk


def test_an_item_of_identity_is_marked_and_changed_but_never_taken_away(ticket: Desk) -> None:
    choose(ticket, "Identity: Postcode held", "Passed")
    choose(ticket, "Identity: Postcode held", "Failed")
    item = ticket.ui.by_name("Identity: Postcode held")
    assert isinstance(item, Segmented)
    item.set(None)
    assert [x.result for x in ticket.done(a.Verify)] == ["passed", "failed"] and item.value == "Failed"


def test_identity_is_checked_on_the_incident_desk_too(desk: Desk) -> None:
    desk.d.ctrl(pg.K_i)
    assert desk.screen.side.identity is not None and desk.screen.side.identity.shown()
    choose(desk, "Identity: Relationship to the person", "Failed")
    assert desk.done(a.Verify) == [a.Verify(item="relationship", result="failed")]


def test_a_members_record_is_changed_and_shown_changed(ticket: Desk) -> None:
    choose_tab(ticket, "Members")
    choose(ticket, "Reason for check", "Call verification")
    ticket.d.ctrl(pg.K_k)
    ticket.d.type("ford")
    ticket.d.key(pg.K_RETURN)
    ticket.d.key(pg.K_RETURN)
    choose(ticket, "Detail to change", "Postcode")
    type_in(ticket, "New value", "WX4 7QD")
    ticket.d.key(pg.K_RETURN)
    assert ticket.done(a.Update) == [a.Update(record="member-1", field="Postcode", value="WX4 7QD")]
    assert "WX4 7QD" in [row.text for row in ticket.screen.side.record.list.rows]


def test_a_reset_is_sent_by_the_channel_that_was_chosen(ticket: Desk) -> None:
    ticket.d.ctrl(pg.K_r)
    choose(ticket, "Action", "Reset access")
    choose(ticket, "Reset access: Send the reset by", "Link to the registered device")
    ticket.d.click("Send reset")
    assert ticket.done(a.Reset) == [a.Reset(channel="registered_device")]


def test_each_desk_has_its_own_panels(desk: Desk, ticket: Desk) -> None:
    assert desk.screen.thrive and desk.screen.grade and desk.screen.identity is None
    assert ticket.screen.identity and ticket.screen.thrive is None and ticket.screen.grade is None


# wrap-up, stop, pause, the end


def test_wrap_up_closes_with_category_qualifiers_and_result(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    choose(desk, "Result", "Advice given")
    choose(desk, "Close as", "Message")
    choose(desk, "Qualifiers", "Vulnerable")
    choose(desk, "Qualifiers", "Repeat")
    choose(desk, "Qualifiers", "Vulnerable")
    desk.d.click("Close incident")
    assert desk.done(a.Close) == [a.Close(category="Message", qualifiers=("Repeat",), result="advice_given")]


def test_finishing_asks_first_and_adds_what_is_in_the_log_box(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    desk.d.ctrl(pg.K_l)
    desk.d.type("Half a line")
    desk.d.click("Finish wrap-up")
    assert not desk.done(a.FinishWrapUp)
    desk.d.click("Finish")
    assert [x.kind for x in desk.done(a.Note, a.FinishWrapUp)] == ["note", "finish"]


def test_practice_ends_in_a_debrief_whose_marks_show_their_entries(desk: Desk) -> None:
    desk.d.key(pg.K_F12)
    desk.screen.finish()
    desk.settle()
    timeline = desk.ui.by_name("Timeline of the call")
    marks = desk.ui.by_name("Marks")
    assert timeline.marked == {3} and len(marks.rows) == 1  # type: ignore[attr-defined]
    desk.d.click("Take another contact")
    assert desk.ui.by_name("Take the contact")


def test_an_assessment_ends_without_a_mark_in_sight() -> None:
    desk = desk_of().answered("assessment")
    desk.d.key(pg.K_F12)
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
    desk.d.key(pg.K_F12)
    desk.screen.go_deed("hand_over")
    desk.ui.set_focus(desk.screen.side.actions.form.button)
    desk.d.key(pg.K_RETURN)
    assert len(desk.done(a.HandOver)) == 1 and desk.ui.focus is desk.screen.side.actions.choice
