"""The response grade: a tile for each grade of the policy, the rationale, and an authority where one was given."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from scenarios.policy import Grade
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.draw import focus_ring, rrect
from simulator.desk.kit.label import Label
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.select import Select
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.widget import RING, Stage, Widget
from simulator.desk.marked_label import MarkedLabel
from simulator.desk.recorded_mark import NOT_NOW, ON_LEAVING, Mark, mark_of
from simulator.desk.view import DeskView

TONES = ("red", "amber", "accent", "green")
NOBODY = "Nobody"
NO_GRADE_YET = "waits for a grade"


class GradeTiles(Widget):
    """One tile a grade. A number or a press sets it at once; arrows move between tiles, Enter or Space sets."""

    focusable = True
    role = "radiogroup"
    cursor = pygame.SYSTEM_CURSOR_HAND

    def __init__(self, ui: Stage, grades: tuple[Grade, ...], press: Callable[[str], None]) -> None:
        super().__init__(ui, "Response grade")
        self.grades = tuple(sorted(grades, key=lambda g: g.rank))
        self.value: str | None = None
        self.at = 0
        self._press = press

    def cells(self) -> list[Rect]:
        """The place of each tile."""
        count, gap = len(self.grades), self.ui.px(8)
        across = count if self.rect.w >= self.ui.px(132) * count else max(1, -(-count // 2))
        down = -(-count // across)
        width = (self.rect.w - (across - 1) * gap) / across
        height = (self.rect.h - (down - 1) * gap) / down
        return [
            Rect(
                round(self.rect.x + (i % across) * (width + gap)),
                round(self.rect.y + (i // across) * (height + gap)),
                round(width),
                round(height),
            )
            for i in range(count)
        ]

    def draw(self, surface: Surface) -> None:
        """Paint the tiles."""
        for n, (grade, cell) in enumerate(zip(self.grades, self.cells(), strict=True)):
            self._draw_tile(surface, n, grade, cell)

    def _draw_tile(self, surface: Surface, n: int, grade: Grade, cell: Rect) -> None:
        ui, colours, px = self.ui, self.ui.c, self.ui.px
        on = self.value == grade.id
        tone = TONES[min(n, len(TONES) - 1)]
        hovered = ui.hover is self and cell.collidepoint(ui.mouse)
        fill = colours[f"{tone}_soft"] if on else colours["hover" if hovered else "input"]
        rrect(surface, cell, px(5), fill, colours[tone if on else "edge"], px(2) if on else 1)
        if ui.focus is self and n == self.at:
            rrect(surface, cell.inflate(-px(8), -px(8)), px(4), None, colours["accent"], px(1))
        ink = tone if on else "text"
        ui.text(surface, str(n + 1), cell.x + px(11), cell.y + px(5), 24, ink, "bold", h=px(32))
        names = ui.wrapped(grade.name, 15, cell.w - px(38), "bold")[:2]
        for i, line in enumerate(names):
            y = cell.y + (px(5) if len(names) == 1 else px(4) + i * px(18))
            height = px(32) if len(names) == 1 else px(18)
            ui.text(surface, line, cell.x + px(32), y, 15, ink, "bold", cell.w - px(36), h=height)
        for i, line in enumerate(ui.wrapped(grade.target, 13, cell.w - px(20))[:3]):
            y = cell.y + px(40) + i * px(16)
            ui.text(surface, line, cell.x + px(11), y, 13, "text2", maxw=cell.w - px(16), h=px(16))

    def draw_ring(self, surface: Surface) -> None:
        """The ring stands clear of the tiles."""
        ui, gap = self.ui, self.ui.px(3)
        box = self.rect.inflate(2 * gap, 2 * gap)
        focus_ring(surface, box, ui.px(7), ui.c["focus"], ui.c["focus_in"], ui.px(RING))

    def on_mouse_move(self, event: Event) -> None:
        """The tile under the mouse is lit."""
        self.invalidate()

    def on_release(self, event: Event) -> None:
        """Set the grade under the mouse."""
        for n, cell in enumerate(self.cells()):
            if cell.collidepoint(event.pos):
                self._set(n)

    def on_key(self, event: Event) -> bool:
        """Numbers set, arrows move, Enter and Space set."""
        moves = {pygame.K_RIGHT: 1, pygame.K_DOWN: 1, pygame.K_LEFT: -1, pygame.K_UP: -1}
        if event.key in moves:
            self.at = max(0, min(len(self.grades) - 1, self.at + moves[event.key]))
            self.invalidate()
            return True
        if event.key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER):
            self._set(self.at)
            return True
        if event.unicode.isdigit() and event.unicode and 1 <= int(event.unicode) <= len(self.grades):
            self._set(int(event.unicode) - 1)
            return True
        return False

    def _set(self, n: int) -> None:
        self.at = n
        self._press(self.grades[n].id)
        self.invalidate()


class GradePanel(Panel):
    """A grade counts at the press of its tile; its rationale when it is left or paused over."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "Response grade panel", title="Response grade", note=self._state)
        self.control = control
        self.view = DeskView()
        self.tiles = GradeTiles(ui, control.call.policy.grades, self._press)
        self.label = MarkedLabel(ui, "Rationale", self._mark)
        self.authority_label = Label(ui, "Authority", align="right")
        self._roles = {c.label: c.id for c in control.names.choices("roles")}
        self.authority = Select(ui, "Authority for the grade", [NOBODY, *self._roles], NOBODY, size=14)
        self.box = TextArea(
            ui,
            "Grade rationale",
            size=15.5,
            on_change=lambda _: self._touched(),
            max_len=1_500,
        )
        self.box.on_leave = lambda _: control.drafts.leave("rationale")
        self.add(self.tiles, self.label, self.authority_label, self.authority, self.box)

    def _state(self) -> str:
        return self.control.names.grade(self.view.grade) if self.view.grade else ""

    def _press(self, grade: str) -> None:
        role = self._roles.get(self.authority.value or "")
        before = self.control.view.grade
        self.control.do(a.Grade(to=grade, authority=role))
        if before is not None and self.control.view.grade != before:
            self._begin_anew()
        self.control.drafts.leave("rationale")
        self.ui.set_focus(self.box)

    def _begin_anew(self) -> None:
        """The log keeps the rationale of the earlier grade; the box is for the new one's."""
        self.control.drafts.leave("rationale")
        self.box.value = ""

    def _mark(self) -> Mark | None:
        view = self.control.view
        how = NO_GRADE_YET if view.grade is None else ON_LEAVING if self.control.may_record() else NOT_NOW
        return mark_of(self.box.text.strip(), view.rationale or None, view.rationale_ms, self.control.wall, how)

    def _touched(self) -> None:
        self.control.typed_elsewhere()
        self.label.refresh()
        self.control.drafts.touch("rationale", self.control.now_ms(), self._record)

    def _record(self) -> None:
        text, view = self.box.text.strip(), self.control.view
        if view.grade is None:
            # kept until there is a grade that it explains
            self.control.drafts.touch("rationale", self.control.now_ms() + 60_000, self._record)
            return
        if text and text != view.rationale:
            self.control.do(a.ExplainGrade(because=text))

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        changed = view.grade != self.view.grade
        self.view = view
        self.label.refresh()
        if changed:
            self.tiles.value = view.grade
            self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Tiles above, rationale below."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        count = len(self.tiles.grades)
        tiles = px(92) if body.w >= px(132) * count else px(2 * 92 + 8)
        self.tiles.layout(Rect(body.x, body.y, body.w, tiles))
        y, head = body.y + tiles + px(6), px(30)
        choice = min(px(196), int(body.w * 0.45))
        name = int(self.ui.text_width("Authority", 13.5)) + px(8)
        self.label.layout(Rect(body.x, y, body.w - choice - name - px(8), head))
        self.authority.layout(Rect(body.right - choice, y, choice, head))
        self.authority_label.layout(Rect(body.right - choice - px(8) - name, y, name, head))
        box_y = y + head + px(6)
        self.box.layout(Rect(body.x, box_y, body.w, max(px(34), body.bottom - box_y)))
