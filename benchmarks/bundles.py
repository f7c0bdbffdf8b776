"""Several things asked in one breath, how many are heard: `python -m benchmarks.bundles [CALL ...] [--list]`."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from benchmarks.asked import Row, put
from benchmarks.played import understanding
from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.answers.missed import DEFAULT
from simulator.answers.worth import worth_answering
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.situation import Situation

DATA = Path(__file__).parent / "data" / "bundles"
HALVES = ("worked on", "kept aside")  # rows of even number, which may be looked at, and of odd number, which may not
_HEAD = ("all parts heard", "parts heard", "lost, heard alone", "not asked for", "answered", "asked back idly")


@dataclass(frozen=True)
class Part:
    """One of several things asked: what would be a fair hearing of it, and the same asked alone."""

    means: tuple[str, ...]  # `topic:ID`, `INTENT` or `INTENT:slot`
    alone: str


@dataclass(frozen=True)
class Bundle:
    """What a handler said in one breath, and its parts in order."""

    say: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Judged:
    """A bundle and what came of it; `lost` are parts heard only alone, `answered` those clear enough for a reply."""

    bundle: Bundle
    heard: Understood
    caught: tuple[Part, ...]
    lost: tuple[Part, ...]
    answered: tuple[Part, ...]
    not_asked: tuple[str, ...]
    reply: str
    asked_back: bool

    @property
    def whole(self) -> bool:
        """Whether every part was heard."""
        return len(self.caught) == len(self.bundle.parts)

    @property
    def asked_back_idly(self) -> bool:
        """Whether the caller asked for a part although every one was heard clearly enough to be answered."""
        return self.asked_back and len(self.answered) == len(self.bundle.parts)


def bundles(call: str) -> tuple[Bundle, ...]:
    """The bundles written for that call, none where nobody wrote any; raises KeyError where a row lacks something."""
    path = DATA / f"{call}.yaml"
    rows = (yaml.safe_load(path.read_text(encoding="utf-8")) or ()) if path.is_file() else ()
    return tuple(
        Bundle(str(row["say"]), tuple(Part(tuple(part["means"]), str(part["alone"])) for part in row["parts"]))
        for row in rows
    )


@cache
def _scenes(call: str) -> tuple[tuple[Scenario, Situation], ...]:
    """The call's surfaces once the opening is said, with what is known then."""
    found = []
    for surface in Catalogue().get(call).surfaces:
        opening = surface.opening[0] if isinstance(surface.opening, tuple) else surface.opening
        mood = surface.caller.mood
        mind = Mind(mood.starts, mood.trust, opened=True, last_line=opening, told=surface.opening_tells)
        found.append((surface, situation(surface, mind, ())))
    return tuple(found)


def judged(call: str, bundle: Bundle) -> Judged:
    """The bundle heard in that call's first surface, once the opening is said."""
    scene = _scenes(call)[0][1]
    heard = understanding().understand(bundle.say, scene)
    alone = [_asked(understanding().understand(part.alone, scene)) for part in bundle.parts]
    got = _names(heard.intents)
    clear = _names(worth_answering(heard, opening_now=False))
    fair = [set(part.means) | own for part, own in zip(bundle.parts, alone, strict=True)]
    caught = tuple(part for part, ways in zip(bundle.parts, fair, strict=True) if ways & got)
    answered = tuple(part for part, ways in zip(bundle.parts, fair, strict=True) if ways & clear)
    lost = tuple(
        part for part, own in zip(bundle.parts, alone, strict=True) if part not in caught and set(part.means) & own
    )
    wanted = set().union(*fair)
    besides = [one for one in heard.intents if one.asks and not one.beside and not _ways(one.id, one.slot) & wanted]
    scenario, reply = put(call, Row(bundle.say, ()))
    backs = scenario.caller.asks_back or DEFAULT
    return Judged(
        bundle, heard, caught, lost, answered, tuple(f"{one.id}:{one.slot or ''}" for one in besides),
        reply.text, any(line in reply.text for line in backs),
    )  # fmt: skip


def _ways(name: str, slot: str | None) -> set[str]:
    return {name, f"{name}:{slot}"} if slot else {name}


def _names(intents: Iterable[HeardIntent]) -> set[str]:
    """What was heard, by each name that a part may give it: `ASK_LOCATION:town` is `ASK_LOCATION` too."""
    found: set[str] = set()
    for one in intents:
        if not one.beside:
            found |= _ways(one.id, one.slot)
    return found - {"topic"}


def _asked(heard: Understood) -> set[str]:
    return _names(heard.intents)


def _counts(found: Sequence[Judged]) -> Counter[str]:
    parts = sum(len(one.bundle.parts) for one in found)
    return Counter({
        "bundles": len(found), "parts": parts,
        "all parts heard": sum(one.whole for one in found),
        "parts heard": sum(len(one.caught) for one in found),
        "lost, heard alone": sum(len(one.lost) for one in found),
        "not asked for": sum(len(one.not_asked) for one in found),
        "answered": sum(len(one.answered) for one in found),
        "asked back idly": sum(one.asked_back_idly for one in found),
    })  # fmt: skip


def _line(name: str, counts: Counter[str]) -> str:
    bundles, parts = max(1, counts["bundles"]), max(1, counts["parts"])
    shares = []
    for key in _HEAD:
        of = bundles if key in ("all parts heard", "asked back idly") else parts
        shares.append(f"{counts[key]:4} ({counts[key] / of:.2f})".rjust(18))
    return f"{name:24} {counts['bundles']:7} {counts['parts']:6}" + "".join(shares)


def _name(intent: HeardIntent) -> str:
    if intent.id == "topic" or not intent.slot:
        return intent.slot or intent.id
    return f"{intent.id}:{intent.slot}"


def _fault(one: Judged) -> str:
    lost = [part.alone for part in one.bundle.parts if part not in one.caught]
    alone = {part.alone for part in one.lost}
    faint = [part.alone for part in one.caught if part not in one.answered]
    told = [f"{'LOST' if text in alone else 'unheard alone too'}: {text}" for text in lost]
    told += [f"faint: {text}" for text in faint] + [f"not asked: {name}" for name in one.not_asked]
    told += ["asked back idly"] if one.asked_back_idly else []
    heard = ", ".join(f"{_name(i)} {i.confidence:.2f}{' beside' if i.beside else ''}" for i in one.heard.intents)
    return f"    {one.bundle.say}\n        " + "\n        ".join((*told, f"heard: {heard}", f"came: {one.reply}"))


def main() -> None:
    """Prints for each half by call and by number of parts what was heard; with --list the faults of the first half."""
    calls = [one for one in sys.argv[1:] if not one.startswith("--")] or list(Catalogue().ids())
    found = {call: [judged(call, bundle) for bundle in bundles(call)] for call in calls}
    print(f"heard by {understanding().mode}")
    for half, name in enumerate(HALVES):
        print(f"\n{name:24} bundles  parts" + "".join(key.rjust(18) for key in _HEAD))
        every = [one for call in calls for one in found[call][half::2]]
        for call in calls:
            print(_line(call, _counts(found[call][half::2])))
        for many in sorted({len(one.bundle.parts) for one in every}):
            print(_line(f"of {many} parts", _counts([one for one in every if len(one.bundle.parts) == many])))
        print(_line("all", _counts(every)))
    if "--list" in sys.argv:
        for call in calls:
            faults = [
                one
                for one in found[call][0::2]
                if not one.whole or one.not_asked or one.asked_back_idly or len(one.answered) < len(one.bundle.parts)
            ]
            print(f"\n{call}\n" + "\n".join(map(_fault, faults)))


if __name__ == "__main__":
    main()
