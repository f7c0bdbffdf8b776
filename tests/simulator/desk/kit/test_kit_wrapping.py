"""Rows, shortened lines and long lines, with a measure that counts characters."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.desk.kit.linelayout import LineLayout, nearest_index
from simulator.desk.kit.wrapping import ELLIPSIS, common_end, common_start, rewrap, row_at, shortened, wrap

texts = st.text(alphabet="ab  c\n", max_size=120)
widths = st.integers(1, 30)


def width_of(text: str) -> float:
    return float(len(text))


@given(texts, widths)
def test_rows_hold_all_the_text_and_fit(text: str, width: int) -> None:
    rows = wrap(text, width_of, width)
    kept = "".join(text[start:end] for start, end in rows)
    assert kept == text.replace("\n", "")
    for start, end in rows:
        assert len(text[start:end].rstrip(" ")) <= max(1, width)
        assert "\n" not in text[start:end]


@given(texts, widths, st.integers(0, 120), st.integers(0, 120), texts)
def test_rows_found_around_a_change_are_those_found_anew(text: str, width: int, start: int, end: int, new: str) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    changed = text[:start] + new + text[end:]
    rows = wrap(text, width_of, width)
    assert rewrap(text, rows, changed, width_of, width) == wrap(changed, width_of, width)


def test_a_change_at_the_end_of_a_long_text_measures_only_a_little() -> None:
    text = "some words that go on " * 900
    rows = wrap(text, width_of, 80)
    asked: list[str] = []

    def counting(part: str) -> float:
        asked.append(part)
        return float(len(part))

    rewrap(text, rows, text + "x", counting, 80)
    assert len(asked) < 60
    asked.clear()
    rewrap(text, rows, "x" + text, counting, 80)
    assert len(asked) < 200


@given(texts, widths, st.integers(0, 120))
def test_every_index_has_its_row(text: str, width: int, index: int) -> None:
    rows = wrap(text, width_of, width)
    index = min(index, len(text))
    start, end = rows[row_at(rows, index)]
    assert start <= index <= end


@given(texts, texts)
def test_what_two_texts_share_is_found(one: str, other: str) -> None:
    start, end = common_start(one, other), common_end(one, other)
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start in (len(one), len(other)) or one[start] != other[start]


def test_an_empty_text_has_one_empty_row() -> None:
    assert wrap("", width_of, 10) == [(0, 0)]
    assert wrap("\n", width_of, 10) == [(0, 0), (1, 1)]


def test_a_word_longer_than_the_row_is_broken() -> None:
    assert wrap("abcdefgh", width_of, 3) == [(0, 3), (3, 6), (6, 8)]


def test_an_accent_stays_with_its_letter_at_a_break() -> None:
    rows = wrap("aae\u0301e\u0301", width_of, 3)
    assert rows[0] == (0, 2)


@given(st.text(max_size=600), st.integers(0, 40))
def test_a_shortened_text_fits_and_says_that_it_was_shortened(text: str, width: int) -> None:
    short = shortened(text, width_of, width)
    if short != text:
        assert len(short) <= width
        assert short == "" or short.endswith(ELLIPSIS)
    else:
        assert len(text) <= width


@given(st.text(alphabet="ab 漢", max_size=400), st.integers(0, 400))
def test_a_place_in_a_long_line_is_found_again(text: str, index: int) -> None:
    layout = LineLayout(text, width_of)
    index = min(index, len(text))
    assert layout.width == len(text)
    assert layout.x_at(index) == index
    assert layout.index_at(float(index)) == index


@given(st.text(alphabet="ab ", max_size=400), st.integers(0, 400), st.integers(0, 100))
def test_what_is_in_view_is_all_there_and_little_else(text: str, left: int, width: int) -> None:
    parts = list(LineLayout(text, width_of).visible(left, left + width))
    shown = {number for x, part in parts for number in range(int(x), int(x) + len(part))}
    assert set(range(left, min(len(text), left + width))) <= shown
    assert sum(len(part) for _, part in parts) <= width + 3 * 64


def test_the_nearest_place_is_never_inside_a_character() -> None:
    text = "a👩\u200d🚒b"
    found = {nearest_index(text, 0, len(text), x / 2, width_of) for x in range(12)}
    assert found == {0, 1, 4, 5}
