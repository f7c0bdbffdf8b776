"""The identity check as a panel of its own, on the contact-centre desk."""

from pygame import Rect

from simulator.desk.control import Control
from simulator.desk.identity_view import IdentityView
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.widget import Stage
from simulator.desk.view import DeskView


class IdentityPanel(Panel):
    """Always in sight where most contacts need it."""

    def __init__(self, ui: Stage, control: Control) -> None:
        self.items = IdentityView(ui, control)
        super().__init__(ui, "Identity check", note=self.items.count)
        self.add(self.items)

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.items.refresh(view)
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Take this place."""
        super().layout(rect)
        self.items.layout(self.body())
