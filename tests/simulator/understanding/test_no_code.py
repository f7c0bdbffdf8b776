"""Most of what is said holds no figure; to see that at once leaves out nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.understanding import values
from simulator.understanding.spoken import figured, figured_words, says_no_code, tokens
from simulator.understanding.wordlist import listed

WORDS = listed(
    "a i o x for as like in hundred one two twenty seven first double kilo alpha oh plus half past noon midnight apple "
    "at on alder rise number flat march the of to quarter years old no wx4 7qd 12 ? + * . , - what's o'clock"
)


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_a_text_without_a_code_has_no_strong_token(text: str) -> None:
    if says_no_code(text):
        assert not any(token.code and not token.weak for token in tokens(text))
        assert not any(mark.isdigit() for token in tokens(text) for mark in token.text)


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_values_are_found_as_without_the_short_way(text: str) -> None:
    found = values.extract(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(values, "says_no_code", lambda text: False)
        assert values.extract.__wrapped__(text) == found


@given(st.lists(st.sampled_from([word for word in WORDS if word.isalnum()]), max_size=8))
@example(["one", "one", "to", "one"])  # "to" that sounds as a figure among figures
def test_words_are_figured_as_the_whole_text_is(words: list[str]) -> None:
    assert " ".join(figured_words(words)) == figured(" ".join(words))
