"""Letters of a name: who is asked to spell what they have not told yet tells it and spells it at once."""

import pytest

from benchmarks.asked import Row, put


@pytest.mark.parametrize(
    ("call", "words", "name", "letters"),
    [
        ("locked-out-member", "Could you spell your surname for me?", "Rhiannon Clarke", "R, H, I, A, double N, O, N."),
        ("hiding-upstairs", "Could you spell your surname for me?", "Ellen Marsh", "M, A, R, S, H."),
    ],
)
def test_a_name_asked_for_by_its_letters_is_told_and_spelled(call: str, words: str, name: str, letters: str) -> None:
    said = put(call, Row(words, want=()))[1].text
    assert name in said
    assert letters in said


def test_asked_only_for_the_name_nobody_spells_it() -> None:
    assert "R, H" not in put("locked-out-member", Row("What's your full name, please?", want=()))[1].text
