"""The very same words are not said again and again: others come, or less of the same."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.answers.said_lately import LATELY, less, other_words, remembering, said_anew

OUT = "The mum's out cold. There's a cut on her head."


def test_said_lately_it_comes_in_other_words_where_there_are_any() -> None:
    assert other_words(("She's out cold.", OUT), OUT, (OUT,)) == "She's out cold."
    assert other_words((OUT,), OUT, (OUT,)) == OUT
    assert other_words(("She's out cold.", OUT), OUT, ()) == OUT


def test_where_there_are_none_less_of_it_is_said() -> None:
    assert less(OUT, (OUT,)) == "The mum's out cold."
    assert less("Yes. He's on the step, ringing the bell.", ("Yes. He's on the step, ringing the bell.",)) == (
        "He's on the step, ringing the bell."
    )
    assert less(OUT, ()) == OUT and less("Yes, that's right.", ("Yes, that's right.",)) == "Yes, that's right."


@given(st.lists(st.text(min_size=1)), st.lists(st.text(min_size=1)))
def test_only_the_last_is_remembered_and_the_last_goes_last(before: list[str], said: list[str]) -> None:
    kept = remembering(before, said)
    assert len(kept) <= LATELY and list(kept) == [*before, *said][-len(kept) :] if kept else not before and not said


def test_what_stood_in_the_last_line_begins_with_a_word_about_it() -> None:
    told = "Just muttering, before they went."
    mild = ("I've told you that.", "As I say,")
    assert said_anew(told, f"No. {told}", mild, (told,)) == "As I say,"
    assert not said_anew(told, "They've gone.", mild, ())
    assert not said_anew(told, told, mild, ("As I say, they've gone.",))
    assert not said_anew("In the kitchen.", "In the kitchen.", mild, ())
    assert not said_anew(told, told, ("I've told you that.",), ())
