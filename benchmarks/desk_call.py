"""The desk with a real call on the line: keys typed, time let pass, memory read."""

import json
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")  # sound is mixed and spoken, and nobody hears it

from simulator.desk.app import App, run_desk  # isort: skip

import pygame
from pygame.event import Event

from audio.telephone import open_telephone
from benchmarks.machine import resident_mb
from commands.desk_session import DeskSession
from commands.warming import Warming
from reports.store import Store
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.ui import UI
from simulator.desk.kit.widget import Widget
from simulator.desk.ports import StartChoice

CALL, SIZE = "hiding-upstairs", (1600, 900)
KEYS, GAP_S, REPAINTS, IDLE_S = 120, 0.03, 30, 6.0
LETTERS = "twenty seven alder rise "


def on_a_call(folder: str) -> None:
    """Take a contact as a trainee does, measure, and print what was found."""
    found: dict[str, Any] = {}
    telephone = open_telephone()
    with Store.open(Path(folder) / "results.sqlite") as store:
        warming = Warming()
        session = DeskSession(store, trainee="Benchmark", call=CALL, seed=1, ready=warming.wait)
        apps: list[App] = []
        show_start = App.show_start

        def noticed(app: App) -> None:
            apps.append(app)
            show_start(app)

        def driven(ui: UI, *_: object) -> None:
            ui.step()
            warming.begin()
            warming.wait()  # as the trainee writes their name
            found.update(_measured(ui, apps[0]))
            speaker = getattr(getattr(telephone, "_voice", None), "speaker_pid", None)
            found["speaker_mb"] = None if speaker is None else resident_mb(speaker)
            ui.running = False

        with patch.object(App, "show_start", noticed), patch.object(UI, "run", driven):
            run_desk(session, telephone=telephone, size=SIZE)
        if session.live is not None:
            session.live.leave()
    found["sound"] = telephone.describe()
    telephone.close()
    print(json.dumps(found))


def _measured(ui: UI, app: App) -> dict[str, Any]:
    idle = {"start screen": _idle(ui, IDLE_S)}
    began = time.perf_counter()
    app.begin(StartChoice("Benchmark", "practice", contact=CALL))
    ui.step()
    begin_ms = (time.perf_counter() - began) * 1_000
    app.command("answer")
    _run(ui, 1.0)
    keys = {}
    for widget, name in _places_to_type(ui):
        keys[name] = _typed(ui, widget)
    idle["a call on the line"] = _idle(ui, IDLE_S)
    return {
        "begin_ms": begin_ms,
        "keys": keys,
        "repaints": [_timed(lambda: _repaint(ui)) for _ in range(REPAINTS)],
        "idle": idle,
        "memory_mb": resident_mb(),
    }


def _places_to_type(ui: UI) -> list[tuple[TextField | TextArea, str]]:
    """What is said, one field of the form, and the largest box of text that is shown."""
    shown = [widget for widget in ui.tab_list() if isinstance(widget, TextField | TextArea)]
    return [(widget, widget.name.lower()) for widget in {widget.name: widget for widget in shown}.values()][:3]


def _typed(ui: UI, widget: Widget) -> list[float]:
    """From a key's coming into SDL's queue to the changed part on the screen, with the loop asleep before each."""
    ui.set_focus(widget)
    ui.step()
    typist = threading.Thread(target=_type, daemon=True)
    keys: list[Event] = []
    taken: list[float] = []
    dispatch = ui.dispatch

    def noticed(event: Event) -> None:
        keys.extend([event] if event.type == pygame.TEXTINPUT else [])
        dispatch(event)

    with patch.object(ui, "dispatch", noticed):
        typist.start()
        while len(taken) < KEYS:
            ui.step(500)
            taken += [(time.perf_counter() - key.at) * 1_000 for key in keys]
            keys.clear()
    typist.join()
    return taken


def _type() -> None:
    for n in range(KEYS):
        time.sleep(GAP_S * (1 + n % 7 / 7))  # uneven, so that it keeps no step with the loop
        pygame.event.post(Event(pygame.TEXTINPUT, text=LETTERS[n % len(LETTERS)], at=time.perf_counter()))


def _repaint(ui: UI) -> None:
    ui.damage.add_all()
    ui.step()


def _timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1_000


def _run(ui: UI, seconds: float) -> None:
    """The loop of UI.run for a while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        next_in = ui.timers.next_in()
        ui.step(500 if next_in is None else min(500, int(next_in * 1000) + 1))


def _idle(ui: UI, seconds: float) -> float:
    """The share of a core that the whole process takes while nobody does anything, in percent."""
    began, used = time.monotonic(), time.process_time()
    _run(ui, seconds)
    return (time.process_time() - used) / (time.monotonic() - began) * 100
