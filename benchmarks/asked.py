"""Asks each caller what handlers ask, and counts what they answer: `python -m benchmarks.asked [CALL ...] [--list]`."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.played import understanding, world
from scenarios.catalogue import Catalogue, load_policy
from scenarios.scenario import Scenario
from simulator.actions import Answer, Say
from simulator.call import Call
from simulator.events import CallerSaid, CallStarted, FactTold
from simulator.pace import handler_speaks_ms
from simulator.rehearsal import take
from simulator.steps import Step, steps_of

DATA = Path(__file__).parent / "data" / "asked"
GREETING = "Hello, you're through to the police. Go ahead."
STEADY = ("Stay on the line with me, I'm listening.",) * 2  # brings round who rings in panic, before anything is asked
_KEYS = {"ask", "want", "may", "after", "does", "at", "seed", "by"}
_YES = re.compile(
    r"\W*(?:yes|yeah|yep|aye|he has|she has|they have|i have|i am|i do|he is|she is|that's right)\b", re.I
)
_NO = re.compile(r"\W*(?:no|nope|nah|not|none|nothing|nobody|never|i haven't|i'm not|i don't|he hasn't)\b", re.I)
_UNSURE = re.compile(
    r"don't know|not sure|no idea|can't tell|couldn't say|couldn't tell|can't say|dunno|can't see|couldn't see|"
    r"didn't see|not seen|haven't seen|didn't catch|can't remember|don't remember",
    re.I,
)


@dataclass(frozen=True)
class Row:
    """A question to a caller: what was asked, what an answer to it holds, and what may come out beside it.

    `want` has one entry a thing asked; each names what will do, parted by `|`: a fact's id, `yes`, `no`, `unsure`,
    `ack` (they go along with it and tell nothing), `confirm` or `correct` (of a read-back), or `/words/` in the answer.
    """

    ask: str
    want: tuple[str, ...]
    may: tuple[str, ...] = ()
    after: tuple[str, ...] = ()  # said before, an answer each
    does: tuple[Step, ...] = ()  # done after that, as in a rehearsal: `{reset: registered_device}`
    at: int = 0  # seconds since the phone was answered
    seed: int = 1


@dataclass(frozen=True)
class Reply:
    """What came back: the caller's words, the facts told for the first time, and what they confirmed or corrected."""

    text: str = ""
    tells: tuple[str, ...] = ()
    confirms: bool = False
    corrects: bool = False
    understood: bool = True
    answers: tuple[str, ...] = ()  # the intents that the lines answer
    facts: tuple[str, ...] = ()  # all facts in them, told before or not


@dataclass(frozen=True)
class Judged:
    """One row, what came back, whether it answers what was asked, and what was told that was not asked for."""

    row: Row
    reply: Reply
    answered: bool
    unasked: tuple[str, ...]


def rows(call: str) -> tuple[Row, ...]:
    """The questions to that caller; raises ValueError where a row has an unknown key."""
    path = DATA / f"{call}.yaml"
    if not path.is_file():
        return ()
    return tuple(_row(one, path.name) for one in yaml.safe_load(path.read_text(encoding="utf-8")) or ())


def _row(one: Mapping[str, Any], where: str) -> Row:
    if strange := set(one) - _KEYS:
        raise ValueError(f"{where}: {one.get('ask')!r} has {', '.join(sorted(strange))}; it may have {sorted(_KEYS)}")
    many = {key: _many(one.get(key)) for key in ("want", "may", "after")}
    does = tuple(step for deed in one.get("does", ()) for step in _steps(deed, where))
    return Row(str(one["ask"]), does=does, at=int(one.get("at", 0)), seed=int(one.get("seed", 1)), **many)


def _steps(deed: Mapping[str, Any], where: str) -> tuple[Step, ...]:
    ((name, value),) = deed.items()
    steps, faults = steps_of(name, value, (name,))
    if faults:
        raise ValueError(f"{where}: {deed}: {faults[0]}")
    return steps


def _many(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    parts = value if isinstance(value, list) else [value]
    # YAML reads a bare yes or no as true or false.
    return tuple(
        {True: "yes", False: "no"}.get(part, str(part)) if isinstance(part, bool) else str(part) for part in parts
    )


@cache
def _catalogue() -> Catalogue:
    return Catalogue()


def put(call_id: str, row: Row) -> tuple[Scenario, Reply]:
    """Puts the question to a fresh caller who has said what they say first, and returns the surface and the reply."""
    compiled = _catalogue().get(call_id)
    scenario = compiled.for_seed(row.seed)
    policy = load_policy(scenario.policy)
    started = CallStarted(
        scenario=compiled.id, fingerprint=compiled.fingerprint, policy=policy.policy.id,
        policy_fingerprint=policy.fingerprint, app_version="benchmark", trainee="benchmark", mode="practice",
        seed=row.seed, source="robot",
    )  # fmt: skip
    call = Call(scenario, policy.policy, started, understanding(), world())
    call.begin()
    call.do(Answer(), 2_000)
    _until_quiet(call)
    panic = scenario.caller.panic
    for words in (GREETING, *(STEADY if panic is not None and panic.times else ()), *row.after):
        _say(call, words)
    for step in row.does:
        take(call, step, "spoken")
        _until_quiet(call)
    if call.now_ms < 2_000 + row.at * 1_000:
        call.let_pass(2_000 + row.at * 1_000)
        _until_quiet(call)
    return scenario, _say(call, row.ask)


def _say(call: Call, words: str) -> Reply:
    call.do(Say(text=words, began_ms=call.now_ms), call.now_ms + handler_speaks_ms(words))
    first = len(call.entries)
    _until_quiet(call)
    new = [entry.event for entry in call.entries[first:]]
    lines = [event for event in new if isinstance(event, CallerSaid) and not event.twist]
    return Reply(
        text=" / ".join(line.text for line in lines),
        tells=tuple(
            event.fact for event in new if isinstance(event, FactTold) and event.how not in ("twist", "volunteered")
        ),
        confirms=any(line.confirms for line in lines),
        corrects=any(line.corrects for line in lines),
        understood=all(line.understood for line in lines),
        answers=tuple(answer for line in lines for answer in line.answers),
        facts=tuple(fact for line in lines for fact in line.facts),
    )


def _until_quiet(call: Call) -> None:
    while call.awaits_reply and (due := call.next_due_ms()) is not None:
        call.let_pass(due)


def judged(call_id: str, row: Row) -> Judged:
    """The row put to the caller and judged."""
    scenario, reply = put(call_id, row)
    named = {part for want in (*row.want, *row.may) for part in ways(want)}
    unasked = tuple(fact for fact in reply.tells if fact not in named and "any" not in row.may)
    answered = all(any(holds(part, scenario, reply) for part in ways(want)) for want in row.want)
    return Judged(row, reply, answered and bool(reply.text), unasked)


def ways(want: str) -> list[str]:
    """What will do, parted by `|`; a stroke within `/words/` belongs to the words."""
    return re.findall(r"/[^/]*/|[^|/]+", want)


def holds(part: str, scenario: Scenario, reply: Reply) -> bool:
    """Whether the reply holds that part of what a row wants."""
    who = scenario.caller
    if part.startswith("/") and part.endswith("/"):
        return re.search(part[1:-1], reply.text, re.IGNORECASE) is not None
    if part in scenario.facts:
        fact = scenario.facts[part]
        said = (*fact.says, *fact.again, *fact.front)
        return part in reply.tells or any(_plain(line) in _plain(reply.text) for line in said)
    match part:
        case "yes":
            return bool(_YES.match(reply.text)) or any(line in reply.text for line in who.says_yes)
        case "no":
            return bool(_NO.match(reply.text)) or any(line in reply.text for line in who.says_no)
        case "unsure":
            return bool(_UNSURE.search(reply.text)) or any(line in reply.text for line in who.does_not_know)
        case "ack":
            return reply.understood and not reply.tells
        case "confirm":
            return reply.confirms
        case "correct":
            return reply.corrects
    raise ValueError(
        f"{scenario.id}: `{part}` is neither a fact of the call nor yes, no, unsure, ack, confirm, correct, /words/"
    )


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", text.lower())


def asked(call_id: str) -> Iterator[Judged]:
    """Every question to that caller, judged."""
    for row in rows(call_id):
        yield judged(call_id, row)


def main() -> None:
    """Prints by call how many were answered as asked, and with --list what was not."""
    calls = [one for one in sys.argv[1:] if not one.startswith("--")] or list(Catalogue().ids())
    total: Counter[str] = Counter()
    print(f"heard by {understanding().mode}")
    print(f"{'call':22} {'asked':>6} {'answered as asked':>18} {'gave the unasked':>17} {'not understood':>15}")
    for call_id in calls:
        found = list(asked(call_id))
        counts = Counter(
            asked=len(found),
            answered=sum(one.answered for one in found),
            unasked=sum(bool(one.unasked) for one in found),
            lost=sum(not one.reply.understood or not one.reply.text for one in found),
        )
        total += counts
        print(_line(call_id, counts))
        if "--list" in sys.argv:
            print("\n".join(_fault(one) for one in found if not one.answered or one.unasked))
    print(_line("all", total))


def _fault(one: Judged) -> str:
    kind = "TOO MUCH" if one.answered else "NOT"
    beside = f"  [unasked: {', '.join(one.unasked)}]" if one.unasked else ""
    return f"    {kind}: {one.row.ask}\n        wanted {list(one.row.want)}, came: {one.reply.text}{beside}"


def _line(name: str, counts: Counter[str]) -> str:
    of = counts["asked"] or 1
    shares = [f"{counts[key]} ({counts[key] / of:.1%})" for key in ("answered", "unasked", "lost")]
    return f"{name:22} {counts['asked']:6} {shares[0]:>18} {shares[1]:>17} {shares[2]:>15}"


if __name__ == "__main__":
    main()
