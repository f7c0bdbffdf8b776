"""Every widget in one window, to look at and to test: `python -m simulator.desk.kit.gallery [theme] [text size]`."""

import sys

import pygame
from pygame import Rect

from simulator.desk.kit import (
    UI,
    Button,
    Check,
    FeedLine,
    HelpSheet,
    Label,
    Labelled,
    LogView,
    Panel,
    Paragraph,
    Root,
    Scroll,
    Segmented,
    Select,
    Table,
    Tabs,
    TextArea,
    TextField,
    Transcript,
    Widget,
    ask,
)
from simulator.desk.kit.tokens import THEMES

FLOWERS = ["Anemone", "Bluebell", "Columbine", "Cornflower", "Cowslip", "Foxglove", "Harebell", "Lily", "Oxlip"]
MANY = [*FLOWERS, "Primrose", "Ragged robin", "Snowdrop", "Thrift", "Violet", "Yarrow"]
LEVELS = ["None", "Low", "Medium", "High"]
TONES = {"None": "green", "Low": "accent", "Medium": "amber", "High": "red"}
SAID = [
    FeedLine("10:00:01", "Gardener", "The foxgloves by the wall want moving before the frost, all of them."),
    FeedLine("10:00:06", "You", "How many are there, and where would you have them go?", quiet=True),
    FeedLine("10:00:12", "Gardener", "Nineteen. Along the path, where it is in shade until noon or a little later."),
]
ROWS = [
    ["02/11/2026", "B-1102", "Foxglove, common", "19"],
    ["27/10/2026", "B-1027", "Cornflower, by the southern hedge and under it", "4"],
    ["09/03/2025", "B-0309", "Lily", "120"],
    ["30/12/2025", "B-1230", "Yarrow", "7"],
]
KEYS = [
    ("", "Moving"),
    ("Tab, Shift Tab", "Next and previous field"),
    ("F6, Shift F6", "Next and previous panel"),
    ("", "Looking"),
    ("F10", "Day, night, contrast"),
    ("Ctrl plus, minus, 0", "Text size"),
]


class Gallery:
    """Puts the widgets into a window and keeps those that tests ask for."""

    def __init__(self, ui: UI) -> None:
        self.ui = ui
        self.heard: list[object] = []
        self.form_panel = Panel(ui, "Form", note="All of it scrolls", place=self._place_form_panel)
        self.form = Scroll(ui, "form body", self._place_form)
        self.fields: list[tuple[Widget, int]] = []
        self.talk = Panel(ui, "Talk", place=self._place_talk)
        self.lists = Panel(ui, "Lists", place=self._place_lists)
        self.choices = Panel(ui, "Choices", note=self._note, place=self._place_choices)
        self.foot = Label(ui, "F1 keys    F6 next panel    F10 display    Ctrl+plus larger text")
        ui.root = Root(ui, "gallery", self._place)
        ui.root.add(self.form_panel, self.choices, self.talk, self.lists, self.foot)
        self._fill()
        self._bind()

    def _fill(self) -> None:
        ui, hear = self.ui, self.heard.append
        self.form_panel.add(self.form)
        for number in range(6):
            name = TextField(ui, f"Name {number}", "Ellen Marsh", on_change=hear)
            code = TextField(ui, f"Code {number}", "WX4 7QD", mono=True, upper=True, max_len=12)
            note = TextField(ui, f"Note {number}", placeholder="Anything else that should be kept", icon="search")
            kind = Select(ui, f"Kind {number}", MANY, on_change=hear)
            for widget, span in ((name, 5), (code, 3), (kind, 4), (note, 12)):
                labelled = Labelled(ui, widget.name, widget)
                self.form.add(labelled)
                self.fields.append((labelled, span))
        self.tabs = Tabs(ui, "Views", ["One", "Another", "A third"], on_change=hear)
        self.levels = [Segmented(ui, f"Level {n}", LEVELS, tones=TONES, on_change=hear) for n in range(3)]
        self.check = Check(ui, "Keep watered", on_change=hear)
        self.words = Paragraph(ui, "A paragraph takes as many rows as its words need and says how high it is.", 15)
        self.go = Button(ui, "Plant", lambda: hear("plant"), "check", "primary")
        self.stop = Button(ui, "Dig up", self._ask, "x", "stop", hint="F8")
        self.off = Button(ui, "Not now")
        self.off.enabled = False
        self.choices.add(self.tabs, *self.levels, self.check, self.words, self.go, self.stop, self.off)
        self.captions = Transcript(ui, "Captions", SAID * 3)
        self.area = TextArea(ui, "Letter", placeholder="A letter. Ctrl+Enter sends it.", on_submit=hear)
        self.talk.add(self.captions, self.area)
        cols = [("Day", 1.2), ("Bed", 1.0), ("Flower", 2.0), ("Count", 0.7)]
        self.table = Table(ui, "Beds", cols, ROWS, on_open=hear, mono=(0, 1))
        self.log = LogView(ui, "Log", [FeedLine(f"10:0{n}:00", "0417", FLOWERS[n] + " watered") for n in range(9)])
        self.lists.add(self.table, self.log)

    def _bind(self) -> None:
        ui, keys = self.ui, self.ui.shortcuts
        keys[(pygame.K_F1, 0, 0, 0)] = lambda: ui.open_overlay(HelpSheet(ui, "Keys", KEYS))
        keys[(pygame.K_F8, 0, 0, 0)] = self._ask
        keys[(pygame.K_F10, 0, 0, 0)] = self._next_theme
        keys[(pygame.K_EQUALS, 1, 0, 0)] = lambda: ui.set_user_scale(ui.user_scale + 0.1)
        keys[(pygame.K_MINUS, 1, 0, 0)] = lambda: ui.set_user_scale(ui.user_scale - 0.1)
        keys[(pygame.K_0, 1, 0, 0)] = lambda: ui.set_user_scale(1.0)

    def _next_theme(self) -> None:
        names = list(THEMES)
        self.ui.set_theme(names[(names.index(self.ui.theme_name) + 1) % len(names)])

    def _ask(self) -> None:
        words = "All nineteen of them are taken out of the ground. This cannot be undone."
        answers = [("Dig up", "stop", lambda: self.heard.append("dig")), ("Leave them", "normal", None)]
        ask(self.ui, "Dig up the foxgloves?", words, answers)

    def _note(self) -> str:
        return f"{sum(1 for level in self.levels if level.value)} of {len(self.levels)} chosen"

    # the layout

    def _place(self, rect: Rect) -> None:
        px = self.ui.px
        gap, foot = px(10), px(30)
        width, height = (rect.w - 3 * gap) // 2, (rect.h - foot - 2 * gap) // 2
        left, right, low = rect.x + gap, rect.x + 2 * gap + width, rect.y + gap + height + gap
        self.form_panel.layout(Rect(left, rect.y + gap, width, height))
        self.choices.layout(Rect(right, rect.y + gap, width, height))
        self.talk.layout(Rect(left, low, width, height - gap))
        self.lists.layout(Rect(right, low, width, height - gap))
        self.foot.layout(Rect(left, rect.bottom - foot, rect.w - 2 * gap, foot))

    def _place_form_panel(self, body: Rect) -> None:
        self.form.layout(body)

    def _place_form(self, rect: Rect) -> int:
        px = self.ui.px
        gap, width = px(10), rect.w - px(8)
        x, y, used, height = rect.x, rect.y, 0, 0
        for widget, span in self.fields:
            if used + span > 12:
                x, y, used, height = rect.x, y + height + px(6), 0, 0
            wide = round((width + gap) * span / 12) - gap
            needed = widget.height_for(wide) if isinstance(widget, Labelled) else px(34)
            widget.layout(Rect(x, y, wide, needed))
            x, used, height = x + wide + gap, used + span, max(height, needed)
        return y + height - rect.y

    def _place_choices(self, body: Rect) -> None:
        px = self.ui.px
        y, row, gap = body.y, px(34), px(8)
        for widget in (self.tabs, *self.levels, self.check):
            widget.layout(Rect(body.x, y, min(body.w, px(460)), row))
            y += row + gap
        self.words.layout(Rect(body.x, y, body.w, self.words.height_for(body.w)))
        y += self.words.rect.h + gap
        x, high = body.x, min(px(56), max(px(28), body.bottom - y))
        for button in (self.go, self.stop, self.off):
            wide = button.natural_width()
            button.layout(Rect(x, y, wide, high))
            x += wide + gap

    def _place_talk(self, body: Rect) -> None:
        high = self.ui.px(84)
        self.captions.layout(Rect(body.x, body.y, body.w, body.h - high - self.ui.px(8)))
        self.area.layout(Rect(body.x, body.bottom - high, body.w, high))

    def _place_lists(self, body: Rect) -> None:
        high = body.h // 2
        self.table.layout(Rect(body.x, body.y, body.w, high))
        self.log.layout(Rect(body.x, body.y + high + self.ui.px(8), body.w, body.h - high - self.ui.px(8)))


def main(arguments: list[str]) -> None:
    """Open the window."""
    theme = arguments[0] if arguments else "day"
    ui = UI((1280, 800), "Widgets", theme, float(arguments[1]) if len(arguments) > 1 else 1.0)
    Gallery(ui)
    ui.run()


if __name__ == "__main__":
    main(sys.argv[1:])
