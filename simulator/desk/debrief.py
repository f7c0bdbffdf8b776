"""The debrief of a practice run: every mark, why, and where in the call; the facts three ways; profiles apart."""

from collections.abc import Callable

from pygame import Rect

from simulator.desk.debrief_rows import fact_rows, mark_rows, note_rows, timeline_rows, verdict_counts
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Paragraph
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.ports import Debrief
from simulator.desk.profile_bars import ProfileBars
from simulator.desk.row_list import RowList
from simulator.desk.title_strip import TitleStrip

OUTCOMES = {
    "met": "Met",
    "not_met": "Not met",
    "referred": "For the assessor",
    "interrupted": "Interrupted",
    "stopped": "Stopped",
}
TABS = ("To look at", "All marks", "Facts", "Grades, delivery")


class DebriefScreen(Widget):
    """Choosing a mark or a fact shows its entries in the timeline."""

    def __init__(self, ui: Stage, debrief: Debrief, again: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(ui, "Debrief")
        self.data = debrief
        outcome = OUTCOMES.get(debrief.outcome, debrief.outcome)
        self.strip = TitleStrip(ui, f"Debrief: {outcome}", debrief.because, debrief.stamp)
        self.profiles = Panel(ui, "Profiles", title="Profiles, each on its own", note=verdict_counts(debrief.marks))
        self.bars = ProfileBars(ui, debrief.profiles)
        self.profiles.add(self.bars)
        self.panel = Panel(ui, "Marks and facts", title="")
        first = 0 if mark_rows(debrief, only_lost=True)[0] else 1
        self.tabs = Tabs(ui, "Marks or facts", list(TABS), first, on_change=lambda _: self._show())
        self.list = RowList(ui, "Marks", left_w=40, right_w=118, size=15, on_choose=self._chosen)
        self.panel.add(self.tabs, self.list)
        self.detail = Panel(ui, "Why")
        self.head = Paragraph(ui, lambda: self._detail_words()[0], 16, "text", "bold")
        self.words = Paragraph(ui, lambda: self._detail_words()[1], 15.5, "text")
        self.detail.add(self.head, self.words)
        self.time = Panel(ui, "Timeline", note=self._marked_note)
        self.timeline = RowList(ui, "Timeline of the call", left_w=150, size=15)
        self.timeline.show(timeline_rows(debrief.timeline))
        self.time.add(self.timeline)
        self.again = Button(ui, "Take another contact", again, icon="ring", kind="primary")
        self.leave = Button(ui, "Leave", leave)
        self.add(self.strip, self.profiles, self.panel, self.detail, self.time, self.leave, self.again)
        self._shown_by: tuple[tuple[int, ...], ...] = ()
        self._details: tuple[tuple[str, str], ...] = ()
        self._show()

    def first(self) -> Widget:
        """Where the keyboard begins."""
        return self.list

    def _show(self) -> None:
        if self.tabs.value == 2:
            rows, self._details, self._shown_by = fact_rows(self.data)
        elif self.tabs.value == 3:
            rows, self._details, self._shown_by = note_rows(self.data)
        else:
            rows, self._details, self._shown_by = mark_rows(self.data, only_lost=self.tabs.value == 0)
        self.list.rows = ()
        self.list.show(rows)
        self.list.current = 0
        self._chosen(0)
        self.invalidate()

    def _chosen(self, n: int) -> None:
        numbers = self._shown_by[n] if n < len(self._shown_by) else ()
        wanted = frozenset(i for i, row in enumerate(self.data.timeline) if row.n in numbers)
        self.timeline.mark(wanted)
        self.detail.invalidate()
        self.time.invalidate()

    def _detail_words(self) -> tuple[str, str]:
        n = self.list.current
        return self._details[n] if n < len(self._details) else ("Nothing here.", "")

    def _marked_note(self) -> str:
        count = len(self.timeline.marked)
        return "" if not count else "1 entry shows it" if count == 1 else f"{count} entries show it"

    def layout(self, rect: Rect) -> None:
        """Profiles and marks to the left, the reason and the timeline to the right."""
        self.rect = Rect(rect)
        px = self.ui.px
        gap = px(10)
        strip = self.strip.height_for(rect.w)
        self.strip.layout(Rect(rect.x, rect.y, rect.w, strip))
        foot = px(62)
        work = Rect(rect.x + gap, rect.y + strip + gap, rect.w - 2 * gap, rect.h - strip - gap - foot)
        left = int(work.w * 0.47)
        profiles = px(34 + 14) + self.bars.wanted_height()
        self.profiles.layout(Rect(work.x, work.y, left, profiles))
        self.bars.layout(self.profiles.body())
        top = work.y + profiles + gap
        self.panel.layout(Rect(work.x, top, left, work.bottom - top))
        box = self.panel.rect
        self.tabs.layout(Rect(box.x + px(8), box.y + px(2), box.w - px(16), px(34)))
        self.list.layout(Rect(box.x + px(12), box.y + px(42), box.w - px(24), box.h - px(52)))
        x, width = work.x + left + gap, work.w - left - gap
        detail = px(190)
        self.detail.layout(Rect(x, work.y, width, detail))
        body = self.detail.body()
        self.head.layout(Rect(body.x, body.y, body.w, px(46)))
        self.words.layout(Rect(body.x, body.y + px(50), body.w, body.h - px(50)))
        self.time.layout(Rect(x, work.y + detail + gap, width, work.h - detail - gap))
        self.timeline.layout(self.time.body())
        y, button = work.bottom + gap, px(230)
        self.again.layout(Rect(work.right - button, y, button, px(42)))
        self.leave.layout(Rect(self.again.rect.x - px(10) - px(120), y, px(120), px(42)))
