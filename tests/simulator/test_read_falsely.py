"""Every false part of what is read back is put right: a colour, a name; and a question is no read-back."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.coloured import coloured, wrong_colours
from simulator.answers.own_name import another_name, own_name
from simulator.answers.summed_up import reads_nothing_back
from simulator.mind import Mind

NAMED = ("a-helpful-sergeant", "car-in-the-ditch", "hiding-upstairs", "nobody-has-come", "noises-downstairs")
OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize(
    ("words", "told", "right"),
    [
        ("A black windmill, got that.", "I can see a white windmill.", "White, not black."),
        ("A red jacket, okay. Has he got a moped?", "Dark jacket, and a little red moped.", "Dark, not red."),
        ("So that's a blue estate, is it?", "A red hatchback.", "Red, not blue."),
        ("and his hood was black", "Tall one, grey hood.", "Grey, not black."),
    ],
)
def test_a_thing_in_a_colour_that_it_never_had_is_put_right(words: str, told: str, right: str) -> None:
    assert [one.right for one in wrong_colours(words, (told,), ())] == [right]
    assert [one.right.split()[0] for one in wrong_colours(words, (), (told,))] == ["Not"]


@pytest.mark.parametrize(
    "words",
    [
        "A white windmill, got that.", "Was it a black or a white windmill?", "It wasn't a black windmill, was it?",
        "Our black windmill", "Is there a black windmill near you?", "What colour was the windmill, black?",
        "A pale windmill, was it?", "A black barn, got that.",
    ],
)  # fmt: skip
def test_what_is_right_denied_asked_or_of_something_else_is_left_alone(words: str) -> None:
    assert not wrong_colours(words, ("I can see a white windmill with a flag on.",), ())


def test_a_dark_coat_may_be_black_and_a_colour_of_two_words_is_one() -> None:
    assert not wrong_colours("So a black coat.", ("A short one in a dark coat.",), ())
    (van,) = coloured("There's a van, dark blue, plain sides.")
    assert van.thing == "van" and van.said == "dark blue"


@pytest.mark.parametrize("call", NAMED)
@pytest.mark.parametrize("words", ["Is that Zebedee?", "Is that the little boy, Zebedee?", "Am I speaking to Zebedee?"])
def test_a_name_of_nobody_in_the_call_is_denied(call: str, words: str) -> None:
    for seed in range(1, 4):
        scenario = steady(call, seed)
        topic = next(iter(scenario.topics))
        line = said(scenario, OPENED, words, heard("topic", words, topic, sure=0.76), seed=seed)
        assert line.text.startswith("No") and not [one for one in line.tells if one.how == "asked"]


@pytest.mark.parametrize("call", NAMED)
def test_their_own_name_gets_a_yes_and_counts_as_told(call: str) -> None:
    for seed in range(1, 4):
        scenario = steady(call, seed)
        own = own_name(scenario, OPENED)
        assert own is not None
        first = str(scenario.facts[own].value).split()[0]
        words = f"Is that {first}?"
        line = said(scenario, OPENED, words, heard("topic", words, next(iter(scenario.topics)), sure=0.76), seed=seed)
        assert line.text in ("Yes.", "Yes, it is.") and own in {one.fact for one in line.tells}


def test_somebody_else_of_the_call_is_no_strange_name() -> None:
    scenario = steady("noises-downstairs", 1)
    assert not another_name(scenario, "Is that Saltreach?", ("saltreach",))
    known = next(word for word in " ".join(scenario.twists[0].says).replace(".", " ").split() if word.istitle())
    assert not another_name(scenario, f"Is that {known}?")


@pytest.mark.parametrize("call", NAMED)
@pytest.mark.parametrize("words", ["can you make out any of the number plate?", "Is Mum still breathing?"])
@pytest.mark.parametrize("read", ["READBACK", "LISTEN_SUMMARISE"])
def test_a_question_that_reads_nothing_back_gets_no_thats_right(call: str, words: str, read: str) -> None:
    scenario = steady(call, 2)
    line = said(scenario, OPENED, words, heard(read, words), seed=2)
    assert line.text in scenario.caller.not_understood and not line.understood


@pytest.mark.parametrize(
    "words",
    [
        "Is the address nine Linnet Way, is that right?",
        "So he's six foot?",
        "Did you say he had a bar?",
        "Is he outside?",
    ],
)
def test_a_read_back_that_asks_is_still_one(words: str) -> None:
    mind = OPENED.having_told("outside")
    assert not reads_nothing_back(steady("nobody-has-come", 1), mind, words)


@pytest.mark.parametrize("call", NAMED)
def test_a_wrong_name_beside_something_else_read_back_is_not_passed_over(call: str) -> None:
    words = "Number nine then, and you're Zebedee Quill?"
    for seed in range(1, 4):
        line = said(steady(call, seed), OPENED, words, heard("NEG_LEAD_DATA", "Number nine", "location"), seed=seed)
        assert "not me" in line.text or "not my name" in line.text
