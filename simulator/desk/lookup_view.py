"""Look-ups: a system, words to search for, the reason for the check, and what was found."""

from collections.abc import Callable, Sequence

from pygame import Rect

from scenarios.scenario import Row
from simulator import actions as a
from simulator.desk.control import Control
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Label
from simulator.desk.kit.select import Select
from simulator.desk.kit.table import Table
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.names import readable
from simulator.desk.result_columns import TITLE, columns_of, shares_of, values_of, with_reasons
from simulator.desk.view import DeskView
from simulator.guidance import guidance_words

POLICY = "policy"
NO_REASON = "Choose the reason for this check."
LONGEST = 120
CHARACTER = 7.4  # units of width, on average


class LookUpView(Widget):
    """One search at a time for each system; a search without a reason asks for one first."""

    def __init__(self, ui: Stage, control: Control, opened: Callable[[], None]) -> None:
        super().__init__(ui, "Look-up")
        self.control = control
        self.view = DeskView()
        self._opened = opened
        # what only this desk has comes first: a member's number is looked for among members
        self.systems = sorted(control.names.choices("systems"), key=lambda system: system.desk == "both")
        labels = [system.label for system in self.systems]
        self.tabs = Tabs(ui, "System", labels, 0, on_change=lambda _: self._show_found())
        self.query = TextField(ui, "Search", icon="search", max_len=LONGEST)
        self.query.on_change = lambda _: control.typed_elsewhere()
        self.query.on_submit = lambda _: self.search()
        self.reason = Select(ui, "Reason for check", list(control.names.purposes()), placeholder="Reason for check")
        self.reason.on_change = lambda _: self._reason_chosen()
        self.go = Button(ui, "Search now", self.search, label="Search")
        self.said = Label(ui, self._words, 13.5)
        self.table = Table(ui, "Results", [(TITLE, 1)], on_open=self._open)
        self._rows: tuple[Row, ...] = ()
        self._waiting = False
        self.add(self.tabs, self.query, self.reason, self.go, self.said, self.table)

    @property
    def system(self) -> str:
        """The system that is in front."""
        return self.systems[self.tabs.value].id

    def search(self) -> None:
        """Search, or ask for the reason first."""
        if not self.query.text.strip():
            self.ui.set_focus(self.query)
            return
        if not self.reason.value:
            self._waiting = True
            self.reason.error = NO_REASON
            self.ui.set_focus(self.reason)
            self.invalidate()
            return
        self.control.do(a.LookUp(system=self.system, query=self.query.text.strip(), reason=self.reason.value))
        if self._rows:
            self.ui.set_focus(self.table)

    def _reason_chosen(self) -> None:
        self.reason.error = ""
        if self._waiting and self.reason.value:
            self._waiting = False
            self.search()

    def _open(self, cells: Sequence[str]) -> None:
        self.control.do(a.Open(record=cells[-1]))  # the last cell is the record's id, carried unseen
        self._opened()

    def _words(self) -> str:
        if self._waiting:
            return NO_REASON
        found = self.view.found.get(self.system)
        if found is None:
            return ""
        if self.system == POLICY:
            return guidance_words(found.query, found.rows)
        count = len(found.rows)
        what = "No trace" if not count else "1 record" if count == 1 else f"{count} records"
        how = " Enter opens one." if count else ""
        return f"{what} for \u201c{found.query}\u201d at {self.control.wall(found.t_ms)}.{how}"

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        changed = view.found != self.view.found or view.changed != self.view.changed
        self.view = view
        if changed:
            self._show_found()

    def _show_found(self) -> None:
        found = self.view.found.get(self.system)
        rows = found.rows if found else ()
        self._rows = with_reasons(rows, found.query, self.system) if found and self.system != POLICY else rows
        columns = columns_of(self._rows)
        self._set_columns(columns)
        self.table.sort = (None, False)
        self.table.rows = [[*values_of(row, columns), row.id] for row in self._rows]
        self.invalidate()

    def _set_columns(self, columns: Sequence[str]) -> None:
        shares = shares_of(self._rows, columns, self.rect.w / max(1.0, self.ui.px(CHARACTER)))
        self.table.cols = list(zip(map(readable, columns), shares, strict=True))

    def layout(self, rect: Rect) -> None:
        """Systems, the search line, what was found."""
        super().layout(rect)
        px = self.ui.px
        self.tabs.layout(Rect(rect.x, rect.y, rect.w, px(32)))
        y, height = rect.y + px(38), px(34)
        button, reason = px(82), min(px(200), int(rect.w * 0.34))
        self.query.layout(Rect(rect.x, y, rect.w - button - reason - px(16), height))
        self.reason.layout(Rect(rect.right - button - reason - px(8), y, reason, height))
        self.go.layout(Rect(rect.right - button, y, button, height))
        y += height + px(4)
        self.said.layout(Rect(rect.x, y, rect.w, px(20)))
        y += px(26)  # the ring of the table must not cut the words
        self._set_columns(columns_of(self._rows))
        self.table.layout(Rect(rect.x, y, rect.w, max(px(60), rect.bottom - y)))
