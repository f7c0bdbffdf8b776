"""Who is known to be away is not whoever is in the house now."""

import pytest

from simulator.understanding.absent import asks_of_the_absent, of_absence
from simulator.understanding.guards import impossible


@pytest.mark.parametrize(
    "words",
    [
        "Where's he away to?",
        "where is he away",
        "Is he working away?",
        "Does he live with you?",
        "where is Daniel away to",
        "he's away till Friday",
        "Whereabouts is he working?",
    ],
)
def test_these_ask_of_somebody_absent(words: str) -> None:
    assert asks_of_the_absent(words) and "ASK_SUSPECT_NOW" in impossible(words)


@pytest.mark.parametrize(
    "words",
    ["Where is he now?", "Has he gone away?", "Are they away from the door?", "Is he working his way upstairs?"],
)
def test_these_ask_of_whoever_is_there(words: str) -> None:
    assert not asks_of_the_absent(words)


def test_where_somebody_is_now_is_no_question_of_where_he_is_away() -> None:
    now, job = ("now", ("Where is he?",)), ("job", ("What work does he do?",))
    assert of_absence("Where's he away to?", (now, job)) == (job,)
    assert of_absence("Where is he now?", (now, job)) == (now, job)
    assert of_absence("Where's he away to?", (now,)) == (now,)
