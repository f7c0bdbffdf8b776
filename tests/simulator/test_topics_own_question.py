"""A topic's own question is answered as that, though in sense it is near a yes-or-no question of a fact."""

import pytest

from benchmarks.asked import Row, put


@pytest.mark.parametrize("words", ["Is he watching the telly?", "Has he ever been to prison?"])
def test_who_cannot_speak_freely_says_no_yes_to_what_no_fact_knows(words: str) -> None:
    _, reply = put("a-large-order", Row(words, want=()))
    assert not reply.tells, "a fact was told that was not asked for"
