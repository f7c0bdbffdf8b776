"""The start of a session: who sits here, practice or assessment, which contact, and how the desk should look."""

from collections.abc import Callable

from pygame import Rect

from audio.hearing import Hearing
from simulator.desk.display_panel import DisplayPanel
from simulator.desk.kit.button import Button
from simulator.desk.kit.check import Check
from simulator.desk.kit.label import Label, Paragraph
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.ports import CannotStart, ContactOffer, DeskSettings, Session, StartChoice
from simulator.desk.title_strip import TitleStrip
from simulator.events import Mode

MODES: dict[str, Mode] = {"Practice": "practice", "Assessment": "assessment"}
SAYS = {
    "Practice": "You may pause. Afterwards you see every mark, why, and where in the call. Practice is never evidence.",
    "Assessment": "No pause and no help. Your assessor reviews the run and tells you the result. Stop is always there.",
}
RECORDED = " Both sides of the call are recorded."
NEXT = "Next contact"
TITLE = "First Contact"
WHO_FIRST = "Type your name or number first."


class StartScreen(Widget):
    """Tells nothing of what is coming: contacts have neutral labels only."""

    def __init__(
        self,
        ui: Stage,
        session: Session,
        settings: DeskSettings,
        started: Callable[[StartChoice], None],
        change: Callable[[DeskSettings], None],
        sound: str,
        hearing: Hearing | None = None,
    ) -> None:
        super().__init__(ui, "Start")
        self.session = session
        self._started = started
        self.strip = TitleStrip(ui, TITLE, f"{session.force} contact centre. A simulation: nobody on the line is real.")
        self.panel = Panel(ui, "Take a contact")
        self.trainee = TextField(ui, "Your name or number", session.trainee, max_len=60)
        self.trainee.on_change = lambda _: self._say("")
        self.trainee.on_submit = lambda _: self.start()
        self.trainee.on_leave = lambda _: self._offer()
        mode = next(word for word, value in MODES.items() if value == session.mode)
        self.mode = Segmented(ui, "This run is", list(MODES), mode, on_change=self._mode_chosen)
        self.says = Paragraph(ui, self._words, 14)
        self.contact = Select(ui, "Contact", [NEXT], NEXT)
        self.adjustments = TextField(ui, "Agreed adjustments", placeholder="None", max_len=200)
        self.captions = Check(ui, "Captions of what is said", settings.captions)
        self.record = Check(ui, "Record the sound", settings.record)
        self.trouble = Paragraph(ui, "", 14.5, "red", "bold")
        self.go = Button(ui, "Take the contact", self.start, icon="ring", kind="primary")
        named = (self.trainee, self.mode, self.contact, self.adjustments)
        self.labels = {widget: Label(ui, widget.name, 14) for widget in named}
        for widget in named:
            self.panel.add(self.labels[widget], widget)
        self.panel.add(self.says, self.captions, self.record, self.trouble, self.go)
        self.display = DisplayPanel(ui, settings, change, sound, hearing)
        self.add(self.strip, self.panel, self.display)
        self._offers: dict[str, ContactOffer] = {}
        self._offer()

    def first(self) -> Widget:
        """Where the keyboard begins."""
        return self.go if self.trainee.text.strip() else self.trainee

    def _mode_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            self.mode.value = "Practice"
        self._offer()
        self.panel.invalidate()

    def _words(self) -> str:
        chosen = self.mode.value or "Practice"
        recorded = self.session.recording(MODES[chosen]) == "always"
        return SAYS[chosen] + (RECORDED if recorded else "")

    def _offer(self) -> None:
        mode = MODES[self.mode.value or "Practice"]
        self.record.visible = self.session.recording(mode) == "choice"
        offers = self.session.contacts(self.trainee.text.strip(), mode)
        self._offers = {offer.label: offer for offer in offers}
        self.contact.options = [NEXT, *self._offers]
        if self.contact.value not in self.contact.options:
            self.contact.value = NEXT

    def choice(self) -> StartChoice:
        """What is chosen now."""
        offer = self._offers.get(self.contact.value or NEXT)
        return StartChoice(
            trainee=self.trainee.text.strip(),
            mode=MODES[self.mode.value or "Practice"],
            contact=offer.key if offer else None,
            captions=self.captions.value,
            record=self.record.visible and self.record.value,
            adjustments=tuple(part.strip() for part in self.adjustments.text.split(",") if part.strip()),
        )

    def start(self) -> None:
        """Begin, or say what is missing."""
        if not self.trainee.text.strip():
            self._say(WHO_FIRST)
            self.ui.set_focus(self.trainee)
            return
        try:
            self._started(self.choice())
        except CannotStart as problem:
            self._say(str(problem))

    def tell(self, words: str) -> None:
        """Tell how long something goes on, where else trouble is told."""
        self._say(words, "text2")

    def _say(self, words: str, colour: str = "red") -> None:
        if words == self.trouble.text:
            return
        self.trouble.text, self.trouble.colour = words, colour
        self.panel.invalidate()

    def layout(self, rect: Rect) -> None:
        """The choices to the left, the display and keys to the right."""
        self.rect = Rect(rect)
        px = self.ui.px
        self.strip.layout(Rect(rect.x, rect.y, rect.w, px(84)))
        top, gap = rect.y + px(84) + px(28), px(20)
        room = Rect(rect.x + px(20), top, rect.w - px(40), rect.bottom - top - px(20))
        width = min(room.w, px(1180))
        x = room.centerx - width // 2
        left = int((width - gap) * 0.47)
        height = min(room.h, px(720))
        y = room.y + (room.h - height) // 3
        self._place_choices(Rect(x, y, left, height))
        self.display.layout(Rect(x + left + gap, y, width - left - gap, height))

    def _place_choices(self, rect: Rect) -> None:
        px = self.ui.px
        self.panel.layout(rect)
        body = self.panel.body()
        y = body.y + px(4)
        for widget in (self.trainee, self.mode, self.contact, self.adjustments):
            self.labels[widget].layout(Rect(body.x, y, body.w, px(22)))
            widget.layout(Rect(body.x, y + px(22), body.w, px(38)))
            y += px(70)
            if widget is self.mode:
                self.says.layout(Rect(body.x, y - px(6), body.w, px(44)))
                y += px(44)
        half = body.w // 2
        self.captions.layout(Rect(body.x, y, half, px(32)))
        self.record.layout(Rect(body.x + half, y, body.w - half, px(32)))
        self.trouble.layout(Rect(body.x, y + px(38), body.w, px(64)))
        self.go.layout(Rect(body.x, body.bottom - px(50), body.w, px(46)))
