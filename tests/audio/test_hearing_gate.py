"""Where speech begins and ends: by a held key, or by the voice itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio.hearing_gate import AFTER_S, BEFORE_S, Began, Block, Gate, Gated, HeldGate, OpenGate, Stretch, TooShort
from audio.hearing_level import level_db, on_the_meter
from audio.recogniser import BLOCK, LONGEST_S, RATE_HZ

STEP = BLOCK / RATE_HZ


def blocks(seconds: float, voices: list[tuple[float, float]] = []) -> list[Block]:  # noqa: B006
    """Blocks numbered from 0 in their samples; a voice is heard between each pair of times."""
    made = []
    for n in range(round(seconds / STEP)):
        at = n * STEP
        voice = 0.9 if any(begin <= at < end for begin, end in voices) else 0.05
        made.append(Block(np.full(BLOCK, n % 3_000, dtype=np.int16), at, voice))
    return made


def fed(gate: Gate, given_blocks: list[Block]) -> list[Gated]:
    return [found for block in given_blocks for found in gate.take(block)]


def held(seconds: float, press: float, release: float | None) -> list[Gated]:
    gate, found = HeldGate(), []
    for block in blocks(seconds):
        if press <= block.at_s < press + STEP:
            gate.press(press)
        if release is not None and release <= block.at_s < release + STEP:
            gate.release(release)
        found += gate.take(block)
    return found


def test_nothing_is_heard_until_the_key_goes_down() -> None:
    assert fed(HeldGate(), blocks(3)) == []


def test_a_held_key_hears_from_just_before_the_press_to_just_after_the_release() -> None:
    began, stretch = held(4, press=1.0, release=2.0)
    assert isinstance(began, Began) and began.at_s == 1.0
    assert isinstance(stretch, Stretch)
    assert 1.0 - BEFORE_S - 2 * STEP <= stretch.at_s <= 1.0 - BEFORE_S + STEP
    assert 2.0 + AFTER_S <= stretch.at_s + stretch.seconds <= 2.0 + AFTER_S + 2 * STEP


def test_a_key_that_was_only_touched_says_nothing() -> None:
    assert isinstance(held(4, press=1.0, release=1.1)[-1], TooShort)


def test_whoever_never_lets_go_is_heard_for_a_minute() -> None:
    _, stretch, *_ = held(LONGEST_S + 5, press=1.0, release=None)
    assert isinstance(stretch, Stretch) and LONGEST_S <= stretch.seconds < LONGEST_S + 1


def test_what_is_dropped_is_not_given_out() -> None:
    gate = HeldGate()
    gate.press(0.0)
    fed(gate, blocks(1))
    gate.drop()
    gate.release(1.0)
    assert not gate.open and fed(gate, blocks(2)) == []


def test_a_second_press_while_the_key_is_down_begins_nothing_anew() -> None:
    gate = HeldGate()
    gate.press(0.0)
    first = fed(gate, blocks(1))
    gate.press(0.9)
    gate.release(1.0)
    (stretch,) = fed(gate, blocks(2)[round(1 / STEP) :])
    assert len(first) == 1 and isinstance(stretch, Stretch) and stretch.at_s == 0.0


def test_an_open_line_hears_a_voice_and_what_came_just_before_it() -> None:
    began, stretch = fed(OpenGate(), blocks(6, [(2.0, 3.5)]))
    assert isinstance(began, Began) and abs(began.at_s - 2.0) < 2 * STEP
    assert isinstance(stretch, Stretch) and stretch.at_s < 2.0 and 3.5 < stretch.at_s + stretch.seconds < 4.5


def test_a_breath_between_words_does_not_end_a_sentence() -> None:
    found = fed(OpenGate(), blocks(8, [(2.0, 3.0), (3.5, 4.5)]))
    assert [type(one) for one in found] == [Began, Stretch]


def test_two_sentences_with_a_pause_between_are_two() -> None:
    found = fed(OpenGate(), blocks(9, [(1.0, 2.0), (4.0, 5.0)]))
    assert [type(one) for one in found] == [Began, Stretch, Began, Stretch]


def test_a_cough_begins_nothing() -> None:
    assert fed(OpenGate(), blocks(4, [(1.0, 1.12), (2.0, 2.04)])) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=400))
def test_an_open_line_ends_what_it_begins_before_it_begins_again(voices: list[float]) -> None:
    gate = OpenGate()
    made = [Block(np.zeros(BLOCK, np.int16), n * STEP, voice) for n, voice in enumerate(voices)]
    found = [type(one) for one in fed(gate, made)]
    assert found[::2] == [Began] * len(found[::2]) and Began not in found[1::2]
    assert gate.open == (len(found) % 2 == 1)


@given(st.lists(st.tuples(st.sampled_from(["press", "release", "drop", "block"]), st.floats(0, 5)), max_size=200))
def test_no_order_of_keys_breaks_a_held_gate(deeds: list[tuple[str, float]]) -> None:
    gate, now = HeldGate(), 0.0
    for deed, _ in deeds:
        if deed == "press":
            gate.press(now)
        elif deed == "release":
            gate.release(now)
        elif deed == "drop":
            gate.drop()
        else:
            for one in gate.take(Block(np.zeros(BLOCK, np.int16), now)):
                assert not isinstance(one, Stretch) or one.at_s <= now
            now += STEP


def test_the_meter_rises_with_the_voice() -> None:
    loud, soft = np.full(BLOCK, 12_000, np.int16), np.full(BLOCK, 300, np.int16)
    assert level_db(np.zeros(BLOCK, np.int16)) == -200.0
    assert 0 < on_the_meter(level_db(soft)) < on_the_meter(level_db(loud)) <= 1
