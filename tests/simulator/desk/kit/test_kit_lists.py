"""Tables, captions and logs."""

import pygame
import pytest

from simulator.desk.kit import UI, FeedLine, LogView, Root, Table, Transcript
from simulator.desk.kit.testing import Driver, driving

ROWS = [
    ["02/11/2026", "Suspicious vehicle seen twice beside the allotments", "id-1"],
    ["27/10/2026", "Burglary", "id-2"],
    ["30/12/2025", "Advice", "id-3"],
] + [[f"0{n}/01/2024", f"Older {n}", f"id-{n + 3}"] for n in range(1, 10)]


class Page:
    """A table, captions and a log."""

    def __init__(self, ui: UI) -> None:
        self.opened: list[object] = []
        self.selected: list[object] = []
        cols = [("Date", 1.0), ("Type", 1.0)]
        self.table = Table(
            ui, "Results", cols, ROWS, on_open=self.opened.append, mono=(0,), on_select=self.selected.append
        )
        self.captions = Transcript(ui, "Captions")
        self.log = LogView(ui, "Log")
        ui.root = Root(ui, "page", self.place)
        ui.root.add(self.table, self.captions, self.log)

    def place(self, rect: pygame.Rect) -> None:
        self.table.layout(pygame.Rect(10, 10, 300, 160))
        self.captions.layout(pygame.Rect(10, 190, 300, 120))
        self.log.layout(pygame.Rect(10, 330, 300, 100))


@pytest.fixture
def d() -> Driver[Page]:
    return driving(Page, (640, 480))


def test_rows_are_walked_and_opened_by_key(d: Driver[Page]) -> None:
    page = d.built
    d.ui.set_focus(page.table)
    d.key(pygame.K_DOWN)
    d.key(pygame.K_RETURN)
    assert page.opened == [ROWS[1]]
    assert page.selected == [ROWS[1]]
    d.key(pygame.K_END)
    assert page.table.current == ROWS[-1]
    d.key(pygame.K_PAGEUP)
    d.key(pygame.K_HOME)
    assert page.table.cur == 0


def test_the_mark_is_always_in_view(d: Driver[Page]) -> None:
    table = d.built.table
    d.ui.set_focus(table)
    for _ in ROWS:
        d.key(pygame.K_DOWN)
        assert table.top <= table.cur < table.top + table.rows_in_view()


def test_a_double_click_opens_the_row(d: Driver[Page]) -> None:
    page = d.built
    box, high = page.table.rect, page.table.row_height()
    d.click((box.x + 20, box.y + high + high // 2 + high), times=2)
    assert page.opened == [ROWS[1]]


def test_a_column_sorts_by_its_head_and_by_its_number(d: Driver[Page]) -> None:
    table = d.built.table
    d.click((table.rect.x + 20, table.rect.y + 5))
    assert [row[0] for row in table.rows][-1] == "02/11/2026"
    d.ui.set_focus(table)
    d.letter("1")
    assert table.rows[0][0] == "02/11/2026"
    d.letter("2")
    assert table.rows[0][1] == "Advice"
    d.letter("9")
    assert table.sort == (1, False)


def test_sorting_keeps_the_mark_on_its_row_and_the_callers_list_as_it_was(d: Driver[Page]) -> None:
    table, given = d.built.table, list(ROWS)
    table.go(1)
    table.sort_by(0)
    assert table.current == ROWS[1]
    assert given == ROWS


def test_new_rows_keep_the_sorting(d: Driver[Page]) -> None:
    table = d.built.table
    table.sort_by(1)
    table.rows = [["x", "b"], ["y", "a"]]
    assert [row[1] for row in table.rows] == ["a", "b"]
    assert table.cur == 0


def test_an_empty_table_takes_every_key(d: Driver[Page]) -> None:
    page = d.built
    page.table.rows = []
    d.ui.set_focus(page.table)
    for key in (pygame.K_DOWN, pygame.K_UP, pygame.K_END, pygame.K_RETURN, pygame.K_PAGEDOWN):
        d.key(key)
    d.ctrl(pygame.K_c)
    d.letter("1")
    d.click(page.table, times=2)
    assert page.opened == [] and page.table.current is None


def test_a_row_shorter_than_the_columns_is_drawn(d: Driver[Page]) -> None:
    table = d.built.table
    table.rows = [["only one"]]
    d.ui.step()
    assert table.rows == [["only one"]]


def test_a_cut_cell_is_told_by_the_tooltip(d: Driver[Page]) -> None:
    table = d.built.table
    at = (table.rect.x + 200, table.rect.y + table.row_height() + 8)
    assert table.tip_at(at) == ROWS[0][1]
    assert table.tip_at((table.rect.x + 20, at[1])) == ""


def test_a_row_is_copied(d: Driver[Page]) -> None:
    table = d.built.table
    d.ui.set_focus(table)
    d.ctrl(pygame.K_c)
    assert d.ui.clip.get() == "\t".join(ROWS[0][:2])


def fill(view: Transcript | LogView, count: int) -> None:
    for number in range(count):
        view.append(FeedLine(f"00:{number:02}", "Caller", f"Line {number} with some words in it."))


@pytest.mark.parametrize("name", ["Captions", "Log"])
def test_the_newest_line_is_shown_unless_the_user_reads_further_up(d: Driver[Page], name: str) -> None:
    view = d[name]
    assert isinstance(view, Transcript | LogView)
    fill(view, 20)
    d.ui.step()
    assert view.up == 0
    d.wheel(view, 2)
    assert view.up > 0
    before = view._whole() - view.up
    fill(view, 3)
    d.ui.step()
    assert view._whole() - view.up == before
    d.ui.set_focus(view)
    d.key(pygame.K_END)
    assert view.up == 0
    d.key(pygame.K_HOME)
    assert view.up == view._most()


def test_a_press_on_more_below_goes_there(d: Driver[Page]) -> None:
    captions = d.built.captions
    fill(captions, 20)
    d.wheel(captions, 3)
    d.click((captions.rect.centerx, captions.rect.bottom - 8))
    assert captions.up == 0


def test_a_line_can_be_shown(d: Driver[Page]) -> None:
    log = d.built.log
    fill(log, 30)
    log.show_line(3)
    above = log._most() - log.up
    assert abs(above - sum(log._all_heights()[:3])) <= 1
    log.show_line(29)
    assert log.up == 0


def test_lines_set_anew_are_measured_anew(d: Driver[Page]) -> None:
    captions = d.built.captions
    fill(captions, 3)
    short = captions._whole()
    captions.lines = (FeedLine("00:00", "Caller", "word " * 60), *captions.lines[1:])
    assert captions._whole() > short


def test_a_narrow_log_still_draws(d: Driver[Page]) -> None:
    log = d.built.log
    fill(log, 3)
    log.layout(pygame.Rect(0, 0, 40, 60))
    d.ui.damage.add_all()
    d.ui.step()
    assert log._whole() > 0


def test_all_lines_are_copied(d: Driver[Page]) -> None:
    captions = d.built.captions
    fill(captions, 2)
    d.ui.set_focus(captions)
    d.ctrl(pygame.K_c)
    assert d.ui.clip.get().splitlines()[1] == "00:01\tCaller\tLine 1 with some words in it."
