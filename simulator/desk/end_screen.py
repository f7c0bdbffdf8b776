"""The end of a run that shows no marks: an assessment, or one that was stopped or interrupted."""

from collections.abc import Callable

from pygame import Rect

from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Paragraph
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.title_strip import TitleStrip
from simulator.desk.view import DeskView

TITLES = {"closed": "Contact finished", "stopped": "Run stopped", "interrupted": "Run interrupted"}
WORDS = {
    "closed": "Everything you did is kept. Your assessor reviews the run and tells you the result.",
    "stopped": "You stopped the run. A stop never counts against you. What you did up to here is kept.",
    "interrupted": "The run could not go on. It does not count against you. What was shown before is kept.",
}


class EndScreen(Widget):
    """Says what became of the run, and what can be done next."""

    def __init__(self, ui: Stage, view: DeskView, again: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(ui, "End")
        state = view.line.state
        self.strip = TitleStrip(ui, TITLES.get(state, "Contact finished"), "First Contact", view.stamp)
        self.panel = Panel(ui, "What now")
        words = WORDS.get(state, WORDS["closed"])
        if state == "interrupted" and view.notice:
            words += f"\n\n{view.notice}\n\nPlease tell your trainer."
        self.words = Paragraph(ui, words, 17, "text")
        self.again = Button(ui, "Take another contact", again, icon="ring", kind="primary")
        self.leave = Button(ui, "Leave", leave)
        self.panel.add(self.words, self.leave, self.again)
        self.add(self.strip, self.panel)

    def first(self) -> Widget:
        """Where the keyboard begins."""
        return self.again

    def layout(self, rect: Rect) -> None:
        """One box in the middle."""
        self.rect = Rect(rect)
        px = self.ui.px
        self.strip.layout(Rect(rect.x, rect.y, rect.w, px(84)))
        width, height = min(rect.w - px(40), px(720)), min(rect.h - px(140), px(340))
        self.panel.layout(Rect(rect.centerx - width // 2, rect.y + px(84) + px(60), width, height))
        body = self.panel.body()
        self.words.layout(Rect(body.x, body.y + px(8), body.w, body.h - px(70)))
        y, button = body.bottom - px(46), px(230)
        self.again.layout(Rect(body.right - button, y, button, px(42)))
        self.leave.layout(Rect(self.again.rect.x - px(10) - px(120), y, px(120), px(42)))
