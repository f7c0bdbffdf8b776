"""The conversation panel: captions, the box in which the trainee types what they say, and what was heard of them."""

from collections.abc import Callable

from pygame import K_KP_ENTER, K_RETURN, KMOD_SHIFT, Rect
from pygame.event import Event

from simulator.desk.control import Control
from simulator.desk.heard_box import HeardBox
from simulator.desk.keys import label_of
from simulator.desk.kit.button import Button
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.speaking import Speaking
from simulator.desk.spoken import Spoken, doubtful_words
from simulator.desk.talk_strip import HEIGHT, TalkStrip
from simulator.desk.transcript import Transcript
from simulator.desk.view import DeskView

LONGEST = 600  # characters of one utterance
UNHEARD: dict[str, str] = {
    "ringing": f"Not said: answer first ({label_of('answer')}).",
    "held": f"Not said: the caller is on hold. {label_of('hold')} takes them off.",
    "dropped": f"Not said: the line has dropped. {label_of('answer')} rings back.",
    "wrap_up": "Not said: the line is clear.",
}


class SayBox(TextArea):
    """Two lines of speech; Enter says them, Shift+Enter begins a new line."""

    def on_key(self, event: Event) -> bool:
        """Enter says it."""
        if event.key in (K_RETURN, K_KP_ENTER) and not event.mod & KMOD_SHIFT and self.on_submit:
            self.on_submit(self.text)
            return True
        return super().on_key(event)


def why_unheard(view: DeskView) -> str:
    """Why nobody hears what is said now, and what to do about it."""
    if view.line.paused:
        return f"Not said: the run is paused. {label_of('pause')} goes on."
    return UNHEARD.get(view.line.state, "Not said: nobody is on the line.")


class Conversation(Panel):
    """What is said. The words typed are kept when nobody is there to hear them."""

    def __init__(self, ui: Stage, control: Control, captions: bool, speaking: Speaking | None = None) -> None:
        """`speaking` is the trainee's voice, None where they type only."""
        super().__init__(ui, "Conversation", note=self._state)
        self.speaking = speaking
        self.unheard: Callable[[str], object] = bool
        """Told why words were not said; they stay in the box."""
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
        self.add(self.transcript)
        self.strip = TalkStrip(ui, speaking) if speaking is not None else None
        self.heard = HeardBox(ui, lambda _: speaking.edited() if speaking else None, self._say_heard)
        self.heard_button = Button(ui, "Say what was heard", self._say_what_stands, label="Say it", kind="primary")
        self._shown: Spoken | None = None  # the draft that the box shows
        self.heard.visible = self.heard_button.visible = False
        self.add(self.heard, self.heard_button)
        if self.strip is not None:
            self.add(self.strip)
        self.add(self.say, self.button)

    def _state(self) -> str:
        return "Captions on" if self.captions else "Captions off"

    def _say(self, text: str) -> None:
        if self.control.say(text):
            self.say.value = ""
        elif text.strip():
            self.unheard(why_unheard(self.view))

    def _say_what_stands(self) -> None:
        self._say_heard(self.heard.text)

    def _say_heard(self, text: str) -> None:
        if self.speaking is not None:
            self.speaking.send(text)
            self.ui.set_focus(self.say)

    def back(self) -> None:
        """To where one speaks to the caller; from the words that were heard, they are dropped first."""
        if self.speaking is not None and self.heard.visible:
            if self.ui.focus is not self.heard:
                self.ui.set_focus(self.heard)
                return
            self.speaking.discard()
        self.ui.set_focus(self.say)

    def go(self) -> None:
        """To the words that wait to be said, else to the talk box."""
        self.ui.set_focus(self.heard if self.heard.visible else self.say)

    def speech_changed(self) -> None:
        """Show what has become of the trainee's voice."""
        if self.speaking is None or self.strip is None:
            return
        self.strip.refresh()
        draft = self.speaking.draft
        if draft is self._shown:
            return
        before, self._shown = self._shown, draft
        if draft is None:
            self._put_away()
        elif before is None:
            self._lay_out(draft)
        else:
            more = draft.recognised.heard[len(before.recognised.heard) :].strip()
            known = len(doubtful_words(before.recognised))
            self.heard.add_words(more, doubtful_words(draft.recognised)[known:])

    def _lay_out(self, draft: Spoken) -> None:
        mine = (None, self.say, self.button, *self._of_voice())
        self.heard.show(draft.recognised.heard, doubtful_words(draft.recognised))
        self.heard.visible = self.heard_button.visible = True
        self.layout(self.rect)
        self.invalidate()
        if self.ui.focus in mine:  # whoever types elsewhere while they speak keeps their keyboard
            self.ui.set_focus(self.heard)

    def _put_away(self) -> None:
        held = self.ui.focus in (self.heard, self.heard_button)
        self.heard.visible = self.heard_button.visible = False
        self.layout(self.rect)
        self.invalidate()
        if held:
            self.ui.set_focus(self.say)

    def _of_voice(self) -> tuple[Widget, ...]:
        return () if self.strip is None else (self.strip.button, self.heard, self.heard_button)

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
        above = top - px(8)
        if self.strip is not None:
            self.strip.layout(Rect(body.x, above - px(HEIGHT), body.w, px(HEIGHT)))
            above -= px(HEIGHT) + px(8)
        if self.heard.visible:
            room = Rect(body.x, above - height, body.w, height)
            self.heard.layout(Rect(room.x, room.y, room.w - width - px(8), height))
            self.heard_button.layout(Rect(room.right - width, room.y, width, height))
            above = room.y - px(8)
        self.transcript.layout(Rect(body.x, body.y, body.w, max(0, above - body.y)))
        self.say.layout(Rect(body.x, top, body.w - width - px(8), height))
        self.button.layout(Rect(body.right - width, top, width, height))
