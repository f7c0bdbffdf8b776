"""Fields of the desk: recorded when they are left, corrected with a reason, kept through every resize."""

import pygame as pg
from desk_driver import Desk, choose, type_in

from simulator import actions as a
from simulator.desk.kit.textfield import TextField


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
    desk.clear_line()
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
    desk.clear_line()
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
