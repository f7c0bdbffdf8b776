"""Deeds at the desk by keys and mouse: log, THRIVE, grade, look-ups, actions, identity and records."""

import pygame as pg
from desk_driver import Desk, choose, type_in

from simulator import actions as a
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.textfield import TextField

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
    assert ticket.screen.side.record.value.text == ""


def test_a_reset_is_sent_by_the_channel_that_was_chosen(ticket: Desk) -> None:
    ticket.d.ctrl(pg.K_r)
    choose(ticket, "Action", "Reset access")
    choose(ticket, "Reset access: Send the reset by", "Link to the registered device")
    ticket.d.click("Send reset")
    assert ticket.done(a.Reset) == [a.Reset(channel="registered_device")]


def test_each_desk_has_its_own_panels(desk: Desk, ticket: Desk) -> None:
    assert desk.screen.thrive and desk.screen.grade and desk.screen.identity is None
    assert ticket.screen.identity and ticket.screen.thrive is None and ticket.screen.grade is None
