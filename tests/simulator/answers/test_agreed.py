"""Signs that a handler offers, and the word that somebody who cannot speak freely answers with."""

from typing import Any

import pytest
from tests_support import scenario_of

from scenarios.scenario import Fact
from simulator import unspoken
from simulator.answers.agreed import offered, said_as_order
from simulator.answers.sounds_alike import sounds_like_place
from simulator.answers.truth import answers_to, truth_of
from simulator.answers.turn import Line, Setting
from simulator.answers.yes_or_no import closed_clauses, wants_yes_or_no
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.moments import Moments

FACTS: dict[str, Any] = {
    "unhurt": {
        "value": "no", "says": ["No."], "told_when": {"asked": ["ASK_INJURY"]}, "closed": "no",
        "no_to": ["Are you hurt?", "Has he hurt you?", "Are you bleeding?", "Has he cut you?", "Is anyone bleeding?",
                  "Do you need an ambulance?"],
    },
    "here": {
        "value": "yes", "says": ["He's here."], "told_when": {"asked": ["ASK_SUSPECT_NOW"]}, "closed": "yes",
        "yes_to": ["Is he there?", "Is he with you?", "Is he near you?", "Is he in the room with you?"],
        "no_to": ["Has he gone?", "Has he gone to another room?"],
    },
    "knife": {
        "value": "a knife", "says": ["A knife."], "told_when": {"asked": ["ASK_WEAPON"]},
        "front": ["The one you'd slice it with.", "The sharp one."],
        "yes_to": ["Is there a knife?", "Has he got a knife?", "Is he armed?"],
    },
}  # fmt: skip
FRONT = {
    "answers_by": "front", "can_speak_freely": False, "mood": {"starts": "frightened"},
    "says_yes": ["Yes please."], "says_no": ["No thanks."], "front": ["Thin base, please."],
    "does_not_know": ["Not sure on that one."], "acknowledges": ["Okay, lovely."],
    "name": "Ann Ford", "role": "victim", "voice": {"kind": "woman"},
}  # fmt: skip
SCENARIO = scenario_of(caller=FRONT, facts=FACTS, twists=[])
OPENED = Mind("frightened", opened=True, answers_by="front")


def answer(words: str, mind: Mind = OPENED) -> Line:
    heard = Understood(text=words, understood=True, truth=answers_to(words, SCENARIO.facts))
    return unspoken.reply(Setting(SCENARIO, 1, Moments({"answered": 0})), mind, heard)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Say large if you're hurt, small if not.", "small"),
        ("say large if you're hurt small if not", "small"),
        ("If you are hurt or bleeding would you say large, and if you're not would you say small?", "small"),
        ("If he's cut you say pepperoni, if not say margherita.", "margherita"),
        ("Would you say mushrooms if there's a knife, or olives if there isn't?", "mushrooms"),
        ("If you need an ambulance, say pepperoni. If you're not hurt, say margherita.", "margherita"),
        ('Okay, so just say "large" if he\'s there and "small" if he\'s gone', "large"),
        ("Is he there? Say 'extra cheese' for yes, 'plain' for no.", "extra cheese"),
        ("Pepperoni for yes, ham for no: has he hurt you?", "ham"),
        ("Has he hurt you? Say large if he has, small if he hasn't.", "small"),
        ("Is there a knife? Say 'that's right' or 'no, ta'.", "that's right"),
    ],
)
def test_the_word_offered_for_what_is_true_is_the_word_said(words: str, said: str) -> None:
    assert said in answer(words).text.lower()


def test_what_an_offered_word_says_is_told() -> None:
    line = answer("Say large if you're hurt, small if not.")
    assert [telling.fact for telling in line.tells] == ["unhurt"]


def test_the_only_word_offered_for_what_is_not_so_gets_a_plain_no() -> None:
    assert answer("Say pepperoni if you're hurt.").text == "No thanks."


def test_words_agreed_on_for_yes_and_no_are_used_from_there_on() -> None:
    agreed = answer("From now on mushroom means yes and onion means no.")
    assert agreed.text == "Okay, lovely."
    yes = answer("Is he there?", agreed.mind)
    no = answer("Has he hurt you?", yes.mind)
    assert "mushroom" in yes.text.lower() and "onion" in no.text.lower()


def test_whoever_asks_for_yes_or_no_gets_yes_or_no_whatever_was_agreed() -> None:
    agreed = answer("Say mushroom for yes and onion for no.")
    assert answer("Is he there, yes or no?", agreed.mind).text == "Yes please."


def test_a_word_for_one_thing_is_not_kept_for_others() -> None:
    line = answer("Say large if he's there, small if he's gone.")
    assert answer("Has he hurt you?", line.mind).text == "No thanks."


def test_a_word_for_what_may_come_is_taken_in_and_not_said() -> None:
    assert answer("Say 'that's all' if he comes back in.").text == "Okay, lovely."


def test_closed_questions_with_several_answers_are_answered_one_by_one() -> None:
    line = answer("Are you hurt, is he armed, and do you need an ambulance?")
    assert line.text.startswith("No thanks.") and "Yes please." in line.text
    assert {telling.fact for telling in line.tells} == {"unhurt", "knife"}


def test_the_same_answer_to_several_questions_says_that_it_is_to_all_of_them() -> None:
    assert "both" in answer("Is he there and has he got a knife?").text.lower()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Has he got a knife? Chips if he has, wedges if he hasn't.", "Chips, please."),
        ("Chips if he's got a knife, wedges if not.", "Chips, please."),
        ("chips if he's got a knife wedges if he hasn't", "Chips, please."),
    ],
)
def test_two_things_of_an_order_are_offered_without_a_say(words: str, said: str) -> None:
    assert answer(words).text == said


@pytest.mark.parametrize("words", ["Stay put if you can, leave if you can't.", "Tap if he's there, cough if he isn't."])
def test_what_is_to_be_done_is_no_word_offered(words: str) -> None:
    assert not offered(words).signs


def test_several_answers_are_no_answer_in_taps() -> None:
    words = "Are you hurt, and is he armed?"
    heard = Understood(text=words, understood=True, truth=answers_to(words, SCENARIO.facts))
    mind = Mind("frightened", opened=True, answers_by="taps")
    assert unspoken.reply(Setting(SCENARIO, 1, Moments({"answered": 0})), mind, heard).manner == "silence"
    assert truth_of(words, SCENARIO.facts) is None


def test_asked_for_yes_or_no_where_neither_is_known_they_say_so() -> None:
    assert answer("Is he left handed, yes or no?").text == "Not sure on that one."


def test_a_line_of_the_front_is_not_said_twice_running() -> None:
    def asked(mind: Mind) -> Line:
        heard = Understood(
            text="What is it he has?", understood=True, intents=(HeardIntent(id="ASK_WEAPON", confidence=0.9),)
        )
        return unspoken.reply(Setting(SCENARIO, 1, Moments({"answered": 0})), mind, heard)

    first = asked(OPENED)
    assert asked(first.mind).text != first.text


@pytest.mark.parametrize(
    "words",
    [
        "Don't you worry about that voice, darling, only answer me yes or no, and tell me, has he hurt you?",
        "Tell me gently whether he's hurt you.",
        "There's a deal on, so tell me gently whether he's hurt you, just yes or no.",
        "Do you mind if I ask whether he's hurt you?",
        "Just say yes or no: has he hurt you?",
        "Has he hurt you, yes please or no thanks?",
    ],
)
def test_a_plain_question_in_a_kind_sentence_is_found(words: str) -> None:
    found = answers_to(words, {name: Fact.model_validate(fact) for name, fact in FACTS.items()})
    assert found is not None and (found.answer, found.fact) == ("no", "unhurt")


@pytest.mark.parametrize(
    "words",
    ["Tell me if he's still there.", "Just answer yes or no. Is he there?", "How many toppings, then?", ""],
)
def test_what_offers_no_word_has_none(words: str) -> None:
    assert offered(words).signs == ()
    assert not offered(words).later


def test_dont_worry_asks_nothing() -> None:
    assert closed_clauses("Don't you worry about that, darling.") == ()


def test_yes_or_no_is_known_to_be_wanted() -> None:
    assert wants_yes_or_no("Is he there, yes or no?")
    assert not wants_yes_or_no("Is he there?")


def test_a_word_is_said_as_in_an_order() -> None:
    assert said_as_order("large") == "Large, please."
    assert said_as_order("no garlic") == "No garlic."


@pytest.mark.parametrize("words", ["so eighteen, one eight, Tern Walk, is that right?", "18 turn walk, yes?"])
def test_a_place_read_back_by_ear_is_the_place_told(words: str) -> None:
    assert sounds_like_place(words, "18 Tern Walk")


@pytest.mark.parametrize("words", ["Eight Tern Walk?", "eighteen Kiln Road?", "Tern Walk?", "So eighteen?"])
def test_another_number_or_street_does_not_sound_like_it(words: str) -> None:
    assert not sounds_like_place(words, "18 Tern Walk")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("18 Tern Walk, got it. Has he hurt you?", "Yes please. No thanks."),
        ("18 Tern Walk, got it. Is he there?", "Yes please."),
    ],
)
def test_a_question_beside_a_right_read_back_is_answered_too(words: str, said: str) -> None:
    place = {"value": {"line": "18 Tern Walk", "town": "Saltreach"}, "says": ["Eighteen Tern Walk."]}
    scenario = scenario_of(caller=FRONT, facts={**FACTS, "address": place}, twists=[])
    value = HeardValue(kind="place", value="18 Tern Walk", fact="address", agreement="right", standing="offered")
    heard = Understood(text=words, understood=True, values=(value,), truth=answers_to(words, scenario.facts))
    line = unspoken.reply(Setting(scenario, 1, Moments({"answered": 0})), OPENED, heard)
    assert line.text == said
    assert len(line.tells) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("If he's got a weapon say A, if not say B.", "A"),
        ("If he's got no weapon say A, if he has say B.", "B"),
        ("Say A if he hasn't got a weapon, B if he has.", "B"),
    ],
)
def test_of_two_words_the_one_for_what_is_so_is_said_whichever_way_round(words: str, said: str) -> None:
    assert answer(words).text.rstrip(".").removesuffix(", please") == said


def test_otherwise_offers_the_other_word() -> None:
    assert offered("if he's armed say A, otherwise say B") == offered("if he's armed say A, if not say B")
