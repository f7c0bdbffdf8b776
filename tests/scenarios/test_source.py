"""YAML with places: what is typed, where things stand, what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.problems import ProblemsFound
from scenarios.source import read_source, source_of
from scenarios.source_text import LARGEST


def codes(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of everything wrong with a text."""
    try:
        problems = source_of(text, "t.yaml").problems
    except ProblemsFound as error:
        problems = error.problems
    return [(problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("1:30", "1:30"), ("012", "012"), ("1e3", "1e3"),
        ("2026-11-21", "2026-11-21"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("+5", "+5"), (".5", ".5"), ("90s", "90s"),
        ("07700 900822", "07700 900822"), ("<<", "<<"), ("=", "="), ("'5'", "5"), ('"true"', "true"),
        ("5", 5), ("-3", -3), ("0", 0), ("2.5", 2.5), ("true", True), ("False", False), ("~", None), ("null", None),
    ],
)  # fmt: skip
def test_a_value_is_read_as_a_person_means_it(written: str, read: object) -> None:
    value = source_of(f"a: {written}", "t.yaml").value["a"]
    assert value == read and type(value) is type(read)


def test_a_key_is_always_text() -> None:
    assert list(source_of("999: a\ntrue: b\n1.5: c\n", "t.yaml").value) == ["999", "true", "1.5"]


def test_every_key_and_value_knows_its_place() -> None:
    source = source_of("a: 1\nb:\n  - x\n  - {c: yes, d: 😀 e}\n", "t.yaml")
    at = {where: (w.key_at.line, w.key_at.column, w.at.line, w.at.column) for where, w in source.written.items()}
    assert at["a",] == (1, 1, 1, 4)
    assert at["b", 0] == (3, 5, 3, 5)
    assert at["b", 1, "c"] == (4, 6, 4, 9)
    assert at["b", 1, "d"] == (4, 14, 4, 17)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_the_kind_of_line_ending(ending: str) -> None:
    source = source_of(ending.join(["a: 1", "b:", "  c: 2"]), "t.yaml")
    assert source.written["b", "c"].at.line == 3


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "bom.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    source = read_source(file)
    assert source.value == {"a": 1} and source.written["a",].at.column == 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "S08")]),
        ("a: {b: 1, b: 2}\n", [(1, 11, "S08")]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4, "S06")]),
        ("a: !!str 5\n", [(1, 4, "S06")]),
        ("a: ! 5\n", [(1, 4, "S06")]),
        ("a: &x 1\nb: *x\n", [(1, 4, "S07"), (2, 4, "S07")]),
        ("a: &x {<<: *x}\n", [(1, 4, "S07"), (1, 12, "S07")]),
        ("---\na: 1\n---\nb: 2\n", [(3, 1, "S11")]),
        ("", [(1, 1, "S12")]),
        ("# only a remark\n", [(1, 1, "S12")]),
        ("? [a]\n: b\n", [(1, 3, "S14")]),
        ("a:\n\tb: 1\n", [(2, 1, "S05")]),
        ("a: b: c\n", [(1, 5, "S05")]),
        ("ok: 1\nbroken\nmore: 2\n", [(2, 1, "S05")]),
        ('a: "never closed\n', [(2, 1, "S05")]),
        ("a: [1, 2\n", [(2, 1, "S05")]),
        ("a: %b\n", [(1, 4, "S05")]),
    ],
)  # fmt: skip
def test_what_could_surprise_or_harm_is_refused_at_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert codes(text) == found


def test_the_first_of_two_equal_keys_is_kept_and_the_rest_is_still_read() -> None:
    source = source_of("a: {x: 1}\na: {x: 2, y: 3}\nb: 4\n", "t.yaml")
    assert source.value == {"a": {"x": 1}, "b": 4}
    assert ("a", "y") not in source.written


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u200b", "\u202e", "\u2066", "\ufffe", "\ud800"]
)
def test_unprintable_and_deceiving_characters_are_named_at_their_place(character: str) -> None:
    assert codes(f"a: 1\nb: x{character}y\n") == [(2, 5, "S04")]


def test_every_refused_character_is_told_up_to_twenty() -> None:
    assert len(codes("a: " + "\x01" * 50)) == 20


@pytest.mark.parametrize("text", ["naïve café", "日本語", "😀👩‍👩‍👧", "Zoë – “quoted” …", "עברית"])
def test_text_of_any_script_is_kept_as_written(text: str) -> None:
    assert source_of(f"a: {text}\n", "t.yaml").value == {"a": text}


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    assert len(source_of(f"a: {'x' * 100_000}\nb: 1\n", "t.yaml").value["a"]) == 100_000


def test_a_billion_laughs_are_refused_at_once() -> None:
    lines = ["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    assert {code for _, _, code in codes("\n".join(lines))} == {"S07"}


@pytest.mark.parametrize("text", ["[" * 200, "{a: " * 200, "\n".join(" " * n + "a:" for n in range(200))])
def test_bottomless_nesting_is_refused(text: str) -> None:
    assert [code for _, _, code in codes(text)] == ["S09"]


def test_too_many_values_are_refused() -> None:
    assert [code for _, _, code in codes("[" + "1," * 60_000 + "]")] == ["S10"]


def test_a_file_that_is_too_large_is_refused_without_being_parsed(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a: " + b"x" * LARGEST)
    with pytest.raises(ProblemsFound, match=" S02 "):
        read_source(file)


@pytest.mark.parametrize("data", [b"a: \xff\xfe\n", "a: café\n".encode("latin-1"), "a: 1\n".encode("utf-16")])
def test_a_file_that_is_not_utf8_says_where_and_what_to_do(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "other.yaml"
    file.write_bytes(data)
    with pytest.raises(ProblemsFound, match=r"1:\d+: S03 .*UTF-8"):
        read_source(file)


def test_a_missing_file_and_a_folder_are_problems_not_tracebacks(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(ProblemsFound, match=" S01 "):
            read_source(path)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    for line, column, _ in codes(text):
        assert line >= 1 and column >= 1


@given(st.lists(st.sampled_from(list(":-[]{}&*!|>'\"%@#,?\n \t\rab01$")), max_size=60).map("".join))
def test_any_heap_of_yaml_signs_is_read_or_refused_and_nothing_else(text: str) -> None:
    codes(text)


PLAIN = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), PLAIN, min_size=1, max_size=6))
def test_what_is_written_in_quotes_comes_back_from_where_it_stands(values: dict[str, str]) -> None:
    lines = [f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in values.items()]
    source = source_of("\n".join(lines), "t.yaml")
    for number, line in enumerate(lines, start=1):
        key = line.partition(":")[0]
        assert source.value[key] == values[key]
        assert (source.written[key,].at.line, source.written[key,].at.column) == (number, len(key) + 3)
