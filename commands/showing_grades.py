"""The grade timeline as it is printed in a terminal: one line to one thing, so that a screen reader reads it too."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.markup import escape

from reports.pack.grades_sheet import grades_sheet
from scoring.grade_timeline import GradeTimeline

_PARTS = {"cause": "Called for by", "because": "Rationale", "cites": "Cites what was told", "flags": "To look at"}


def show_grades(console: Console, grades: GradeTimeline) -> None:
    """Prints each grade with what called for it and how long before, its reason, and what is to be looked at."""
    sheet = grades_sheet(grades)
    console.print("[bold]Grade timeline[/]")
    console.print(escape(sheet["summary"]), soft_wrap=True)
    for row in sheet["rows"]:
        for line in _lines(row):
            console.print(line, soft_wrap=True)
    if sheet["unanswered"]:
        console.print(f"[yellow]Called for a higher grade, and none was set: {escape(sheet['unanswered'])}.[/]")


def _lines(row: Mapping[str, str]) -> Iterator[str]:
    flags = f"[yellow]{escape(row['flags'])}[/]" if row["flags"] != "Nothing" else row["flags"]
    if not row["cause"]:  # a heading of THRIVE: it is no grade, so nothing called for it
        note = f" Note: {escape(row['because'].rstrip('.'))}." if row["because"] != "None" else ""
        yield f"  {escape(row['what'])}. To look at: {flags}{note}"
        return
    yield f"  [bold]{escape(row['what'])}[/]"
    for part, words in _PARTS.items():
        yield f"    {words}: {flags if part == 'flags' else escape(row[part])}"
