"""Says what earns a point in other words: `python -m benchmarks.in_other_words [POINT ...] [--kept] [--list]`.

Each row puts other words in the place of the one sentence that earns a point of a strong rehearsal, plays the call to
its end and marks it. The words are by people who saw the point's sentence and the talk, and neither detectors nor the
other words. Those in `worked_on` may be looked at when a detector is changed; those in `kept_back` (`--kept`) never
are: they show whether a change reaches beyond the words it was made for.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from rich.progress import track

from benchmarks.played import Script, scripts, understanding
from scoring.marking import mark
from simulator import actions
from simulator.rehearsal import play
from simulator.steps import Step

DATA = Path(__file__).parent / "data" / "in_other_words"
_WHITE = re.compile(r"\s+")
_SHOWN = 200  # characters of what marking said


@dataclass(frozen=True)
class Deed:
    """The sentence of a call's strong rehearsal that earns a point."""

    call: str
    point: str
    instead_of: str


@dataclass(frozen=True)
class Wording:
    """Other words for a deed, and the verdict that careful readers give by the point's sentence."""

    deed: Deed
    say: str
    expected: str  # met, or for a near miss not_met or partly


@dataclass(frozen=True)
class Marked:
    """A wording and what marking says of it."""

    wording: Wording
    verdict: str
    because: str

    @property
    def agrees(self) -> bool:
        """Whether the words earn what they should; a near miss need only not be met, half or nothing."""
        return (self.verdict == "met") == (self.wording.expected == "met")


def wordings(folder: Path) -> Iterator[Wording]:
    """Every wording of a folder, one file for each writer."""
    for path in sorted(folder.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            deed = Deed(row["call"], row["point"], row["instead_of"])
            yield from (Wording(deed, str(words), "met") for words in row["met"])
            yield from (Wording(deed, str(miss["say"]), str(miss["is"])) for miss in row["not"])


def marked(wording: Wording) -> Marked:
    """The rehearsal played with the other words, and marked; raises ValueError where the sentence is not in it."""
    script = strong(wording.deed.call)
    steps = _otherwise(script.rehearsal.steps, wording)
    journal = play(script.call(understanding()), steps, script.rehearsal.pace)
    marks = mark(script.scenario, script.policy.policy, journal).marks
    found = next(one for one in marks if one.point == wording.deed.point)
    return Marked(wording, found.verdict, found.because)


def strong(call: str) -> Script:
    """The strong rehearsal of a call's first surface."""
    return _strong()[call]


@cache
def _strong() -> Mapping[str, Script]:
    return {one.rehearsal.scenario: one for one in scripts() if Path(one.rehearsal.path).stem == "strong"}


def _otherwise(steps: Iterable[Step], wording: Wording) -> tuple[Step, ...]:
    changed: list[Step] = []
    there = False
    for step in steps:
        if isinstance(step, actions.Say) and wording.deed.instead_of in step.text and not there:
            there = True
            said = step.text.replace(wording.deed.instead_of, wording.say, 1)
            changed.append(step.model_copy(update={"text": _WHITE.sub(" ", said).strip()}))
        else:
            changed.append(step)
    if not there:
        raise ValueError(f"{wording.deed.call}: the strong rehearsal has no {wording.deed.instead_of!r}")
    return tuple(changed)


def main() -> None:
    """Prints by point how many wordings are marked as they should be, and with --list those that are not."""
    wanted = {one for one in sys.argv[1:] if not one.startswith("--")}
    folder = DATA / ("kept_back" if "--kept" in sys.argv else "worked_on")
    rows = [one for one in wordings(folder) if not wanted or one.deed.point in wanted]
    by_point: dict[str, list[Marked]] = defaultdict(list)
    for row in track(rows, description="Wordings"):
        by_point[row.deed.point].append(marked(row))
    print(f"{'point':6} {'earned':>16} {'near misses':>16}")
    for point, of_it in sorted(by_point.items()):
        print(_line(point, of_it))
        if "--list" in sys.argv and folder.name != "kept_back":
            _list(of_it)
    print(_line("all", [one for of_it in by_point.values() for one in of_it]))


def _list(of_it: Iterable[Marked]) -> None:
    for one in of_it:
        if not one.agrees:
            print(f"    {one.wording.expected}, marked {one.verdict}: {one.wording.deed.call}: {one.wording.say}")
            print(f"        {one.because[:_SHOWN]}")


def _line(name: str, of_it: list[Marked]) -> str:
    earns = [one for one in of_it if one.wording.expected == "met"]
    misses = [one for one in of_it if one.wording.expected != "met"]
    return f"{name:6} {_share(earns):>16} {_share(misses):>16}"


def _share(of_it: list[Marked]) -> str:
    right = sum(one.agrees for one in of_it)
    return f"{right}/{len(of_it)} ({right / len(of_it):.0%})" if of_it else "-"


if __name__ == "__main__":
    main()
