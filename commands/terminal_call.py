"""Plays a rehearsed call in the terminal: the main job on a machine without a display."""

from pathlib import Path

import click
from rich.console import Console

from commands.assembling import compiled, load_policy, make_call, parts, started
from commands.readying import get_ready
from commands.showing import show_timeline
from commands.showing_after import show_after
from reports.evidence import PdfProblem, write_evidence
from reports.store import Store
from scoring.marking import mark
from simulator.rehearsal import play, read_rehearsal
from simulator.run import JournalNotKept

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
    get_ready(parts().understanding, scenario)
    with Store.open(store) as results:
        with results.open_call(start, scenario.text, policy.text) as writer:
            call = make_call(scenario, policy, start, writer.keep)
            journal = play(call, rehearsal.steps, rehearsal.pace)
            show_timeline(console, journal)
            if call.trouble:
                raise JournalNotKept(f"The call was interrupted. {call.trouble} What is shown above it is kept.")
            marking = mark(call.scenario, policy.policy, journal)
            results.add_marking(writer.call_id, marking)
        console.print()
        show_after(console, call.scenario, policy.policy, journal, marking)
        page = store.with_name(f"contact-{writer.contact}.pdf")
        click.echo(f"\nKept as contact {writer.contact} in {store}")
        try:
            write_evidence(results, writer.call_id, pdf=page)
        except PdfProblem as problem:
            raise click.ClickException(str(problem)) from problem
    click.echo(f"Its evidence page: {page}")
