"""Words that only sound rude beside plainly kind ones offend nobody; plainly rude ones stay, however wrapped."""

import pytest

from simulator.heard import HeardIntent
from simulator.understanding.not_meant import without_not_meant

RUDE, HOLD = "NEG_RUDE_BLAME", HeardIntent(id="HOLD_EXPLAIN", confidence=0.92, span="bear with me")


def left(text: str, span: str, *others: HeardIntent) -> bool:
    rude = HeardIntent(id=RUDE, confidence=0.7, span=span)
    return RUDE in {one.id for one in without_not_meant((*others, rude), text)}


@pytest.mark.parametrize(
    "text",
    ["Well done, that's what I'd have told you.", "I don't want to worry you, I'm only thinking aloud.",
     "Not meaning to frighten you at all."],
)  # fmt: skip
def test_what_is_kindly_wrapped_and_not_plainly_rude_offends_nobody(text: str) -> None:
    assert not left(text, text)


def test_who_asks_to_bear_with_them_is_not_rude() -> None:
    assert not left("Bear with me, I'm in a muddle, you ringing us.", "you ringing us", HOLD)


def test_plainly_rude_words_stay_beside_a_kind_one() -> None:
    assert left("Bear with me, don't be ridiculous.", "don't be ridiculous", HOLD)


def test_rude_words_alone_stay() -> None:
    assert left("Why on earth did you leave it so long?", "Why on earth did you leave it so long?")


ENDS = HeardIntent(id="NEG_END_EARLY", confidence=0.6, span="put the phone down")


@pytest.mark.parametrize(
    "text",
    [
        "Put the phone down and tell me what you hear.",
        "Put the phone down on the bed, love.",
        "put the phone down for a second and check the lock",
        "Lay the phone down but don't hang up",
    ],
)
def test_a_phone_that_is_laid_down_ends_no_call(text: str) -> None:
    assert not without_not_meant((ENDS.model_copy(update={"span": text}),), text)


@pytest.mark.parametrize("text", ["Put the phone down and get out.", "You can put the phone down now.", "Phone down."])
def test_a_phone_put_down_for_good_ends_it(text: str) -> None:
    assert without_not_meant((ENDS.model_copy(update={"span": text}),), text)
