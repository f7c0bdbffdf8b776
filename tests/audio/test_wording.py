"""What is spoken of a line: cleaned, cut politely, codes one sign at a time."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.wording import LONGEST, natural_seconds, speakable


@given(st.text(max_size=400))
def test_whatever_is_typed_becomes_something_safe_to_speak(text: str) -> None:
    words = speakable(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "So", "Cf") for char in words)
    assert not any(char in words for char in "<>[]{}")
    assert words == "" or any(char.isalnum() for char in words)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("It's WX4 7QD.", "It's W X four, seven Q D."),
        ("Ring me on 07700 900822, please", "Ring me on oh seven seven oh oh, nine oh oh eight two two, please"),
        ("A grey van, AB12 CDE", "A grey van, A B one two, C D E"),
        ("Flat 27, I am 43 and it cost £1500.", "Flat 27, I am 43 and it cost £1500."),
        ("In 2019 he was 12.", "In 2019 he was 12."),
    ],
)
def test_codes_are_spelled_and_plain_numbers_are_not(written: str, spoken: str) -> None:
    assert speakable(written) == spoken


@pytest.mark.parametrize("nothing", ["", "   ", "...", "🙂🙂", "\x00\x07", "— —"])
def test_what_holds_no_word_is_not_spoken(nothing: str) -> None:
    assert speakable(nothing) == ""


def test_emoji_and_control_characters_leave_the_words_around_them() -> None:
    assert speakable("Help\x00 me 🙂 <break/> now\n\nplease") == "Help me break/ now please"


def test_a_hundred_thousand_characters_end_at_a_sentence() -> None:
    words = speakable("There is somebody in the kitchen. " * 3_000)
    assert len(words) <= LONGEST
    assert words.endswith("kitchen.")


def test_one_endless_word_is_cut_at_the_limit() -> None:
    assert len(speakable("a" * 100_000)) == LONGEST


def test_a_slower_pace_takes_longer() -> None:
    line = "There is somebody in the kitchen."
    assert natural_seconds(line, 110) > natural_seconds(line, 220) > 0
