"""Whether anybody else is hurt is not answered with how the caller is."""

from asked_by_hand import heard, said, steady

from simulator.answers.other_hurt import of_others_too
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)


def test_who_is_not_hurt_says_of_the_others_what_they_know() -> None:
    call, words = steady("hiding-upstairs", 1), "Is anyone else hurt?"
    assert said(call, OPENED, words, heard("ASK_INJURY", words, "other")).text.startswith(("Not that", "Nobody else"))


def test_what_says_it_of_everybody_stands() -> None:
    assert of_others_too(("Nobody is hurt.", "I'm not hurt.")) == ("Nobody is hurt.",)
    assert not of_others_too(("I'm not hurt.", "No, not me. I'm only frightened."))
    assert of_others_too(("Mummy's not waking up. I'm okay.",))
