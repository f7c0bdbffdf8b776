"""One call, played: what goes in, what comes out, and that nothing breaks it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator import actions, events
from simulator.call import Call, JournalNotKept
from simulator.journal import Entry, from_lines, of_kind, to_lines

Live = Callable[..., Call]


def said(call: Call) -> list[str]:
    return [event.text for _, event in of_kind(call.entries, events.CallerSaid)]


def told(call: Call) -> list[str]:
    return [event.fact for _, event in of_kind(call.entries, events.FactTold)]


def kinds(call: Call) -> list[str]:
    return [entry.event.kind for entry in call.entries]


def test_the_phone_rings_and_nothing_is_said_until_it_is_answered(make_call: Live) -> None:
    call = make_call()
    call.begin()
    call.let_pass(60_000)
    assert kinds(call) == ["call_started", "phone_rang"]


def test_a_caller_who_is_greeted_and_asked_answers_first_and_says_then_why_they_ring(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="OPEN_GREET ASK_LOCATION"), 5_000)
    call.let_pass(20_000)
    assert said(call)[0] == "Four Mill Way. There is someone at the door."


def test_a_caller_who_hears_nothing_opens_by_themselves(live: Live) -> None:
    call = live()
    call.let_pass(8_000)
    assert said(call) == ["There is someone at the door."]


def test_a_fact_is_told_when_its_line_ends_and_not_before(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(6_000)
    line = next(entry for entry, event in of_kind(call.entries, events.CallerSaid))
    assert told(call) == []
    call.let_pass(30_000)
    fact = next(entry for entry, event in of_kind(call.entries, events.FactTold))
    assert fact.t_ms == line.t_ms + line.event.lasts_ms


def test_a_line_cut_off_tells_nothing(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(5_700)
    call.do(actions.Clear(), 5_800)
    call.let_pass(60_000)
    assert said(call) and told(call) == []


def test_a_fact_asked_for_again_is_referred_to_and_told_only_once(live: Live) -> None:
    call = live()
    for at in (5_000, 15_000):
        call.do(actions.Say(text="ASK_LOCATION"), at)
    call.let_pass(30_000)
    assert said(call)[-1] == "I said, four Mill Way." and told(call).count("address") == 1


def test_a_fact_is_withheld_until_there_is_trust(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_CALLBACK"), 5_000)
    call.do(actions.Say(text="EMP_ACK"), 15_000)
    call.do(actions.Say(text="ASK_CALLBACK"), 22_000)
    call.let_pass(40_000)
    assert "Why do you need that?" in said(call)[0] and "number" in told(call)


def test_a_slot_brings_out_only_its_own_fact(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_PERSON_DETAILS:name"), 5_000)
    call.let_pass(20_000)
    assert told(call) == ["name"]


def test_words_not_understood_are_answered_so_and_give_nothing_away(live: Live) -> None:
    call = live()
    call.let_pass(9_000)
    call.do(actions.Say(text="blue monday"), 10_000)
    call.let_pass(20_000)
    assert said(call)[-1] == "Sorry, what?" and told(call) == []


def test_a_question_without_an_answer_gets_i_do_not_know(live: Live) -> None:
    call = live()
    call.let_pass(9_000)
    call.do(actions.Say(text="ASK_WITNESS_CCTV"), 10_000)
    call.let_pass(14_000)
    assert said(call)[-1] == "I don't know."


def test_a_twist_comes_after_its_fact_or_by_its_latest_time(live: Live) -> None:
    asked, silent = live(stay_on_line_until="they-go"), live(stay_on_line_until="they-go")
    asked.do(actions.Say(text="ASK_LOCATION"), 5_000)
    for call in (asked, silent):
        call.let_pass(200_000)
    first, late = (next(e.t_ms for e, _ in of_kind(call.entries, events.TwistFired)) for call in (asked, silent))
    assert first < 75_000 and 182_000 <= late < 190_000


def test_typing_to_the_caller_gives_back_the_time_it_took_beyond_speaking(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(12_000)
    for at in range(20_000, 60_000, 1_000):
        call.do(actions.KeysHeard(speech=True), at)
    call.do(actions.Say(text="EMP_ACK", began_ms=20_000), 60_000)
    _, heard = list(of_kind(call.entries, events.HandlerSaid))[-1]
    assert heard.allowance_ms == 40_000 - heard.spoken_ms
    call.let_pass(200_000)
    twist = next(e.t_ms for e, _ in of_kind(call.entries, events.TwistFired))
    fact = next(e.t_ms for e, _ in of_kind(call.entries, events.FactTold))
    assert twist >= fact + 60_000 + heard.allowance_ms


def test_the_caller_asks_whether_anyone_is_there_but_not_while_keys_are_heard(live: Live) -> None:
    quiet, typing = live(), live()
    for call in (quiet, typing):
        call.let_pass(8_000)
    for at in range(9_000, 40_000, 2_000):
        typing.do(actions.KeysHeard(), at)
    quiet.let_pass(40_000)
    assert "Hello? Are you still there?" in said(quiet) and "Hello? Are you still there?" not in said(typing)


def test_a_held_caller_hears_nothing_and_an_unexplained_hold_costs_trust(live: Live) -> None:
    call = live()
    call.let_pass(9_000)
    call.do(actions.Hold(), 10_000)
    call.do(actions.Say(text="ASK_LOCATION"), 11_000)
    assert kinds(call)[-3:] == ["call_held", "mood_changed", "action_refused"]


def test_a_correction_keeps_what_stood_there_before(live: Live) -> None:
    call = live()
    call.do(actions.Record(values={"location": "4 Mill Lane"}), 5_000)
    call.do(actions.Record(values={"incident address": "4 Mill Way"}, because="misheard"), 9_000)
    recorded = [event for _, event in of_kind(call.entries, events.FieldRecorded)]
    assert [(e.value, e.previous, e.because) for e in recorded] == [
        ("4 Mill Lane", None, None),
        ("4 Mill Way", "4 Mill Lane", "misheard"),
    ]


def test_a_look_up_lists_the_scenario_and_the_world_alike(live: Live) -> None:
    call = live()
    call.do(actions.LookUp(system="history", query="mill way", reason="live incident"), 5_000)
    looked = next(event for _, event in of_kind(call.entries, events.LookedUp))
    assert set(looked.rows) == {"log-1", "log-9"} and looked.reason == "live_incident"


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (actions.Record(values={"shoe size": "9"}), "no field"),
        (actions.Grade(to="blue"), "not a grade"),
        (actions.Open(record="nothing"), "no record"),
        (actions.Update(record="log-1", field="text", value="seen"), "nothing on it can"),
        (actions.Request(agency="wizard"), "no agency"),
        (actions.Close(category="moonlight"), "not one of"),
        (actions.Answer(), "answered already"),
        (actions.FinishWrapUp(), "Clear the call"),
        (actions.Say(text="   "), "no words"),
    ],
)
def test_what_cannot_be_done_is_refused_in_plain_words_and_changes_nothing(live: Live, action: Any, why: str) -> None:
    call = live()
    before = call.incident
    (entry,) = call.do(action, 3_000)
    assert isinstance(entry.event, events.ActionRefused) and why in entry.event.because
    assert call.incident == before


def test_pause_exists_in_practice_and_stops_the_world(live: Live) -> None:
    call = live()
    call.let_pass(8_000)
    call.do(actions.Pause(), 9_000)
    call.let_pass(300_000)
    call.do(actions.Continue(), 309_000)
    call.let_pass(310_000)
    assert "twist_fired" not in kinds(call)


def test_an_assessment_cannot_be_paused(live: Live) -> None:
    call = live(start={"mode": "assessment"})
    call.do(actions.Pause(), 9_000)
    assert kinds(call)[-1] == "action_refused"


def test_stop_is_always_there(make_call: Live) -> None:
    for at in (0, 5_000):
        call = make_call()
        call.begin()
        if at:
            call.do(actions.Answer(), 1_000)
        call.do(actions.Stop(), at)
        assert call.phase == "over" and kinds(call)[-1] == "stopped"


def test_a_journal_that_cannot_be_kept_interrupts_the_call_and_loses_nothing_shown(make_call: Live) -> None:
    kept: list[Entry] = []

    def keep(entry: Entry) -> None:
        if len(kept) == 4:
            raise JournalNotKept("the disk is full")
        kept.append(entry)

    call = make_call(keep=keep)
    call.begin()
    call.do(actions.Answer(), 1_000)
    call.do(actions.Record(values={"name": "A"}), 2_000)
    call.do(actions.Record(values={"name": "B"}), 3_000)
    call.do(actions.Record(values={"name": "C"}), 4_000)
    assert call.phase == "over" and "disk is full" in call.trouble
    assert call.entries[:4] == tuple(kept) and isinstance(call.entries[4].event, events.Interrupted)
    assert len(call.entries) == 5


def test_a_call_that_nobody_ends_ends_by_itself(live: Live) -> None:
    call = live(stay_on_line_until="they-go", twists=[])
    call.let_pass(3_600_000)
    assert call.phase == "wrap_up"


def test_a_courteous_goodbye_lets_the_caller_ring_off(live: Live) -> None:
    call = live()
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.do(actions.Say(text="CLOSE_PROPER"), 15_000)
    call.let_pass(40_000)
    ended = [event.by for _, event in of_kind(call.entries, events.CallEnded)]
    assert ended == ["caller"]


def test_a_caller_who_is_blamed_too_often_hangs_up(live: Live) -> None:
    caller = live().scenario.caller.model_dump(by_alias=True)
    caller["mood"]["hangs_up_at"] = -2
    call = live(caller=caller)
    for at in (5_000, 15_000):
        call.do(actions.Say(text="NEG_RUDE_BLAME"), at)
    call.let_pass(30_000)
    assert [event.by for _, event in of_kind(call.entries, events.CallEnded)] == ["caller"]


def test_presses_come_one_after_another_as_the_caller_is_refused(live: Live) -> None:
    call = live(
        restricted=[{"id": "her_address", "value": "9 Tern Walk"}],
        presses=[
            {"id": "first", "asks_for": ["her_address"], "says": ["Where does she live?"]},
            {"id": "second", "asks_for": ["her_address"], "says": ["Just the street."], "disguised": True},
        ],
    )
    call.let_pass(7_000)
    call.do(actions.Say(text="ASK_WHAT_HAPPENED"), 8_000)
    call.let_pass(14_000)
    call.do(actions.Say(text="DP_REFUSE"), 15_000)
    call.let_pass(25_000)
    assert [event.press for _, event in of_kind(call.entries, events.PressMade)] == ["first", "second"]


def test_items_of_identity_reach_the_policy_level(live: Live) -> None:
    call = live(
        verification={
            "request": "reset",
            "genuine": True,
            "items": {"full_name": {"fact": "name", "held": "Ann Ford"}},
        },
        twists=[{"id": "after", "when": {"since": "verified", "after": "1s"}, "says": ["Good."]}],
    )
    for at, item in ((5_000, "full_name"), (6_000, "postcode")):
        call.do(actions.Verify(item=item, result="passed"), at)
    call.let_pass(20_000)
    assert "after" in [event.twist for _, event in of_kind(call.entries, events.TwistFired)]


def test_the_same_seed_and_actions_give_the_same_journal_byte_for_byte(live: Live) -> None:
    def played() -> str:
        call = live()
        call.do(actions.Say(text="ASK_LOCATION"), 5_000)
        call.do(actions.Grade(to="Immediate", because="someone at the door"), 9_000)
        call.do(actions.Clear(), 90_000)
        return to_lines(call.entries)

    first = played()
    assert first == played() and to_lines(from_lines(first)) == first


ANY_TEXT = st.text(max_size=60)
WORDS = st.lists(
    st.sampled_from(["ASK_LOCATION", "EMP_ACK", "NEG_RUDE_BLAME", "CLOSE_PROPER", "READBACK", "PHONETIC_SPELL"]),
    max_size=3,
).map(" ".join)
ACTION = st.one_of(
    st.sampled_from(
        [
            actions.Answer(),
            actions.Hold(),
            actions.Resume(),
            actions.Clear(),
            actions.FinishWrapUp(),
            actions.Pause(),
            actions.Continue(),
            actions.LockScreen(),
            actions.KeysHeard(speech=True),
        ]
    ),
    st.builds(actions.Say, text=WORDS | ANY_TEXT, began_ms=st.none() | st.integers(-5, 10**6)),
    st.builds(actions.Record, values=st.dictionaries(st.sampled_from(["name", "vrm", "x"]), ANY_TEXT, max_size=2)),
    st.builds(actions.Note, text=ANY_TEXT, section=st.sampled_from(["facts", "advice", "?"])),
    st.builds(actions.Grade, to=st.sampled_from(["immediate", "scheduled", "x"]), because=st.none() | ANY_TEXT),
    st.builds(actions.LookUp, system=st.sampled_from(["previous", "pnc", "y"]), query=ANY_TEXT),
    st.builds(actions.Open, record=st.sampled_from(["log-1", "nope"])),
    st.builds(actions.Close, category=st.sampled_from(["burglary dwelling", "z"]), qualifiers=st.just(("vulnerable",))),
    st.builds(actions.Transfer, to=ANY_TEXT),
)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1e"])
def test_a_line_end_of_another_alphabet_within_words_is_kept_as_it_was_said(make_call: Live, end: str) -> None:
    call = make_call()
    call.begin()
    call.do(actions.Answer(), 0)
    call.do(actions.Say(text=f"one{end}two"), 0)
    assert from_lines(to_lines(call.entries)) == call.entries


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ACTION, st.integers(0, 30_000)), max_size=40))
def test_a_player_who_does_anything_in_any_order_never_breaks_it(
    make_call: Live, deeds: list[tuple[actions.Action, int]]
) -> None:
    call, at = make_call(), 0
    call.begin()
    for action, pause in deeds:
        at += pause
        call.do(action, at)
    call.let_pass(at + 60_000)
    times = [entry.t_ms for entry in call.entries]
    assert times == sorted(times)
    assert [entry.n for entry in call.entries] == list(range(1, len(times) + 1))
    assert from_lines(to_lines(call.entries)) == call.entries
    assert sum(isinstance(entry.event, events.CallEnded) for entry in call.entries) <= 1


def test_a_clock_that_jumps_back_changes_nothing(live: Live) -> None:
    call = live()
    call.let_pass(20_000)
    call.do(actions.Note(text="first"), 1_000)
    assert call.entries[-1].t_ms == 20_000


def test_after_goodbye_nothing_new_is_asked(live: Live) -> None:
    call = live(questions=[{"id": "q", "says": ["How long?"], "when": {"after": "20s"}, "answered_by": ["EXPL_TIME"]}])
    call.let_pass(7_000)
    call.do(actions.Say(text="CLOSE_PROPER"), 8_000)
    call.let_pass(60_000)
    assert "How long?" not in said(call) and "call_ended" in kinds(call)


def test_who_has_long_been_done_does_not_ring_off_upon_their_own_last_word(live: Live) -> None:
    call = live(ends={"after": "15s"})
    for second in range(20, 260, 12):  # they are asked on and on, long after they might have gone
        call.do(actions.Say(text="ASK_LOCATION"), second * 1_000)
    call.let_pass(400_000)
    ended = next(entry for entry, event in of_kind(call.entries, events.CallEnded))
    bye = [entry for entry, event in of_kind(call.entries, events.CallerSaid)][-1]
    spoken = [
        entry.t_ms + getattr(event, "lasts_ms", 0)
        for kind in (events.CallerSaid, events.HandlerSaid)
        for entry, event in of_kind(call.entries, kind)
        if entry.n < bye.n
    ]
    assert ended.event.by == "caller"
    assert bye.t_ms - max(spoken) >= 15_000


def test_goodbye_is_not_said_again_minutes_later_to_a_handler_who_types(live: Live) -> None:
    call = live(ends={"after": "15s"})
    call.do(actions.Say(text="CLOSE_PROPER"), 8_000)
    for at in range(12_000, 400_000, 4_000):
        call.do(actions.Note(text="Caller safe."), at)
    farewells = [text for text in said(call) if "bye" in text.lower()]
    assert len(farewells) == 1 and "call_ended" in kinds(call)
