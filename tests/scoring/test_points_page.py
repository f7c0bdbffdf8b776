"""The page of marking points is the catalogue's and the cases', not somebody's memory of them.

`python -m tests.scoring.test_points_page` writes scoring/examples.yaml anew from the cases.
"""

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from point_cases import examples

from scoring.catalogue import catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.points_page import EXAMPLES, PAGE, page

HEAD = (
    "# Two cases of each point and what marking says of them; written by `python -m tests.scoring.test_points_page`.\n"
)


def written() -> str:
    """The examples as their file holds them."""
    return HEAD + yaml.safe_dump(examples(), allow_unicode=True, width=1_000, sort_keys=True)


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scoring.points_page"


def test_the_examples_are_what_marking_says_today() -> None:
    assert EXAMPLES.read_text(encoding="utf-8") == written(), "run: python -m tests.scoring.test_points_page"


def test_every_point_stands_on_the_page_with_a_case_that_meets_it_and_one_that_does_not() -> None:
    parts = {part[:3]: part for part in page().split("\n### ")}
    assert set(parts) >= set(catalogue())
    for point in DETECTORS:
        assert "* **Met**, " in parts[point], point
        assert any(f"* **{lost}**, " in parts[point] for lost in ("Not met", "For the assessor")), point


def test_every_point_that_is_not_marked_yet_names_the_event_it_awaits() -> None:
    text = page()
    assert all(f"Not marked yet: {why}." in text for why in AWAITING.values())


if __name__ == "__main__":
    EXAMPLES.write_text(written(), encoding="utf-8", newline="\n")
