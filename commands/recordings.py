"""`recordings`: which sound is kept of which call, how large, until when; and deleting it on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from commands.naming import keepable
from commands.options import store_option
from reports.deletion import due_on
from reports.kept import kept_policy
from reports.problems import StoreProblem
from reports.recordings import Recordings, kept_tracks, without_journal
from reports.store import Store
from reports.stored import StoredCall
from scenarios.catalogue import UnknownPolicy, load_policy
from scenarios.problems import ProblemsFound
from simulator.events import RecordingKept


@dataclass(frozen=True)
class Kept:
    """A call with sound that is not deleted: its tracks, and when its time is over."""

    call: StoredCall
    tracks: tuple[RecordingKept, ...]
    due: datetime


@click.command()
@click.argument("contacts", nargs=-1, metavar="[CONTACT ...]")
@click.option("--due", is_flag=True, help="Only those whose time of keeping is over.")
@click.option("--delete", is_flag=True, help="Delete the sound of the contacts named, or of all that are due.")
@click.option("--by", "author", default="", help="Who deletes it; kept for good.")
@click.option("--because", default="", help="Why; kept for good.")
@store_option
def recordings(contacts: tuple[str, ...], due: bool, delete: bool, author: str, because: str, store: Path) -> None:
    """List the sound that is kept, or delete it on record. The journal of a call is never changed by that."""
    author, because = keepable(author).strip(), keepable(because).strip()
    if delete and not (contacts or due):
        raise click.UsageError("Name the contacts whose sound is to be deleted, or say --due.")
    if delete and not (author and because):
        raise click.UsageError("Say who deletes it and why: --by NAME --because REASON.")
    with Store.open(store, create=False, read_only=not delete) as results:
        now = datetime.now(UTC)
        found = [one for one in _kept(results, contacts) if not due or one.due <= now]
        if delete:
            _delete(results, found, author, because)
        else:
            _show(results, found, now)


def _kept(results: Store, contacts: tuple[str, ...]) -> Iterator[Kept]:
    wanted = [results.call(contact) for contact in contacts] if contacts else results.calls()
    for call in wanted:
        gone = {one.digest for one in results.deletions(call.call_id)}
        tracks = tuple(one for one in kept_tracks(results.journal(call.call_id)) if one.digest not in gone)
        if tracks:
            yield Kept(call, tracks, due_on(call.opened_at, _years(results, call)))


def _years(results: Store, call: StoredCall) -> int:
    try:
        return kept_policy(results, call).policy.retention_years
    except (StoreProblem, ProblemsFound, UnknownPolicy):
        return load_policy().policy.retention_years


def _delete(results: Store, found: list[Kept], author: str, because: str) -> None:
    for one in found:
        try:
            results.delete_recordings(one.call.call_id, author, because)
        except OSError as refusal:
            raise click.ClickException(
                f"A recording of contact {one.call.contact} cannot be deleted: {refusal}"
            ) from None
        click.echo(f"Contact {one.call.contact}: {len(one.tracks)} of its tracks deleted.")
    if not found:
        click.echo("There is nothing to delete.")


def _show(results: Store, found: list[Kept], now: datetime) -> None:
    console = Console(highlight=False)
    if found:
        table = Table("Contact", "Trainee", "Sound", "MB", "Kept until", box=None, pad_edge=False)
        for one in found:
            until = f"{one.due:%d %b %Y}" + (" (over)" if one.due <= now else "")
            sides = " and ".join(track.track for track in one.tracks)
            table.add_row(
                one.call.contact, escape(one.call.started.trainee), sides, _mb(results.recordings, one), until
            )
        console.print(table)
    else:
        console.print("No sound is kept.")
    stray = without_journal(results.recordings, _named(results))
    spooled = sorted(results.recordings.spool.glob("*.wav"))
    for path in (*stray, *spooled):
        console.print(f"Named by no journal: {escape(str(path))}", style="yellow", soft_wrap=True)


def _named(results: Store) -> Iterator[str]:
    for call in results.calls():
        yield from (track.digest for track in kept_tracks(results.journal(call.call_id)))


def _mb(folder: Recordings, one: Kept) -> str:
    paths = [folder.path(track.digest, track.codec) for track in one.tracks]
    if not all(path.is_file() for path in paths):
        return "missing"
    return f"{sum(path.stat().st_size for path in paths) / 1_000_000:.1f}"
