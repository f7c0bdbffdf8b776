"""The page of marking points is the catalogue's, not somebody's memory of it."""

from scoring.catalogue import catalogue
from scoring.points_page import PAGE, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scoring.points_page"


def test_every_point_stands_on_the_page() -> None:
    text = page()
    assert all(f"### {point} " in text for point in catalogue())
