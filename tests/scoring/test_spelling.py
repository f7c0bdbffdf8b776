"""Words that look misspelt are shown with what they may stand for; names, short and rare words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.spelling import may_be_misspelt, plain_words

HEARD = ("He went down the ginnel behind Corvale Mill.",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("man seen by the oposite neighbour", (("oposite", "opposite"),)),
        ("went down the ginnle", (("ginnle", "ginnel"),)),
        ("Oposite in capitals may be a name", ()),
        ("the sitar was zythum", ()),
        ("went down the ginnel", ()),
        ("teh cat", ()),
        ("", ()),
    ],
)
def test_a_slip_is_told_with_the_word_it_may_stand_for(text: str, found: tuple[tuple[str, str], ...]) -> None:
    assert may_be_misspelt(text, HEARD) == found


@given(st.sampled_from(sorted(plain_words())))
def test_a_plain_word_is_never_doubted(word: str) -> None:
    assert may_be_misspelt(f"{word} {word}s {word}ing", ()) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(meant in plain_words() for _, meant in may_be_misspelt(text, ()))
