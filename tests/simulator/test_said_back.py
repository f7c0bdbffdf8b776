"""Asked to say the advice back, the caller says it, and never their own last line once more."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.mind import Mind
from simulator.said_back import GOT_IT, asks_to_say_back

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
