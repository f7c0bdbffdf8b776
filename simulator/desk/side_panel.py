"""Look-up, the opened record, identity and actions, one in front at a time."""

from collections.abc import Callable

from pygame import Rect

from simulator.desk.actions_view import ActionsView
from simulator.desk.control import Control
from simulator.desk.identity_view import IdentityView
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.lookup_view import LookUpView
from simulator.desk.record_view import RecordView
from simulator.desk.view import DeskView


class SidePanel(Panel):
    """Opening a record brings it to the front. Identity has a page here where it has no panel of its own."""

    def __init__(self, ui: Stage, control: Control, done: Callable[[], object] = bool) -> None:
        """`done` is called after each deed of the page Actions."""
        super().__init__(ui, "Look-up and actions", title="")
        self.look_up = LookUpView(ui, control, self._opened)
        self.record = RecordView(ui, control)
        self.identity = IdentityView(ui, control) if control.call.desk == "incident" else None
        self.actions = ActionsView(ui, control, done)
        self.pages: dict[str, Widget] = {"Look-up": self.look_up, "Record": self.record}
        if self.identity is not None:
            self.pages["Identity"] = self.identity
        self.pages["Actions"] = self.actions
        self.tabs = Tabs(ui, "Look-up, record, actions", list(self.pages), 0, on_change=self._front)
        self.add(self.tabs, *self.pages.values())
        self._front(0)

    def show(self, page: Widget) -> None:
        """Bring a page to the front."""
        self.tabs.value = list(self.pages.values()).index(page)
        self._front(self.tabs.value)

    def _front(self, number: int) -> None:
        for n, widget in enumerate(self.pages.values()):
            widget.visible = n == number
        self.invalidate()

    def _opened(self) -> None:
        self.show(self.record)
        self.ui.set_focus(self.record.list)

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.look_up.refresh(view)
        self.record.refresh(view)
        self.actions.refresh(view)
        if self.identity is not None:
            self.identity.refresh(view)

    def layout(self, rect: Rect) -> None:
        """Tabs in the head, the page below."""
        super().layout(rect)
        px = self.ui.px
        self.tabs.layout(Rect(rect.x + px(8), rect.y + px(2), rect.w - px(16), px(34)))
        page = Rect(rect.x + px(12), rect.y + px(44), rect.w - px(24), rect.h - px(54))
        for widget in self.pages.values():
            widget.layout(page)
