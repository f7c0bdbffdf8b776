"""Facts that come out in part or wrongly at first, and are put right later."""

from collections.abc import Callable
from typing import Any

from tests_support import scenario_of

from simulator import actions, events
from simulator.call import Call
from simulator.caller import Line, Setting, reply, volunteer
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.journal import of_kind
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.setting import situation
from simulator.soundness import unsound

OPENED = Mind("frightened", opened=True)
SORRY = "No, sorry, twenty-seven. I'm all over the place."


def facts(**first: Any) -> dict[str, Any]:
    return {
        "address": {
            "value": {"line": "27 Mill Way", "town": "Quayford"},
            "field": "location",
            "told_when": {"asked": ["ASK_LOCATION"]},
            "says": ["Twenty-seven Mill Way."],
            "again": ["Twenty-seven, I said."],
            "corrects": ["No. Twenty-seven."],
            "first": {
                "kind": "mistaken",
                "value": {"line": "17 Mill Way", "town": "Quayford"},
                "says": ["Seventeen Mill Way."],
                "put_right": [SORRY],
                **first,
            },
        }
    }


def heard(*intents: str, values: tuple[HeardValue, ...] = ()) -> Understood:
    made = tuple(HeardIntent(id=name, confidence=0.9) for name in intents)
    return Understood(text=" ".join(intents), understood=True, intents=made, values=values)


def value(number: str, agreement: str, standing: str = "told") -> HeardValue:
    plain = {"kind": "place", "value": f"{number} Mill Way", "fact": "address"}
    return HeardValue.model_validate({**plain, "agreement": agreement, "standing": standing})


def said(mind: Mind, words: Understood, **first: Any) -> Line:
    return reply(Setting(scenario_of(facts=facts(**first), twists=[]), 1, Moments({"answered": 0})), mind, words)


def whole(line: Line) -> list[tuple[str, str, str]]:
    return [(telling.fact, telling.how, telling.whole) for telling in line.tells]


WRONG = OPENED.having_told("address", settled=False)


def test_a_mistaken_fact_is_first_told_as_they_think_it_is() -> None:
    line = said(OPENED, heard("ASK_LOCATION"))
    assert line.text == "Seventeen Mill Way." and whole(line) == [("address", "asked", "mistaken")]
    assert line.mind.unsettled == ("address",)


def test_asked_once_more_they_put_it_right() -> None:
    line = said(WRONG, heard("ASK_LOCATION"))
    assert line.text == SORRY and whole(line) == [("address", "asked", "full")] and not line.mind.unsettled


def test_two_questions_in_one_breath_do_not_count_as_asking_again() -> None:
    line = said(OPENED, heard("ASK_LOCATION", "ASK_LOCATION"))
    assert line.text == "Seventeen Mill Way." and line.mind.unsettled == ("address",)


def test_the_first_value_read_back_is_right_and_makes_them_think_again() -> None:
    line = said(WRONG, heard("READBACK", values=(value("17", "right"),)))
    assert line.corrects == "address" and line.text == SORRY and whole(line) == [("address", "read_back", "full")]


def test_an_author_may_let_them_say_yes_to_the_first_value() -> None:
    line = said(WRONG, heard("READBACK", values=(value("17", "right"),)), read_back=False)
    assert line.confirms == "address" and not line.tells and line.mind.unsettled == ("address",)


def test_the_truth_named_by_the_handler_is_taken_with_relief() -> None:
    line = said(WRONG, heard("READBACK", values=(value("27", "right"),)))
    assert line.confirms == "address" and "No" not in line.text and whole(line) == [("address", "offered", "full")]


def test_read_back_wrongly_the_whole_truth_comes() -> None:
    line = said(WRONG, heard("READBACK", values=(value("70", "wrong"),)))
    assert line.corrects == "address" and whole(line) == [("address", "read_back", "full")]


def test_the_truth_offered_first_needs_no_first_telling() -> None:
    line = said(OPENED, heard("NEG_LEAD_DATA", values=(value("27", "right", "offered"),)))
    assert whole(line) == [("address", "offered", "full")]


def test_another_question_may_put_it_right_where_its_author_says_so() -> None:
    line = said(WRONG, heard("LISTEN_CLARIFY"), asked=["LISTEN_CLARIFY"])
    assert line.text == SORRY


def test_after_it_was_put_right_it_is_told_again_like_any_fact() -> None:
    line = said(said(WRONG, heard("ASK_LOCATION")).mind, heard("ASK_LOCATION"))
    assert line.text == "Twenty-seven, I said." and not line.tells


def test_understanding_compares_with_what_was_told_so_far_and_knows_the_truth_too() -> None:
    scenario = scenario_of(facts=facts(), twists=[])
    values = [(known.value, known.forms) for mind in (OPENED, WRONG) for known in situation(scenario, mind, ()).facts]
    assert values == [("27 Mill Way, Quayford", ()), ("17 Mill Way, Quayford", ("27 Mill Way, Quayford",))]


def test_at_its_moment_they_put_it_right_by_themselves(live: Callable[..., Call]) -> None:
    call = live(facts=facts(when={"after": "20s", "since": "address"}), twists=[])
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(40_000)
    told = [event for _, event in of_kind(call.entries, events.FactTold)]
    assert [(one.value, one.standing, one.how) for one in told] == [
        ("17 Mill Way, Quayford", "mistaken", "asked"),
        ("27 Mill Way, Quayford", "full", "volunteered"),
    ]


def test_the_moments_of_a_fact_are_its_first_telling_and_its_right_one(live: Callable[..., Call]) -> None:
    twists = [
        {"id": "at-first", "when": {"after": "2s", "since": "address"}, "says": ["A."]},
        {"id": "at-last", "when": {"after": "2s", "since": "right:address"}, "says": ["B."]},
    ]
    call = live(facts=facts(), twists=twists)
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(20_000)
    before = [event.twist for _, event in of_kind(call.entries, events.TwistFired)]
    call.do(actions.Say(text="ASK_LOCATION"), 21_000)
    call.let_pass(40_000)
    after = [event.twist for _, event in of_kind(call.entries, events.TwistFired)]
    assert (before, after) == (["at-first"], ["at-first", "at-last"])


def test_a_twist_that_reveals_it_puts_it_right(live: Callable[..., Call]) -> None:
    twist = {"id": "van", "when": {"after": "10s", "since": "address"}, "says": ["27!"], "reveals": ["address"]}
    call = live(facts=facts(), twists=[twist])
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(40_000)
    told = [(event.how, event.standing) for _, event in of_kind(call.entries, events.FactTold)]
    assert told == [("asked", "mistaken"), ("twist", "full")]


def test_a_call_with_a_first_telling_is_sound(live: Callable[..., Call]) -> None:
    call = live(facts=facts(), twists=[])
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(20_000)
    call.do(actions.Say(text="ASK_LOCATION"), 21_000)
    call.let_pass(30_000)
    call.do(actions.Stop(), 31_000)
    assert unsound(call.scenario, call.entries) == ()


def test_soundness_finds_a_value_that_nobody_knows(live: Callable[..., Call]) -> None:
    call = live(facts=facts(), twists=[])
    call.do(actions.Say(text="ASK_LOCATION"), 5_000)
    call.let_pass(20_000)
    call.do(actions.Stop(), 31_000)
    entries = [
        entry.model_copy(update={"event": entry.event.model_copy(update={"value": "99 Mill Way"})})
        if isinstance(entry.event, events.FactTold)
        else entry
        for entry in call.entries
    ]
    assert any("not what they know" in fault for fault in unsound(call.scenario, tuple(entries)))


def test_unasked_it_comes_out_in_its_first_form() -> None:
    plain = facts()
    plain["address"]["told_when"]["when"] = {"after": "5s"}
    scenario = scenario_of(facts=plain, twists=[])
    line = volunteer(Setting(scenario, 1, Moments({"answered": 0})), OPENED, "address")
    assert line.text == "Seventeen Mill Way." and whole(line) == [("address", "volunteered", "mistaken")]
