"""How the desk should look and sound, and the keys: the right side of the start."""

from collections.abc import Callable
from dataclasses import replace

from pygame import Rect

from audio.hearing import DeafHearing, Hearing
from simulator.desk.keys import help_rows
from simulator.desk.kit.button import Button
from simulator.desk.kit.label import Label, Paragraph
from simulator.desk.kit.panel import Panel
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.widget import Stage
from simulator.desk.ports import DeskSettings
from simulator.desk.row_list import ListRow, RowList
from simulator.desk.speech_choice import HEIGHT, SpeechChoice
from simulator.desk.talk_keys import key_label

THEMES = {"Day": "day", "Night": "night", "High contrast": "contrast"}
STEP = 0.1
LEAST_TEXT, MOST_TEXT = 0.8, 2.0


def shown_text_size(ui: Stage, settings: DeskSettings) -> float:
    """The text size that is seen: the one that was chosen, or the largest that this window holds."""
    return min(settings.text_size, ui.most_user_scale())


def text_size_within(ui: Stage, size: float) -> float:
    """A wanted text size, brought within what there is and what this window holds."""
    return max(LEAST_TEXT, min(MOST_TEXT, ui.most_user_scale(), round(size, 2)))


class DisplayPanel(Panel):
    """Changes take effect at once and are kept for the next session."""

    def __init__(
        self,
        ui: Stage,
        settings: DeskSettings,
        change: Callable[[DeskSettings], None],
        sound: str,
        hearing: Hearing | None = None,
    ) -> None:
        super().__init__(ui, "Display and keys")
        self.settings = settings
        self._change = change
        word = next((w for w, theme in THEMES.items() if theme == settings.theme), "Day")
        self.theme_label = Label(ui, "Colours", 14)
        self.theme = Segmented(ui, "Colours", list(THEMES), word, on_change=self._theme)
        self.size_label = Label(ui, self._size_words, 14)
        self.smaller = Button(ui, "Smaller text", lambda: self._size(-STEP), label="Smaller")
        self.larger = Button(ui, "Larger text", lambda: self._size(STEP), label="Larger")
        self.sound = Paragraph(ui, sound, 14)
        self.keys = RowList(ui, "Keys", left_w=8, right_w=210, size=14.5)
        self.speech = SpeechChoice(ui, settings, self.apply, hearing or DeafHearing())
        self.add(self.theme_label, self.theme, self.size_label, self.smaller, self.larger, self.sound, self.speech)
        self.add(self.keys)
        self._list_keys()

    def _list_keys(self) -> None:
        rows = help_rows(key_label(self.settings.talk_key))
        self.keys.show([ListRow(text=says, right=keys, right_tone="accent") for keys, says in rows])

    def _size_words(self) -> str:
        size = shown_text_size(self.ui, self.settings)
        largest = size >= min(MOST_TEXT, self.ui.most_user_scale())
        return f"Text size {round(size * 100)} %" + (", the largest here" if largest else "")

    def _theme(self, word: str | None) -> None:
        if word is None:
            self.theme.value = next(w for w, theme in THEMES.items() if theme == self.settings.theme)
            return
        self.apply(replace(self.settings, theme=THEMES[word]))

    def _size(self, step: float) -> None:
        size = shown_text_size(self.ui, self.settings) + step
        self.apply(replace(self.settings, text_size=text_size_within(self.ui, size)))

    def apply(self, settings: DeskSettings) -> None:
        """Take these settings and show them."""
        self.show(settings)
        self._change(settings)

    def show(self, settings: DeskSettings) -> None:
        """Show the settings as they are now, whoever changed them."""
        self.settings = settings
        self.theme.value = next(w for w, theme in THEMES.items() if theme == settings.theme)
        self.speech.show(settings)
        self._list_keys()
        self.invalidate()

    def layout(self, rect: Rect) -> None:
        """Colours and size side by side, then sound, then the keys."""
        super().layout(rect)
        px, body = self.ui.px, self.body()
        y = body.y + px(4)
        half = (body.w - px(16)) // 2
        self.theme_label.layout(Rect(body.x, y, half, px(22)))
        self.theme.layout(Rect(body.x, y + px(22), half, px(38)))
        x = body.right - half
        self.size_label.layout(Rect(x, y, half, px(22)))
        button = (half - px(8)) // 2
        self.smaller.layout(Rect(x, y + px(22), button, px(38)))
        self.larger.layout(Rect(x + half - button, y + px(22), button, px(38)))
        y += px(70)
        self.sound.layout(Rect(body.x, y, body.w, px(40)))
        y += px(46)
        self.speech.layout(Rect(body.x, y, body.w, px(HEIGHT)))
        y += px(HEIGHT) + px(8)
        self.keys.layout(Rect(body.x, y, body.w, max(px(60), body.bottom - y)))
