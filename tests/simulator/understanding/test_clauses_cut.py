"""An utterance in clauses."""

import pytest

from simulator.understanding.clauses import clauses


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("What's your name and what's your number?", ["What's your name", "what's your number?"]),
        ("Okay. Stay there, don't go down.", ["Okay.", "Stay there", "don't go down."]),
        ("If he comes back, ring 999.", ["If he comes back, ring 999."]),
        ("27 Alder Rise, is that right?", ["27 Alder Rise, is that right?"]),
        ("He had a knife, didn't he?", ["He had a knife, didn't he?"]),
        ("whats the address there is anyone hurt", ["whats the address there", "is anyone hurt"]),
        ("can you tell me what is your name", ["can you tell me what is your name"]),
        ("I can't discuss her, but a solicitor can write", ["I can't discuss her, but a solicitor can write"]),
        ("I'm typing - are you safe?", ["I'm typing", "are you safe?"]),
    ],
)
def test_an_utterance_is_cut_where_a_new_thing_is_said(said: str, parts: list[str]) -> None:
    assert [clause.text for clause in clauses(said)] == parts


def test_signs_of_listening_and_politeness_are_set_apart() -> None:
    assert clauses("Okay, right, what's your name please?")[-1].core == "what's your name"
    assert clauses("Okay, lovely, thanks.")[0].core == ""


def test_a_request_to_agree_is_a_tag() -> None:
    assert clauses("So it's WX4 7QD, is that correct?")[0].tagged
    assert not clauses("What is the postcode?")[0].tagged
