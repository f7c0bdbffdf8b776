"""Fair time (DESIGN section 5, Time): what typing took and pauses are given back; marks taper to twice the deadline."""

import pytest
from small_calls import INTRUDER
from tape import journal

from scoring.fair_time import FairTime, seconds, taper
from scoring.happenings import Happenings


def clock_of(script: str) -> FairTime:
    return FairTime(Happenings(journal(INTRUDER, script)))


def test_plain_time_is_plain() -> None:
    assert clock_of("3 answer").between(5_000, 25_000) == 20_000
    assert clock_of("3 answer").between(25_000, 5_000) == 0


def test_typing_beyond_speaking_does_not_count() -> None:
    assert clock_of("3 answer\n40 say ASK_LOCATION allowance=20").between(10_000, 50_000) == 20_000


def test_only_the_part_of_the_typing_inside_the_window_is_given_back() -> None:
    assert clock_of("3 answer\n40 say ASK_LOCATION allowance=20").between(30_000, 50_000) == 10_000


def test_a_hold_stops_the_clock_only_where_no_safety_rests_on_it() -> None:
    held = clock_of("3 answer\n20 hold\n50 resume")
    assert held.between(10_000, 60_000) == 50_000
    assert held.between(10_000, 60_000, holds=True) == 20_000


def test_a_pause_never_counts() -> None:
    assert clock_of("3 answer\n20 pause\n50 continue").between(10_000, 60_000) == 20_000


def test_other_typing_at_thirty_words_a_minute_is_taken_off_a_records_lag() -> None:
    busy = clock_of("3 answer\n40 note facts: " + "x" * 50)
    assert busy.free_hands(10_000, 50_000) == 20_000


@pytest.mark.parametrize(("took", "share"), [(0, 1.0), (30_000, 1.0), (45_000, 0.5), (60_000, 0.0), (90_000, 0.0)])
def test_a_time_mark_tapers_to_nothing_at_twice_its_deadline(took: int, share: float) -> None:
    assert taper(took, 30_000) == pytest.approx(share)


@pytest.mark.parametrize(("ms", "words"), [(400, "0 s"), (61_000, "1 min 1 s"), (120_000, "2 min")])
def test_lengths_of_time_read_plainly(ms: int, words: str) -> None:
    assert seconds(ms) == words
