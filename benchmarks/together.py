"""Puts two questions in one line to each caller: `python -m benchmarks.together [CALL ...] [--list]`.

Rows of the batteries (`benchmarks.asked`) that hold one question and are answered when asked alone are drawn in pairs
by a fixed seed and joined as people join them. Each half is judged by its own row's wants.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from types import MappingProxyType

from benchmarks.asked import Reply, Row, holds, judged, put, rows, ways
from benchmarks.played import understanding
from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario

SEED = 7
PAIRS = 96
OVER = " Go ahead."  # of a call through a relay
_WORDS = range(2, 15)
_BARE = frozenset({"yes", "no", "unsure", "ack"})  # another question's answer may pass for it
_NO_QUESTION = frozenset({"ack", "confirm", "correct"})
_ONE_QUESTION = re.compile(r"[^?.!:;–]+\?\Z")
_OF_BOTH = re.compile(r"\bboth\b|\bneither\b", re.IGNORECASE)  # one word for the two, of who cannot speak freely
_HANGS_ON = re.compile(
    r"\b(?:it|that|then|one|too|instead|else|(?:wo|is|do|did|are|was|ca|has|does)n't \w+|you|he|she|they)\?\Z", re.I
)
_KEEPS_CAPITAL = re.compile(r"I\b|[A-Z]{2}")
_FIRST_WORDS = re.compile(
    r"(?:a|an|and|any|anyone|anybody|anything|are|can|could|did|do|does|did|has|have|had|how|in|is|it|of|on|so|the|"
    r"that|there|they|this|to|was|were|what|what's|when|when's|where|where's|which|who|who's|whose|why|will|would|"
    r"you|your)\Z",
    re.I,
)


def _low(ask: str) -> str:
    """The question as it stands within a line: without its capital where that is no name's, and without its mark."""
    first = ask.split()[0]
    lowered = not _KEEPS_CAPITAL.match(ask) and _FIRST_WORDS.match(first)
    return (ask[0].lower() + ask[1:] if lowered else ask).rstrip("?")


def _high(ask: str) -> str:
    return (ask[0].upper() + ask[1:]).rstrip("?")


def _spoken(ask: str) -> str:
    return re.sub(r"[^\w' -]", "", ask).lower()


JOINS: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {
        "comma and": lambda a, b: f"{_high(a)}, and {_low(b)}?",
        "apart": lambda a, b: f"{_high(a)}? And {_low(b)}?",
        "comma": lambda a, b: f"{_high(a)}, {_low(b)}?",
        "or": lambda a, b: f"{_high(a)}, or – {_low(b)}?",
        "unmarked": lambda a, b: f"{_spoken(a)} {_spoken(b)}",
        "right": lambda a, b: f"Right, {_low(a)}? ... {_high(b)}?",
        "kind": lambda a, b: f"You're doing really well, thank you. {_high(a)}? And {_low(b)}?",
        "reason": lambda a, b: f"{_high(a)}? I ask because the officers will want to know it. And {_low(b)}?",
    }
)


@dataclass(frozen=True)
class Half:
    """One of the two, with what came when it was asked alone."""

    row: Row
    alone: Reply


@dataclass(frozen=True)
class Pair:
    """Two questions put in one line, what came, and which of them were answered."""

    join: str
    ask: str
    halves: tuple[Half, Half]
    reply: Reply
    answered: tuple[bool, bool]


def question(row: Row) -> str:
    """What the row asks, without the word that gives a relayed turn away."""
    return row.ask.removesuffix(OVER)


def single(row: Row) -> bool:
    """Whether the row holds one question and nothing beside it."""
    ask = question(row)
    return (
        len(row.want) == 1
        and not set(row.want[0].split("|")) <= _NO_QUESTION
        and _ONE_QUESTION.match(ask) is not None
        and all(len(way) > 1 for way in ways(row.want[0]))
        and len(ask.split()) in _WORDS
        and _FIRST_WORDS.match(ask.split()[0]) is not None
        and _HANGS_ON.search(ask) is None
    )


def in_pairs(found: Sequence[Half], most: int, seed: int) -> tuple[tuple[Half, Half], ...]:
    """Pairs by chance of what may be asked of the same caller at the same moment, no two of the same thing."""
    chance = random.Random(seed)
    pairs: list[tuple[Half, Half]] = []
    for together in _by_moment(found).values():
        order = chance.sample(together, len(together))
        pairs += [(a, b) for a, b in zip(order, [*order[1:], order[0]], strict=True) if not _same(a, b)]
    return tuple(chance.sample(pairs, min(most, len(pairs))))


def _by_moment(found: Iterable[Half]) -> Mapping[object, list[Half]]:
    moments: dict[object, list[Half]] = {}
    for half in found:
        row = half.row
        moments.setdefault((row.after, row.does, row.at, row.seed), []).append(half)
    return moments


def _same(a: Half, b: Half) -> bool:
    return bool(
        (a.row.want == b.row.want and not _bare(a.row))
        or set(a.alone.answers) & set(b.alone.answers)
        or set(a.alone.facts) & set(b.alone.facts)
        or set(_sentences(a.alone.text)) & set(_sentences(b.alone.text))
    )


def _bare(row: Row) -> bool:
    return set(row.want[0].split("|")) <= _BARE


def half_answered(half: Half, scenario: Scenario, reply: Reply) -> bool:
    """Whether that half was answered: its want holds, and a bare yes or no is its own and not the other's."""
    said = [reply, *(replace(reply, text=one) for one in _sentences(reply.text))]
    held = [part for part in ways(half.row.want[0]) if any(holds(part, scenario, one) for one in said)]
    own = set(half.alone.answers) & set(reply.answers) or set(_sentences(half.alone.text)) & set(said_in(reply))
    return bool(held) and (bool(own) or not set(held) <= _BARE or _OF_BOTH.search(reply.text) is not None)


def said_in(reply: Reply) -> tuple[str, ...]:
    """The sentences of a reply."""
    return tuple(_sentences(reply.text))


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!])\s+|\s+/\s+", text) if one not in ("", "/", OVER.strip())]


def answered_alone(call: str) -> Iterator[Half]:
    """The rows that hold one question, and what came to it, where that was an answer and nothing beside it."""
    for row in filter(single, rows(call)):
        found = judged(call, row)
        if found.answered and not found.unasked and found.reply.understood:
            yield Half(row, found.reply)


def together(call: str) -> Iterator[Pair]:
    """Pairs of that caller's questions put in one line, each manner of joining in turn."""
    drawn = in_pairs(tuple(answered_alone(call)), PAIRS, SEED)
    for (a, b), (name, join) in zip(drawn, cycle(JOINS.items())):
        ask = joined(join, a.row, b.row)
        scenario, reply = put(call, replace(a.row, ask=ask))
        yield Pair(name, ask, (a, b), reply, (half_answered(a, scenario, reply), half_answered(b, scenario, reply)))


def main() -> None:
    """Prints how many pairs were answered whole and which half was lost, by call and by manner of joining."""
    calls = [one for one in sys.argv[1:] if not one.startswith("--")] or list(Catalogue().ids())
    by_join: dict[str, Counter[str]] = {name: Counter() for name in JOINS}
    total: Counter[str] = Counter()
    print(f"heard by {understanding().mode}")
    print(f"{'call':22} {'pairs':>6} {'whole':>13} {'first lost':>11} {'second lost':>12} {'both':>6}")
    for call in calls:
        counts: Counter[str] = Counter()
        for pair in together(call):
            one = outcome(pair)
            counts.update(("pairs", one))
            by_join[pair.join].update(("pairs", one))
            if "--list" in sys.argv and one != "whole":
                print(_fault(pair), flush=True)
        total += counts
        print(_line(call, counts), flush=True)
    print(_line("all", total))
    for name, counts in by_join.items():
        print(_line(f"  {name}", counts))


def joined(join: Callable[[str, str], str], a: Row, b: Row) -> str:
    """The one line that asks both."""
    return join(question(a), question(b)) + (OVER if a.ask.endswith(OVER) else "")


def outcome(pair: Pair) -> str:
    """What became of a pair: whole, which half was lost, or both."""
    return {(True, True): "whole", (False, True): "first lost", (True, False): "second lost"}.get(pair.answered, "both")


def _fault(pair: Pair) -> str:
    alone = "\n".join(
        f"        {'  ' if held else '! '}{half.row.ask}  {list(half.row.want)}  alone: {half.alone.text}"
        for half, held in zip(pair.halves, pair.answered, strict=True)
    )
    return f"    {outcome(pair).upper()} ({pair.join}): {pair.ask}\n        came: {pair.reply.text}\n{alone}"


def _line(name: str, counts: Counter[str]) -> str:
    of = counts["pairs"] or 1
    whole = f"{counts['whole']} ({counts['whole'] / of:.1%})"
    lost = f"{counts['first lost']:11} {counts['second lost']:12} {counts['both']:6}"
    return f"{name:22} {counts['pairs']:6} {whole:>13} {lost}"


if __name__ == "__main__":
    main()
