"""What the caller says: read-backs confirmed or corrected, facts offered, questions of their own."""

from dataclasses import replace
from typing import Any

import pytest
from tests_support import scenario_of

from scenarios.scenario import Scenario
from simulator.caller import Line, Setting, ask, reply
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.moments import Moments


def heard(*intents: str, values: tuple[HeardValue, ...] = ()) -> Understood:
    made = tuple(
        HeardIntent(id=name.partition(":")[0], slot=name.partition(":")[2] or None, confidence=0.9) for name in intents
    )
    return Understood(text=" ".join(intents), understood=bool(intents), intents=made, values=values)


def value(fact: str, agreement: str, standing: str = "told") -> HeardValue:
    return HeardValue.model_validate(
        {"kind": "place", "value": "x", "fact": fact, "agreement": agreement, "standing": standing}
    )


def said(mind: Mind, words: Understood, scenario: Scenario | None = None, **moments: int) -> Line:
    setting = Setting(scenario or scenario_of(), 1, Moments({"answered": 0, **moments}))
    return reply(setting, mind, words)


OPENED = Mind("frightened", opened=True)
TOLD = OPENED.having_told("address")


def test_a_right_read_back_is_confirmed() -> None:
    line = said(TOLD, heard("READBACK", values=(value("address", "right"),)))
    assert line.confirms == "address" and line.text.startswith("Yes") and not line.tells


@pytest.mark.parametrize("agreement", ["near", "wrong"])
def test_a_wrong_read_back_is_put_right(agreement: str) -> None:
    line = said(TOLD, heard("READBACK", values=(value("address", agreement),)))
    assert line.corrects == "address" and line.text == "No. Four Mill Way."


def test_a_fact_that_the_handler_offers_counts_as_offered() -> None:
    line = said(OPENED, heard("NEG_LEAD_DATA", values=(value("address", "right", "offered"),)))
    assert [(t.fact, t.how) for t in line.tells] == [("address", "offered")]


def test_some_callers_say_yes_to_a_wrong_read_back() -> None:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    plain["facts"]["address"]["agrees_to_anything"] = True
    plain["facts"]["address"]["kind"] = "place"
    line = said(TOLD, heard("READBACK", values=(value("address", "wrong"),)), Scenario.model_validate(plain))
    assert line.text.startswith("Yes")


def test_a_read_back_and_a_question_in_one_breath_get_both_answers() -> None:
    line = said(TOLD, heard("READBACK", "ASK_WEAPON", values=(value("address", "right"),)))
    assert "Yes" in line.text and "I can't see." in line.text


def test_spelling_is_asked_of_the_name_last_given() -> None:
    line = said(OPENED.having_told("name"), heard("PHONETIC_SPELL"))
    assert line.text == "F, O, R, D."


def test_two_questions_bring_two_facts_in_the_order_asked() -> None:
    line = said(OPENED, heard("ASK_PERSON_DETAILS:name", "ASK_LOCATION"))
    assert line.text == "Ann Ford. Four Mill Way."


def test_courtesy_alone_is_acknowledged_once_and_gives_way_to_an_answer() -> None:
    alone = said(OPENED, heard("EMP_ACK", "EMP_REASSURE"))
    beside = said(OPENED, heard("EMP_ACK", "ASK_LOCATION"))
    assert alone.text.count(".") == 1 and beside.text == "Four Mill Way."


def test_a_repeat_is_a_repeat() -> None:
    first = said(OPENED, heard("ASK_LOCATION"))
    assert said(first.mind, heard("ASK_REPEAT")).text == first.text


def test_a_question_of_the_callers_own_is_thanked_for_when_it_is_answered() -> None:
    scenario = scenario_of(
        questions=[
            {"id": "how-long", "says": ["How long?"], "when": {"after": "5s"}, "answered_by": ["EXPL_TIME"],
             "thanks": ["Okay. Thank you."]}
        ]
    )  # fmt: skip
    setting = Setting(scenario, 1, Moments({"answered": 0}))
    asked = ask(setting, OPENED, "how-long")
    assert asked.question == "how-long"
    assert reply(setting, asked.mind, heard("EXPL_TIME")).text == "Okay. Thank you."


def test_nothing_secret_is_said_by_a_caller_who_is_given_it() -> None:
    plain: dict[str, Any] = {
        "restricted": [{"id": "her_address", "value": "9 Tern Walk"}],
        "presses": [
            {"id": "p", "asks_for": ["her_address"], "says": ["Where is she?"], "if_given": ["Got it. Thanks."]}
        ],
    }
    given = HeardValue(kind="text", value="9 Tern Walk", fact="her_address", standing="restricted")
    line = said(OPENED, heard("NEG_DISCLOSE", values=(given,)), scenario_of(**plain))
    assert "Got it. Thanks." in line.text


def test_how_can_i_help_is_answered_by_the_opening_alone() -> None:
    scenario = scenario_of(answers=[{"to": "ASK_WHAT_HAPPENED", "say": "There is a man."}])
    assert said(Mind("frightened"), heard("OPEN_GREET", "ASK_WHAT_HAPPENED"), scenario).text == scenario.opening[0]


def test_nobody_says_goodbye_in_the_middle_of_a_question_or_on_a_guess() -> None:
    asked = said(OPENED, heard("CLOSE_PROPER", "ASK_LOCATION"))
    guess = Understood(text="x", understood=True, intents=(HeardIntent(id="CLOSE_PROPER", confidence=0.5),))
    assert asked.text == "Four Mill Way." and said(OPENED, guess).text == ""


def test_a_faint_intent_beside_a_clear_one_is_not_answered() -> None:
    faint = HeardIntent(id="ASK_WEAPON", confidence=0.4)
    clear = HeardIntent(id="ASK_LOCATION", confidence=0.9)
    line = said(OPENED, Understood(text="x", understood=True, intents=(clear, faint)))
    assert line.text == "Four Mill Way."


def test_nothing_is_told_that_the_line_does_not_say() -> None:
    facts = {
        f"f{n}": {"value": f"v{n}", "kind": "text", "told_when": {"asked": [f"topic:t{n}"]}, "says": [f"Fact {n}."]}
        for n in range(9)
    }
    topics = {f"t{n}": {"examples": ["a b", "c d", "e f"]} for n in range(9)}
    line = said(OPENED, heard(*(f"topic:t{n}" for n in range(9))), scenario_of(facts=facts, topics=topics, twists=[]))
    assert len(line.tells) == 4
    assert all(f"Fact {telling.fact[1]}." in line.text for telling in line.tells)


def test_a_value_offered_in_the_first_words_is_confirmed_aloud() -> None:
    line = said(Mind("frightened"), heard("OPEN_GREET", values=(value("address", "right", "offered"),)))
    assert "Yes" in line.text and [telling.fact for telling in line.tells] == ["address"]


def test_what_was_given_away_is_thanked_for_once() -> None:
    plain: dict[str, Any] = {
        "restricted": [{"id": "her_address", "value": "9 Tern Walk"}],
        "presses": [{"id": "p", "asks_for": ["her_address"], "says": ["Where?"], "if_given": ["Got it."]}],
    }
    given = HeardValue(kind="text", value="9 Tern Walk", fact="her_address", standing="restricted")
    first = said(OPENED, heard("NEG_DISCLOSE", values=(given,)), scenario_of(**plain))
    again = said(first.mind, heard("NEG_DISCLOSE", values=(given,)), scenario_of(**plain))
    assert "Got it." in first.text and "Got it." not in again.text


def test_who_still_wants_something_says_so_instead_of_goodbye() -> None:
    scenario = scenario_of(answers=[{"to": "CLOSE_PROPER", "unless": "helped", "say": "But I am still locked out."}])
    assert said(OPENED, heard("CLOSE_PROPER"), scenario).text == "But I am still locked out."
    assert said(OPENED, heard("CLOSE_PROPER"), scenario, helped=1).text == "Thank you. Bye."


def test_a_second_goodbye_is_one_short_word_and_no_third_farewell() -> None:
    first = said(OPENED, heard("CLOSE_PROPER"))
    second = said(first.mind, heard("CLOSE_PROPER"))
    assert first.text and second.text in ("Bye.", "Bye now.")


def test_asked_again_the_first_that_fits_and_still_holds_is_repeated() -> None:
    facts = {
        "inside": {"value": "yes", "kind": "text", "says": ["They are in."], "again": ["Still in."],
                   "told_when": {"asked": ["ASK_WHAT_HAPPENED"], "unless": ["gone"]}},
        "two": {"value": "two", "kind": "text", "says": ["Two."], "again": ["Just two."],
                "told_when": {"asked": ["ASK_WHAT_HAPPENED"]}},
    }  # fmt: skip
    scenario = scenario_of(facts=facts, twists=[])
    mind = OPENED.having_told("inside").having_told("two")
    assert said(mind, heard("ASK_WHAT_HAPPENED"), scenario).text == "Still in."
    assert said(mind, heard("ASK_WHAT_HAPPENED"), scenario, gone=5).text == "Just two."


def test_a_line_begins_like_a_sentence() -> None:
    scenario = scenario_of(answers=[{"to": "ASK_WEAPON", "say": "oh double seven."}])
    assert said(OPENED, heard("ASK_WEAPON"), scenario).text == "Oh double seven."


def test_each_sentence_of_a_line_does_and_what_goes_on_after_dots_does_not() -> None:
    scenario = scenario_of(answers=[{"to": "ASK_WEAPON", "say": "No. oh double seven. I can't... say it again."}])
    assert said(OPENED, heard("ASK_WEAPON"), scenario).text == "No. Oh double seven. I can't... say it again."


@pytest.mark.parametrize(("span", "answered"), [("and any weapon", True), ("four Mill Way", False)])
def test_a_faint_question_is_answered_where_it_has_words_of_its_own(span: str, answered: bool) -> None:
    clear = HeardIntent(id="READBACK", confidence=0.95, span="four Mill Way")
    faint = HeardIntent(id="ASK_WEAPON", confidence=0.47, span=span)
    words = Understood(text="So four Mill Way, and any weapon?", understood=True, intents=(clear, faint))
    assert ("I can't see." in said(TOLD, words).text) is answered


def test_a_name_to_be_spelled_is_told_first() -> None:
    words = Understood(
        text="Could you spell your surname?",
        understood=True,
        intents=(HeardIntent(id="PHONETIC_SPELL", confidence=0.9, span="Could you spell your surname?"),),
    )
    assert said(OPENED, words).tells[0].fact == "name"


def test_which_detail_was_meant_is_not_said_to_be_unknown_beside_an_answer() -> None:
    with_answer = said(OPENED, heard("ASK_PERSON_DETAILS:name", "VER_ASK_ITEM"))
    assert with_answer.text == said(OPENED, heard("ASK_PERSON_DETAILS:name")).text
    assert said(OPENED, heard("VER_ASK_ITEM")).text


def test_a_third_telling_hardly_asked_for_does_not_stand_beside_the_answer() -> None:
    mind = replace(TOLD, said={"again:address": 1})
    asked = HeardIntent(id="ASK_WEAPON", confidence=0.9, span="any weapon")
    faint = HeardIntent(id="ASK_LOCATION", confidence=0.7, span="and where")
    words = Understood(text="Any weapon, and where?", understood=True, intents=(asked, faint))
    assert said(mind, words).text == "I can't see."


def test_who_says_bye_in_words_of_their_own_has_said_goodbye() -> None:
    scenario = scenario_of(answers=[{"to": "CLOSE_PROPER", "say": "Yeah. Bye."}])
    line = said(OPENED, heard("CLOSE_PROPER"), scenario)
    assert line.text == "Yeah. Bye." and line.mind.count("goodbye") == 1
