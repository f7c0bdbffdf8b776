"""From a pronunciation to the neural model's signs: British sounds, nothing it does not know, never too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.symbols import LONGEST, numbers_of, portions, symbols_of


@pytest.mark.parametrize(
    ("ipa", "signs"),
    [
        ("hˈa^ʊs", "hˈWs"),
        ("pˈa^ʊ^ə", "pˈWə"),
        ("ˈɔːldə ɹˈa^ɪz.", "ˈɔːldə ɹˈIz."),
        ("ɡˌə^ʊ hˈə^ʊm", "ɡˌQ hˈQm"),
        ("stˈe^əz", "stˈɛːz"),
        ("d^ʒˈʌd^ʒ t^ʃˈɜːt^ʃ", "ʤˈʌʤ ʧˈɜːʧ"),
        ("lˈɪtə^l", "lˈɪtᵊl"),
        ("ɐ  nˈa^ɪf…", "ə nˈIf…"),
    ],
)
def test_british_sounds_have_their_own_signs(ipa: str, signs: str) -> None:
    assert symbols_of(ipa) == signs


@given(st.text(max_size=200))
def test_whatever_comes_has_a_number_or_is_left_out(text: str) -> None:
    signs = symbols_of(text)
    assert len(numbers_of(signs)) == len(signs)


@given(st.text(alphabet="abc ,.", max_size=3_000), st.integers(20, LONGEST))
def test_portions_lose_no_sound_and_are_never_too_long(text: str, longest: int) -> None:
    signs = symbols_of(text)
    parts = portions(signs, longest)
    assert all(0 < len(part) <= longest for part in parts)
    assert "".join(parts).replace(" ", "") == signs.replace(" ", "")


def test_a_long_text_is_cut_where_a_sentence_ends() -> None:
    sentence = "ðˈe^əz sˈʌmwɒn ɪn ma^ɪ hˈa^ʊs."
    parts = portions(symbols_of(" ".join([sentence] * 40)))
    assert len(parts) > 1
    assert all(part.endswith(".") for part in parts)
