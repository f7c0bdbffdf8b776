"""Measures of how the handler spoke: facts of the call, never a mark."""

from hypothesis import given, settings
from hypothesis import strategies as st
from small_calls import INTRUDER, POLICY
from tape import journal, marking

from scoring.delivery import Delivery, delivery
from scoring.marking import mark
from simulator.events import TalkedOver
from simulator.journal import Entry

TWENTY = " ".join(["word"] * 20)
CALL = f"""
3 answer
3 operator: Connecting
7 say takes=1 by=spoken: Police emergency
8 caller lasts=5: There is somebody here
21 say takes=8 by=spoken: {TWENTY}
30 over handler 1.2
31 over caller 0.8
32 over caller 0.9
33 say takes=2 allowance=6: {TWENTY}
60 end caller
"""


def of(script: str) -> Delivery:
    return delivery(journal(INTRUDER, script))


def test_the_greeting_counts_from_when_the_line_was_free() -> None:
    assert of(CALL).greeting_ms == 1_000
    assert of("3 answer\n10 end caller").greeting_ms is None


def test_pace_is_told_apart_for_spoken_and_typed_words() -> None:
    found = of(CALL)
    assert (found.spoken.words, found.spoken.a_minute) == (22, 147)
    assert (found.typed.words, found.typed.a_minute) == (20, 150)
    assert of("3 answer\n7 say takes=1 by=spoken: Hello there").spoken.a_minute is None


def test_the_share_of_talk_is_as_it_would_take_to_say() -> None:
    found = of(CALL)
    assert (found.handler_ms, found.others_ms) == (11_000, 7_000)
    assert found.talk_share == 0.611
    assert of("3 answer\n60 end caller").talk_share is None


def test_silences_over_eight_seconds_are_told_with_their_place() -> None:
    found = of(CALL)
    assert [(one.t_ms, one.lasted_ms) for one in found.silences] == [(33_000, 27_000)]
    away = of(CALL.replace("60 end", "36 line dropped\n58 line back\n60 end"))
    assert away.silences == ()


def test_talking_over_is_told_both_ways() -> None:
    found = of(CALL)
    assert (len(found.cut_in), len(found.cut_in_on)) == (1, 2)
    assert ("Talking over", "once by the handler, twice by the caller") in found.lines


def test_nothing_of_it_is_a_mark() -> None:
    without = [entry for entry in journal(INTRUDER, CALL) if not isinstance(entry.event, TalkedOver)]
    numbered = tuple(Entry(n=n, t_ms=entry.t_ms, event=entry.event) for n, entry in enumerate(without, start=1))
    plain = {one.point: one.verdict for one in mark(INTRUDER, POLICY, numbered).marks}
    assert {one.point: one.verdict for one in marking(INTRUDER, POLICY, CALL).marks} == plain


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 12))
def test_any_prefix_of_a_call_has_its_measures(until: int) -> None:
    found = delivery(journal(INTRUDER, CALL)[:until])
    assert found.lines and (found.talk_share is None or 0 <= found.talk_share <= 1)
