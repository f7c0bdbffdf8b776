"""Look-up, the opened record and actions, one in front at a time."""

from pygame import Rect

from simulator.desk.actions_view import ActionsView
from simulator.desk.control import Control
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.lookup_view import LookUpView
from simulator.desk.record_view import RecordView
from simulator.desk.view import DeskView

LOOK_UP, RECORD, ACTIONS = 0, 1, 2


class SidePanel(Panel):
    """Opening a record brings it to the front."""

    def __init__(self, ui: Stage, control: Control) -> None:
        super().__init__(ui, "Look-up and actions", title="")
        self.tabs = Tabs(ui, "Look-up, record, actions", ["Look-up", "Record", "Actions"], 0, on_change=self._front)
        self.look_up = LookUpView(ui, control, self._opened)
        self.record = RecordView(ui, control)
        self.actions = ActionsView(ui, control)
        self.pages: tuple[Widget, ...] = (self.look_up, self.record, self.actions)
        self.add(self.tabs, *self.pages)
        self._front(LOOK_UP)

    def show(self, page: int) -> None:
        """Bring a page to the front."""
        self.tabs.value = page
        self._front(page)

    def _front(self, page: int) -> None:
        for n, widget in enumerate(self.pages):
            widget.visible = n == page
        self.invalidate()

    def _opened(self) -> None:
        self.show(RECORD)
        self.ui.set_focus(self.record.list)

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.look_up.refresh(view)
        self.record.refresh(view)
        self.actions.refresh(view)

    def layout(self, rect: Rect) -> None:
        """Tabs in the head, the page below."""
        super().layout(rect)
        px = self.ui.px
        self.tabs.layout(Rect(rect.x + px(8), rect.y + px(2), rect.w - px(16), px(34)))
        page = Rect(rect.x + px(12), rect.y + px(44), rect.w - px(24), rect.h - px(54))
        for widget in self.pages:
            widget.layout(page)
