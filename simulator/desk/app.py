"""The desk's program: start, contact, debrief, and again; one window, one loop."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import simulator.desk.kit.environment  # noqa: F401  # isort: skip  (SDL must be told before pygame comes)
import pygame

from audio.hearing import DeafHearing, Hearing
from audio.telephone import Phone, SilentTelephone
from simulator.clock import Clock, WallClock
from simulator.desk.control import Control
from simulator.desk.debrief import DebriefScreen
from simulator.desk.desk_layout import LEAST_ROOM
from simulator.desk.desk_screen import DeskScreen
from simulator.desk.display_panel import STEP, shown_text_size, text_size_within
from simulator.desk.end_screen import EndScreen
from simulator.desk.keys import SHORTCUTS, help_rows
from simulator.desk.kit.helpsheet import HelpSheet
from simulator.desk.kit.keys import Chord
from simulator.desk.kit.question import Question, ask
from simulator.desk.kit.ui import UI
from simulator.desk.kit.widget import Widget
from simulator.desk.ports import DeskSettings, LiveCall, NoWindow, Session, SettingsKeeper, StartChoice
from simulator.desk.settings_file import THEMES, UnkeptSettings
from simulator.desk.speaking import talk_wishes
from simulator.desk.start import StartScreen
from simulator.desk.talk_keys import key_label
from simulator.desk.view import DeskView

TITLE = "First Contact, a simulation"
TICK_S = 0.1
SOON_S = 0.2
AS_LARGE_AS_FITS = "The text is as large as this window can hold."
IMPATIENT = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN)
UNSEEN = ("offscreen", "dummy", "evdev")  # drivers of SDL that show nothing


class App:
    """Shows one screen after another. Everything real comes in by argument."""

    def __init__(
        self,
        ui: UI,
        session: Session,
        telephone: Phone,
        keeper: SettingsKeeper,
        new_clock: Callable[[], Clock],
        hearing: Hearing | None = None,
    ) -> None:
        self.ui = ui
        ui.keep_room(LEAST_ROOM)
        self.session = session
        self.telephone = telephone
        self.hearing = hearing or DeafHearing()
        self.keeper = keeper
        self.settings = keeper.load()
        self.new_clock = new_clock
        self.control: Control | None = None
        self.desk: DeskScreen | None = None
        self._live: LiveCall | None = None
        self._commands: dict[str, Callable[[], object]] = {}
        self._talk_chords: list[Chord] = []
        self._asked: Question | None = None  # the question whether to stop and leave
        self._apply(self.settings)
        ui.on_quit = self.may_quit
        ui.on_notice = self._notice
        ui.every(TICK_S, self.tick)
        ui.every(1.0, self.second)
        self._bind()

    # screens

    def show_start(self) -> None:
        """The start of a session."""
        self.control = self.desk = self._live = None
        sound = self.telephone.describe()
        if self.hearing.offer.looked:  # a headset may have been plugged in since
            self.hearing.look()
        screen = StartScreen(self.ui, self.session, self.settings, self.begin, self.change, sound, self.hearing)
        self._show(screen, screen.first(), {})

    def begin(self, choice: StartChoice) -> None:
        """Take a contact: the desk opens and the phone rings. Raises CannotStart."""
        live = self.session.start(choice, self._goes_on)
        self._live = live
        self.control = Control(live, self.new_clock(), self.telephone, self.session.wall_time)
        trouble = self.telephone.trouble
        captions = choice.captions or bool(trouble)
        kept = choice.record if self.session.recording(choice.mode) == "choice" else self.settings.record
        self.change(replace(self.settings, captions=choice.captions, record=kept))
        desk = DeskScreen(
            self.ui,
            self.control,
            self.session.force,
            self.session.wall_time,
            captions,
            "No sound" if trouble else "",
            self.hearing,
            talk_wishes(self.settings, self.hearing.offer),
        )
        self.desk = desk
        self._show(desk, None, dict(desk.commands))
        self.control.listen(self._over)
        self.control.begin()
        self.ui.settle()
        self.ui.set_focus(desk.bar.buttons["answer"])
        self._tell_notices()

    def _goes_on(self, words: str) -> None:
        """Shows how long work goes on that the loop must wait for, and lets the system see that the window lives."""
        if isinstance(self.ui.root, StartScreen):
            self.ui.root.tell(words)
        self.ui.settle()
        self.ui.paint()
        pygame.event.pump()
        pygame.event.clear(IMPATIENT)  # they would meet the desk, which is not there yet

    def _over(self, view: DeskView) -> None:
        if view.over and self.control is not None:
            control, self.control = self.control, None
            self.ui.after(0.0, lambda: self.show_end(control.view))

    def show_end(self, view: DeskView) -> None:
        """The debrief of a practice run, or what became of the run."""
        debrief = None
        if view.mode == "practice" and view.line.state in ("closed", "stopped") and self._live is not None:
            debrief = self._live.debrief()
        self.desk = None
        self.telephone.silence()
        if debrief is not None:
            shown = DebriefScreen(self.ui, debrief, self.show_start, self.leave)
            self._show(shown, shown.first(), {})
            return
        end = EndScreen(self.ui, view, self.show_start, self.leave)
        self._show(end, end.first(), {})

    def leave(self) -> None:
        """Close the program."""
        self.ui.running = False

    def _show(self, screen: Widget, focus: Widget | None, commands: dict[str, Callable[[], None]]) -> None:
        for overlay in list(self.ui.overlays):
            self.ui.close_overlay(overlay)
        self.ui.set_focus(None)
        self.ui.hover = self.ui.capture = None
        self.ui.root = screen
        self._commands = {**self._everywhere(), **commands}
        self.ui.relayout()
        self.ui.settle()
        pygame.event.pump()  # keys pressed or held while the screen changed were not meant for the next one
        pygame.event.clear((pygame.KEYDOWN, pygame.TEXTINPUT))
        self.ui.set_focus(focus)

    # time

    def tick(self) -> None:
        """Let the contact's time pass."""
        if self.control is not None:
            self.control.tick()
        if self.desk is not None:
            self.desk.tenth()

    def second(self) -> None:
        """What changes each second."""
        if self.desk is not None:
            self.desk.second()
        elif isinstance(self.ui.root, StartScreen):
            self.ui.root.display.speech.refresh()

    # commands

    def _bind(self) -> None:
        for shortcut in SHORTCUTS:
            chord = (_key(shortcut.key), int(shortcut.ctrl), int(shortcut.alt), int(shortcut.shift))
            self.ui.shortcuts[chord] = partial(self.command, shortcut.command)
        self._bind_talk_key(self.settings.talk_key)

    def _bind_talk_key(self, name: str) -> None:
        for chord in self._talk_chords:
            self.ui.shortcuts.pop(chord, None)
            self.ui.key_up.pop(chord[0], None)
        code = _key(name)
        # Held together with Shift it is still the key to talk with; Ctrl counts itself as held with itself.
        self._talk_chords = [(code, ctrl, 0, shift) for ctrl in (0, 1) for shift in (0, 1)]
        for chord in self._talk_chords:
            self.ui.shortcuts[chord] = partial(self.command, "talk")
        self.ui.key_up[code] = self._talk_key_up

    def _talk_key_up(self) -> None:
        if self.desk is not None:
            self.desk.talk_key_up()

    def command(self, name: str) -> None:
        """Do what a shortcut names, where the screen knows it."""
        act = self._commands.get(name)
        if act is not None:
            act()

    def _everywhere(self) -> dict[str, Callable[[], object]]:
        return {
            "help": lambda: self.ui.open_overlay(HelpSheet(self.ui, "Keyboard", self._keys())),
            "theme": self._next_theme,
            "larger": lambda: self._resize_text(shown_text_size(self.ui, self.settings) + STEP),
            "smaller": lambda: self._resize_text(shown_text_size(self.ui, self.settings) - STEP),
            "usual_size": lambda: self._resize_text(1.0),
        }

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return help_rows(key_label(self.settings.talk_key))

    def _next_theme(self) -> None:
        at = THEMES.index(self.settings.theme)
        self.change(replace(self.settings, theme=THEMES[(at + 1) % len(THEMES)]))

    def _resize_text(self, size: float) -> None:
        if size > self.ui.most_user_scale() and self.desk is not None:
            self.desk.footer.say(AS_LARGE_AS_FITS)
        self.change(replace(self.settings, text_size=text_size_within(self.ui, size)))

    def change(self, settings: DeskSettings) -> None:
        """Take and keep these settings."""
        if settings == self.settings:
            return
        self._apply(settings)
        self.keeper.save(settings)

    def _apply(self, settings: DeskSettings) -> None:
        if settings.talk_key != self.settings.talk_key:
            self._bind_talk_key(settings.talk_key)
        self.settings = settings
        if self.ui.theme_name != settings.theme:
            self.ui.set_theme(settings.theme)
        if self.ui.user_scale != settings.text_size:
            self.ui.set_user_scale(settings.text_size)
        if isinstance(self.ui.root, StartScreen):
            self.ui.root.display.show(settings)

    def _notice(self, words: str) -> None:
        if self.desk is not None:
            self.desk.footer.say(words)
        else:
            self.ui.notices.append(words)

    def _tell_notices(self) -> None:
        # What was told while no contact was open, a missing font for instance.
        waiting = " ".join(dict.fromkeys(self.ui.notices))
        self.ui.notices.clear()
        if waiting:
            self._notice(waiting)

    # the end

    def may_quit(self) -> bool:
        """Whether the window may close now; during a contact the trainee is asked first, once."""
        asked_already = self._asked is not None and self._asked in self.ui.overlays
        if self.control is None or asked_already:
            self._stop()
            return True
        words = "The run ends here and is kept as stopped. A stop never counts against you."
        self._asked = ask(
            self.ui,
            "Stop this run and leave?",
            words,
            [("Stop and leave", "stop", self._stop_and_leave), ("Back to the call", "normal", None)],
        )
        return False

    def _stop_and_leave(self) -> None:
        self._stop()
        self.leave()

    def _stop(self) -> None:
        if self.control is not None and self.desk is not None:
            self.control = None
            self.desk.stop_run()

    def close(self) -> None:
        """Whatever ended the loop: what is pending is recorded, the line is silent."""
        if self.control is not None:
            self.control.drafts.record_all()
            self.control.settle_sound()
        if self.desk is not None and self.desk.speaking is not None:
            self.desk.speaking.close()
        self.telephone.silence()


def _key(name: str) -> int:
    return {"[+]": pygame.K_KP_PLUS, "[-]": pygame.K_KP_MINUS}.get(name) or pygame.key.key_code(name)


def run_desk(
    session: Session,
    *,
    telephone: Phone | None = None,
    hearing: Hearing | None = None,
    settings: SettingsKeeper | None = None,
    size: tuple[int, int] | None = None,
    new_clock: Callable[[], Clock] = WallClock,
    begin: StartChoice | None = None,
    must_leave: Callable[[], bool] = lambda: False,
    when_shown: Callable[[], object] | None = None,
) -> None:
    """Open the desk and stay until it is left, or until `must_leave` says so. `begin` skips the start screen.

    `when_shown` is called once, soon after the first frame: for what need not be loaded before.

    Raises NoWindow where no window can be opened; the caller says so and plays a call in the terminal.
    """
    keeper = settings or UnkeptSettings()
    ui = _window(size, keeper.load())
    app = App(ui, session, telephone or SilentTelephone(), keeper, new_clock, hearing)
    app.show_start()
    if when_shown is not None:
        ui.after(SOON_S, when_shown)

    def leave_if_asked() -> None:
        if must_leave():
            app.leave()

    try:
        if begin is not None:
            app.begin(begin)
        ui.run(leave_if_asked)
    finally:
        app.close()
        pygame.display.quit()


def display_trouble() -> str:
    """Why no window can be opened on this machine, or nothing where one can."""
    try:
        _open_display()
    except NoWindow as why:
        return str(why)
    pygame.display.quit()
    return ""


def _window(size: tuple[int, int] | None, kept: DeskSettings) -> UI:
    _open_display()
    try:
        return UI(size or _usual_size(), TITLE, kept.theme, kept.text_size)
    except pygame.error as error:
        raise NoWindow(f"No window can be opened on this display ({error}).") from error


def _open_display() -> None:
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoWindow(f"No window can be opened on this machine ({error}).") from error
    # SDL goes on without a word, into a window that nobody can see, where the display does not answer.
    if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoWindow("The display of this machine does not answer, so the desk cannot open.")


def _usual_size() -> tuple[int, int]:
    info = pygame.display.Info()
    width, height = info.current_w, info.current_h
    if width <= 0 or height <= 0:
        return (1600, 900)
    return (min(1920, max(1280, width - 60)), min(1080, max(720, height - 100)))
