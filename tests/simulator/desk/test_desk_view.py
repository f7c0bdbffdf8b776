"""The view is a fold of entries: tested as data, without a window."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.policy import Policy
from scenarios.scenario import Row
from simulator import events as e
from simulator.desk.names import Names
from simulator.desk.view import DeskView, Shelf, fold
from simulator.journal import Entry

POLICY = Policy.model_validate(
    {
        "id": "t",
        "force": "T",
        "contact_centre": "T",
        "version": "1",
        "grades": [{"id": "immediate", "name": "Immediate", "rank": 1, "target": "x", "set_within": "30s"}],
        "greetings": {},
        "verification": {},
        "purposes": [],
        "categories": [],
        "ticket_types": [],
        "qualifiers": [],
        "routes": [],
        "reset_channels": [],
        "pass_rules": {"shares": {}, "criticals": {}},
    }
)
ROW = Row(id="r1", title="Ann Ford", details={"Postcode": "WX4 1AA"}, editable=("Postcode",))
SHELF = Shelf(Names.of(POLICY, "incident"), lambda record: ROW if record == "r1" else None)
STARTED = e.CallStarted(
    scenario="hiding-upstairs",
    fingerprint="f",
    policy="t",
    policy_fingerprint="p",
    app_version="0",
    trainee="T1",
    mode="assessment",
    seed=1,
)


def entries(*events: Any, every_ms: int = 1_000) -> list[Entry]:
    return [Entry(n=i + 1, t_ms=i * every_ms, event=event) for i, event in enumerate(events)]


def seen(*events: Any) -> DeskView:
    return fold(entries(*events), SHELF)


def test_the_line_goes_from_ringing_to_finished() -> None:
    steps = [
        STARTED,
        e.PhoneRang(channel="999", line="mobile"),
        e.CallAnswered(ring_ms=1),
        e.CallHeld(),
        e.CallResumed(),
    ]
    steps += [e.CallEnded(by="handler"), e.ContactClosed()]
    states = [seen(*steps[: n + 1]).line.state for n in range(len(steps))]
    assert states == ["waiting", "ringing", "connected", "held", "connected", "wrap_up", "closed"]


def test_talk_time_runs_from_the_answer_to_the_end_of_the_line() -> None:
    view = seen(STARTED, e.PhoneRang(channel="999", line="mobile"), e.CallAnswered(ring_ms=1))
    assert view.talk_ms(12_000) == 10_000
    ended = fold([Entry(n=4, t_ms=9_000, event=e.CallEnded(by="caller"))], SHELF, view)
    assert ended.talk_ms(60_000) == 7_000 and ended.line.ended_by == "caller"


def test_captions_tell_who_spoke_and_hide_what_is_behind_the_words() -> None:
    view = seen(
        e.CallerSaid(text="Help.", lasts_ms=600, facts=("address",), mood="frightened", twist="they-go"),
        e.HandlerSaid(text="Police.", began_ms=0, spoken_ms=400),
        e.OperatorSaid(text="Connecting.", lasts_ms=900),
    )
    assert [(c.who, c.text) for c in view.captions] == [
        ("caller", "Help."),
        ("you", "Police."),
        ("operator", "Connecting."),
    ]
    assert "they-go" not in repr(view) and "frightened" not in repr(view)


def test_what_only_the_engine_knows_leaves_the_view_unchanged() -> None:
    before = seen(STARTED, e.PhoneRang(channel="999", line="mobile"))
    hidden = [
        e.FactTold(fact="address", value="27 Alder Rise", how="asked"),
        e.MoodChanged(mood="calm", trust=1, because="kindness"),
        e.TwistFired(twist="they-go"),
        e.PressMade(press="one", asks_for=("address",)),
    ]
    view = fold([Entry(n=n + 3, t_ms=5_000, event=event) for n, event in enumerate(hidden)], SHELF, before)
    assert view == replace(before, last_n=6)


def test_a_correction_is_counted_and_the_last_value_stands() -> None:
    view = seen(
        e.FieldRecorded(field="location", value="72 Alder Rise"),
        e.FieldRecorded(field="location", value="27 Alder Rise", previous="72 Alder Rise"),
    )
    assert view.value("location") == "27 Alder Rise" and view.fields["location"].corrections == 1


def test_the_log_keeps_notes_with_their_section_and_writes_deeds_by_itself() -> None:
    view = seen(
        e.Noted(section="advice", text="Stay hidden."),
        e.Graded(grade="immediate"),
        e.AgencyRequested(agency="ambulance"),
        e.HandedOver(to="dispatch", text="Intruder downstairs."),
    )
    assert [(row.section, row.text) for row in view.log] == [
        ("Advice given", "Stay hidden."),
        ("", "Graded Immediate"),
        ("", "Ambulance requested"),
        ("", "Handed over to Dispatch: Intruder downstairs."),
    ]
    assert [done.text for done in view.done] == ["Ambulance requested", "Handed over to Dispatch: Intruder downstairs."]
    assert view.handed_over


def test_a_new_grade_leaves_the_old_rationale_in_the_log_only() -> None:
    view = seen(
        e.Graded(grade="immediate"),
        e.GradeExplained(grade="immediate", because="Intruder inside."),
        e.Graded(grade="scheduled", previous="immediate"),
    )
    assert view.grade == "scheduled" and view.rationale == ""
    assert any("Intruder inside." in row.text for row in view.log)


def test_a_changed_record_is_shown_changed_wherever_it_is_seen_again() -> None:
    view = seen(
        e.LookedUp(system="previous", query="ford", rows=("r1", "gone")),
        e.RecordOpened(record="r1", system="previous"),
        e.RecordUpdated(record="r1", field="Postcode", value="WX4 7QD", previous="WX4 1AA"),
        e.LookedUp(system="previous", query="ford", rows=("r1",)),
    )
    assert view.opened is not None and view.opened.row.details["Postcode"] == "WX4 7QD"
    assert [row.details["Postcode"] for row in view.found["previous"].rows] == ["WX4 7QD"]


def test_a_refusal_is_a_new_notice_even_when_its_words_are_the_same() -> None:
    refused = e.ActionRefused(action="say", because="The caller is on hold.")
    once, twice = seen(refused), seen(refused, refused)
    assert once.notice == twice.notice == "The caller is on hold." and once.notice_n != twice.notice_n


def test_only_an_approved_assessment_goes_without_the_stamp() -> None:
    approved = STARTED.model_copy(update={"approved": True})
    assert seen(approved).stamp == ""
    assert seen(STARTED).stamp == "Practice, not evidence"
    assert seen(approved.model_copy(update={"mode": "practice"})).stamp == "Practice, not evidence"


def test_an_interruption_says_why_and_ends_the_run() -> None:
    view = seen(STARTED, e.Interrupted(because="The disk is full."))
    assert view.over and view.line.state == "interrupted" and view.notice == "The disk is full."


EVENTS = st.sampled_from(
    [
        STARTED,
        e.PhoneRang(channel="101", line="withheld"),
        e.CallAnswered(ring_ms=5),
        e.CallerSaid(text="Hello?", lasts_ms=600),
        e.HandlerSaid(text="Hello.", began_ms=0, spoken_ms=400),
        e.FieldRecorded(field="name", value="Ann"),
        e.Noted(section="facts", text="x"),
        e.Assessed(item="threat", level="high"),
        e.Graded(grade="nobody-knows"),
        e.LookedUp(system="pnc", query="q", rows=("r1",)),
        e.RecordOpened(record="r1", system="pnc"),
        e.RecordUpdated(record="r1", field="Postcode", value="WX4 7QD"),
        e.ItemVerified(item="postcode", result="failed"),
        e.CallHeld(),
        e.Paused(),
        e.Continued(lasted_ms=5),
        e.CallEnded(by="network"),
        e.Stopped(),
        e.ContactClosed(),
    ]
)


@settings(deadline=None)  # other programs share the machine
@given(st.lists(EVENTS, max_size=25), st.integers(0, 25))
def test_folding_in_two_parts_is_folding_at_once(events: list[Any], cut: int) -> None:
    journal = entries(*events)
    assert fold(journal[cut:], SHELF, fold(journal[:cut], SHELF)) == fold(journal, SHELF)


def test_another_voice_is_nobody_until_they_have_said_who_they_are() -> None:
    steps = [
        e.CallerSaid(text="Please.", lasts_ms=600),
        e.CallerSaid(text="Who's that?", lasts_ms=600, speaker="mum"),
        e.CallerSaid(text="I'm her mother.", lasts_ms=600, speaker="mum", shown_as="Mother"),
        e.CallerSaid(text="He is here. Go ahead.", lasts_ms=600, speaker="relay"),
        e.OperatorSaid(text="Go ahead.", lasts_ms=600, who="relay"),
    ]
    assert [caption.name for caption in seen(STARTED, *steps).captions] == [
        "", "Another voice", "Mother", "Assistant", "Assistant",
    ]  # fmt: skip


def test_a_dropped_line_shows_until_it_is_open_again_and_a_quiet_one_does_not() -> None:
    before = [STARTED, e.PhoneRang(channel="999", line="mobile"), e.CallAnswered(ring_ms=1)]
    states = []
    for went in ("silent", "poor", "back", "dropped", "unanswered", "back"):
        before.append(e.LineWent(to=went))
        states.append(seen(*before).line.state)
    assert states == ["connected", "connected", "connected", "dropped", "dropped", "connected"]
    assert "Nobody answered" in seen(*before).notice


def test_a_sound_is_told_from_words() -> None:
    steps = [
        e.CallerSaid(text="(one tap)", lasts_ms=600, manner="taps"),
        e.CallerSaid(text="He (my brother) is here.", lasts_ms=600),
        e.CallerSaid(text="(a thud) What was that?", lasts_ms=600),
    ]
    assert [caption.is_sound for caption in seen(STARTED, *steps).captions] == [True, False, False]


def test_who_rings_when_the_line_is_not_down_is_told_what_comes_of_it() -> None:
    rang = e.CalledBack(number="07700 900822", source="network")
    before = [STARTED, e.PhoneRang(channel="999", line="mobile"), e.CallAnswered(ring_ms=1)]
    assert seen(*before, rang).notice.startswith("Your line to the caller stays open")
    assert "this call is over" in seen(*before, e.CallEnded(by="handler"), rang).notice
    assert seen(*before, e.LineWent(to="dropped"), rang).notice == ""


def test_words_for_a_relay_assistant_are_passed_on_until_somebody_answers() -> None:
    begun = (STARTED, e.PhoneRang(channel="999", line="relay"), e.CallAnswered(ring_ms=1))
    asked = e.HandlerSaid(text="Where are you? Go ahead.", began_ms=1_500, spoken_ms=900)
    introduced = e.OperatorSaid(text="Relay assistant here. Go ahead.", lasts_ms=600, who="relay")

    assert not seen(*begun, asked).passed_on, "nobody stands between them"
    assert not seen(*begun, introduced).passed_on
    assert seen(*begun, introduced, asked).passed_on
    answered = e.CallerSaid(text="At home. Go ahead.", lasts_ms=600, speaker="relay")
    assert not seen(*begun, introduced, asked, answered).passed_on
    assert not seen(*begun, introduced, asked, e.LineWent(to="dropped")).passed_on


def test_a_reset_shows_on_the_record_that_is_open_and_on_the_list() -> None:
    stands = {"r1": ROW}
    shelf = Shelf(Names.of(POLICY, "ticket"), stands.get)
    looked, opened = e.LookedUp(system="members", query="ford", rows=("r1",)), e.RecordOpened(record="r1", system="m")
    view = fold(entries(STARTED, looked, opened), shelf)
    stands["r1"] = ROW.model_copy(update={"details": {**ROW.details, "state": "Reset sent"}})
    after = fold(entries(e.AccessReset(channel="registered_device")), shelf, view)
    assert after.opened is not None and after.opened.row.details["state"] == "Reset sent"
    assert after.found["members"].rows[0].details["state"] == "Reset sent"


def test_an_address_changed_with_its_postcode_in_it_brings_the_notice_of_the_postcodes_own_field() -> None:
    changed = e.RecordUpdated(record="r1", field="address", value="31 Weir Gardens, Corvale EL2 9RF")
    view = seen(STARTED, changed)
    assert "Postcode has a field of its own on this record, which still reads WX4 1AA" in view.notice
    first = e.RecordUpdated(record="r1", field="Postcode", value="EL2 9RF")
    assert seen(STARTED, first, changed).notice == ""
