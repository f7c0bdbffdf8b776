"""Plays a rehearsed call in the terminal: the main job on a machine without a display."""

from pathlib import Path

import click
from rich.console import Console
from scoring.marking import mark

from commands.assembling import compiled, load_policy, make_call, parts, started
from commands.showing import show_ledger, show_marks, show_timeline
from reports.evidence import write_evidence
from reports.problems import StoreProblem
from reports.store import Store
from simulator.call import JournalNotKept
from simulator.journal import Entry
from simulator.rehearsal import play, read_rehearsal

CALL, SCRIPT = "hiding-upstairs", "strong"


def play_in_terminal(store: Path) -> None:
    """Plays one rehearsed call with marks, keeps it, and writes its evidence page beside the results file."""
    console = Console(highlight=False)
    script = next(path for path in parts().catalogue.rehearsals(CALL) if path.stem == SCRIPT)
    rehearsal = read_rehearsal(script)
    scenario = compiled(rehearsal.scenario)
    policy = load_policy(rehearsal.policy)
    start = started(scenario, policy, trainee="Demonstration", mode="practice", seed=rehearsal.seed)
    console.print("[reverse] This is a simulation. Nobody is in danger. Practice, not evidence. [/]")
    with Store.open(store) as results:
        writer = results.open_call(start, scenario.text)

        def keep(entry: Entry) -> None:
            try:
                writer.append(entry)
            except StoreProblem as problem:
                raise JournalNotKept(str(problem)) from problem

        with writer:
            call = make_call(scenario, policy, start, keep)
            journal = play(call, rehearsal.steps, rehearsal.pace)
            show_timeline(console, journal)
            marking = mark(call.scenario, policy.policy, journal)
            results.add_marking(writer.call_id, marking)
        console.print()
        show_marks(console, marking)
        console.print()
        show_ledger(console, marking)
        page = store.with_name(f"contact-{writer.contact}.pdf")
        write_evidence(results, writer.call_id, pdf=page)
    click.echo(f"\nKept as contact {writer.contact} in {store}\nIts evidence page: {page}")
