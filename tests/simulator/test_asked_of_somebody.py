"""A question that names somebody is answered of them: "what does your daughter look like?" is not the man outside."""

import re

import pytest

from benchmarks.asked import Row, put


@pytest.mark.parametrize(
    ("call", "words", "of_them", "never"),
    [
        ("nobody-has-come", "What does your daughter look like?", "nine", "Big man"),
        ("nobody-has-come", "What's your husband's surname?", "only me|nobody", "Craig"),
        ("nobody-has-come", "Have you got a number for Craig?", "don't have", "my daughter"),
        ("car-in-the-ditch", "What does Daddy look like?", "beard", "Mummy"),
        ("car-in-the-ditch", "Is Nanny with you?", "her house|not here|isn't", "stopped|only us"),
        ("hiding-upstairs", "How old is the tall one?", "hood|moved", "61"),
        ("lamp-by-the-door", "What's Bracken wearing?", "collar", "hood"),
        ("ex-after-an-address", "When did you last see your brother?", "weekend|Sunday", "August"),
        ("a-helpful-sergeant", "What does Collins do for work?", "sergeant|police", "again"),
    ],
)
def test_who_is_named_is_who_is_answered_of(call: str, words: str, of_them: str, never: str) -> None:
    text = put(call, Row(words, want=()))[1].text
    assert re.search(of_them, text), text
    assert not re.search(never, text), text
