"""Calls played by chance: each by its seed, with beginnings that neighbours have in common."""

import pytest

from commands.sweep_plays import Stage, Surface, stage
from simulator import events
from simulator.call import Call
from simulator.journal import Journal
from simulator.random_walk import ALIKE, IN_A_SET, Walks, said_in, set_of

UPSTAIRS = Surface("hiding-upstairs", 1)


@pytest.fixture(scope="module")
def on() -> Stage:
    return stage(UPSTAIRS)


def _walks(on: Stage) -> Walks:
    return Walks(on.new_call, on.ground)


def _shared(one: Journal, other: Journal) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def test_a_seed_plays_the_same_call_whatever_was_played_before(on: Stage) -> None:
    in_a_row, backwards = _walks(on), _walks(on)
    seeds = range(1, 2 * ALIKE + 2)
    played = {seed: in_a_row.walk(seed) for seed in seeds}
    assert {seed: backwards.walk(seed) for seed in reversed(seeds)} == played
    assert all(_walks(on).walk(seed) == played[seed] for seed in seeds)
    assert len(set(played.values())) == len(played)


def test_neighbours_begin_alike_and_strangers_do_not(on: Stage) -> None:
    walks = _walks(on)
    group = [walks.walk(seed) for seed in range(1, ALIKE + 1)]
    stranger = walks.walk(ALIKE + 1)
    together = min(_shared(group[0], other) for other in group[1:])
    assert together > _shared(group[0], stranger)


def test_a_beginning_is_played_once_for_all_that_have_it(on: Stage) -> None:
    begun: list[Call] = []

    def new_call() -> Call:
        begun.append(on.new_call())
        return begun[-1]

    walks = Walks(new_call, on.ground)
    for seed in range(1, 2 * ALIKE + 1):
        walks.walk(seed)
    assert len(begun) == 2


def test_walks_do_deeds_of_every_kind(on: Stage) -> None:
    walks = _walks(on)
    seen = {type(entry.event) for seed in range(1, 80) for entry in walks.walk(seed)}
    assert {events.HandlerSaid, events.FieldRecorded, events.ActionRefused, events.CallEnded, events.CallHeld} <= seen


def test_the_walks_of_a_set_say_its_lines_and_no_others(on: Stage) -> None:
    said = {
        entry.event.text
        for seed in range(1, 60)
        for entry in _walks(on).walk(seed)
        if isinstance(entry.event, events.HandlerSaid)
    }
    lines = [_printed(line) for line in said_in(on.ground, set_of(1))]
    assert said
    assert all(any(_printed(text).startswith(line) for line in lines if line) for text in said)


def _printed(text: str) -> str:
    """What is left of a line however a call tidies it: its printed signs."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def test_sets_follow_one_another_with_lines_of_their_own(on: Stage) -> None:
    sets = [set(said_in(on.ground, set_of(seed))) for seed in (1, IN_A_SET, IN_A_SET + 1)]
    assert sets[0] == sets[1]
    assert len(sets[0] & sets[2]) < len(sets[0]) / 2
    assert IN_A_SET % ALIKE == 0  # no beginning is shared by two sets


def test_each_set_offers_and_says_what_is_not_to_be_said(on: Stage) -> None:
    for number in range(4):
        assert set(said_in(on.ground, number)) & set(on.ground.pointed)


def test_in_the_end_every_line_is_said(on: Stage) -> None:
    lines = {*on.ground.words, *on.ground.pointed}
    missing = lines.difference(*(said_in(on.ground, number) for number in range(400)))
    assert len(missing) < len(lines) / 100
