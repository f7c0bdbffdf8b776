"""Buttons, boxes to tick, rows of choices, tabs and drop-downs."""

import pygame
import pytest

from simulator.desk.kit import UI, Button, Check, Root, Segmented, Select, SelectPopup, Tabs, TextField
from simulator.desk.kit.testing import Driver, driving

CODES = ["Burglary dwelling", "Domestic", "Concern for safety", "Missing person", "Theft", "Contact"]


class Page:
    """One of each, and what they told."""

    def __init__(self, ui: UI) -> None:
        self.heard: list[object] = []
        hear = self.heard.append
        self.widgets = [
            Button(ui, "Go", lambda: hear("go")),
            Check(ui, "Tick", on_change=hear),
            Segmented(ui, "Level", ["None", "Low", "Medium", "High", "Huge"], on_change=hear),
            Tabs(ui, "Tabs", ["One", "Two", "Three"], on_change=hear),
            Select(ui, "Code", CODES, on_change=hear),
            TextField(ui, "After"),
        ]
        ui.root = Root(ui, "page", self.place)
        ui.root.add(*self.widgets)

    def place(self, rect: pygame.Rect) -> None:
        for number, widget in enumerate(self.widgets):
            widget.layout(pygame.Rect(20, 20 + 60 * number, 300, 40))


@pytest.fixture
def d() -> Driver[Page]:
    return driving(Page, (640, 480))


def heard(d: Driver[Page]) -> list[object]:
    return d.built.heard


def select(d: Driver[Page]) -> Select:
    found = d["Code"]
    assert isinstance(found, Select)
    return found


def test_a_button_is_done_by_mouse_and_keys(d: Driver[Page]) -> None:
    d.click("Go")
    d.key(pygame.K_RETURN)
    d.key(pygame.K_SPACE)
    assert heard(d) == ["go", "go", "go"]


def test_a_click_that_ends_elsewhere_does_nothing(d: Driver[Page]) -> None:
    d.drag(d.at("Go"), (600, 460))
    assert heard(d) == []


def test_a_disabled_button_does_nothing_and_is_passed_over(d: Driver[Page]) -> None:
    d["Go"].enabled = False
    d.click("Go")
    d.key(pygame.K_TAB)
    assert heard(d) == []
    assert d.ui.focus is d["Tick"]


def test_other_mouse_buttons_do_nothing(d: Driver[Page]) -> None:
    d.click("Go", button=3)
    assert heard(d) == []


def test_a_box_is_ticked(d: Driver[Page]) -> None:
    d.click("Tick")
    d.key(pygame.K_SPACE)
    assert heard(d) == [True, False]


def test_a_choice_by_arrow_letter_and_mouse(d: Driver[Page]) -> None:
    d.ui.set_focus(d["Level"])
    d.key(pygame.K_RIGHT)
    d.letter("h")
    d.letter("h")
    d.key(pygame.K_LEFT)
    d.key(pygame.K_DELETE)
    assert heard(d) == ["None", "High", "Huge", "High", None]
    d.click((d["Level"].rect.x + 5, d["Level"].rect.centery))
    assert heard(d)[-1] == "None"
    d.click((d["Level"].rect.x + 5, d["Level"].rect.centery))
    assert heard(d)[-1] is None


def test_a_choice_set_from_outside_tells_nobody(d: Driver[Page]) -> None:
    level = d["Level"]
    assert isinstance(level, Segmented)
    level.value = "High"
    assert heard(d) == []
    assert d.ui.damage


def test_tabs_go_round(d: Driver[Page]) -> None:
    d.ui.set_focus(d["Tabs"])
    d.key(pygame.K_LEFT)
    d.key(pygame.K_RIGHT)
    assert heard(d) == [2, 0]


def test_tabs_in_a_narrow_row_stay_in_it(d: Driver[Page]) -> None:
    tabs = d["Tabs"]
    assert isinstance(tabs, Tabs)
    tabs.layout(pygame.Rect(0, 0, 60, 30))
    assert tabs.cells()[-1].right <= 61


def test_a_drop_down_is_found_by_typing(d: Driver[Page]) -> None:
    d.ui.set_focus(d["Code"])
    for char in "con":
        d.letter(char)
    d.key(pygame.K_DOWN)
    d.key(pygame.K_RETURN)
    assert heard(d) == ["Contact"]
    assert d.ui.overlays == []


def test_typing_what_is_not_there_changes_nothing(d: Driver[Page]) -> None:
    d.ui.set_focus(d["Code"])
    d.letter("d")
    d.letter("x")
    d.key(pygame.K_RETURN)
    assert select(d).value == "Domestic"


def test_escape_leaves_the_choice_as_it_was(d: Driver[Page]) -> None:
    d.click("Code")
    d.key(pygame.K_DOWN)
    d.key(pygame.K_ESCAPE)
    assert select(d).value is None
    assert d.ui.overlays == []
    assert d.ui.focus is d["Code"]


def test_tab_takes_the_choice_and_goes_on(d: Driver[Page]) -> None:
    d.click("Code")
    d.key(pygame.K_END)
    d.key(pygame.K_TAB)
    assert select(d).value == "Contact"
    assert d.ui.focus is d["After"]


def test_arrows_choose_without_opening(d: Driver[Page]) -> None:
    d.ui.set_focus(d["Code"])
    d.key(pygame.K_DOWN)
    d.key(pygame.K_DOWN)
    d.key(pygame.K_UP)
    assert heard(d) == [CODES[0], CODES[1], CODES[0]]
    d.key(pygame.K_DELETE)
    assert select(d).value is None


def test_the_mouse_takes_from_the_list(d: Driver[Page]) -> None:
    d.click("Code")
    popup = d.ui.overlays[0]
    assert isinstance(popup, SelectPopup)
    row = d.ui.px(32)
    d.hover((popup.rect.x + 20, popup.rect.y + 4 + 2 * row + 5))
    d.click((popup.rect.x + 20, popup.rect.y + 4 + 2 * row + 5))
    assert select(d).value == CODES[2]


def test_a_press_beside_the_list_only_closes_it(d: Driver[Page]) -> None:
    d.click("Code")
    d.click("Go")
    assert d.ui.overlays == []
    assert heard(d) == []


def test_a_long_list_opens_inside_the_window(d: Driver[Page]) -> None:
    select(d).options = [f"choice {number}" for number in range(60)]
    d.click("Code")
    popup = d.ui.overlays[0]
    assert d.ui.screen.get_rect().contains(popup.rect)
    d.wheel(popup, -3)
    d.key(pygame.K_END)
    d.key(pygame.K_RETURN)
    assert select(d).value == "choice 59"


def test_an_empty_list_opens_and_closes(d: Driver[Page]) -> None:
    select(d).options = []
    d.click("Code")
    d.key(pygame.K_DOWN)
    d.key(pygame.K_RETURN)
    assert select(d).value is None


def test_labels_are_shown_and_values_kept() -> None:
    def build(ui: UI) -> None:
        ui.root = Root(ui, "page", lambda rect: chosen.layout(pygame.Rect(10, 10, 200, 30)))
        chosen = Select(ui, "Role", ["third_party"], labels={"third_party": "Third party"})
        ui.root.add(chosen)

    d = driving(build, (640, 480))
    d.ui.set_focus(d["Role"])
    d.letter("t")
    d.key(pygame.K_RETURN)
    role = d["Role"]
    assert isinstance(role, Select)
    assert role.value == "third_party"
    assert role.words("third_party") == "Third party"
