"""Profiles, criticals and outcomes (DOMAIN section 5, scoring rules); the marking as a whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_calls import CALLS, INTRUDER, MEMBER, POLICY, REQUEST
from tape import journal, marking, one_mark

from scenarios.policy import Policy
from scenarios.scenario import MarkingChoice, Scenario
from scenarios.vocabulary import vocabulary
from scoring.catalogue import catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.marking import MarkingProblem, mark
from scoring.settings import all_settings

GOOD = """
3 answer
5 say OPEN_GREET ASK_LOCATION: Police emergency, what's the address of the emergency?
6 caller tells=inside,address mood=frightened: Help, they are inside
12 record location: 27 Alder Rise, Quayford
14 grade immediate
16 say READBACK ~address/told/right
20 explain immediate: Intruder inside now
24 say ASK_WEAPON
25 caller tells=crowbar
30 record weapon: yes, crowbar
34 say ADV_SAFETY
38 say ASK_LOCATION_REFINE:postcode
39 caller tells=postcode
44 record postcode: WX4 7QD
48 say EMP_ACK
200 twist help-comes release
220 end caller
240 finish
"""
REAL = {"approved": True, "mode": "assessment"}


def without(script: str, words: str) -> str:
    return "\n".join(line for line in script.splitlines() if words not in line)


def demoting(point: str, why: str) -> Policy:
    rules = POLICY.pass_rules.model_copy(update={"demoted": {point: why}})
    return POLICY.model_copy(update={"pass_rules": rules})


def test_a_good_run_is_met() -> None:
    found = marking(INTRUDER, POLICY, GOOD)
    assert found.outcome == "met", found.because
    assert all(profile.reached for profile in found.profiles.values())
    assert not found.criticals and not found.referred


def test_a_recorded_deed_that_is_critical_fails_the_run() -> None:
    found = marking(INTRUDER, POLICY, GOOD.replace("27 Alder Rise", "72 Alder Rise"))
    assert (found.outcome, found.criticals) == ("not_met", ("A01",))


def test_words_alone_never_fail_a_run_but_refer_it() -> None:
    worse = "34 say ADV_SAFETY NEG_DANGEROUS: Go down and see what he wants"
    found = marking(INTRUDER, POLICY, GOOD.replace("34 say ADV_SAFETY", worse))
    assert (found.outcome, found.referred) == ("referred", ("R05",))
    dangerous = next(m for m in found.marks if m.point == "R05")
    assert not dangerous.decisive and dangerous.shown_by


def test_critical_words_that_were_never_said_refer_too() -> None:
    found = marking(INTRUDER, POLICY, without(GOOD, "ADV_SAFETY"))
    assert (found.outcome, found.referred) == ("referred", ("R05",))


def test_a_share_lost_by_deeds_is_not_met() -> None:
    poor = without(without(GOOD, "record postcode"), "record weapon")
    held = POLICY.pass_rules.model_copy(update={"criticals": {}, "default_share": 0.9})
    found = marking(INTRUDER, POLICY.model_copy(update={"pass_rules": held}), poor)
    assert found.outcome == "not_met"
    assert "accuracy" in found.because and not found.profiles["accuracy"].reached


def test_a_share_lost_in_words_alone_is_for_the_assessor() -> None:
    poor = without(without(without(GOOD, "READBACK"), "REFINE"), "tells=postcode").replace(
        "OPEN_GREET ASK_LOCATION", "EMP_ACK"
    )
    found = marking(INTRUDER, POLICY, poor)
    assert not found.profiles["verification"].reached
    assert found.outcome == "referred"
    assert "V02" in found.referred and "V02" in found.because


def test_one_dimension_never_makes_up_for_another() -> None:
    high = POLICY.pass_rules.model_copy(update={"shares": {"communication": 1.0}})
    late = GOOD.replace("5 say OPEN_GREET", "9.5 say takes=1 OPEN_GREET")
    found = marking(INTRUDER, POLICY.model_copy(update={"pass_rules": high}), late)
    assert (found.outcome, found.referred) == ("referred", ("M01",))
    assert found.profiles["accuracy"].share == 1.0


def test_stop_never_counts_against_a_trainee() -> None:
    assert marking(INTRUDER, POLICY, "3 answer\n9 stop").outcome == "stopped"


@pytest.mark.parametrize("script", ["3 answer\n9 interrupt", "3 answer\n9 say EMP_ACK", ""])
def test_a_run_that_breaks_off_is_interrupted(script: str) -> None:
    assert marking(INTRUDER, POLICY, script).outcome == "interrupted"


def test_a_demoted_critical_holds_the_run_and_says_why() -> None:
    early = without(GOOD, "help-comes").replace("220 end caller", "60 end handler")
    assert marking(INTRUDER, POLICY, early).criticals == ("R06",)
    found = marking(INTRUDER, demoting("R06", "the telephone system is being replaced"), early)
    line = next(m for m in found.marks if m.point == "R06")
    assert (found.outcome, line.critical, found.referred) == ("referred", "hold", ("R06",))
    assert "the telephone system is being replaced" in line.because


def test_a_point_to_be_held_holds_the_run_when_a_deed_loses_it() -> None:
    held = INTRUDER.model_copy(update={"marking": (*INTRUDER.marking, MarkingChoice(point="A11"))})
    assert marking(held, POLICY, GOOD).outcome == "met"
    found = marking(held, POLICY, GOOD.replace("200 twist", "60 record suspects: two men in a red lorry\n200 twist"))
    lost = next(m for m in found.marks if m.point == "A11")
    assert (lost.verdict, lost.critical, lost.decisive) == ("not_met", "hold", True)
    assert (found.outcome, found.referred, found.criticals) == ("referred", ("A11",), ())


def test_what_is_critical_depends_on_the_kind_of_contact() -> None:
    assert one_mark(INTRUDER, POLICY, "A01", GOOD).critical == "critical"
    assert one_mark(REQUEST, POLICY, "A01", "3 answer\n60 end handler").critical == "hold"
    assert one_mark(REQUEST, POLICY, "C01", "3 answer\n60 end handler").critical == "critical"
    assert one_mark(MEMBER, POLICY, "V11", "3 answer\n60 end handler").critical == "critical"
    assert one_mark(MEMBER, POLICY, "C06", "3 answer\n60 end handler").critical == "critical"


def test_one_event_brings_one_penalty() -> None:
    unchecked = without(without(without(GOOD, "READBACK"), "REFINE"), "tells=postcode")
    wrong = unchecked.replace("27 Alder Rise", "72 Alder Rise")
    found = marking(INTRUDER, POLICY, wrong)
    back = next(m for m in found.marks if m.point == "V02")
    assert back.verdict == "not_met"
    assert "counted under A01" in back.because
    assert found.profiles["verification"].share == 1.0


@pytest.mark.parametrize("scenario", CALLS, ids=lambda scenario: scenario.id)
def test_silence_earns_nothing(scenario: Scenario) -> None:
    every = scenario.model_copy(update={"marking": tuple(MarkingChoice(point=point) for point in DETECTORS)})
    facts = ",".join(scenario.facts)
    script = f"3 answer\n8 caller tells={facts} how=opening mood=frightened: Help me please"
    script += "".join(f"\n{20 + n} caller press={press.id}" for n, press in enumerate(scenario.presses))
    script += "".join(f"\n{40 + n} caller question={q.id}" for n, q in enumerate(scenario.questions))
    script += "\n90 end caller\n95 finish"
    found = marking(every, POLICY, script)
    assert [m.point for m in found.marks if m.verdict in ("met", "partly")] == []
    assert found.outcome == "not_met"


def test_a_phone_that_is_never_answered_earns_nothing() -> None:
    every = INTRUDER.model_copy(update={"marking": tuple(MarkingChoice(point=point) for point in DETECTORS)})
    found = marking(every, POLICY, "60 end caller\n61 finish")
    assert [m.point for m in found.marks if m.verdict in ("met", "partly")] == []


def test_a_list_of_words_earns_no_question() -> None:
    crammed = (
        "ASK_LOCATION ASK_WEAPON ASK_INJURY ADV_SAFETY ADV_STAY_LINE EMP_ACK EMP_REASSURE EXPL_TIME EXPL_NEXT GIVE_REF"
    )
    for point in ("R03", "R05", "R26", "M09"):
        assert (
            one_mark(
                INTRUDER, POLICY, point, f"3 answer\n6 caller tells=inside\n12 say {crammed}\n90 end handler"
            ).verdict
            == "not_met"
        )


def test_only_an_approved_assessment_is_evidence() -> None:
    assert marking(INTRUDER, POLICY, GOOD).evidence_grade == "practice, not evidence"
    assert marking(INTRUDER, POLICY, GOOD, **REAL).evidence_grade == "evidence"
    assert marking(INTRUDER, POLICY, GOOD, approved=True).evidence_grade == "practice, not evidence"


def test_the_same_journal_always_gives_the_same_marks() -> None:
    played = journal(INTRUDER, GOOD)
    first = mark(INTRUDER, POLICY, played).model_dump_json()
    assert all(mark(INTRUDER, POLICY, played).model_dump_json() == first for _ in range(20))


def test_a_point_that_cannot_be_marked_yet_is_refused_with_the_reason() -> None:
    early = INTRUDER.model_copy(update={"marking": (MarkingChoice(point="S07"),)})
    with pytest.raises(MarkingProblem, match="S07, which cannot be marked yet: no event records an outage"):
        marking(early, POLICY, GOOD)


def test_an_unknown_setting_is_refused_with_what_the_point_takes() -> None:
    odd = INTRUDER.model_copy(update={"marking": (MarkingChoice(point="G02", with_={"witin": "10s"}),)})
    with pytest.raises(MarkingProblem, match="G02 has no setting called 'witin'; it takes within"):
        marking(odd, POLICY, GOOD)


def test_a_journal_of_another_scenario_is_refused() -> None:
    with pytest.raises(MarkingProblem, match=r"of 'intruder-test', not of 'member-test'"):
        mark(MEMBER, POLICY, journal(INTRUDER, GOOD))


def test_every_point_is_marked_or_named_as_awaiting() -> None:
    assert set(DETECTORS) | set(AWAITING) == set(vocabulary().points) == set(catalogue())
    assert not set(DETECTORS) & set(AWAITING)
    assert set(all_settings()) <= set(DETECTORS)


def test_every_detector_says_when_it_is_met() -> None:
    vague = [point for point, detector in DETECTORS.items() if not (detector.__doc__ or "").startswith("Met when")]
    assert vague == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_part_of_any_journal_can_be_marked_and_points_only_at_what_is_there(data: st.DataObject) -> None:
    scenario = data.draw(st.sampled_from(CALLS))
    every = scenario.model_copy(update={"marking": tuple(MarkingChoice(point=point) for point in DETECTORS)})
    lines = data.draw(st.lists(st.sampled_from(_deeds(scenario)), max_size=25))
    script = (
        "3 answer\n"
        + "\n".join(f"{5 + 3 * n} {line}" for n, line in enumerate(lines))
        + "\n200 end handler\n210 finish"
    )
    played = journal(scenario, script)
    part = played[: data.draw(st.integers(0, len(played)))]
    found = mark(every, POLICY, part)
    numbers = {entry.n for entry in part}
    for one in found.marks:
        assert set(one.shown_by) <= numbers, one
        assert 0 <= one.share <= 1, one
        assert one.because.endswith((".", "?", ".)")), one.because
        if one.verdict != "not_applicable" and numbers:
            assert one.shown_by, one
    assert all(set(line.shown_by) <= numbers for line in found.ledger)


def _deeds(scenario: Scenario) -> list[str]:
    facts = [f"caller tells={name}" for name in scenario.facts] + [
        f"caller tells={n} how=opening mood=angry" for n in scenario.facts
    ]
    said = [f"say {name}" for name in vocabulary().intents] + [
        f"say READBACK ~{name}/told/right" for name in scenario.facts
    ]
    said += [f"say NEG_LEAD_DATA ~{name}/offered/wrong" for name in scenario.facts]
    pressed = [f"caller press={p.id}" for p in scenario.presses] + [
        f"caller question={q.id}" for q in scenario.questions
    ]
    twists = [f"twist {twist.id} release upgrade" for twist in scenario.twists]
    deeds = [
        "record name: Ellen March",
        "record location: 72 Alder Rise",
        "record weapon: no",
        "record callback: 07700 900111",
        "record category: Message",
        "note facts: Caller states crowbar",
        "note advice: go downstairs",
        "assess threat high: inside",
        "grade immediate",
        "grade priority was=immediate",
        "explain priority: gone",
        "request ambulance",
        "refer victim_support",
        "escalate supervisor: help",
        "send neil text: 42 Tern Walk, Ravensholt",
        "link HM-1",
        "restrict restricted",
        "hold",
        "resume",
        "transfer ambulance warm",
        "back 07700900000 caller",
        "lock",
        "hand_over: 27 Alder Rise",
        "close: Hoax",
        "pause",
        "continue",
        "look pnc rows=pnc-ours for=live_incident",
        "look previous",
        "open pnc-stranger pnc",
        "open unknown members",
        "verify full_name passed",
        "verify postcode failed",
        "update m-ours address: 31 Weir Gardens",
        "reset new_email",
        "reset registered_device",
        "end network",
        "stop",
        "interrupt",
        "mood angry",
        "operator",
    ]
    return facts + said + pressed + twists + deeds
