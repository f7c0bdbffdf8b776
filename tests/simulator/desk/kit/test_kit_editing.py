"""Editing a text, against a simple model and in the cases that go wrong elsewhere."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from simulator.desk.kit.editing import UNDO_DEPTH, Editing, cleaned
from simulator.desk.kit.graphemes import floor_break, next_break, previous_break

texts = st.text(alphabet=st.sampled_from("ab c.\n'é\u0301👩\u200d🚒🇬🇧漢א"), max_size=12)
steps = st.one_of(
    st.tuples(st.just("insert"), texts),
    st.tuples(st.just("back"), st.booleans()),
    st.tuples(st.just("forward"), st.booleans()),
    st.tuples(st.just("left"), st.booleans()),
    st.tuples(st.just("right"), st.booleans()),
    st.tuples(st.just("to"), st.tuples(st.integers(-3, 40), st.booleans())),
    st.tuples(st.just("all"), st.none()),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
)


def done(edit: Editing, step: tuple[str, object], at: float) -> Editing:
    name, what = step
    if name == "insert":
        return edit.inserted(str(what), at)
    if name == "back":
        return edit.deleted_back(at, word=bool(what))
    if name == "forward":
        return edit.deleted_forward(at, word=bool(what))
    if name == "left":
        return edit.moved_left(extend=bool(what))
    if name == "right":
        return edit.moved_right(extend=bool(what))
    if name == "to":
        assert isinstance(what, tuple)
        return edit.moved(what[0], what[1])
    if name == "all":
        return edit.selecting_all()
    return edit.undone() if name == "undo" else edit.redone()


@given(texts, st.lists(steps, max_size=25))
def test_whatever_is_done_the_caret_stays_in_the_text(start: str, todo: list[tuple[str, object]]) -> None:
    edit = Editing.of(start)
    for number, step in enumerate(todo):
        edit = done(edit, step, float(number))
        assert 0 <= edit.caret <= len(edit.text)
        assert 0 <= edit.anchor <= len(edit.text)


@given(texts, st.integers(0, 12), st.integers(0, 12), texts)
def test_inserting_replaces_the_selection_like_cutting_strings(start: str, a: int, b: int, new: str) -> None:
    a, b = min(a, len(start)), min(b, len(start))
    edit = Editing(start, b, a).inserted(new, 0.0)
    low, high = min(a, b), max(a, b)
    assert edit.text == start[:low] + new + start[high:]
    assert edit.caret == edit.anchor == low + len(new)


@given(texts, st.lists(steps, max_size=25))
def test_undoing_everything_gives_the_first_text_and_redoing_the_last(
    start: str, todo: list[tuple[str, object]]
) -> None:
    edit = Editing.of(start)
    for number, step in enumerate(todo):
        if step[0] not in ("undo", "redo"):
            edit = done(edit, step, 10.0 * number)
    last = edit.text
    while edit.past:
        edit = edit.undone()
    assert edit.text == start
    while edit.future:
        edit = edit.redone()
    assert edit.text == last


@given(texts, texts, st.integers(0, 20))
def test_no_text_grows_beyond_its_limit(start: str, new: str, limit: int) -> None:
    edit = Editing.of(start[:limit]).inserted(new, 0.0, limit)
    assert len(edit.text) <= limit


@given(st.text(max_size=30))
def test_steps_forward_and_back_meet_the_same_breaks(text: str) -> None:
    forward, index = [0], 0
    while index < len(text):
        index = next_break(text, index)
        forward.append(index)
    back, index = [len(text)], len(text)
    while index > 0:
        index = previous_break(text, index)
        back.append(index)
    assert forward == back[::-1]


@given(st.text(max_size=40), st.booleans())
def test_cleaned_text_holds_no_control_characters(text: str, multiline: bool) -> None:
    clean = cleaned(text, multiline)
    assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs") for char in clean)
    assert multiline or "\n" not in clean
    assert cleaned(clean, multiline) == clean


def test_marks_that_hide_or_turn_text_are_dropped() -> None:
    assert cleaned("12\u202e34\ufeff\x00\x1b[31m", False) == "1234[31m"


def test_line_ends_of_every_kind_become_newlines_or_spaces() -> None:
    assert cleaned("a\r\nb\rc\u2028d\te", True) == "a\nb\nc\nd e"
    assert cleaned("a\r\nb", False) == "a b"


def test_ordinary_scripts_are_kept_as_they_are() -> None:
    for text in ("Zoë Łukasz", "漢字", "שלום", "👩\u200d🚒 🇬🇧", "हिन्दी"):
        assert cleaned(text, False) == text


def test_a_joined_emoji_and_a_flag_are_one_step() -> None:
    text = "a👩\u200d🚒🇬🇧🇫🇷e\u0301"
    breaks, index = [], 0
    while index < len(text):
        index = next_break(text, index)
        breaks.append(text[:index])
    assert [len(part) for part in breaks] == [1, 4, 6, 8, 10]
    assert floor_break(text, 3) == 1


def test_backspace_takes_a_whole_accented_letter() -> None:
    assert Editing.of("cafe\u0301").deleted_back(0.0).text == "caf"


def test_words_are_stepped_over_and_deleted_whole() -> None:
    edit = Editing.of("27 Alder Rise, Quayford")
    assert edit.word_left() == 15
    assert edit.moved(3).word_right() == 9
    assert edit.deleted_back(0.0, word=True).text == "27 Alder Rise, "
    assert edit.moved(0).deleted_forward(0.0, word=True).text == "Alder Rise, Quayford"


def test_a_double_click_selects_the_word_or_the_space() -> None:
    edit = Editing.of("it's here")
    assert edit.selecting_word(2).selected == "it's"
    assert edit.selecting_word(4).selected == " "
    assert edit.selecting_word(99).selected == "here"
    assert Editing.of("").selecting_word(0).selected == ""


def test_left_and_right_end_a_selection_at_its_sides() -> None:
    edit = Editing("abcdef", 4, 2)
    assert edit.moved_left().caret == 2
    assert edit.moved_right().caret == 4


def test_typing_without_pause_is_undone_word_by_word() -> None:
    edit = Editing()
    for number, char in enumerate("open the door"):
        edit = edit.inserted(char, number * 0.1, kind="type")
    assert edit.undone().text == "open the "
    assert edit.undone().undone().text == "open "


def test_a_pause_begins_a_new_step() -> None:
    edit = Editing().inserted("a", 0.0, kind="type").inserted("b", 5.0, kind="type")
    assert edit.undone().text == "a"


def test_a_move_of_the_caret_begins_a_new_step() -> None:
    edit = Editing().inserted("ab", 0.0, kind="type").moved(1).inserted("x", 0.1, kind="type")
    assert edit.text == "axb"
    assert edit.undone().text == "ab"


def test_typing_after_undo_forgets_what_was_undone() -> None:
    edit = Editing.of("one").inserted(" two", 0.0).undone().inserted("!", 9.0)
    assert edit.redone() == edit


def test_undo_remembers_so_many_steps_and_no_more() -> None:
    edit = Editing()
    for number in range(UNDO_DEPTH + 50):
        edit = edit.inserted("x", number * 10.0)
    assert len(edit.past) == UNDO_DEPTH


def test_deleting_nothing_changes_nothing() -> None:
    assert Editing.of("a").deleted_forward(0.0) == Editing.of("a")
    assert Editing("a", 0, 0).deleted_back(0.0) == Editing("a", 0, 0)
