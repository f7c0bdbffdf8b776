"""`train`: opens the trainee's desk; without a display, plays a rehearsed call in the terminal instead."""

import logging
import os
import sys
from pathlib import Path

import click
import platformdirs

from commands.interrupts import Interrupts
from commands.naming import keepable
from commands.options import store_option
from reports.store import Store
from simulator.desk.ports import NoWindow, SettingsKeeper
from simulator.desk.settings_file import FileSettings
from simulator.events import Mode

_MODES: dict[str, Mode] = {"practice": "practice", "assessment": "assessment"}


@click.command()
@click.option("--mode", type=click.Choice(["practice", "assessment"]), default="practice", show_default=True)
@click.option("--trainee", default="", help="The trainee's name or number; asked for on the desk otherwise.")
@click.option(
    "--call", "call_id", default=None, help="Play this call (a trainer's choice) instead of the next in turn."
)
@click.option("--seed", type=click.IntRange(1), default=None, help="Which surface and wording of the call.")
@click.option("--silent", is_flag=True, help="Captions only, no sound.")
@click.option("--text", is_flag=True, help="Take a practice contact in this terminal, by typing; no window, no sound.")
@click.option("--size", default=None, metavar="WIDTHxHEIGHT", help="The window's size, for instance 1280x720.")
@store_option
def train(
    mode: str,
    trainee: str,
    call_id: str | None,
    seed: int | None,
    silent: bool,
    text: bool,
    size: str | None,
    store: Path,
) -> None:
    """Open the trainee's desk: a phone rings, you answer."""
    window, call = _window(size), _known(call_id)
    if text:
        _typed(store, keepable(trainee), mode, call, seed)
        return
    why = no_display() or _desk(store, keepable(trainee), _MODES[mode], call, seed, silent, window)
    if why:
        click.echo(f"{why} A rehearsed call is played here instead.")
        from commands.terminal_call import play_in_terminal

        play_in_terminal(store)


def _typed(store: Path, trainee: str, mode: str, call: str | None, seed: int | None) -> None:
    """A contact in the terminal. Only practice: it waits while one thinks, as a real call does not."""
    if mode == "assessment":
        raise click.UsageError("The desk in the terminal waits while you think, so it is for practice only.")
    from commands.desk_session import DeskSession
    from commands.text_desk import play_by_typing

    with Store.open(store) as results:
        _tell_interrupted(results)
        session = DeskSession(results, trainee=trainee or "Trainee", call=call, seed=seed)
        play_by_typing(session, lambda: input("> "))


def _desk(
    store: Path,
    trainee: str,
    mode: Mode,
    call: str | None,
    seed: int | None,
    silent: bool,
    size: tuple[int, int] | None,
) -> str:
    """Opens the desk until it is left; says why where no window can be opened."""
    from commands.desk_session import DeskSession
    from commands.sound import hearing, telephone
    from commands.trouble import TroubleLog
    from commands.warming import Warming

    logging.getLogger().addHandler(TroubleLog())
    with Interrupts() as interrupts, Store.open(store) as results:
        _tell_interrupted(results)
        from simulator.desk.app import run_desk

        warming = Warming(lambda: session.likely())
        session = DeskSession(results, trainee=trainee, mode=mode, call=call, seed=seed, ready=warming.wait)
        settings = _settings()
        sound, ears = telephone(silent), hearing(silent, settings.load().speech_model)

        def warm() -> None:
            warming.begin()
            ears.look()

        try:
            run_desk(
                session,
                telephone=sound,
                hearing=ears,
                settings=settings,
                size=size,
                must_leave=lambda: interrupts.asked,
                when_shown=warm,
            )
        except NoWindow as none:
            return str(none)
        finally:
            if session.live is not None:
                session.live.leave()
            ears.close()
            sound.close()
    if interrupts.asked:
        raise click.Abort
    return ""


def _settings() -> SettingsKeeper:
    folder = platformdirs.user_config_dir("First Contact", appauthor=False)
    return FileSettings(Path(folder) / "desk.json")


def no_display() -> str:
    """Why no window can be opened here, or nothing where one can."""
    if os.environ.get("SDL_VIDEODRIVER"):
        return ""
    if sys.platform.startswith(("win", "darwin")):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "There is no display on this machine, so the desk cannot open."


def _known(call_id: str | None) -> str | None:
    if call_id is None:
        return None
    from commands.assembling import compiled
    from scenarios.catalogue import UnknownScenario

    try:
        compiled(call_id)
    except UnknownScenario as unknown:
        raise click.UsageError(str(unknown)) from None
    return call_id


def _window(size: str | None) -> tuple[int, int] | None:
    if size is None:
        return None
    width, _, height = size.lower().partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise click.UsageError("Write the size as WIDTHxHEIGHT, for instance 1280x720.")
    return max(960, int(width)), max(600, int(height))


def _tell_interrupted(results: Store) -> None:
    found = len(results.found_interrupted)
    if found:
        click.echo(f"{found} contact{'s' if found > 1 else ''} had been cut off; kept, and marked interrupted.")
