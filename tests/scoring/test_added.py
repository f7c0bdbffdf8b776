"""Nothing of danger or identity that nobody had said passes unseen; what is said in other words is no invention."""

import pytest
from tape import LIBRARY, journal, on

from scenarios.catalogue import load_policy
from scoring.added import Additions
from scoring.grade_timeline import grade_timeline
from scoring.happenings import Happenings
from scoring.ledger import Ledger
from scoring.outcome import LedgerLine
from scoring.reading import Reading
from scoring.sources import Sources
from scoring.told import ToldFact, told

POLICY = load_policy().policy
HIDING = "hiding-upstairs"
CALL = """
3 answer
5 caller tells=inside_now,two_men,crowbar: They're downstairs. Two men, one's got an iron bar. He's tall.
12 say ASK_CHILDREN_VULN: Who else is in the house?
14 caller tells=parent: My mother. She's eighty-six and asleep.
20 say ASK_INJURY: Is he holding a torch, and has he a tattoo?
21 caller: Yes, he has.
"""


def ledger_of(script: str) -> Ledger:
    scenario = LIBRARY.get(HIDING).for_seed(1)
    return Reading(scenario, POLICY, journal(scenario, CALL + script)).ledger


def added(text: str, call: str = CALL) -> tuple[str, ...]:
    scenario = LIBRARY.get(HIDING).for_seed(1)
    return Additions(Sources(scenario, Happenings(journal(scenario, call)))).of_text(text, 60_000)


def line(ledger: Ledger, fact: str) -> LedgerLine:
    return next(one for one in ledger.lines if one.fact == fact)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Man with a sawn-off and a machete", ("sawn", "machete")),
        ("Intruder holding a pistol", ("pistol",)),
        ("Caller bleeding, cut to her wrist", ("bleeding", "wrist")),
        ("Resident was punched and is unconscious", ("punched", "unconscious")),
        ("Three men in the kitchen", ("Three men",)),
        ("A third man waits outside", ("third man",)),
        ("Offender is Wayne Gibbs", ("Wayne Gibbs",)),
        ("Tall one is called Lee", ("Lee",)),
        ("They arrived in a silver Audi", ("silver", "Audi")),
        ("Intruders are high on heroin", ("heroin",)),
        ("Tall man with a ponytail and a limp", ("ponytail", "limp")),
        ("Caller is pregnant, her boyfriend is with her", ("pregnant", "boyfriend")),
        ("Mother is diabetic, aged 91", ("diabetic", "aged 91")),
        ("One of them has a gun and will use it", ("gun",)),
    ],
)
def test_a_weapon_wound_person_name_or_feature_nobody_spoke_of_is_found(text: str, found: tuple[str, ...]) -> None:
    assert added(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Two males inside, one armed with a crowbar",
        "Elderly female, 86, mum of caller, is in bed",
        "2 suspects, tall one has the weapon",
        "Tall suspect is tattooed",
        "No guns, knives or injuries seen",
        "Weapons: none. Dogs: not known. Any children?",
        "Risk of serious injury, intruders may have knives",
        "If he finds her she could be stabbed",
        "Treat as armed with firearms",
        "Dog unit and armed response requested",
        "Officers to check for blood",
        "Caller hasn't been hurt and hasn't seen a car",
    ],
)
def test_other_words_judgement_denial_and_bidding_add_nothing(text: str) -> None:
    assert added(text) == ()


def test_a_question_that_was_not_affirmed_is_no_source() -> None:
    refused = CALL.replace("Yes, he has.", "I couldn't tell you.")
    assert added("He is tattooed", refused) == ("tattooed",)


def test_a_number_of_the_telephone_counts_nobody() -> None:
    rung = CALL + "30 caller: It's oh double seven double oh, nine four five."
    assert added("Four men in the house", rung) == ("Four men",)


def test_what_a_field_adds_loses_the_point_and_the_fact_stands_wrong() -> None:
    script = "40 record weapon: yes, crowbar and shotgun\n45 record suspects: two men and a woman"
    found = ledger_of(script)
    assert (line(found, "crowbar").cause, line(found, "two_men").cause) == ("recorded_wrongly", "recorded_wrongly")
    assert (line(found, "added:Weapon").recorded, line(found, "added:Suspects").recorded) == ("shotgun", "woman")
    mark = on(HIDING, "A11", CALL + script)
    assert mark.verdict == "not_met"
    assert "Weapon ‘shotgun’" in mark.because
    assert "Suspects ‘woman’" in mark.because
    assert len(mark.shown_by) == 2


def test_a_field_that_keeps_to_what_was_told_is_right() -> None:
    script = "40 record weapon: yes, iron bar\n45 record suspects: 2 males"
    found = ledger_of(script)
    assert (line(found, "crowbar").cause, line(found, "two_men").cause) == ("right", "right")
    assert on(HIDING, "A11", CALL + script).verdict == "met"


@pytest.mark.parametrize("entry", ["note facts: {}", "hand_over dispatch: {}", "assess harm high: {}"])
def test_an_addition_in_any_note_is_named_and_reaches_the_officers_page_as_unsourced(entry: str) -> None:
    words = "Two men, one has slashed the mother with a razor"
    scenario = LIBRARY.get(HIDING).for_seed(1)
    script = CALL + "50 " + entry.format(words) + "\n55 hand_over dispatch: As above."
    assert "slashed, razor" in on(HIDING, "A11", script).because
    page = told(scenario, POLICY, journal(scenario, script))
    assert [one.told for one in page.of("unsourced")] == ["slashed, razor"]


def test_a_rationale_that_states_what_nobody_told_is_flagged_word_by_word() -> None:
    scenario = LIBRARY.get(HIDING).for_seed(1)
    script = CALL + (
        "40 grade immediate\n"
        "41 explain immediate: Two men in house with rifles, caller has been kicked, at risk of stabbing"
    )
    move = grade_timeline(scenario, POLICY, journal(scenario, script)).moves[0]
    assert move.untold == ("‘rifles’", "‘kicked’")
    assert any("‘rifles’ and ‘kicked’" in flag for flag in move.flags)


def stands(script: str, fact: str) -> list[ToldFact]:
    scenario = LIBRARY.get(HIDING).for_seed(1)
    return [one for one in told(scenario, POLICY, journal(scenario, CALL + script)).facts if one.fact == fact]


def test_that_they_are_gone_has_no_source_while_they_are_still_in() -> None:
    script = "40 grade scheduled\n41 explain scheduled: Burglary, intruders have left the scene"
    assert line(ledger_of(script), "gone").cause == "invented"
    assert [one.stands for one in stands(script, "gone")] == ["unsourced"]
    scenario = LIBRARY.get(HIDING).for_seed(1)
    assert grade_timeline(scenario, POLICY, journal(scenario, CALL + script)).moves[0].untold == (
        "In progress (after they left)",
    )
    assert on(HIDING, "A11", CALL + script).verdict == "not_met"


@pytest.mark.parametrize(
    "words", ["Told her to leave the light off", "Keep away from the stairs", "They may have left"]
)
def test_advice_and_guesses_do_not_say_that_they_are_gone(words: str) -> None:
    found = line(ledger_of(f"40 note facts: {words}"), "gone")
    assert (found.cause, found.recorded) == ("not_needed", None)


def test_that_they_are_gone_is_right_once_they_drove_off() -> None:
    script = "30 twist they-leave tells=gone,van: They've gone. A van.\n40 note facts: Intruders have left"
    assert line(ledger_of(script), "gone").cause == "right"


BURGLARS = """
3 answer
5 caller tells=inside_now,two_men,crowbar: They're downstairs. Two men, one's got an iron bar.
"""


@pytest.mark.parametrize(
    "record",
    [
        "30 assess harm high: Serious injury or death",
        "30 assess harm high: Threat of serious injury or death to occupants",
        "30 note facts: THRIVE. Threat: armed intruders. Harm: injury or death. Risk: high",
        "30 explain immediate: Immediate threat of serious injury to the caller",
        "30 explain immediate: Life at risk, intent to harm or kill",
        "30 note facts: Frightened. Scared they'll kill her",
        "30 note facts: Asked about guns - doesn't know",
        "30 note facts: Came on foot or by car n/k",
    ],
)
def test_what_may_come_of_it_is_judged_and_not_added(record: str) -> None:
    assert on(HIDING, "A11", BURGLARS + record).verdict == "met"


@pytest.mark.parametrize("record", ["30 assess harm high: Caller was stabbed", "30 note facts: Has a head injury"])
def test_what_has_come_of_it_is_added_under_any_heading(record: str) -> None:
    assert on(HIDING, "A11", BURGLARS + record).verdict == "not_met"


@pytest.mark.parametrize("text", ["Sgt Malik informed", "Passed to Inspector Khan", "Log created by Dan Roper"])
def test_who_handles_the_contact_beside_them_is_nobody_made_up(text: str) -> None:
    assert added(text) == ()


def test_a_ranked_name_that_is_said_to_have_done_something_is_made_up() -> None:
    assert added("Sgt Denton informed her of it") == ("Sgt Denton",)
