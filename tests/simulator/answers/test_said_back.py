"""Asked to say the advice back, the caller says it, and never their own last line once more."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.said_back import GOT_IT, asks_to_say_back
from simulator.mind import Mind

OPENED = Mind("calm", opened=True, last_line="Now, what am I to do if he comes?")


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Can you repeat that back to me so I know you've got it?", True),
        ("Say it back to me, please.", True),
        ("Tell me what I just said.", True),
        ("What did I ask you to do?", True),
        ("Can you repeat that?", False),
        ("Tell me when he is back.", False),
        ("Can you say the number again?", False),
        ("What did I miss?", False),
        ("Did you ring her, and what did she say back?", False),
    ],
)
def test_what_asks_to_be_said_back(words: str, asks: bool) -> None:
    assert asks_to_say_back(words) is asks


def test_the_advice_of_the_same_breath_is_said_back() -> None:
    again = "Can you repeat that back to me?"
    words = f"Don't open the door. {again}"
    advice = heard("ADV_SAFETY", "Don't open the door.", "don't open the door")
    bare = heard("ADV_SAFETY", "Don't open the door.", "open the door")
    line = said(surface("a-helpful-sergeant", 1), OPENED, words, bare, advice, heard("ASK_REPEAT", again))
    assert "Don't open the door. I've got that." in line.text and "what am I to do" not in line.text


def test_without_advice_they_say_that_they_have_got_it() -> None:
    again = "Can you say that back to me?"
    line = said(surface("a-helpful-sergeant", 1), OPENED, again, heard("ASK_REPEAT", again))
    assert any(one in line.text for one in GOT_IT)


def test_the_reference_just_given_is_said_back() -> None:
    gave = "Your reference is HM-0417 of the twenty-first."
    call = surface("a-helpful-sergeant", 1)
    after = said(call, OPENED, gave, heard("GIVE_REF", gave)).mind
    again = "Can you read it back to me?"
    assert "HM-0417 of the twenty-first." in said(call, after, again, heard("ASK_REPEAT", again)).text


def test_a_reference_in_words_is_said_back_in_the_same_breath() -> None:
    gave, again = "The log number is four one seven of today.", "Could you say the log number back to me?"
    line = said(
        surface("a-helpful-sergeant", 1), OPENED, f"{gave} {again}", heard("GIVE_REF", gave), heard("ASK_REPEAT", again)
    )
    assert "Four one seven of today." in line.text


def test_advice_of_the_line_before_is_said_back() -> None:
    advice = heard("ADV_SAFETY", "Don't open the door.", "don't open the door")
    call = surface("a-helpful-sergeant", 1)
    after = said(call, OPENED, "Don't open the door.", advice).mind
    again = "Tell me what I just said."
    assert "Don't open the door." in said(call, after, again, heard("ASK_REPEAT", again)).text


def test_a_reference_without_figures_is_nothing_to_say_back() -> None:
    gave, again = "I'll text you the reference.", "Can you say that back to me?"
    call = surface("a-helpful-sergeant", 1)
    after = said(call, OPENED, gave, heard("GIVE_REF", gave)).mind
    assert any(one in said(call, after, again, heard("ASK_REPEAT", again)).text for one in GOT_IT)
