"""What was heard, as the desk keeps and marks it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audio.recogniser import Heard, WordHeard
from simulator import events as e
from simulator.desk.names import Names
from simulator.desk.spoken import Spoken, doubtful_places, doubtful_words, how_sure, recognised_of
from simulator.desk.view import Shelf, fold
from simulator.heard import HeardWord, Recognised
from simulator.journal import Entry

DOUBTED = Recognised(
    heard="is that Wiccan road",
    engine="test",
    confidence=0.75,
    words=tuple(HeardWord(word=w, probability=0.3 if w == "Wiccan" else 0.9) for w in ("is", "that", "Wiccan", "road")),
)


def caption(recognised: Recognised, text: str, policy: object) -> object:
    said = e.HandlerSaid(text=text, began_ms=0, spoken_ms=900, source="spoken", recognised=recognised)
    shelf = Shelf(Names.of(policy, "incident"), lambda record: None)  # type: ignore[arg-type]
    return fold([Entry(n=1, t_ms=1_000, event=said)], shelf).captions[-1]


def test_the_words_said_are_shown_with_doubt_and_how_sure(policy: object) -> None:
    """Issue 4: what was heard is kept with confidence in assessment."""
    shown = caption(DOUBTED, DOUBTED.heard, policy)
    assert (shown.doubtful, shown.how) == (("Wiccan",), "75 % sure")  # type: ignore[attr-defined]


def test_words_put_right_are_no_longer_doubtful(policy: object) -> None:
    right = DOUBTED.model_copy(update={"corrected": True})
    shown = caption(right, "is that Wickham Road", policy)
    assert (shown.doubtful, shown.how) == ((), "put right")  # type: ignore[attr-defined]


def test_an_engine_that_mishears_often_is_named_as_such() -> None:
    assert how_sure(DOUBTED.model_copy(update={"low_reliability": True})) == "75 % sure, low reliability"


def test_doubtful_words_are_found_as_whole_words_in_order() -> None:
    assert doubtful_places("an annex and an oak", ("an", "an")) == ((0, 2), (13, 15))
    assert doubtful_places("put right", ("Wiccan",)) == ()
    assert doubtful_words(DOUBTED) == ("Wiccan",)


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=6))
def test_doubtful_places_lie_within_the_text_and_do_not_overlap(text: str, doubtful: list[str]) -> None:
    places = doubtful_places(text, tuple(doubtful))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@given(st.lists(st.tuples(st.text(max_size=10), st.floats(allow_nan=False, min_value=-5, max_value=5)), max_size=10))
def test_whatever_an_engine_gives_can_be_kept(found: list[tuple[str, float]]) -> None:
    heard = Heard("text", "engine", tuple(WordHeard(word, likely) for word, likely in found))
    kept = recognised_of(heard)
    assert 0 <= kept.confidence <= 1 and all(word.word for word in kept.words)


def test_what_was_added_keeps_the_words_and_times_of_both() -> None:
    first, second = Spoken(1_000, 500, DOUBTED), Spoken(9_000, 700, DOUBTED)
    both = first.followed_by(second)
    assert (both.began_ms, both.lasted_ms, both.ended_ms) == (1_000, 1_200, 2_200)
    assert both.recognised.heard == f"{DOUBTED.heard} {DOUBTED.heard}" and len(both.recognised.words) == 8
    assert not both.sent_as(f"{DOUBTED.heard}  {DOUBTED.heard} ").corrected
    assert both.sent_as(DOUBTED.heard).corrected
