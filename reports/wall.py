"""The one place in reports that asks the wall time; everything else is given it."""

from collections.abc import Callable
from datetime import UTC, datetime

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The date and time now, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def wall_text(moment: datetime) -> str:
    """A date and time as it is stored: 2026-11-21T20:15:00+00:00. Raises ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a stored time needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def for_people(moment: datetime) -> str:
    """A stored time for people, UK style: 21 Nov 2026, 20:15 UTC."""
    return f"{moment.day} {moment:%b %Y, %H:%M} UTC"
