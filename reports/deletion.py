"""A recording that was deleted on record: which, by whom, why and when. The journal that names it is not changed."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from scenarios.scenario import Frozen

_FEBRUARY, _DAY = 2, 28
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Deletion(Frozen):
    """One track that was deleted: its digest, who did it, why (1 to 1,000 characters) and the wall time."""

    digest: str
    author: Annotated[Words, Field(max_length=120)]
    reason: Annotated[Words, Field(max_length=1000)]
    at: AwareDatetime


def due_on(opened_at: datetime, years: int) -> datetime:
    """When what was kept at a date need not be kept any longer."""
    leap = opened_at.month == _FEBRUARY and opened_at.day > _DAY
    return opened_at.replace(year=opened_at.year + years, day=_DAY if leap else opened_at.day)
