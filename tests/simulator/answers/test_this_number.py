"""Whether theirs is the number to ring is answered with yes; the figures come when they are asked for."""

import pytest
from asked_by_hand import said, steady

from simulator.answers.this_number import asks_if_this_number
from simulator.heard import HeardIntent, HeardValue
from simulator.mind import Mind

LINE = "07700 900361"
CALLS = ("a-helpful-sergeant", "hiding-upstairs", "locked-out-member", "nobody-has-come", "noises-downstairs")


def asked(words: str) -> HeardIntent:
    return HeardIntent(id="ASK_CALLBACK", confidence=0.95, span=words)


@pytest.mark.parametrize(
    "words",
    [
        "Is this the best number for you?", "This number, callback?", "the one you're ringing on?",
        "Shall I ring you back on this number?", "Are you best on this number?",
        "is this mobile, the one ending three six one, the best one to catch you on later?",
    ],
)  # fmt: skip
def test_a_yes_or_no_question_about_the_line(words: str) -> None:
    assert asks_if_this_number(words, LINE)


@pytest.mark.parametrize(
    "words",
    [
        "What's your number?", "Can I take a number?", "Is there another number?", "Is this number plate right?",
        "Is this number, the one ending three six two, the best one?", "Is that the number he rang you from?",
        "Is that the best number, 07700 900362?", "Is that the right house number?",
        "May I ask the number you're best on?",
    ],
)  # fmt: skip
def test_a_question_for_figures_or_about_another_number_is_none(words: str) -> None:
    assert not asks_if_this_number(words, LINE)


@pytest.mark.parametrize("call", CALLS)
def test_the_number_is_told_without_its_figures_and_with_them_when_asked_for(call: str) -> None:
    words, open_words = "Is this the best number to ring you back on?", "What's your number?"
    for seed in range(1, 4):
        scenario = steady(call, seed)
        line = said(scenario, Mind("calm", opened=True), words, asked(words), seed=seed)
        assert [one.fact for one in line.tells] == ["callback"]
        assert line.text in ("Yes, this one.", "Yes. This number.", "This one, yes.")
        after = said(scenario, line.mind, open_words, asked(open_words), seed=seed)
        assert "nine" in after.text


def test_another_question_of_the_line_is_answered_beside_it() -> None:
    words = "Is this the best number for you, and what's your name?"
    name = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.98, span="what's your name?")
    for call in CALLS:
        line = said(steady(call, 2), Mind("calm", opened=True), words, asked("Is this the best number"), name, seed=2)
        assert {"callback"} < {one.fact for one in line.tells}


def test_who_told_no_number_of_their_own_says_no_yes() -> None:
    words = "Is this the best number for you?"
    line = said(steady("car-in-the-ditch", 1), Mind("calm", opened=True), words, asked(words))
    assert not line.text.startswith("Yes")


def test_the_yes_to_the_number_stands_where_it_was_asked() -> None:
    words = "Is anybody hurt, and is this the best number to ring?"
    hurt = HeardIntent(id="ASK_INJURY", slot="other", confidence=0.95, span="Is anybody hurt")
    for seed in range(1, 5):
        opened = Mind("calm", opened=True)
        line = said(steady("nobody-has-come", seed), opened, words, hurt, asked("is this the best number to ring?"))
        assert [one.fact for one in line.tells] == ["injuries", "callback"]
        assert line.answers == ("ASK_INJURY:other", "ASK_CALLBACK")


@pytest.mark.parametrize(("end", "right"), [("0418", True), ("418", True), ("0417", False), ("0163", False)])
def test_the_end_of_their_number_is_no_wrong_number_but_no_check_of_the_whole(end: str, right: bool) -> None:
    scenario = steady("a-helpful-sergeant", 3)
    told = scenario.facts["callback"].value
    assert str(told).endswith("0418")
    value = HeardValue(kind="phone", value=end, fact="callback", agreement="near", standing="told")
    words = f"is this landline, the one ending {end}, the best one?"
    knows = Mind("calm", opened=True).having_told("callback")
    line = said(scenario, knows, words, HeardIntent(id="READBACK", confidence=0.95, slot="callback"), values=(value,))
    assert line.confirms is None
    assert line.text.startswith("Yes") is right and (line.corrects is None) is right


def test_a_question_that_its_author_gave_a_topic_is_no_question_about_the_line() -> None:
    words = "Is that the one you're ringing on?"
    topic = HeardIntent(id="topic", slot="ringing-on", confidence=0.95, span=words)
    line = said(steady("locked-out-member", 1), Mind("calm", opened=True), words, topic)
    assert "topic:ringing-on" in line.answers and not line.tells


@pytest.mark.parametrize(
    ("call", "words", "answer"),
    [
        ("hiding-upstairs", "Is that a mobile or a landline you're on?", ("It's a mobile.", "A mobile.")),
        ("hiding-upstairs", "Is the number you're ringing from your own, or a work one?", ("It's my own.", "My own.")),
    ],
)
def test_what_kind_of_line_or_whose_it_is_is_said_without_its_figures(
    call: str, words: str, answer: tuple[str, ...]
) -> None:
    line = said(steady(call, 1), Mind("calm", opened=True), words, asked(words))
    assert line.text in answer and not line.tells


def test_a_topic_about_the_line_answers_in_its_own_words() -> None:
    words = "Is that your own mobile, or a work one?"
    about = HeardIntent(id="topic", slot="ringing-on", confidence=0.9, span=words)
    line = said(steady("locked-out-member", 1), Mind("calm", opened=True), words, about)
    assert "work one" in line.text
