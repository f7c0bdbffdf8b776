"""A yes-or-no question gets the true answer; where that is not sure there is none, because a wrong yes is worse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.catalogue import Catalogue
from scenarios.scenario import Fact
from simulator.answers.truth import truth_of
from simulator.answers.yes_or_no import closed_clauses, explains_the_code, is_choice
from simulator.understanding.understand import Listener, loaded

FACTS = {
    "in_room": Fact(
        value="yes",
        says=("He's here.",),
        closed="yes",
        yes_to=(
            "Is he there with you?", "Is he in the room with you?", "Is he still there?", "Is he next to you?",
            "Is someone there with you?", "Is he still in the house?",
        ),
        no_to=("Has he gone?", "Has he left the house?", "Are you alone?", "Are you on your own?"),
    ),
    "knife": Fact(
        value="A knife",
        says=("A knife.",),
        yes_to=("Has he got a knife?", "Does he have a weapon?", "Is he armed?"),
        no_to=("Has he got a gun?",),
    ),
    "hurt": Fact(
        value="yes",
        says=("I'm hurt.",),
        closed="yes",
        yes_to=("Are you hurt?", "Has he hurt you?", "Did he hit you?"),
        no_to=("Are you all right?", "Are you safe?"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "answer", "fact"),
    [
        ("Is he still there?", "yes", "in_room"),
        ("Has he gone?", "no", "in_room"),
        ("Hasn't he gone?", "no", "in_room"),
        ("So he's gone?", "no", "in_room"),
        ("He's still there, isn't he?", "yes", "in_room"),
        ("Can you tell me if he's still there?", "yes", "in_room"),
        ("Tap once if he's in the room with you", "yes", "in_room"),
        ("Tap once for yes and twice for no. Is he with you?", "yes", "in_room"),
        ("okay love is somebody in the room with you", "yes", "in_room"),
        ("Are you alone?", "no", "in_room"),
        ("Has he got a gun?", "no", "knife"),
        ("Is he armed?", "yes", "knife"),
        ("Are you safe?", "no", "hurt"),
        ("Can you speak freely?", "no", None),
        ("Is it hard to talk?", "yes", None),
        ("Can you hear me?", "yes", None),
    ],
)
def test_the_truth_answers_a_question_or_its_contrary(words: str, answer: str, fact: str | None) -> None:
    found = truth_of(words, FACTS)
    assert found is not None
    assert (found.answer, found.fact) == (answer, fact)


def test_whether_any_of_several_things_is_so_is_a_yes_where_one_is() -> None:
    either = truth_of("Has he got a gun, or has he hurt you?", FACTS)
    assert either is not None and (either.answer, either.fact) == ("yes", "hurt")
    assert truth_of("Is he still there, or has he gone?", FACTS) is None  # a choice, and both of the same


def test_what_is_asked_of_a_parent_is_not_answered_of_somebody_else() -> None:
    facts = {"crowbar": Fact(value="A crowbar", says=("One has.",), yes_to=("Has anybody got a crowbar?",))}
    assert truth_of("Has anybody got a crowbar?", facts) is not None
    assert truth_of("Has your dad got a crowbar?", facts) is None


def test_what_is_asked_of_a_child_is_not_answered_of_a_grown_up() -> None:
    breathing = Fact(value="yes", says=("She's breathing.",), yes_to=("Is she breathing?", "Is your mum breathing?"))
    asleep = Fact(value="yes", says=("Asleep.",), yes_to=("Is the baby asleep?",))
    facts = {"breathing": breathing, "asleep": asleep}

    def always(text: str, examples: tuple[str, ...]) -> tuple[float, ...]:
        return tuple(0.9 for _ in examples)

    assert truth_of("Is the baby breathing?", {"breathing": breathing}, always) is None
    assert truth_of("How's the baby, is she breathing?", {"breathing": breathing}, always) is None
    assert truth_of("Is your mum breathing?", facts) is not None and truth_of("Is the child asleep?", facts) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Where is he?",
        "Is he upstairs or downstairs?",
        "Is he hurt?",  # asked of the other one
        "Have you hurt him?",  # the other way round
        "Did he hit the child?",
        "Is he with your daughter?",
        "Is your brother with you?",
        "Do you have a knife?",
        "Is there nobody with you?",
        "Are you not alone?",
        "Tap twice if he's in the room with you",
        "Can you tell me your name?",
        "Is he in the room with you and are you all right?",  # yes and no in one breath
        "Officers are on their way.",
        "",
    ],
)
def test_what_is_not_one_clear_question_has_no_answer(words: str) -> None:
    assert truth_of(words, FACTS) is None


def test_a_no_tells_the_fact_only_where_it_has_two_sides() -> None:
    gone, gun = truth_of("Has he gone?", FACTS), truth_of("Has he got a gun?", FACTS)
    assert gone is not None and gone.tells
    assert gun is not None and not gun.tells


def test_two_questions_in_one_breath_have_an_answer_where_it_is_the_same() -> None:
    both = truth_of("Is he in the room with you and has he got a knife?", FACTS)
    assert both is not None
    assert (both.answer, both.fact, both.also) == ("yes", "in_room", ("knife",))
    assert truth_of("Has he got a knife? Are you safe?", FACTS) is None


def test_a_choice_with_one_answer_is_about_the_thing_named_first() -> None:
    either = truth_of("Is he armed or has he hurt you?", FACTS)
    assert either is not None
    assert (either.answer, either.fact) == ("yes", "knife")


@pytest.mark.parametrize(
    "words",
    [
        "Has he got a knife? Yes or no.", "Has he got a knife, yes or no?",
        "One for yes, two for no, has he got a knife?",
        "Just say yes or no, has he got a knife?", "He's got a knife, has he?", "Has 'e got a nife?",
    ],
)  # fmt: skip
def test_how_to_answer_and_how_it_is_spoken_do_not_hide_the_question(words: str) -> None:
    found = truth_of(words, FACTS)
    assert found is not None
    assert (found.answer, found.fact) == ("yes", "knife")


@pytest.fixture(scope="module")
def sensed() -> Listener:
    return loaded("semantic")


@pytest.mark.parametrize(
    ("words", "answer", "fact"),
    [
        ("Has he maybe got some weapon on him?", "yes", "knife"),
        ("Have you got any injuries yourself?", "yes", "hurt"),
        ("Is he still there with you in that room now?", "yes", "in_room"),
    ],
)
def test_a_question_in_other_words_is_found_by_sense(sensed: Listener, words: str, answer: str, fact: str) -> None:
    found = truth_of(words, FACTS, sensed.alike)
    assert found is not None
    assert (found.answer, found.fact) == (answer, fact)


@pytest.mark.parametrize(
    "words", ["You said he's got a gun?", "Like you said, he's got a gun?", "So he's got a gun, correct?"]
)
def test_a_falsehood_put_into_their_mouth_is_answered_as_the_question_it_is(words: str) -> None:
    found = truth_of(words, FACTS)
    assert found is not None and (found.answer, found.fact) == ("no", "knife")


def test_two_statements_joined_are_two_questions() -> None:
    assert truth_of("He's still there and you're all right, correct?", FACTS) is None


@pytest.mark.parametrize(
    "words", ["Has he got two knives?", "Is he...", "The order?", "Would you like a receipt?", "Have you hurt him?"]
)
def test_sense_finds_no_answer_where_nothing_like_it_was_written(sensed: Listener, words: str) -> None:
    assert truth_of(words, FACTS, sensed.alike) is None


@pytest.mark.parametrize("words", ["Tap once for yes, twice for no.", "Just answer yes or no.", "Press a key for yes"])
def test_agreeing_on_a_sign_is_known_as_that(words: str) -> None:
    assert explains_the_code(words)
    assert truth_of(words, FACTS) is None


@given(st.text(max_size=200))
def test_any_words_at_all_are_borne(words: str) -> None:
    assert isinstance(closed_clauses(words), tuple)
    truth_of(words, FACTS)


@pytest.mark.parametrize("scenario_id", Catalogue().ids())
def test_every_question_an_author_wrote_gets_the_answer_it_was_written_for(scenario_id: str) -> None:
    for scenario in Catalogue().get(scenario_id).surfaces:
        for name, fact in scenario.facts.items():
            for answer, questions in (("yes", fact.yes_to), ("no", fact.no_to)):
                for question in questions:
                    found = truth_of(question, scenario.facts)
                    assert found is not None, (name, question)
                    assert (found.answer, found.fact) == (answer, name), question


@pytest.mark.parametrize("words", ["Whereabouts in the house are you?", "Whereabouts are you ringing from?"])
def test_whereabouts_is_no_yes_or_no_question(words: str) -> None:
    assert closed_clauses(words) == ()


def test_shall_i_and_are_either_of_you_begin_questions_of_their_own() -> None:
    assert closed_clauses("Has he gone, and are either of you hurt?") == ("has he gone", "are either of you hurt")
    assert closed_clauses("Are you safe and shall I stay on?") == ("are you safe", "shall i stay on")


def test_a_choice_is_one_beside_an_open_question_too() -> None:
    assert is_choice("Flat or house, and which door?")
    assert not is_choice("And which door?")


def test_a_question_begun_anew_is_one_question() -> None:
    assert closed_clauses("Has he got any, um, is there a weapon, a knife or something?") == closed_clauses(
        "Is there a weapon, a knife or something?"
    )
