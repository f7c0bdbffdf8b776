"""`transcript`: writes a stored call, or a played rehearsal, as a page of text."""

from pathlib import Path

import click

from commands.naming import is_file
from commands.options import store_option
from commands.whose import calls_of
from reports.kept import kept_desk
from reports.store import Store
from reports.transcript import transcript as written


@click.command()
@click.argument("who", metavar="TRAINEE|CALL|REHEARSAL")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it here instead of printing it.")
@store_option
def transcript(who: str, out: Path | None, store: Path) -> None:
    """Write a stored CALL (contact number or id), each call of a TRAINEE, or a REHEARSAL file as text (Markdown)."""
    pages = [_rehearsed(Path(who))] if who.endswith((".yaml", ".yml")) and is_file(Path(who)) else _stored(who, store)
    text = "\n".join(pages)
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8", newline="\n")
    click.echo(str(out.absolute()))


def _rehearsed(path: Path) -> str:
    from commands.assembling import compiled
    from commands.rehearsing import play_file

    played = play_file(path)
    about = f"Rehearsal of {played.rehearsal.scenario}, seed {played.rehearsal.seed}."
    desk = compiled(played.rehearsal.scenario).for_seed(played.rehearsal.seed).channel.desk
    return written(played.journal, played.marking, title=path.stem, about=about, desk=desk)


def _stored(who: str, store: Path) -> list[str]:
    with Store.open(store, read_only=True) as results:
        pages = []
        for call in calls_of(results, who):
            runs = results.markings(call.call_id)
            about = f"Taken by {call.started.trainee} on {call.opened_at:%d %B %Y}, {call.started.mode}."
            journal = results.journal(call.call_id)
            marking = runs[-1].marking if runs else None
            title, desk = f"Contact {call.contact}", kept_desk(results, call)
            pages.append(written(journal, marking, title=title, about=about, desk=desk))
        return pages
