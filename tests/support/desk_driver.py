"""Drives the desk headless: a scripted call, a clock that moves when told, real events, no screen."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from audio.telephone import SilentTelephone
from scenarios.policy import Policy
from scenarios.scenario import Row
from scenarios.vocabulary.words import Desk as DeskKind
from simulator import events as e
from simulator.clock import ScriptClock
from simulator.desk.app import App
from simulator.desk.desk_screen import DeskScreen
from simulator.desk.kit.fonts import Fonts
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.testing import Driver, FakeClock
from simulator.desk.kit.ui import UI
from simulator.desk.ports import (
    Debrief,
    DebriefFact,
    DebriefMark,
    DebriefProfile,
    DebriefRow,
    DeskSettings,
    LiveCall,
    StartChoice,
)
from simulator.desk.scripted import ScriptedCall, ScriptedSession
from simulator.desk.settings_file import UnkeptSettings

NAMED = {
    "purposes": ("Live incident", "Call verification"),
    "categories": ("Burglary dwelling", "Concern for safety", "Message"),
    "ticket_types": ("Account access", "Change of details"),
    "qualifiers": ("Vulnerable", "Domestic", "Repeat"),
}

POLICY = Policy.model_validate(
    {
        "id": "test",
        "force": "Test Police",
        "contact_centre": "Test desk",
        "version": "1",
        "grades": [
            {"id": "immediate", "name": "Immediate", "rank": 1, "target": "15 minutes in town", "set_within": "30s"},
            {"id": "priority", "name": "Priority", "rank": 2, "target": "60 minutes", "set_within": "90s"},
            {"id": "scheduled", "name": "Scheduled", "rank": 3, "target": "48 hours", "set_within": "5m"},
            {"id": "resolution", "name": "Resolution at source", "rank": 4, "target": "none", "set_within": "9m"},
        ],
        "greetings": {},
        "verification": {},
        "routes": [],
        "reset_channels": ["registered_device"],
        "pass_rules": {"shares": {}, "criticals": {}},
        **{
            key: [{"id": name.lower().replace(" ", "_"), "name": name} for name in names]
            for key, names in NAMED.items()
        },
    }
)
LOG_ROW = Row(
    id="log-1",
    title="HM-1100-0407",
    cells={"Type": "Suspicious vehicle", "Address": "19 Alder Rise"},
    details={"Summary": "A van outside, gone on arrival."},
    editable=("Address",),
)
MEMBER_ROW = Row(
    id="member-1",
    title="Ann Ford",
    cells={"Postcode": "WX4 1AA"},
    details={"Email": "a@b.test"},
    editable=("Postcode",),
)
FONTS: dict[str, Fonts] = {}
LINES = ((500, "Please. There's someone in my house."), (9_000, "Twenty-seven Alder Rise."))
DEBRIEF = Debrief(
    outcome="not_met",
    because="Grading was below the share that is asked for.",
    stamp="Practice, not evidence",
    marks=(
        DebriefMark("A01", "accuracy", "Gets the right address", "met", "It matches.", True, (3,)),
        DebriefMark("R06", "risk", "Keeps the caller on the line", "not_met", "Cleared too soon.", True, (4,)),
    ),
    ledger=(DebriefFact("Address", "27 Alder Rise", "27 Alder Rise", "72 Alder Rise", "transposed", False, (3, 4)),),
    profiles=(DebriefProfile("accuracy", 0.9, 0.7, True), DebriefProfile("risk", 0.4, 0.7, False)),
    timeline=tuple(DebriefRow(n, n * 1_000, "You", f"Deed {n}") for n in range(1, 6)),
)


class Desk:
    """One app on a scripted call, and the ways a test moves it."""

    def __init__(self, app: App, driver: Driver, clock: ScriptClock, session: ScriptedSession) -> None:
        self.app, self.d, self.clock, self.session = app, driver, clock, session
        self._live: LiveCall | None = None

    @property
    def ui(self) -> UI:
        return self.app.ui

    @property
    def call(self) -> ScriptedCall:
        call = self.session.calls[-1]
        assert isinstance(call, ScriptedCall)
        return call

    @property
    def live(self) -> LiveCall:
        """The call that is played, whatever plays it."""
        return self._live if self._live is not None else self.call

    @property
    def screen(self) -> DeskScreen:
        assert self.app.desk is not None
        return self.app.desk

    def at(self, ms: int) -> None:
        """It is this time in the call."""
        self.clock.move_to(ms)
        self.app.tick()
        self.ui.step()

    def begin(self, mode: e.Mode = "practice", captions: bool = True) -> "Desk":
        """The phone rings."""
        self.app.begin(StartChoice("T1", mode, captions=captions))
        self._live = self.screen.control.call
        self.ui.step()
        return self

    def answered(self, mode: e.Mode = "practice") -> "Desk":
        """The call is answered after two seconds."""
        self.begin(mode)
        self.at(2_000)
        self.d.key(pygame.K_F2)
        return self

    def done(self, *kinds: type) -> list[Any]:
        """The actions of these kinds that reached the call."""
        return [action for action in self.call.done if isinstance(action, kinds)]

    def clear_line(self) -> None:
        """Clear the line by its key: once to be asked, and again."""
        self.d.key(pygame.K_F12)
        self.at(self.clock.now_ms() + 500)
        self.d.key(pygame.K_F12)

    def focus(self, name: str) -> None:
        """Go to a widget by its name."""
        self.ui.set_focus(self.ui.by_name(name))

    def settle(self) -> None:
        """Let what was put off happen (the change of screen)."""
        self.d.tick(0.05)
        self.d.tick(0.05)


def started_of(choice: StartChoice) -> e.CallStarted:
    """The first entry of a test run."""
    return e.CallStarted(
        scenario="hiding-upstairs",
        fingerprint="f",
        policy="test",
        policy_fingerprint="p",
        app_version="0",
        trainee=choice.trainee,
        mode=choice.mode,
        seed=1,
    )


def desk_of(
    size: tuple[int, int] = (1920, 1080),
    theme: str = "day",
    scale: float = 1.0,
    desk: DeskKind = "incident",
    due: Sequence[tuple[int, str]] = LINES,
    debrief: Debrief | None = DEBRIEF,
) -> Desk:
    """A desk at its start screen, of a size, theme, text size and kind."""
    rang = e.PhoneRang(channel="999", line="mobile", number="07700 900822", located="AML, within 30 m")
    rows = (("previous", LOG_ROW), ("members", MEMBER_ROW))
    return desk_on(
        lambda choice: ScriptedCall(POLICY, started_of(choice), rang, desk, rows, due, debrief), size, theme, scale
    )


def desk_on(
    start: Callable[[StartChoice], LiveCall],
    size: tuple[int, int] = (1920, 1080),
    theme: str = "day",
    scale: float = 1.0,
) -> Desk:
    """A desk at its start screen whose contacts come from `start`."""
    session = ScriptedSession(start, trainee="T1")
    clock, seconds = ScriptClock(), FakeClock()
    ui = UI(size, "test", theme, scale, clock=seconds)
    ui.fonts = FONTS.setdefault("all", ui.fonts)  # letters drawn once serve every test
    settings = UnkeptSettings(DeskSettings(text_size=scale, theme=theme))
    app = App(ui, session, SilentTelephone("no sound device was found"), settings, lambda: clock)
    app.show_start()
    return Desk(app, Driver(ui, seconds, app), clock, session)


def type_in(desk: Desk, name: str, text: str) -> None:
    """Types into the widget of that name."""
    desk.focus(name)
    desk.d.type(text)


def choose(desk: Desk, name: str, value: str) -> None:
    """Chooses in the list or the row of buttons of that name."""
    widget = desk.ui.by_name(name)
    assert isinstance(widget, Select | Segmented)
    widget.set(value)
