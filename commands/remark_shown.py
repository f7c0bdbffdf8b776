"""What marking again found, for people and for programs."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.markup import escape

from commands.showing import OUTCOME_WORDS, VERDICT_WORDS
from reports.remarking import Change, Remarked
from scoring.marking import MARKING_VERSION


@dataclass
class Tally:
    """What was found so far; `runs` holds the new run of each contact that got one."""

    kept: bool
    calls: int = 0
    differing: list[Remarked] = field(default_factory=list)
    skipped: list[Remarked] = field(default_factory=list)
    of_today: list[str] = field(default_factory=list)
    by_point: Counter[str] = field(default_factory=Counter)
    runs: dict[str, int] = field(default_factory=dict)
    two_minds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def count(self, one: Remarked) -> None:
        """Count one more call; its marking is not held."""
        self.calls += 1
        if one.policy_of_today:
            self.of_today.append(one.contact)
        if one.two_minds:
            self.two_minds[one.contact] = one.two_minds
        if one.skipped:
            self.skipped.append(one)
        elif one.changes:
            self.differing.append(one.model_copy(update={"marking": None}))
            self.by_point.update(change.point or "outcome" for change in one.changes)

    @property
    def faulty(self) -> bool:
        """Whether a call that is over could not be marked."""
        return any("in progress" not in one.skipped for one in self.skipped)


def as_json(tally: Tally) -> dict[str, Any]:
    """The public form of `remark --json` (docs/formats.md)."""
    return {
        "marking": MARKING_VERSION,
        "applied": tally.kept,
        "calls": tally.calls,
        "changes": [_row(one, change) for one in tally.differing for change in one.changes],
        "added": [{"call": contact, "run": run} for contact, run in tally.runs.items()],
        "skipped": [{"call": one.contact, "why": one.skipped} for one in tally.skipped],
        "policy_of_today": tally.of_today,
        "two_minds": [{"call": contact, "points": list(points)} for contact, points in tally.two_minds.items()],
    }


def _row(one: Remarked, change: Change) -> dict[str, Any]:
    return {
        "call": one.contact,
        "trainee": one.trainee,
        "scenario": one.scenario,
        **change.model_dump(mode="json"),
    }


def show(console: Console, one: Remarked) -> None:
    """Prints what would change in one call; nothing where nothing would."""
    if not (one.changes or one.skipped):
        return
    console.print(f"[bold]Contact {one.contact}[/]  {escape(one.trainee)}  [dim]{escape(one.scenario)}[/]")
    if one.skipped:
        console.print(f"  [yellow]Not marked:[/] {escape(one.skipped)}", soft_wrap=True)
    for change in one.changes:
        name = change.point or "Outcome"
        notes = ("  [red]critical[/]" if change.critical else "") + ("  [cyan]judged[/]" if change.judged else "")
        console.print(f"  {name:8} {_word(change, change.was)} -> {_word(change, change.would_be)}{notes}")
        console.print(f"           [dim]{escape(change.because)}[/]", soft_wrap=True)


def _word(change: Change, verdict: str | None) -> str:
    if verdict is None:
        return "[dim]not marked[/]"
    words, style = VERDICT_WORDS[verdict] if change.point else OUTCOME_WORDS[verdict]
    return f"[{style}]{words}[/]"


def show_tally(console: Console, tally: Tally) -> None:
    """Prints the sum of it, by point, and what was or was not written."""
    same = tally.calls - len(tally.differing) - len(tally.skipped)
    verdicts = sum(times for name, times in tally.by_point.items() if name != "outcome")
    would = "changed" if tally.kept else "would change"
    console.print(
        f"\n{_some(tally.calls, 'call')} marked again under {MARKING_VERSION}: "
        f"{_some(verdicts, 'verdict')} and {_some(tally.by_point['outcome'], 'outcome')} {would}"
        f" in {_some(len(tally.differing), 'call')}; {same:,} stand as they were.",
        soft_wrap=True,
    )
    if verdicts:
        most = ", ".join(f"{name} {times:,}" for name, times in tally.by_point.most_common() if name != "outcome")
        console.print(f"By point: {most}.", soft_wrap=True)
    if any(change.judged for one in tally.differing for change in one.changes):
        console.print("What an assessor judged stays as judged.")
    if tally.of_today:
        console.print(
            f"{_some(len(tally.of_today), 'call')} kept no policy, and today's is another: marked under today's.",
            soft_wrap=True,
        )
    if tally.two_minds:
        points = ", ".join(sorted({point for several in tally.two_minds.values() for point in several}))
        console.print(
            f"[yellow]{_some(len(tally.two_minds), 'call')} judged in two ways under one version of the rules "
            f"({points}; first contact {next(iter(tally.two_minds))}). A rule was changed, and MARKING_VERSION in "
            "scoring/marking.py was not: give it a new one, for nobody can tell such runs apart.[/]",
            soft_wrap=True,
        )
    if tally.skipped:
        console.print(f"[yellow]{_some(len(tally.skipped), 'call')} not marked; the reason stands above.[/]")
    if tally.kept:
        console.print(f"{_some(len(tally.runs), 'new run')} kept beside the old ones.")
    else:
        console.print("Nothing was written. --apply keeps each marking that differs as a new run beside the old ones.")


def _some(number: int, one: str) -> str:
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
