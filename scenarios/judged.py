"""What is looked up, verified, accepted and marked in a scenario."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from scenarios.facts import When
from scenarios.frozen import Asked, Duration, Frozen, Moment


class Row(Frozen):
    """One record that a look-up may show: a title and cells for the list, details when opened.

    `found_by` are the words of a query that find it (the title's own words always do). `about` names whom or
    what it concerns; `party` is False where that is nobody to do with this contact (a tempting look).
    """

    id: str
    title: str
    cells: Mapping[str, str] = {}
    details: Mapping[str, str] = {}
    found_by: tuple[str, ...] = ()
    about: str = ""
    party: bool = True
    decoy: bool = False
    markers: tuple[str, ...] = ()
    editable: tuple[str, ...] = ()


class VerificationItem(Frozen):
    """An item of identity: the fact the caller answers with, and what the record holds. Passes when they agree."""

    fact: str
    held: str
    record: str | None = None


class Verification(Frozen):
    """The identity check: the policy's kind of request, the items that can be asked."""

    request: str
    items: Mapping[str, VerificationItem]
    genuine: bool


class Wanted(Frozen):
    """An agency to be asked for: by when after which moment."""

    agency: str
    since: Moment = "answered"
    within: Duration = 60_000


class Closing(Frozen):
    """Accepted ways of closing."""

    category: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    result: tuple[str, ...] = ()


class Update(Frozen):
    """A change to a record that should be made."""

    record: str
    field: str
    fact: str


class Accepts(Frozen):
    """What counts as right: grades, categories, requests, routes, advice, messages, referrals."""

    grade: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    closing: Closing = Closing()
    requests: tuple[Wanted, ...] = ()
    routes: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    signposts: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    escalations: tuple[str, ...] = ()
    restrict: tuple[str, ...] = ()
    reset_channels: tuple[str, ...] = ()
    updates: tuple[Update, ...] = ()
    handover: tuple[str, ...] = ()  # facts a handover must carry
    look_ups: tuple[str, ...] = ()  # systems a good handler would use
    purposes: tuple[str, ...] = ()  # reasons for check that fit; empty: any the policy knows
    records: tuple[str, ...] = ()  # the right records where decoys exist


class Never(Frozen):
    """What must not happen."""

    advice: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    ask: tuple[Asked, ...] = ()  # not needed for this purpose (C07)


class MarkingChoice(Frozen):
    """A marking point this scenario uses, with its settings."""

    point: str
    with_: Mapping[str, Any] = Field(default={}, alias="with")
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Topic(Frozen):
    """Something a handler may ask that only this scenario knows; found by likeness to the examples."""

    examples: Annotated[tuple[str, ...], Field(min_length=3)]


class TimedSound(Frozen):
    """Something heard at the caller's end when its time comes: `sound` is an id of vocabulary/sounds.py."""

    sound: str
    when: When


class Sound(Frozen):
    """What is heard behind the caller; named neutrally, never by what it means."""

    bed: Literal["none", "room", "street", "office", "car", "rain", "crowd"] = "none"
    timed: tuple[TimedSound, ...] = ()
