"""Where a question begins: told by the verb before its subject; "what he wears" begins none."""

import itertools

import pytest

from simulator.understanding.cutting.question_begins import (
    asks_by_itself,
    asks_openly,
    begins_question,
    broken_off,
    first_word_asks,
    question_places,
    still_open,
)


def cut(said: str) -> list[str]:
    places = [0, *question_places(said), len(said)]
    return [said[one:other].strip() for one, other in itertools.pairwise(places)]


@pytest.mark.parametrize(
    "said",
    [
        "would you like me to ring your niece for you | did he tell you to dial 999",
        "what time of day did he ring | has he got a phone in his hand",
        "i wont give you that neither | why does it matter so much to you",
        "have you or daniel had anything to drink tonight",
        "can i speak to the lady who rang | shall i repeat your order back",
        "can you wriggle your fingers for me | which way is the car pointing",
        "were you far behind them when it went over | what can you smell",
        "would she be frightened by the police coming in | what time did this start",
        "is there a key under the mat | who was that",
        "would it be okay to text you | is he standing right by you",
        "what did he say | was it a threat",
        "what sorry | who's voice is it",
        "do you know where he lives | is it far",
        "stay where you are | have you got the door shut",
        "who am i speaking to | can you get yourself out",
        "what colour was the message | how come you never let us know",
        "when did the court make the order | who gave you the court paper",
        "where do you know him from | does the yard lead to the road",
        "what's she up to | has mummy got a baby in her tummy",
        "how many ways out do you have | is the alarm on",
        "is the house alarmed | what does daniel do for a living",
        "could anyone there hear all this | what time is your exam",
        "how do my officers get to the lane | what's out the back of the house",
        "who sent the letter | does she know that you have it",
        "what shall i tell them when they get there | is the kitchen door shut",
        "what did it ask you to do | where are you off to after this",
        "is there a little number at the top | when did rosie last have her bottle",
        "does your door open in or out | any medical conditions they need to know of",
        "are you right by the car now | any flames that you can see",
    ],
)
def test_a_second_question_is_found_without_punctuation(said: str) -> None:
    assert cut(said.replace(" |", "")) == said.split(" | ")


@pytest.mark.parametrize(
    "said",
    [
        "do you know what he is wearing",
        "can you see the lad who broke the window",
        "do you know anyone who has a key",
        "did he give you any idea where he was going",
        "have you got any weapons there",
        "you do realise opening her post is an offence",
        "can you tell me what time it is",
        "can you tell me what is your name",
        "how many people are there in the house",
        "so when you got home was he there",
        "what kind of car was it",
        "what i need to know is are you hurt",
        "all i can say is she lives in saltreach",
        "does anna have a key to your house",
        "did you say there was an envelope",
        "at what time did he ring you",
        "is there another person who has a key to your front door",
        "he has gone out and is in the garden",
        "your mother which room does she sleep in",
        "when's the last time the two of you had a proper conversation",
        "how would you feel if an officer came and had a chat with you tomorrow",
    ],
)
def test_one_question_stays_one(said: str) -> None:
    assert cut(said) == [said]


@pytest.mark.parametrize(
    "said", ["how old's the baby", "is Mummy bleeding", "does anything about your health", "and what colour was it"]
)
def test_a_question_begins_with_its_verb(said: str) -> None:
    assert begins_question(said)


@pytest.mark.parametrize("said", ["has taken the bag", "who lives near you", "what he was wearing", "the back door"])
def test_what_goes_on_begins_nothing(said: str) -> None:
    assert not begins_question(said)


@pytest.mark.parametrize("said", ["and what time of day", "how many", "when you got home"])
def test_a_question_is_open_until_its_verb_has_come(said: str) -> None:
    assert still_open(said)


@pytest.mark.parametrize("said", ["When exactly did you move", "Were you in bed when you heard it"])
def test_a_question_with_its_verb_is_whole(said: str) -> None:
    assert not still_open(said)


@pytest.mark.parametrize(
    "said", ["might I have your name", "won't the insurers have it", "has Anna a key", "whereabouts"]
)
def test_a_first_word_asks(said: str) -> None:
    assert first_word_asks(said)


@pytest.mark.parametrize("said", ["won't be long", "must have been awful", "couldn't find them", "don't, please"])
def test_a_first_word_without_its_subject_tells(said: str) -> None:
    assert not first_word_asks(said)


def test_what_else_and_did_he_ask_by_themselves_and_a_wish_does_not() -> None:
    assert asks_by_itself("okay, who else lives there") and asks_by_itself("and did he say why")
    assert not asks_by_itself("do sit down for me") and not asks_by_itself("has Anna a key")


@pytest.mark.parametrize("said", ["How marvellous that it's let you in", "What a fright you've had", "How kind of you"])
def test_who_exclaims_asks_nothing(said: str) -> None:
    assert not asks_by_itself(said)
    assert asks_by_itself("how is it for you") and asks_by_itself("what a day is it")


def test_an_open_question_has_its_word_and_its_verb() -> None:
    assert asks_openly("so what can you see") and asks_openly("how far away is it")
    assert not asks_openly("what a night") and not asks_openly("did he say what he wants")


def test_a_question_broken_off_is_its_verb_and_who() -> None:
    assert broken_off("is he") and broken_off("shall I") and not broken_off("is he in")
