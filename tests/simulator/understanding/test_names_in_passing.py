"""A first name in passing is nobody's full name, whatever word stands behind it (issue 3: read-back of names)."""

import pytest

from benchmarks.asked import Row, put

ASKED = ("What is your name? Go ahead.",)


@pytest.mark.parametrize(
    "words", ["Thank you so much, Bryony, that is lovely and clear.", "Right, Bryony, this is what we do."]
)
def test_thanking_them_by_their_first_name_reads_nothing_back_wrongly(words: str) -> None:
    _, reply = put("lamp-by-the-door", Row(f"{words} Are you hurt? Go ahead.", want=(), after=ASKED))
    assert not reply.corrects and "READBACK:name" not in reply.answers


def test_a_surname_one_letter_off_is_still_put_right() -> None:
    _, reply = put("lamp-by-the-door", Row("So it's Bryony Tate? Go ahead.", want=(), after=ASKED))
    assert "READBACK:name" in reply.answers
