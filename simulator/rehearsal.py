"""Plays a call from a script of a trainee: the same file is preview, regression test and evidence of fitness."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from scenarios.problems import Fault, ProblemsFound, fault, hint
from scenarios.source import Source, read_source, source_of
from simulator import actions
from simulator.call import Call
from simulator.journal import Journal
from simulator.pace import CHOICE_MS, handler_speaks_ms, typed_ms
from simulator.steps import Step, Wait, steps_of

KEYS_LEFT_OUT_MS = 15_000  # never so long that words begun would count as left
Pace = Literal["spoken", "typed"]
_KEYS = ("scenario", "seed", "policy", "mode", "pace", "do", "expect", "about")


@dataclass(frozen=True)
class Rehearsal:
    """A script: what is played, the steps, and the verdicts that must come of them."""

    path: str
    scenario: str
    seed: int
    policy: str
    steps: tuple[Step, ...]
    expect: Mapping[str, str]
    pace: Pace = "spoken"
    mode: Literal["practice", "assessment"] = "practice"
    about: str = ""


def read_rehearsal(path: Path) -> Rehearsal:
    """A rehearsal from its file; raises ProblemsFound with every mistake's line and column."""
    return _rehearsal(read_source(path))


def rehearsal_of(text: str, path: str) -> Rehearsal:
    """A rehearsal from text; raises ProblemsFound."""
    return _rehearsal(source_of(text, path))


def _rehearsal(source: Source) -> Rehearsal:
    value = source.value
    if not isinstance(value, dict):
        raise ProblemsFound([*source.problems, source.problem(fault((), "S13"))])
    faults = [
        fault((key,), "M02", on_key=True, key=key, owner="the rehearsal", hint=hint(str(key), _KEYS))
        for key in value
        if key not in _KEYS
    ]
    if not isinstance(value.get("scenario"), str):
        faults.append(fault((), "M01", key="scenario", owner="the rehearsal"))
    seed = value.get("seed", 1)
    if not isinstance(seed, int) or isinstance(seed, bool) or seed < 1:
        faults.append(fault(("seed",), "R51", word=seed))
    steps = _steps(value.get("do"), faults)
    expect = value.get("expect") or {}
    if not isinstance(expect, dict):
        faults.append(fault(("expect",), "M05", key="expect", hint="Write `expect: {outcome: met, V01: met}`."))
        expect = {}
    problems = [*source.problems, *(source.problem(one) for one in faults)]
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return Rehearsal(
        path=source.path,
        scenario=value["scenario"],
        seed=seed,
        policy=str(value.get("policy", "harrowmere")),
        steps=steps,
        expect={str(point): str(verdict) for point, verdict in expect.items()},
        pace="typed" if value.get("pace") == "typed" else "spoken",
        mode="assessment" if value.get("mode") == "assessment" else "practice",
        about=str(value.get("about", "")),
    )


def _steps(do: Any, faults: list[Fault]) -> tuple[Step, ...]:
    if not isinstance(do, list) or not do:
        faults.append(fault(("do",) if do is not None else (), "M04", key="do"))
        return ()
    steps: list[Step] = []
    for number, item in enumerate(do):
        where = ("do", number)
        if isinstance(item, str):
            made, wrong = steps_of(item, None, where)
        elif isinstance(item, dict) and len(item) == 1:
            ((name, value),) = item.items()
            made, wrong = steps_of(str(name), value, (*where, name))
        else:
            made, wrong = (), [fault(where, "R46")]
        steps += made
        faults += wrong
    return tuple(steps)


def play(call: Call, steps: tuple[Step, ...], pace: Pace = "spoken") -> Journal:
    """Plays the steps on a fresh call, each taking its time, and returns the journal.

    Each step waits until the caller has finished. A script that ends while the caller is still on the line lets
    time pass until the call ends by itself; wrap-up left unfinished is finished.
    """
    call.begin()
    for step in steps:
        if call.phase == "over":
            break
        listen(call)
        take(call, step, pace)
    play_out(call)
    return call.entries


def play_out(call: Call) -> None:
    """Nothing more is done: time passes until the call ends by itself, and wrap-up is finished."""
    if call.phase == "ringing":
        call.interrupt("The script ended before the call was answered.")
    while call.phase == "live":
        due = call.next_due_ms()
        if due is None:  # pragma: no branch - a live call always has an end
            break
        call.let_pass(due)
    if call.phase == "wrap_up":
        call.do(actions.FinishWrapUp(), call.now_ms)


def listen(call: Call) -> None:
    """Time passes until the caller has answered and finished speaking."""
    while call.awaits_reply:
        due = call.next_due_ms()
        if due is None:
            return
        call.let_pass(due)
    # An operator, too, is heard to the end.
    if call.phase == "live" and call.caller_busy_until > call.now_ms:
        call.let_pass(call.caller_busy_until)


def take(call: Call, step: Step, pace: Pace) -> None:
    """Takes one step, which lasts as long as a handler needs for it."""
    now = call.now_ms
    match step:
        case Wait():
            call.let_pass(now + step.lasts_ms)
        case actions.Say():
            _say(call, step, pace)
        case _:
            cost = cost_ms(step)
            _at_the_keys(call, now, cost, speech=False)
            call.do(step, now + cost)


def _say(call: Call, step: actions.Say, pace: Pace) -> None:
    began = call.now_ms
    takes = typed_ms(step.text) if pace == "typed" else handler_speaks_ms(step.text)
    _at_the_keys(call, began, takes, speech=True)
    call.do(step.model_copy(update={"began_ms": began}), began + takes)


def _at_the_keys(call: Call, began: int, takes: int, *, speech: bool) -> None:
    """A key every second. Keys only put things off, so those that nothing falls due between are left out."""
    keys, last = actions.KeysHeard(speech=speech), began + (takes - 1) // 1_000 * 1_000
    at = began
    while at <= last:
        call.do(keys, at)
        due = call.next_due_ms()
        before = last if due is None or due > last else began + (due - 1 - began) // 1_000 * 1_000
        at = max(at + 1_000, min(before, at + KEYS_LEFT_OUT_MS))


def cost_ms(action: actions.Action) -> int:
    """What a deed takes: its text typed at 30 words a minute, and a second for each choice made."""
    match action:
        case actions.Record():
            return CHOICE_MS + sum(_typed(value) for value in action.values.values())
        case actions.Note():
            return CHOICE_MS + typed_ms(action.text)
        case actions.Assess():
            return CHOICE_MS + typed_ms(action.note)
        case actions.LookUp():
            return 2 * CHOICE_MS + typed_ms(action.query)
        case actions.ExplainGrade():
            return typed_ms(action.because)
        case actions.HandOver() | actions.Send():
            return CHOICE_MS + typed_ms(action.text)
        case actions.Escalate():
            return CHOICE_MS + typed_ms(action.about)
        case actions.Update():
            return CHOICE_MS + typed_ms(action.value)
        case actions.CallBack():
            return CHOICE_MS + typed_ms(action.number)
        case _:
            return CHOICE_MS


def _typed(value: str) -> int:
    # Yes and no are pressed, not typed.
    return 0 if value.lower() in ("yes", "no", "not known") else typed_ms(value)
