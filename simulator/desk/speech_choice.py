"""How the trainee speaks to the caller: by typing only or by voice, which key, which microphone; part of the start."""

from collections.abc import Callable
from dataclasses import replace

from pygame import Rect

from audio.hearing import Hearing, Offer
from simulator.desk.kit.check import Check
from simulator.desk.kit.label import Label, Paragraph
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.ports import DeskSettings
from simulator.desk.talk_keys import TALK_KEYS, key_label

WAYS = {"Typing": "off", "Hold a key": "hold", "Key on, key off": "switch", "Open line": "open"}
USUAL_DEVICE = "The usual one"
HEIGHT = 206


class SpeechChoice(Widget):
    """Offers speech only where it works, and says why it does not. Typing always works beside it."""

    def __init__(
        self, ui: Stage, settings: DeskSettings, apply: Callable[[DeskSettings], object], hearing: Hearing
    ) -> None:
        super().__init__(ui, "Speech")
        self.settings = settings
        self.hearing = hearing
        self._apply = apply
        self._offer: Offer | None = None
        self.way_label = Label(ui, "How you speak to the caller", 14)
        self.way = Segmented(ui, "How you speak to the caller", list(WAYS), on_change=self._way)
        self.device_label = Label(ui, "Microphone", 14)
        self.device = Select(ui, "Microphone", [USUAL_DEVICE], on_change=self._device, clearable=False)
        self.key_label = Label(ui, "Key to talk with (a foot switch may send it)", 14)
        self.key = Select(ui, "Talk key", list(TALK_KEYS.values()), on_change=self._key, clearable=False)
        self.check = Check(ui, "In practice, check the words before they are said", on_change=self._check)
        self.words = Paragraph(ui, self._says, 14)
        self.add(self.way_label, self.way, self.device_label, self.device, self.key_label, self.key, self.check)
        self.add(self.words)
        self.show(settings)
        self.refresh()

    def show(self, settings: DeskSettings) -> None:
        """Show the settings as they are now."""
        self.settings = settings
        self.way.value = next((word for word, way in WAYS.items() if way == settings.speech), "Typing")
        self.device.value = settings.microphone or USUAL_DEVICE
        self.key.value = key_label(settings.talk_key)
        self.check.value = settings.check_words
        self.invalidate()

    def refresh(self) -> None:
        """Show what was found out about this machine since."""
        offer = self.hearing.offer
        if offer == self._offer:
            return
        self._offer = offer
        works = offer.looked and not offer.why_not
        names = [USUAL_DEVICE, *offer.microphones]
        self.device.options = (
            names if not self.settings.microphone else list(dict.fromkeys([*names, self.settings.microphone]))
        )
        for widget in (self.way, self.device, self.key, self.check):
            widget.enabled = works
        self.invalidate()

    def _says(self) -> str:
        offer = self.hearing.offer
        if offer.looked and not offer.why_not and self.settings.speech == "open" and offer.why_no_open_line:
            return f"{offer.why_no_open_line} Choose a key instead."
        if self.settings.speech == "open" and not offer.why_not:
            return "An open line needs a headset: through loudspeakers it would hear the caller. " + self._heard_by()
        return self._heard_by()

    def _heard_by(self) -> str:
        words = self.hearing.describe()
        return words if self.hearing.offer.why_not else f"{words} Your voice never leaves this computer."

    def _way(self, word: str | None) -> None:
        if word is None:
            self.show(self.settings)
            return
        self._change(replace(self.settings, speech=WAYS[word]))

    def _device(self, name: str | None) -> None:
        self._change(replace(self.settings, microphone="" if name in (None, USUAL_DEVICE) else str(name)))

    def _key(self, label: str | None) -> None:
        chosen = next((name for name, words in TALK_KEYS.items() if words == label), self.settings.talk_key)
        self._change(replace(self.settings, talk_key=chosen))

    def _check(self, on: bool) -> None:
        self._change(replace(self.settings, check_words=on))

    def _change(self, settings: DeskSettings) -> None:
        self.show(settings)
        self._apply(settings)

    def layout(self, rect: Rect) -> None:
        """The ways, then microphone and key side by side, then what works here."""
        self.rect = Rect(rect)
        px, y = self.ui.px, rect.y
        self.way_label.layout(Rect(rect.x, y, rect.w, px(22)))
        self.way.layout(Rect(rect.x, y + px(22), rect.w, px(38)))
        y += px(66)
        half = (rect.w - px(16)) // 2
        for label, widget, x in (
            (self.device_label, self.device, rect.x),
            (self.key_label, self.key, rect.right - half),
        ):
            label.layout(Rect(x, y, half, px(22)))
            widget.layout(Rect(x, y + px(22), half, px(36)))
        y += px(62)
        self.check.layout(Rect(rect.x, y, rect.w, px(30)))
        self.words.layout(Rect(rect.x, y + px(34), rect.w, px(42)))
