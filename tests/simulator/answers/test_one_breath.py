"""A line put together from parts says nothing twice, and of two states in it the later one stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.answers.one_breath import as_it_is_now, without_repeats


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        (("Yes. I can see her now. It's Anna.", "Yes. It's Anna."), "Yes. I can see her now. It's Anna."),
        (("Yes, that's right.", "Yes.", "All right."), "Yes, that's right."),
        (("Mum? Yes.", "My mother.", "In the old dining room."), "Mum? Yes. In the old dining room."),
        (("There's no lock.", "It doesn't lock."), "There's no lock."),
        (("Drawers going. I can hear them.", "Drawers."), "Drawers going. I can hear them."),
        (("Quayford.", "It's Quayford."), "Quayford."),
        (
            ("I've put a chair under the handle.", "There's no lock, I've a chair under the handle."),
            "I've put a chair under the handle. There's no lock.",
        ),
        (("No.", "No. Only that."), "No. Only that."),
        (("There's no fire.", "There isn't any fire. It doesn't smell."), "There's no fire. It doesn't smell."),
    ],
)  # fmt: skip
def test_what_an_earlier_part_said_is_not_said_again(parts: tuple[str, ...], left: str) -> None:
    assert " ".join(without_repeats(parts)) == left


@pytest.mark.parametrize(
    "parts",
    [
        ("Yes.", "No. Nothing yet."),
        ("He's upstairs.", "He's not downstairs."),
        ("Okay.", "Yes."),
        ("I am afraid. Very afraid.", "She is afraid. She holds my hand."),
        ("Yes. It sounds like Anna.", "It's Anna. I can see her."),
        ("Two men. One's got a crowbar.", "One's tall. Grey top."),
        ("Is he coming?", "He's coming from the back."),
        ("No. No, please. He's here.",),
        ("I'd hear it.", "If they come up, I'd hear it."),
    ],
)
def test_what_differs_and_what_one_author_wrote_stays(parts: tuple[str, ...]) -> None:
    assert without_repeats(parts) == parts


@given(st.lists(st.sampled_from(["Yes.", "No. Not me.", "He's here.", "Okay.", "Two.", "I don't know.", "Yes. Here?"])))
def test_something_always_stays_and_the_order_too(parts: list[str]) -> None:
    left = " ".join(without_repeats(parts))
    assert bool(left) is bool(parts) and (not parts or left.startswith(parts[0]))


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        (("Yes. They're here.", "Yes, it is."), "Yes. They're here."),
        (("It says, it's only me.", "Yes. It said, it's only me."), "It says, it's only me."),
        (("No. I've not seen her.", "Yes, she is."), "No. I've not seen her. Yes, she is."),
    ],
)  # fmt: skip
def test_a_bare_yes_is_not_left_standing_behind_an_answer(parts: tuple[str, ...], left: str) -> None:
    assert " ".join(without_repeats(parts)) == left


def test_aye_after_yes_and_nah_after_no_are_the_same_word() -> None:
    assert without_repeats(("Yes. He's here.", "Aye.")) == ("Yes. He's here.",)
    assert without_repeats(("Yes. He's here.", "Nah.")) == ("Yes. He's here.", "Nah.")


def test_who_has_gone_is_not_still_downstairs() -> None:
    parts = ("Not yet.", "They're still downstairs.", "They've gone. I heard the van go.")
    assert as_it_is_now(parts) == ("Not yet.", "They've gone. I heard the van go.")
    assert as_it_is_now(("He's still there. At the window.", "He's left.")) == ("At the window.", "He's left.")


def test_others_are_still_there_though_one_has_gone() -> None:
    parts = ("She's still in bed.", "They've gone.")
    assert as_it_is_now(parts) == parts
    alone = ("He's gone. He's still got my bag.",)
    assert as_it_is_now(alone) == alone


def test_not_hurt_is_not_followed_by_not_yet_once_the_danger_is_over() -> None:
    assert as_it_is_now(("Not hurt. Not yet.",), danger_over=True) == ("Not hurt.",)
    assert as_it_is_now(("Not hurt. Not yet.",)) == ("Not hurt. Not yet.",)
    assert as_it_is_now(("Not yet.",), danger_over=True) == ("Not yet.",)


def test_not_seeing_one_thing_is_not_having_seen_another() -> None:
    parts = ("I don't see so exactly. He hits with it.", "I don't see it now. I see the bar.")
    assert without_repeats(parts) == parts
    assert without_repeats(("I don't know.", "I don't know.")) == ("I don't know.",)
