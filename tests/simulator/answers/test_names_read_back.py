"""A name read back alone is agreed to where it is theirs, and put right where it is somebody else's (issue 3)."""

import pytest

from benchmarks.asked import Row, put

ASKED = ("What's your name?",)
CALLERS = ("locked-out-member", "noises-downstairs", "nobody-has-come")


@pytest.mark.parametrize("call", CALLERS)
@pytest.mark.parametrize("words", ["So that's Pemberton?", "Pemberton, with a B?", "Okay, I've got Mrs Pemberton?"])
def test_a_name_of_nobody_gets_a_no_and_their_own(call: str, words: str) -> None:
    scenario, reply = put(call, Row(words, want=(), after=ASKED))
    assert reply.corrects and not reply.confirms
    assert scenario.caller.name.split()[-1] in reply.text


@pytest.mark.parametrize("call", CALLERS)
@pytest.mark.parametrize("frame", ["So that's {}?", "{}, is that right?", "And the surname's {}, yes?"])
def test_their_surname_alone_gets_a_yes(call: str, frame: str) -> None:
    surname = put(call, Row("Hello?", want=()))[0].caller.name.split()[-1]
    _, reply = put(call, Row(frame.format(surname), want=(), after=ASKED))
    assert reply.confirms and not reply.corrects


@pytest.mark.parametrize("words", ["So that's Monday?", "So that's a no?", "That's England?", "You said Quayford?"])
def test_what_is_no_name_is_read_back_as_none(words: str) -> None:
    _, reply = put("nobody-has-come", Row(words, want=(), after=ASKED))
    assert not reply.corrects


@pytest.mark.parametrize("call", CALLERS)
@pytest.mark.parametrize("words", ["So that's Pemberton?", "Okay, it's Mrs Pemberton, then?", "You're Pemberton?"])
def test_who_has_told_no_name_says_no_to_one_of_nobody_and_gives_none(call: str, words: str) -> None:
    scenario, reply = put(call, Row(words, want=()))
    assert reply.text.startswith("No")
    assert scenario.caller.name.split()[-1] not in reply.text and not reply.tells


@pytest.mark.parametrize("words", ["So that's Monday?", "That's England, then?", "It's Oxenhythe?"])
def test_what_is_no_name_of_a_person_is_denied_by_nobody(words: str) -> None:
    _, reply = put("nobody-has-come", Row(words, want=()))
    assert "not me" not in reply.text and "not my name" not in reply.text
