"""The library's own calls, played and marked: silence earns nothing, every mark points at what is there."""

from functools import cache

import pytest

from scenarios.catalogue import Catalogue, load_policy, load_world
from scoring.marking import mark
from scoring.outcome import Marking
from simulator import actions
from simulator.call import Call
from simulator.events import CallStarted
from simulator.journal import Journal
from simulator.rehearsal import play, read_rehearsal
from simulator.understanding.understand import load_understanding

LIBRARY = Catalogue()


@cache
def _props():  # type: ignore[no-untyped-def]
    return load_understanding(), load_world(), load_policy()


def _call(call_id: str, seed: int) -> Call:
    understanding, world, loaded = _props()
    compiled = LIBRARY.get(call_id)
    started = CallStarted(
        scenario=call_id,
        fingerprint=compiled.fingerprint,
        policy=loaded.policy.id,
        policy_fingerprint=loaded.fingerprint,
        app_version="test",
        trainee="t",
        mode="practice",
        seed=seed,
    )
    return Call(compiled.for_seed(seed), loaded.policy, started, understanding, world)


def _marked(call_id: str, seed: int, journal: Journal) -> Marking:
    return mark(LIBRARY.get(call_id).for_seed(seed), _props()[2].policy, journal)


@pytest.mark.parametrize("call_id", LIBRARY.ids())
def test_silence_earns_nothing_in_the_library(call_id: str) -> None:
    call = _call(call_id, 1)
    call.begin()
    call.do(actions.Answer(), 2_000)
    while call.phase == "live":
        due = call.next_due_ms()
        assert due is not None
        call.let_pass(due)
    call.do(actions.FinishWrapUp(), call.now_ms)
    found = _marked(call_id, 1, call.entries)
    assert [m.point for m in found.marks if m.verdict in ("met", "partly")] == []
    assert found.outcome == "not_met"


@pytest.mark.parametrize("call_id", LIBRARY.ids())
def test_a_strong_handler_meets_every_critical_point(call_id: str) -> None:
    path = next(path for path in LIBRARY.rehearsals(call_id) if path.stem == "strong")
    rehearsal = read_rehearsal(path)
    journal = play(_call(call_id, rehearsal.seed), rehearsal.steps, rehearsal.pace)
    found = _marked(call_id, rehearsal.seed, journal)
    numbers = {entry.n for entry in journal}
    assert all(set(m.shown_by) <= numbers for m in found.marks)
    lost = [m.point for m in found.marks if m.critical == "critical" and m.verdict not in ("met", "not_applicable")]
    assert lost == []
