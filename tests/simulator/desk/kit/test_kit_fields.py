"""Fields for text, driven by keys, mouse, clipboard and input method."""

import pygame
import pytest

from simulator.desk.kit import UI, Root, TextArea, TextField
from simulator.desk.kit.testing import Driver, driving

SHIFT, CTRL = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL


class Page:
    """A name, a code and a letter, and what they told."""

    def __init__(self, ui: UI) -> None:
        self.changed: list[str] = []
        self.sent: list[str] = []
        self.left: list[str] = []
        self.name = TextField(ui, "Name", on_change=self.changed.append, on_leave=self.left.append)
        self.code = TextField(ui, "Code", "WX4", max_len=7, upper=True, mono=True, on_submit=self.sent.append)
        self.letter = TextArea(ui, "Letter", on_submit=self.sent.append, on_leave=self.left.append)
        ui.root = Root(ui, "page", self.place)
        ui.root.add(self.name, self.code, self.letter)

    def place(self, rect: pygame.Rect) -> None:
        self.name.layout(pygame.Rect(20, 20, 300, 36))
        self.code.layout(pygame.Rect(20, 80, 120, 36))
        self.letter.layout(pygame.Rect(20, 140, 300, 120))


@pytest.fixture
def d() -> Driver[Page]:
    driver = driving(Page, (640, 480))
    driver.click("Name")
    return driver


def field(d: Driver[Page], name: str = "Name") -> TextField:
    found = d[name]
    assert isinstance(found, TextField)
    return found


def test_typing_tells_each_change(d: Driver[Page]) -> None:
    d.type("Zoë")
    assert field(d).value == "Zoë"
    assert d.built.changed == ["Z", "Zo", "Zoë"]


def test_setting_a_value_tells_nobody_and_cannot_be_undone(d: Driver[Page]) -> None:
    d.type("a")
    field(d).value = "Ellen Marsh"
    d.ctrl(pygame.K_z)
    assert field(d).value == "Ellen Marsh"
    assert d.built.changed == ["a"]


def test_leaving_tells_what_is_in_the_field(d: Driver[Page]) -> None:
    d.type("Ellen")
    d.key(pygame.K_TAB)
    assert d.built.left == ["Ellen"]
    assert d.ui.focus is d["Code"]


def test_tab_selects_what_is_in_one_line(d: Driver[Page]) -> None:
    d.key(pygame.K_TAB)
    d.type("nr1")
    assert field(d, "Code").value == "NR1"


def test_enter_submits_one_line(d: Driver[Page]) -> None:
    d.click("Code")
    d.key(pygame.K_RETURN)
    assert d.built.sent == ["WX4"]


def test_what_is_too_long_is_cut_and_told(d: Driver[Page]) -> None:
    d.ui.clip.put("wx4 7qd and more")
    d.click("Code")
    d.ctrl(pygame.K_a)
    d.ctrl(pygame.K_v)
    assert field(d, "Code").value == "WX4 7QD"
    assert d.ui.notices == ["Code takes 7 characters: 9 were left out."]


def test_capitals_that_grow_still_keep_to_the_limit(d: Driver[Page]) -> None:
    d.click("Code")
    d.ctrl(pygame.K_a)
    d.type("ßßßßßß")
    assert field(d, "Code").value == "SSSSSSS"


def test_a_hundred_thousand_characters_are_cut_at_once(d: Driver[Page]) -> None:
    d.ui.clip.put("Alder Rise " * 9_091)
    d.ctrl(pygame.K_v)
    assert len(field(d).value) == 1_000
    d.click("Letter")
    d.ctrl(pygame.K_v)
    assert len(field(d, "Letter").value) == 20_000
    assert len(d.ui.notices) == 2
    d.type("x")
    assert len(field(d, "Letter").value) == 20_000


def test_a_long_line_draws_only_what_is_in_view(d: Driver[Page]) -> None:
    d.ui.clip.put("w" * 1_000)
    d.ctrl(pygame.K_v)
    d.ui.step()
    widest = max(ink.surface.get_width() for ink, _ in d.ui.fonts.inks._kept.values())
    assert widest < 3 * 300
    assert field(d).rect.contains(field(d).caret_rect())


def test_control_characters_never_get_in(d: Driver[Page]) -> None:
    d.type("a\x00b\x07\x1b")
    d.ui.clip.put("c\nd\te\r\nf")
    d.ctrl(pygame.K_v)
    assert field(d).value == "abc d e f"


@pytest.mark.parametrize(
    "text", ["שלום", "漢字かな", "हिन्दी", "مرحبا", "👩\u200d🚒 🇬🇧 😀", "Z̷̨a̸l̶g̵o̴", "\ue000\U000f0000", "\u0378\u200b"]
)
def test_every_script_can_be_typed_and_drawn(d: Driver[Page], text: str) -> None:
    d.type(text)
    assert field(d).value == text
    for _ in text:
        d.key(pygame.K_LEFT)
        d.key(pygame.K_BACKSPACE)
        d.key(pygame.K_DELETE)


def test_copy_cut_and_paste(d: Driver[Page]) -> None:
    d.type("Alder Rise")
    d.ctrl(pygame.K_a)
    d.ctrl(pygame.K_c)
    d.click("Letter")
    d.ctrl(pygame.K_v)
    d.key(pygame.K_LEFT, SHIFT)
    d.ctrl(pygame.K_x)
    assert field(d, "Letter").value == "Alder Ris"
    d.key(pygame.K_INSERT, SHIFT)
    assert field(d, "Letter").value == "Alder Rise"


def test_copying_nothing_leaves_the_clipboard_alone(d: Driver[Page]) -> None:
    d.ui.clip.put("kept")
    d.ctrl(pygame.K_c)
    assert d.ui.clip.get() == "kept"


def test_undo_and_redo(d: Driver[Page]) -> None:
    d.type("one")
    d.clock.now += 5
    d.type("two")
    d.ctrl(pygame.K_z)
    assert field(d).value == "one"
    d.ctrl(pygame.K_y)
    assert field(d).value == "onetwo"
    d.ctrl(pygame.K_z)
    d.key(pygame.K_z, CTRL | SHIFT)
    assert field(d).value == "onetwo"


def test_words_are_walked_and_deleted(d: Driver[Page]) -> None:
    d.type("27 Alder Rise")
    d.key(pygame.K_LEFT, CTRL)
    d.key(pygame.K_BACKSPACE, CTRL)
    assert field(d).value == "27 Rise"
    d.key(pygame.K_RIGHT, CTRL | SHIFT)
    assert field(d).edit.selected == "Rise"


def test_altgr_is_not_a_shortcut(d: Driver[Page]) -> None:
    d.type("abc")
    d.key(pygame.K_a, CTRL | pygame.KMOD_RALT)
    assert field(d).edit.selected == ""


def test_the_text_that_a_shortcut_makes_is_not_typed(d: Driver[Page]) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_EQUALS, mod=CTRL, unicode="=", scancode=0)
    up = pygame.event.Event(pygame.KEYUP, key=pygame.K_EQUALS, mod=0, unicode="=", scancode=0)
    for event in (down, pygame.event.Event(pygame.TEXTINPUT, text="="), up):
        pygame.event.post(event)
    d.ui.step()
    assert field(d).value == ""
    d.type("=")
    assert field(d).value == "="


def test_the_mouse_selects_by_dragging_and_by_clicking_twice_and_thrice(d: Driver[Page]) -> None:
    d.type("Alder Rise")
    box = field(d).rect
    d.drag((box.x + 9, box.centery), (box.right - 5, box.centery))
    assert field(d).edit.selected == "Alder Rise"
    d.clock.now += 1
    d.click((box.x + 20, box.centery), times=2)
    assert field(d).edit.selected == "Alder"
    d.clock.now += 1
    d.click((box.x + 20, box.centery), times=3)
    assert field(d).edit.selected == "Alder Rise"


def test_a_read_only_field_can_be_copied_but_not_changed(d: Driver[Page]) -> None:
    d.type("kept")
    field(d).read_only = True
    for key in (pygame.K_BACKSPACE, pygame.K_DELETE):
        d.key(key)
    d.type("x")
    d.ctrl(pygame.K_z)
    d.ctrl(pygame.K_a)
    d.ctrl(pygame.K_x)
    assert field(d).value == "kept"
    assert d.ui.clip.get() == "kept"


def test_keys_belong_to_the_input_method_while_it_composes(d: Driver[Page]) -> None:
    d.type("a")
    d.compose("한")
    for key in (pygame.K_BACKSPACE, pygame.K_RETURN, pygame.K_LEFT, pygame.K_ESCAPE, pygame.K_TAB):
        d.key(key)
    assert field(d).value == "a"
    assert d.ui.focus is d["Name"]
    d.type("한글")
    assert field(d).value == "a한글"
    assert d.ui.compose == ""
    d.key(pygame.K_BACKSPACE)
    assert field(d).value == "a한"


def test_leaving_a_field_ends_the_composition(d: Driver[Page]) -> None:
    d.compose("한")
    d.click("Code")
    assert d.ui.compose == ""


def test_the_caret_blinks_and_shows_at_once_after_a_key(d: Driver[Page]) -> None:
    assert field(d).caret_on()
    d.tick(0.6)
    assert not field(d).caret_on()
    d.type("a")
    assert field(d).caret_on()


def test_a_field_that_is_left_shows_its_beginning(d: Driver[Page]) -> None:
    d.type("The quick brown fox jumps over the lazy dog beside the wall")
    assert field(d)._scroll > 0
    d.key(pygame.K_TAB)
    assert field(d)._scroll == 0
    assert field(d).shortened == (field(d).value,)
    assert field(d).tip_at((0, 0)) == field(d).value


def test_an_error_shows_without_colour_too(d: Driver[Page]) -> None:
    before = pygame.image.tobytes(d.ui.screen, "RGB")
    field(d).error = "That is not a name."
    d.ui.step()
    box = field(d).rect
    corner = pygame.Rect(box.right - 24, box.y + 8, 20, 20)
    assert field(d).tip_at(box.center) == "That is not a name."
    after = pygame.image.tobytes(d.ui.screen, "RGB")
    assert before != after
    marked = d.ui.screen.subsurface(corner)
    colours = {tuple(marked.get_at((x, y)))[:3] for x in range(20) for y in range(20)}
    assert len(colours) > 3  # the icon, not only an edge


# several rows


def test_enter_begins_a_row_and_ctrl_enter_submits(d: Driver[Page]) -> None:
    d.click("Letter")
    d.type("first")
    d.key(pygame.K_RETURN)
    d.type("second")
    d.key(pygame.K_RETURN, CTRL)
    assert d.built.sent == ["first\nsecond"]


def test_replacing_a_selection_across_rows(d: Driver[Page]) -> None:
    d.click("Letter")
    d.type("first")
    d.key(pygame.K_RETURN)
    d.type("second line")
    for _ in range(4):
        d.key(pygame.K_LEFT, SHIFT)
    d.key(pygame.K_BACKSPACE)
    d.type("LINE")
    assert field(d, "Letter").value == "first\nsecond LINE"
    for _ in range(9):
        d.ctrl(pygame.K_z)
    assert field(d, "Letter").value == ""


def test_up_and_down_keep_the_column(d: Driver[Page]) -> None:
    d.click("Letter")
    for row in ("wide row here", "ab", "wide row here"):
        d.type(row)
        d.key(pygame.K_RETURN)
    d.key(pygame.K_UP)
    d.key(pygame.K_END)
    caret = field(d, "Letter").edit.caret
    d.key(pygame.K_UP)
    d.key(pygame.K_UP)
    d.key(pygame.K_DOWN)
    d.key(pygame.K_DOWN)
    assert field(d, "Letter").edit.caret == caret


def test_home_and_end_stay_in_the_row_on_the_screen(d: Driver[Page]) -> None:
    d.click("Letter")
    d.type("a long row of words that has to be wrapped because the field is narrow")
    letter = d["Letter"]
    assert isinstance(letter, TextArea)
    assert len(letter.rows()) >= 2
    d.key(pygame.K_HOME, CTRL)
    d.key(pygame.K_END)
    assert letter.edit.caret == letter.rows()[0][1] - 1
    d.key(pygame.K_HOME)
    assert letter.edit.caret == 0
    d.key(pygame.K_END, CTRL)
    assert letter.edit.caret == len(letter.value)


def test_the_caret_stays_in_view_while_rows_are_added(d: Driver[Page]) -> None:
    d.click("Letter")
    for number in range(30):
        d.type(f"row {number}")
        d.key(pygame.K_RETURN)
    letter = d["Letter"]
    assert letter.rect.contains(letter.caret_rect() or pygame.Rect(0, 0, 9999, 9999))
    d.wheel("Letter", 50)
    assert not letter.rect.contains(letter.caret_rect() or letter.rect)
    d.type("x")
    assert letter.rect.contains(letter.caret_rect() or pygame.Rect(0, 0, 9999, 9999))


def test_a_click_puts_the_caret_in_the_row_pressed(d: Driver[Page]) -> None:
    letter = d["Letter"]
    assert isinstance(letter, TextArea)
    letter.value = "one\ntwo\nthree"
    inner = letter.inner()
    d.click((inner.x + 1, inner.y + letter.row_height() + 3))
    assert letter.edit.caret == 4
    d.click((inner.right - 2, inner.bottom - 2))
    assert letter.edit.caret == len("one\ntwo\nthree")


def test_nothing_typed_is_lost_when_the_window_changes(d: Driver[Page]) -> None:
    d.type("half a na")
    d.resize((1280, 720))
    d.ui.set_user_scale(1.6)
    d.ui.set_theme("night")
    d.type("me")
    assert field(d).value == "half a name"
    assert d.ui.focus is d["Name"]
