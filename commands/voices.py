"""`voices`: which voices speak here, how far each call is prepared for the neural ones, and preparing them."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from audio.espeak_setup import NEURAL
from audio.neural_cast import PARTS
from audio.neural_model import missing
from audio.neural_studio import Studio
from audio.prepared import PreparedLines
from audio.repertoire import repertoire
from audio.speaker import Speaker
from audio.telephone import open_voice
from audio.voice import SpokenLine, VoiceFailed
from audio.wording import natural_seconds, speakable
from commands.assembling import catalogue, compiled
from scenarios.problems import ProblemsFound

KB_A_SECOND = 9  # of prepared speech
MOST_FAILURES = 5
INSTALL = "Install them with `uv sync --extra voices`; every call also works without."


@dataclass(frozen=True)
class Lines:
    """The lines of a call, over all its surfaces, and those that are still to be made."""

    call: str
    all: tuple[SpokenLine, ...]
    missing: tuple[SpokenLine, ...]


@click.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO ...]")
@click.option("--prepare", is_flag=True, help="Make the lines that are missing; may be stopped and gone on with.")
@click.option("--forget", is_flag=True, help="Remove all prepared lines from this machine.")
@click.pass_context
def voices(context: click.Context, scenarios: tuple[str, ...], prepare: bool, forget: bool) -> None:
    """Tell which voices speak here, or prepare the calls named (all when none is) for the neural voices.

    A call whose lines are prepared is spoken by the neural voices from its first word; any other by the voice that
    every machine has. Making a line takes longer than saying it, so that nothing is made while somebody waits for it.
    """
    if prepare and forget:
        raise click.UsageError("--prepare and --forget cannot be asked for at once.")
    console = Console(highlight=False)
    kept = PreparedLines()
    if forget:
        console.print(f"{kept.clear()} prepared lines were removed from {kept.folder}.", soft_wrap=True, markup=False)
        return
    calls = [lines_of(name, Studio(kept)) for name in (scenarios or _playable())]
    why_not = missing()
    if not prepare:
        _tell(console, kept, calls, why_not)
        return
    if why_not:
        console.print(f"The neural voices cannot be used: {why_not}. {INSTALL}", soft_wrap=True, markup=False)
        context.exit(1)
    context.exit(_prepare(console, kept, calls))


def lines_of(name: str, studio: Studio) -> Lines:
    """The lines of a call and those that are missing."""
    spoken = [line for surface in compiled(name).surfaces for line in repertoire(surface) if speakable(line.text)]
    lines = tuple(dict.fromkeys(spoken))
    return Lines(name, lines, tuple(line for line in lines if not studio.has(line)))


def _playable() -> list[str]:
    found = []
    for name in catalogue().ids():
        try:
            found.append(catalogue().get(name).id)
        except ProblemsFound:
            continue  # lint and doctor name it
    return found


def _tell(console: Console, kept: PreparedLines, calls: list[Lines], why_not: str) -> None:
    voice = open_voice()
    try:
        wait = getattr(voice, "wait_until_open", None)
        if callable(wait):
            wait()
        console.print(voice.describe(), soft_wrap=True, markup=False)
    finally:
        voice.close()
    if why_not:
        console.print(f"Neural British voices: {why_not}. {INSTALL}", soft_wrap=True, markup=False)
    else:
        cast = ", ".join(f"{kind} {part.voice[3:].title()}" for kind, part in PARTS.items())
        console.print(f"Neural British voices: ready. {cast}.", soft_wrap=True, markup=False)
    for call in calls:
        there = len(call.all) - len(call.missing)
        console.print(f"  {call.call:32} {there} of {len(call.all)} lines prepared", soft_wrap=True, markup=False)
    size = f"{len(kept)} lines, {kept.bytes_kept() / 1e6:.1f} MB"
    console.print(f"Prepared: {size}, in {kept.folder}.", soft_wrap=True, markup=False)


def _prepare(console: Console, kept: PreparedLines, calls: list[Lines]) -> int:
    """Make what is missing; the exit status."""
    wanted = [(call.call, line) for call in calls for line in call.missing]
    if not wanted:
        console.print(f"All {sum(len(call.all) for call in calls)} lines are prepared already.")
        return 0
    _tell_room(console, kept.folder, [line for _, line in wanted])
    studio = Studio(kept, lambda: Speaker(NEURAL, threads=os.cpu_count() or 1))
    failed: list[str] = []
    made = 0
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console
    )
    try:
        with bar:
            task = bar.add_task("", total=len(wanted))
            for call, line in wanted:
                bar.update(task, description=call)
                try:
                    studio.make(line)
                    made += 1
                except VoiceFailed as error:
                    failed.append(f"“{line.text}”: {error}")
                    if len(failed) >= MOST_FAILURES and not made:
                        break
                bar.advance(task)
    except OSError as error:
        console.print(
            f"A line could not be kept in {kept.folder}: {error.strerror or error}. {made} lines were made and stay. "
            "Free some room and run it again; it goes on from here.",
            soft_wrap=True, markup=False,
        )  # fmt: skip
        return 1
    finally:
        studio.close()
        console.print(f"{made} lines made, {len(kept)} kept in {kept.folder}.", soft_wrap=True, markup=False)
    for words in failed[:MOST_FAILURES]:
        console.print(f"Not made: {words}", soft_wrap=True, markup=False)
    return 1 if failed else 0


def _tell_room(console: Console, folder: Path, lines: list[SpokenLine]) -> None:
    seconds = sum(natural_seconds(speakable(line.text), 150) for line in lines)
    needed = seconds * KB_A_SECOND / 1_000
    there = next((path for path in (folder, *folder.parents) if path.is_dir()), Path())
    free = shutil.disk_usage(there).free / 1e6
    console.print(
        f"{len(lines)} lines to make, about {seconds / 60:.0f} minutes of speech and {needed:.0f} MB "
        f"({free:.0f} MB are free). Ctrl+C stops it; what is made stays.",
        soft_wrap=True,
    )
