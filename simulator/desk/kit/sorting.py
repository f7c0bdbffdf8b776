"""The order of the cells of a table: dates by day, numbers by size, the rest as words. Pure."""

import re

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(.*)")
_NUMBER = re.compile(r"(\d+)")

Key = tuple[tuple[int, int, str], ...]


def sort_key(cell: str) -> Key:
    """By what a cell is ordered: 2/11/2026 as a British date, 10 after 9, letters without regard to capitals."""
    date = _DATE.fullmatch(cell.strip())
    if date:
        day, month, year, rest = date.groups()
        return ((0, int(year) * 10_000 + int(month) * 100 + int(day), rest),)
    parts = [part for part in _NUMBER.split(cell.strip().casefold()) if part]
    return tuple((0, int(part), "") if _NUMBER.fullmatch(part) else (1, 0, part) for part in parts)
