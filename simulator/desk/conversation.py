"""The conversation panel: captions, and the box in which the trainee types what they say."""

from pygame import K_KP_ENTER, K_RETURN, KMOD_SHIFT, Rect
from pygame.event import Event

from simulator.desk.control import Control
from simulator.desk.keys import label_of
from simulator.desk.kit.button import Button
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.widget import Stage
from simulator.desk.transcript import Transcript
from simulator.desk.view import DeskView

LONGEST = 600  # characters of one utterance


class SayBox(TextArea):
    """Two lines of speech; Enter says them, Shift+Enter begins a new line."""

    def on_key(self, event: Event) -> bool:
        """Enter says it."""
        if event.key in (K_RETURN, K_KP_ENTER) and not event.mod & KMOD_SHIFT and self.on_submit:
            self.on_submit(self.text)
            return True
        return super().on_key(event)


class Conversation(Panel):
    """What is said. The words typed are kept when nobody is there to hear them."""

    def __init__(self, ui: Stage, control: Control, captions: bool) -> None:
        super().__init__(ui, "Conversation", note=self._state)
        self.control = control
        self.view = DeskView()
        self.captions = captions
        self.transcript = Transcript(ui, control.wall)
        self.say = SayBox(
            ui,
            "Say to caller",
            placeholder=f"Type what you say. Enter says it. ({label_of('go_say')})",
            on_change=control.typed_speech,
            on_submit=self._say,
            max_len=LONGEST,
        )
        self.button = Button(ui, "Say", lambda: self._say(self.say.text), icon="send", kind="primary")
        self.add(self.transcript, self.say, self.button)

    def _state(self) -> str:
        return "Captions on" if self.captions else "Captions off"

    def _say(self, text: str) -> None:
        if self.control.say(text):
            self.say.value = ""

    def set_captions(self, on: bool) -> None:
        """Write the caller's words out, or not."""
        self.captions = on
        self.refresh(self.view)
        self.invalidate()

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        self.view = view
        self.transcript.show(view.captions, self.captions)
        self.button.enabled = view.line.state == "connected" and not view.line.paused
        self.button.invalidate()

    def layout(self, rect: Rect) -> None:
        """Captions above, the box and its button below."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        height, width = px(64), px(88)
        top = body.bottom - height
        self.transcript.layout(Rect(body.x, body.y, body.w, max(0, top - body.y - px(8))))
        self.say.layout(Rect(body.x, top, body.w - width - px(8), height))
        self.button.layout(Rect(body.right - width, top, width, height))
