"""Every grade with what called for it, the seconds it took, why, by whose authority, and what is to be looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st
from small_calls import INTRUDER, MEMBER, POLICY
from tape import journal

from scoring.grade_timeline import GradeTimeline, grade_timeline

CALL = """
3 answer
8 caller tells=inside,address
20 grade immediate
24 explain immediate: Somebody inside now at 27 Alder Rise
40 assess threat high: inside now, crowbar
44 assess harm high
90 caller tells=gone how=twist
100 grade scheduled was=immediate
104 explain scheduled: Now gone, nobody inside
120 end caller
"""


def of(script: str) -> GradeTimeline:
    return grade_timeline(INTRUDER, POLICY, journal(INTRUDER, script))


def test_a_grade_has_the_fact_that_called_for_it_and_the_seconds_since() -> None:
    first = of(CALL).moves[0]
    assert (first.grade, first.move, first.previous) == ("Immediate", "set", None)
    assert first.cause is not None and "inside" in first.cause.words
    assert (first.delay_ms, first.allowed_ms) == (10_000, 30_000)
    assert first.cites == ("In progress (inside)", "Incident address")
    assert first.flags == ()


def test_a_late_grade_is_flagged_with_both_times() -> None:
    assert "40 s after what called for it; 30 s are allowed." in of(CALL.replace("20 grade", "50 grade")).moves[0].flags


def test_a_lowered_grade_names_the_release_and_the_authority_it_needs() -> None:
    lowered = of(CALL.replace("grade scheduled was", "grade priority was")).moves[1]
    assert (lowered.move, lowered.previous, lowered.authority_needed) == ("lowered", "Immediate", "supervisor")
    assert lowered.cause is not None and "gone" in lowered.cause.words
    assert "No authority of a supervisor is recorded." in lowered.flags
    given = of(CALL.replace("grade scheduled was=immediate", "grade priority was=immediate by=supervisor")).moves[1]
    assert given.authority == "supervisor" and not any("authority" in flag for flag in given.flags)


def test_a_raised_grade_names_what_called_for_a_higher_one_before_other_weighty_facts() -> None:
    raised = of(
        "3 answer\n8 caller tells=address\n20 grade scheduled\n30 caller tells=crowbar\n"
        "40 caller tells=worse how=twist\n50 grade immediate was=scheduled"
    ).moves[1]
    assert (raised.move, raised.cause and raised.cause.words, raised.delay_ms) == ("raised", "Worse", 8_000)


def test_a_grade_lowered_on_nothing_is_flagged() -> None:
    unreleased = "\n".join(line for line in CALL.splitlines() if "tells=gone" not in line)
    assert "Nothing that takes the risk away had been told." in of(unreleased).moves[1].flags


def test_a_rationale_that_cites_nothing_told_is_flagged_and_so_is_none() -> None:
    assert any(
        "cites nothing" in flag
        for flag in of(CALL.replace("Somebody inside now at 27 Alder Rise", "To be safe")).moves[0].flags
    )
    silent = "\n".join(line for line in CALL.splitlines() if "explain immediate" not in line)
    assert "No rationale." in of(silent).moves[0].flags


def test_a_rationale_may_not_state_what_nobody_had_told() -> None:
    ahead = of(CALL.replace("Somebody inside now at", "Mother of 86 and two knives, inside now at"))
    assert set(ahead.moves[0].untold) == {"Weapon (blades)", "Vulnerable person"}
    told = CALL.replace("tells=inside,address", "tells=inside,address,blades")
    assert of(told.replace("Somebody inside", "Two knives, inside")).moves[0].untold == ()


def test_thrive_headings_that_rest_on_nothing_or_were_left_out_are_flagged() -> None:
    headings = {one.heading: one for one in of(CALL).thrive}
    assert headings["Threat"].flag.startswith("States what nobody had told") or headings["Threat"].cites
    assert headings["Harm"].flag == "A level with no note: it cites nothing."
    assert headings["Risk"].flag == "Not assessed."
    assert len(headings) == 6


def test_what_called_for_a_higher_grade_and_got_none_stands_apart() -> None:
    low = CALL.replace("grade immediate", "grade scheduled").replace("grade scheduled was=immediate", "note facts")
    assert ["inside" in one.words for one in of(low).unanswered] == [True]
    assert of(CALL).unanswered == ()


def test_an_ungraded_contact_says_so() -> None:
    found = grade_timeline(MEMBER, POLICY, journal(MEMBER, "3 answer\n60 end handler"))
    assert (found.moves, found.thrive, found.summary) == ((), (), "No grade was set.")


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 12))
def test_every_prefix_of_a_call_can_be_looked_at(until: int) -> None:
    found = grade_timeline(INTRUDER, POLICY, journal(INTRUDER, CALL)[:until])
    assert all(n <= until for move in found.moves for n in move.shown_by)
