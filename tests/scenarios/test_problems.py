"""The catalogue of problems: every one has its words, its line in the docs and its test."""

import re
from pathlib import Path

import pytest

from scenarios.problem_page import PAGE, page
from scenarios.problems import Kind, Problem, ProblemsFound, fault, guess, hint, kinds, shorten

HERE = Path(__file__).parent


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_every_problem_says_what_is_wrong_and_how_to_mend_it(kind: Kind) -> None:
    assert re.fullmatch(r"[SMRDL]\d\d", kind.code)
    assert not kind.message.endswith((".", " ")) and kind.mend and kind.mend.endswith((".", "}"))


def test_every_problem_has_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    assert [code for code in kinds() if f'"{code}"' not in tests and f" {code} " not in tests] == []


def test_the_page_of_problems_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scenarios.problem_page"


def test_a_problem_is_one_line_that_an_editor_can_jump_to() -> None:
    problem = Problem("calls/a.yaml", 3, 9, "R21", "`clam` is no mood", "Did you mean `calm`?")
    assert str(problem) == "calls/a.yaml:3:9: R21 `clam` is no mood. Did you mean `calm`?"


def test_problems_are_told_once_and_in_the_order_of_their_places() -> None:
    first, second = Problem("a", 2, 1, "S08", "m", "n"), Problem("a", 10, 1, "S08", "m", "n")
    assert ProblemsFound([second, first, second]).problems == (first, second)


def test_what_is_shown_of_a_word_is_short_and_printable() -> None:
    assert shorten("a\nb\x1b[31m\u202e") == "a b?[31m?"
    assert len(shorten("x" * 100_000)) == 60


def test_braces_in_an_authors_word_do_no_harm() -> None:
    assert fault(("a",), "R21", word="{hint} {0} {word!r}", hint="H").said()[0] == "`{hint} {0} {word!r}` is no mood"


def test_a_guess_is_made_only_when_something_is_near() -> None:
    assert guess("imediate", ["immediate", "priority"]) == "immediate"
    assert guess("zebra", ["immediate", "priority"]) is None and guess("", []) is None
    assert hint("zebra", ["b", "a"]) == "Known here: a, b."
    assert hint("zebra", []).startswith("None is known here")
