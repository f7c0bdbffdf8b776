"""The window: order of focus, what is on top, tooltips, damage, resizing, text size."""

import random

import pygame
import pytest

from simulator.desk.kit import UI, HelpSheet, Label, Root, Segmented, Tabs, TextField, ask
from simulator.desk.kit.gallery import Gallery
from simulator.desk.kit.question import Question
from simulator.desk.kit.testing import Driver, driving
from simulator.desk.kit.textfield import LONGEST_LINE
from simulator.desk.kit.tokens import THEMES

SIZES = [(1280, 720), (1366, 768), (1920, 1080), (2560, 1440)]


@pytest.fixture
def d() -> Driver[Gallery]:
    return driving(Gallery, (1280, 800))


# the order of focus


def test_tab_visits_every_control_and_comes_round(d: Driver[Gallery]) -> None:
    order = d.ui.tab_list()
    seen = []
    for _ in order:
        d.key(pygame.K_TAB)
        seen.append(d.ui.focus)
    assert seen == order
    d.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert d.ui.focus is order[-2]


def test_the_body_scrolls_to_what_has_the_focus(d: Driver[Gallery]) -> None:
    for widget in d.ui.tab_list():
        d.ui.set_focus(widget)
        if d.built.form.contains(widget):
            assert d.built.form.rect.contains(widget.rect), widget.name


def test_f6_goes_from_panel_to_panel(d: Driver[Gallery]) -> None:
    panels = [d.built.form_panel, d.built.choices, d.built.talk, d.built.lists]
    for panel in [*panels, panels[0]]:
        d.key(pygame.K_F6)
        assert panel.contains(d.ui.focus)
    d.key(pygame.K_F6, pygame.KMOD_LSHIFT)
    assert panels[-1].contains(d.ui.focus)


def test_a_hidden_panel_is_passed_over(d: Driver[Gallery]) -> None:
    d.built.choices.visible = False
    d.key(pygame.K_F6)
    d.key(pygame.K_F6)
    assert d.built.talk.contains(d.ui.focus)
    assert not any(d.built.choices.contains(widget) for widget in d.ui.tab_list())


def test_an_unknown_name_is_told(d: Driver[Gallery]) -> None:
    with pytest.raises(LookupError, match="no widget is named 'Nobody'"):
        d.ui.by_name("Nobody")


# what is on top


def test_a_question_keeps_the_keyboard_and_the_mouse(d: Driver[Gallery]) -> None:
    d.click("Name 0")
    d.key(pygame.K_F8)
    question = d.ui.overlays[0]
    assert isinstance(question, Question)
    for _ in range(5):
        d.key(pygame.K_TAB)
        assert question.contains(d.ui.focus)
    d.type("lost")
    d.click("Plant")
    d.key(pygame.K_F10)
    assert d.built.heard == []
    assert d.ui.theme_name == "day"
    d.key(pygame.K_ESCAPE)
    assert d.ui.overlays == []
    assert d.ui.focus is d["Name 0"]


def test_enter_at_once_gives_the_harmless_answer(d: Driver[Gallery]) -> None:
    d.key(pygame.K_F8)
    d.key(pygame.K_RETURN)
    assert d.built.heard == []
    d.key(pygame.K_F8)
    d.key(pygame.K_LEFT)
    d.key(pygame.K_RETURN)
    assert d.built.heard == ["dig"]


def test_an_answer_may_ask_another_question(d: Driver[Gallery]) -> None:
    ui = d.ui
    d.click("Name 0")
    ask(ui, "One?", "", [("Yes", "normal", lambda: ask(ui, "Two?", "", [("No", "normal", None)]))])
    d.key(pygame.K_RETURN)
    assert [o.name for o in ui.overlays] == ["question"]
    d.key(pygame.K_ESCAPE)
    assert ui.overlays == [] and ui.focus is d["Name 0"]


def test_a_question_without_an_answer_is_refused(d: Driver[Gallery]) -> None:
    with pytest.raises(ValueError, match="at least one answer"):
        ask(d.ui, "One?", "", [])


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_a_question_stays_in_the_window_and_survives_resizing(scale: float) -> None:
    d = driving(Gallery, (1920, 1080), scale=scale)
    d.key(pygame.K_F8)
    d.resize((1280, 720))
    question = d.ui.overlays[0]
    assert d.ui.screen.get_rect().contains(question.rect)
    for button in question.children:
        assert question.rect.contains(button.rect)
    assert question.contains(d.ui.focus)


def test_a_long_sheet_of_keys_scrolls(d: Driver[Gallery]) -> None:
    sheet = HelpSheet(d.ui, "Keys", [(f"F{n}", "Something") for n in range(60)])
    d.ui.open_overlay(sheet)
    d.ui.step()
    assert d.ui.screen.get_rect().contains(sheet.rect)
    for _ in range(9):
        d.key(pygame.K_PAGEDOWN)
    assert sheet.top + sheet.rows_in_view() == 60
    d.key(pygame.K_F1)
    assert d.ui.overlays == []


def test_a_tooltip_tells_what_is_cut_short_and_goes_away(d: Driver[Gallery]) -> None:
    d["Code 0"].error = "That postcode is not in this area."  # type: ignore[attr-defined]
    d.hover("Code 0")
    assert d.ui.tips.shown is None
    d.tick(0.7)
    assert d.ui.tips.shown and d.ui.tips.shown.text == "That postcode is not in this area."
    assert d.ui.screen.get_rect().contains(d.ui.tips.shown.rect)
    d.key(pygame.K_ESCAPE)
    assert d.ui.tips.shown is None


def test_a_tooltip_comes_by_keyboard_too(d: Driver[Gallery]) -> None:
    table = d.built.table
    d.ui.set_focus(table)
    d.tick(0.7)
    assert d.ui.tips.shown is None
    table.rows = [["a", "b", "Cornflower, by the southern hedge and under it and on along the road", "4"]]
    d.ui.step()
    d.ui.set_focus(None)
    d.ui.set_focus(table)
    d.tick(0.7)
    assert d.ui.tips.shown and d.ui.tips.shown.text.startswith("Cornflower")


def test_a_label_cut_short_has_a_tooltip() -> None:
    words = "Everything that has ever been said about the foxgloves by the wall"

    def build(ui: UI) -> Label:
        label = Label(ui, words)
        ui.root = Root(ui, "page", lambda rect: label.layout(pygame.Rect(10, 10, 90, 30)))
        ui.root.add(label)
        return label

    d = driving(build, (640, 480))
    d.hover(d.built)
    d.tick(0.7)
    assert d.ui.tips.shown and d.ui.tips.shown.text == words


# painting


def test_an_idle_window_paints_nothing(d: Driver[Gallery]) -> None:
    d.ui.set_focus(None)
    d.ui.step()
    for _ in range(20):
        d.clock.now += 1
        assert d.ui.step() is False


def test_a_key_repaints_little_and_exactly_what_a_full_repaint_shows(d: Driver[Gallery]) -> None:
    painted: list[int] = []
    d.click("Name 0")
    take = d.ui.damage.take

    def counting(within: pygame.Rect) -> list[pygame.Rect]:
        rects = take(within)
        painted.append(sum(rect.w * rect.h for rect in rects))
        return rects

    d.ui.damage.take = counting  # type: ignore[method-assign]
    d.type("a")
    assert max(painted) < 0.05 * 1280 * 800
    partly = pygame.image.tobytes(d.ui.screen, "RGB")
    d.ui.damage.add_all()
    d.ui.step()
    assert pygame.image.tobytes(d.ui.screen, "RGB") == partly


def test_damage_repaints_leave_no_trace_of_what_was_on_top(d: Driver[Gallery]) -> None:
    d.ui.set_focus(d["Kind 0"])
    d.ui.step()
    d.hover((5, 5))
    before = pygame.image.tobytes(d.ui.screen, "RGB")
    d.key(pygame.K_RETURN)
    d.letter("v")
    d.key(pygame.K_ESCAPE)
    assert pygame.image.tobytes(d.ui.screen, "RGB") == before


def test_threads_can_have_something_done_in_the_loop(d: Driver[Gallery]) -> None:
    import threading

    thread = threading.Thread(target=lambda: d.ui.call_soon(lambda: d.built.heard.append("done")))
    thread.start()
    thread.join()
    d.ui.step()
    assert d.built.heard == ["done"]


def test_closing_the_window_ends_the_loop_unless_somebody_objects(d: Driver[Gallery]) -> None:
    d.ui.on_quit = lambda: False
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    d.ui.step()
    assert d.ui.running
    d.ui.on_quit = None
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    d.ui.run()
    assert not d.ui.running


def test_a_widget_that_moves_the_focus_on_leaving_is_obeyed(d: Driver[Gallery]) -> None:
    name = d["Name 0"]
    assert isinstance(name, TextField)
    name.on_leave = lambda text: d.ui.set_focus(d["Code 0"])
    d.click("Name 0")
    d.ui.set_focus(d["Name 1"])
    assert d.ui.focus is d["Code 0"]


# layout


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3])
def test_everything_fits_at_every_size(size: tuple[int, int], scale: float) -> None:
    d = driving(Gallery, size, scale=scale)
    screen, form = d.ui.screen.get_rect(), d.built.form
    controls = [widget for widget in d.ui.tab_list() if not form.contains(widget)]
    for number, one in enumerate(controls):
        assert screen.contains(one.rect), one.name
        assert min(one.rect.size) >= 24 * min(1, d.ui.scale) - 1, one.name
        for other in controls[number + 1 :]:
            assert not one.rect.colliderect(other.rect), (one.name, other.name)


def test_many_quick_resizes_lose_nothing(d: Driver[Gallery]) -> None:
    d.ui.set_focus(d["Name 2"])
    d.type("Grace Holt")
    level = d["Level 0"]
    assert isinstance(level, Segmented)
    level.set("High")
    for size in SIZES * 3:
        d.resize(size)
    d.ui.set_user_scale(2.0)
    d.ui.step()
    name = d["Name 2"]
    assert isinstance(name, TextField)
    assert name.value == "Grace Holt"
    assert level.value == "High"
    assert d.ui.focus is name
    assert d.ui.screen.get_size() == SIZES[-1]


def test_the_text_size_stays_within_its_range(d: Driver[Gallery]) -> None:
    for _ in range(20):
        d.ctrl(pygame.K_EQUALS)
    assert d.ui.user_scale == 2.0
    for _ in range(20):
        d.ctrl(pygame.K_MINUS)
    assert d.ui.user_scale == 0.8
    d.ctrl(pygame.K_0)
    assert d.ui.user_scale == 1.0


def test_a_shortcut_whose_key_is_held_is_obeyed_once(d: Driver[Gallery]) -> None:
    again = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_EQUALS, mod=pygame.KMOD_LCTRL, unicode="", scancode=0)
    for _ in range(5):
        pygame.event.post(again)
    d.ui.step()
    assert d.ui.user_scale == 1.1
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_EQUALS, mod=0, unicode="", scancode=0))
    pygame.event.post(again)
    d.ui.step()
    assert d.ui.user_scale == 1.2


@pytest.mark.parametrize("theme", list(THEMES))
def test_every_theme_paints_in_its_own_colours(theme: str) -> None:
    d = driving(Gallery, (1280, 720), theme)
    assert tuple(d.ui.screen.get_at((2, 2)))[:3] == d.ui.c["canvas"]


# anything at all


KEYS = [
    pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_DELETE,
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_HOME, pygame.K_END, pygame.K_PAGEUP,
    pygame.K_PAGEDOWN, pygame.K_F1, pygame.K_F4, pygame.K_F6, pygame.K_F8, pygame.K_F10, pygame.K_a, pygame.K_c,
    pygame.K_v, pygame.K_x, pygame.K_z, pygame.K_y, pygame.K_EQUALS, pygame.K_MINUS, pygame.K_1,
]  # fmt: skip
MODS = [0, 0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT]
TYPED = ["a", "Zoë", " ", "漢", "👩\u200d🚒", "e\u0301", "\x00", "long words " * 30, "שלום", "\ud83d"]


@pytest.mark.parametrize("seed", range(3))
def test_no_series_of_events_breaks_anything(seed: int) -> None:
    chance = random.Random(seed)
    d = driving(Gallery, (1280, 720))
    ui = d.ui

    def somewhere() -> tuple[int, int]:
        return chance.randrange(ui.screen.get_width()), chance.randrange(ui.screen.get_height())

    acts = [
        lambda: d.key(chance.choice(KEYS), chance.choice(MODS), chance.choice(["", "a", "b", "c", "1"])),
        lambda: d.key(chance.choice(KEYS), chance.choice(MODS)),
        lambda: ui.dispatch(pygame.event.Event(pygame.TEXTINPUT, text=chance.choice(TYPED))),
        lambda: d.compose(chance.choice(["", "한", "かな"])),
        lambda: d.click(somewhere(), chance.randrange(1, 4), chance.choice([1, 1, 1, 2, 3])),
        lambda: d.click(chance.choice(ui.tab_list() or [ui.root]).rect.center),  # type: ignore[union-attr]
        lambda: d.drag(somewhere(), somewhere()),
        lambda: d.wheel(somewhere(), chance.randrange(-5, 6)),
        lambda: d.tick(chance.random() * 2),
    ]
    for number in range(350):
        chance.choice(acts)()
        if number % 90 == 60:
            d.resize(chance.choice(SIZES[:3]))
        assert not ui.capture or ui.capture.enabled
        assert not (ui.focus and ui.focus.accepts_text and ui.focus.name.startswith("Name")) or (
            len(getattr(ui.focus, "value", "")) <= LONGEST_LINE
        )
    tabs = d.built.tabs
    assert isinstance(tabs, Tabs) and 0 <= tabs.value < 3


def test_the_clock_of_a_real_window_runs() -> None:
    ui = UI((640, 480))
    before = ui.clock()
    ui.step(wait_ms=30)
    ui.damage.take(ui.screen.get_rect())
    ui.step(wait_ms=30)
    assert ui.clock() > before
