"""`verify`: checks every seal of the results file and names the first fault of each chain."""

from pathlib import Path

import click

from commands.options import store_option
from reports.store import Store


@click.command()
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def verify(context: click.Context, store: Path, as_json: bool) -> None:
    """Check that nothing in the results file was changed since it was stored.

    Exit status 1 when a seal does not hold; each line names the contact and the first entry, marking or judgement.
    """
    with Store.open(store, read_only=True) as results:
        found = results.verify()
    if as_json:
        click.echo(found.model_dump_json(indent=1))
    else:
        for fault in found.broken:
            click.echo(str(fault))
        seals = "Every seal holds" if found.holds else f"{len(found.broken)} faults"
        sound = f", and {found.recordings} recordings" if found.recordings else ""
        click.echo(f"{seals}: {found.calls} calls and {found.entries} entries checked{sound}.", err=True)
    context.exit(0 if found.holds else 1)
