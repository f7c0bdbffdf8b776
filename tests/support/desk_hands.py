"""A trainee's hands: a rehearsal's steps played with mouse and keyboard in the real window, at thirty words a minute.

A twin of the desk without a screen takes the same mouse and keys at the same times. It tells the hands where things
are and whether the caller is still talking. The window's time is told by the hands, and after every key they wait
until the window shows what the twin shows: a slow machine takes longer and fails nothing, a lost key is named.
"""

import subprocess
import time
from collections.abc import Mapping
from typing import Any

import pygame as pg
from desk_driver import Desk
from desk_eyes import Told, shown
from pygame import Rect

from scenarios.vocabulary import vocabulary
from simulator import actions as a
from simulator.desk.actions_view import DeedForm
from simulator.desk.answers import read_answer
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.widget import Widget
from simulator.steps import Wait

KEY_MS = 400  # thirty words a minute is 150 characters
PATIENCE_S = 60.0
NAMES = {
    "Return": pg.K_RETURN,
    "Tab": pg.K_TAB,
    "F2": pg.K_F2,
    "F3": pg.K_F3,
    "F12": pg.K_F12,
    "a": pg.K_a,
    "t": pg.K_t,
    "l": pg.K_l,
}
MODS = {"ctrl": pg.KMOD_LCTRL, "shift": pg.KMOD_LSHIFT}


class Hands:
    """Does each step in the window on `display`, whose content begins at `origin`, and in the twin alike."""

    def __init__(self, twin: Desk, display: str, origin: tuple[int, int], told: Told, speed: int = 0) -> None:
        """`speed` times as fast as life; 0 is as fast as the machine goes."""
        self.twin = twin
        self._speed = speed
        self._told = told
        self._now = 0
        self._environment = {"DISPLAY": display, "PATH": "/usr/local/bin:/usr/bin:/bin"}
        self._origin = origin

    # time and eyes

    def begin(self) -> None:
        """Take the contact: the phone rings, in the window and in the twin."""
        self._window("key", "Return")
        self.twin.begin()
        self.look()

    def look(self) -> None:
        """Wait until the window shows what the twin shows."""
        end = time.monotonic() + PATIENCE_S
        while (seen := self._told.seen()) != (wanted := shown(self.twin.ui)):
            assert time.monotonic() < end, f"the window shows {seen} where {wanted} was to be seen"
            time.sleep(0.002)
            self.twin.ui.step()  # what it has put off happens too

    def wait(self, ms: int) -> None:
        """Let so much of the call's own time pass."""
        if self._speed:
            time.sleep(ms / 1_000 / self._speed)
        self._now += ms
        self._told.tell(self._now)
        self.twin.at(self._now)

    def listen(self) -> None:
        """Wait until the caller has finished."""
        while self.twin.live._call.awaits_reply:  # type: ignore[attr-defined]
            self.wait(400)

    # mouse and keys

    def _window(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True)

    def click(self, place: Widget | Rect | tuple[int, int]) -> None:
        """Press the left button there."""
        point = place.rect.center if isinstance(place, Widget) else place.center if isinstance(place, Rect) else place
        x, y = self._origin[0] + point[0], self._origin[1] + point[1]
        self._window("mousemove", str(x), str(y), "click", "1")
        self.twin.d.click(point)
        self.look()
        self.wait(150)

    def key(self, chord: str) -> None:
        """Press a key such as `ctrl+Return`."""
        self._window("key", "--clearmodifiers", chord)
        *mods, name = chord.split("+")
        held = 0
        for mod in mods:
            held |= MODS[mod]
        self.twin.d.key(NAMES[name], held)
        self.look()
        self.wait(KEY_MS)

    def type(self, text: str) -> None:
        """Type into the box that has the keyboard."""
        for char in text:
            self.wait(KEY_MS)
            self._window("type", "--delay", "1", "--", char)
            self.twin.d.type(char)
            self.look()

    def choose(self, select: Select, label: str) -> None:
        """Open a list, type as much as is needed, take it."""
        self.click(select)
        letters = _enough(select.options, label)
        for char in letters:
            self.wait(KEY_MS)
            self._window("type", "--delay", "1", "--", char)
            self.twin.d.key(ord(char), 0, char)
            self.look()
        self.key("Return")

    def press(self, segments: Segmented, option: str) -> None:
        """Press one of a few choices."""
        self.click(segments.cells()[segments.options.index(option)])

    def page(self, page: str) -> None:
        """Bring a page of the side panel to the front."""
        tabs = self.screen.side.tabs
        self.front(tabs, tabs.labels.index(page))

    def front(self, tabs: Tabs, number: int) -> None:
        """Bring a tab to the front."""
        if tabs.value != number:
            self.click(tabs.cells()[number])

    # steps

    def take(self, step: Any) -> None:
        """Do one step of a rehearsal as a trainee would."""
        self.listen()
        match step:
            case Wait():
                self.wait(step.lasts_ms)
            case a.Answer():
                self.key("F2")
            case a.Say():
                self.key("ctrl+t")
                self.type(step.text)
                self.key("Return")
            case a.Record():
                for name, value in step.values.items():
                    self._record(name, value, step.because)
            case a.Hold() | a.Resume():
                self.key("F3")
            case a.Clear():
                self.key("F12")
                self.key("F12")  # the first press only asks
            case a.LockScreen():
                self.key("ctrl+shift+l")
                self.key("Return")
            case a.FinishWrapUp():
                self.click(self.screen.wrap_up.finish)
                self.click(self.twin.ui.by_name("Finish"))
            case _:
                self._take_at_the_desk(step)

    def _take_at_the_desk(self, step: Any) -> None:
        match step:
            case a.Note():
                self._note(step)
            case a.Assess():
                self._assess(step)
            case a.LookUp():
                self._look_up(step)
            case a.Open():
                self._open(step.record)
            case a.Verify():
                label = vocabulary().lists["verification_items"][step.item].label
                if self.screen.incident:
                    self.page("Identity")
                self.press(self._segments(f"Identity: {label}"), step.result.capitalize())
            case a.Update():
                self._update(step)
            case a.Grade():
                self._grade(step)
            case a.ExplainGrade():
                self._explain(step.because)
            case a.Close():
                self._close(step)
            case _:
                self._deed(step)

    @property
    def screen(self) -> Any:
        return self.twin.screen

    def _segments(self, name: str) -> Segmented:
        widget = self.twin.ui.by_name(name)
        assert isinstance(widget, Segmented)
        return widget

    def _record(self, name: str, value: str, because: str | None) -> None:
        names = self.screen.control.names
        field = vocabulary().field(names.desk, name)
        assert field is not None, name
        editor = self.screen.form.editors[field.id]
        if editor.segments is not None:
            answer = read_answer(value)
            if answer.chosen:
                self.press(editor.segments, answer.chosen)
            if answer.detail and editor.box is not None:
                self._fill(editor.box, answer.detail)
        elif editor.select is not None:
            wanted = _named(names.policy, field.choices_from, value)
            self.choose(editor.select, next(o for o in editor.select.options if o.lower() == wanted.lower()))
        else:
            self._fill(editor.box, value)
        if self.screen.form.reasons.visible:
            self.type(because or "")
            self.key("Return")

    def _fill(self, box: Widget, text: str) -> None:
        self.click(box)
        self.key("ctrl+a")
        self.type(text)
        self.key("Tab")

    def _note(self, step: a.Note) -> None:
        log = self.screen.log
        label = vocabulary().lists["sections"][step.section].label
        if log.section.value != label:
            self.choose(log.section, label)
        self.click(log.box)
        self.type(step.text)
        self.key("ctrl+Return")

    def _assess(self, step: a.Assess) -> None:
        heading = next(h for h in self.screen.thrive.headings if h.choice.id == step.item)
        if step.level:
            self.press(heading.level, step.level.capitalize())
        if step.note:
            self._fill(heading.note, step.note)

    def _look_up(self, step: a.LookUp) -> None:
        look_up = self.screen.side.look_up
        self.page("Look-up")
        self.front(look_up.tabs, [s.id for s in look_up.systems].index(step.system))
        purpose = self.screen.control.names.policy.named("purposes", step.reason or "")
        if purpose and look_up.reason.value != purpose.name:
            self.choose(look_up.reason, purpose.name)
        self.click(look_up.query)
        self.key("ctrl+a")
        self.type(step.query)
        self.key("Return")

    def _open(self, record: str) -> None:
        look_up = self.screen.side.look_up
        self.page("Look-up")
        for number, system in enumerate(look_up.systems):
            found = self.screen.view.found.get(system.id)
            if found and any(row.id == record for row in found.rows):
                self.front(look_up.tabs, number)
                break
        table = look_up.table
        place = next(n for n, row in enumerate(table.rows) if row[-1] == record)
        self.click((table.rect.centerx, table.rect.y + int(table.row_height() * (1.5 + place - table.top))))
        self.key("Return")

    def _update(self, step: a.Update) -> None:
        record = self.screen.side.record
        self.page("Record")
        self.choose(record.field, next(o for o in record.field.options if o.lower() == step.field.lower()))
        self.click(record.value)
        self.type(step.value)
        self.key("Return")

    def _grade(self, step: a.Grade) -> None:
        panel = self.screen.grade
        if step.authority:
            self.choose(panel.authority, vocabulary().lists["roles"][step.authority].label)
        grade = self.screen.control.names.policy.grade(step.to)
        self.click(panel.tiles.cells()[[g.id for g in panel.tiles.grades].index(grade.id)])
        if step.because:
            self._explain(step.because)

    def _explain(self, because: str) -> None:
        self.click(self.screen.grade.box)
        self.key("ctrl+a")
        self.type(because)
        self.key("ctrl+t")

    def _close(self, step: a.Close) -> None:
        wrap_up, policy = self.screen.wrap_up, self.screen.control.names.policy
        of = "categories" if self.screen.incident else "ticket_types"
        if step.result:
            result = vocabulary().choice("results", step.result)
            assert result is not None
            self.choose(wrap_up.result, result.label)
        self.choose(wrap_up.category, policy.named(of, step.category).name)
        for name in step.qualifiers:
            self.choose(wrap_up.qualifiers, policy.named("qualifiers", name).name)
        self.click(wrap_up.close)

    def _deed(self, step: a.Action) -> None:
        side = self.screen.side
        self.page("Actions")
        form = next(f for f in side.actions.forms.values() if f.deed.id == step.kind)
        if side.actions.form is not form:
            self.choose(side.actions.choice, form.deed.name)
        self._fill_deed(form, step.model_dump())
        self.click(form.button)

    def _fill_deed(self, form: DeedForm, values: Mapping[str, Any]) -> None:
        for wanted in form.deed.inputs:
            widget, value = form.inputs[wanted.key], values[wanted.key]
            if isinstance(widget, Select):
                label = _label(wanted.choices or {}, value)
                if widget.value != label:
                    self.choose(widget, label)
            elif value:
                self.click(widget)
                self.type(str(value))


def _label(choices: Mapping[str, str], value: Any) -> str:
    wanted = {True: "yes", False: "no", None: ""}.get(value, value) if not isinstance(value, str) else value
    by_id = {id_: label for label, id_ in choices.items()}
    if wanted in by_id:
        return by_id[wanted]
    for of in ("agencies", "roles", "referrals", "restrictions", "reset_channels"):
        found = vocabulary().choice(of, str(wanted))
        if found and found.id in by_id:
            return by_id[found.id]
    raise LookupError(f"{value!r} is not among {sorted(by_id)}")


def _named(policy: Any, choices_from: str | None, value: str) -> str:
    if choices_from is None:
        return value
    found = policy.named(choices_from, value)
    return str(found.name) if found else value


def _enough(options: list[str], label: str) -> str:
    """The fewest first letters that bring the label to the front of a list that is searched as one types."""
    for length in range(1, len(label) + 1):
        part = label[:length].lower()
        left = [o for o in options if part in o.lower()]
        first = next((o for o in left if o.lower().startswith(part)), left[0])
        if first == label:
            return part
    return label.lower()
