"""What a caller knows and how it comes out: facts, answers, twists, presses, questions, what is restricted."""

from collections.abc import Mapping
from typing import Literal

from pydantic import ConfigDict, Field

from scenarios.frozen import Asked, Duration, Frozen, Lines, Moment


class When(Frozen):
    """A trigger: `after` a time `since` a moment, or by `or_by` since the answer; all of `needs` come first."""

    after: Duration = 0
    since: Moment = "answered"
    or_by: Duration | None = None
    needs: tuple[Moment, ...] = ()
    unless: tuple[Moment, ...] = ()


class Told(Frozen):
    """What brings a fact out: any of the questions asked; or its moment; with enough trust where set.

    After any moment in `unless` a question no longer brings it out: it stopped being what the caller would say.
    """

    asked: tuple[Asked, ...] = ()
    when: When | None = None
    trust: int | None = Field(default=None, ge=-5, le=5)
    needs: tuple[Moment, ...] = ()
    unless: tuple[Moment, ...] = ()


FactKind = Literal[
    "name", "phone", "date", "age", "postcode", "registration", "place", "time", "answer", "text", "choice"
]


class Place(Frozen):
    """An address; `forms` are other ways of writing it that are right."""

    line: str
    town: str = ""
    postcode: str = ""
    forms: tuple[str, ...] = ()


class FirstTelling(Frozen):
    """How a fact first comes out when not at once in full: in part, or mistaken. The truth follows.

    It is put right when any of `asked` is asked again, when the value is read back, or at `when`; the caller then
    says one of `put_right`.
    """

    kind: Literal["partial", "mistaken"]
    value: str | Place
    says: Lines
    put_right: Lines
    asked: tuple[Asked, ...] = ()  # besides the fact's own questions asked once more
    when: When | None = None
    read_back: bool = True  # a read-back of the first value makes them think again


class Fact(Frozen):
    """One thing that is true, and how the caller tells it.

    `value` is the truth. `kind` says how records of it are compared; where `field` is given it is that field's.
    `recorded_by` is for text: groups of words, each group a list of alternatives; a record counts when it has
    one of every group. `told_as` is what the caller says when it differs from the truth (a mistake or a lie).
    """

    value: str | Place
    label: str = ""  # what people read for its id: "Password for the courier"
    kind: FactKind | None = None
    field: str | None = None
    also_fields: tuple[str, ...] = ()
    told_when: Told = Told()
    says: Lines
    again: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()  # said when it is asked for but trust or needs are missing
    spelled: tuple[str, ...] = ()  # said when asked to spell it
    spells_badly: bool = False  # `spelled` is how they would write it, and not right: a map or a record shows the truth
    sounds_like: tuple[str, ...] = ()  # values that sound the same on a line: read back unspelled, they say yes
    agrees_to_anything: bool = False
    recorded_by: tuple[tuple[str, ...], ...] = ()
    told_as: str | None = None
    tolerance_min: int = Field(default=10, ge=0, le=600)  # for times: minutes either way
    tolerance_years: int = Field(default=0, ge=0, le=20)  # for ages
    tags: tuple[str, ...] = ()
    first: FirstTelling | None = None
    known_by: tuple[str, ...] = ("caller",)  # who on this line can tell it
    said_by: Mapping[str, Lines] = {}  # another person's words for it
    closed: Literal["yes", "no"] | None = None  # what it comes to as yes or no: then either answer tells it
    yes_to: tuple[str, ...] = ()  # questions that are truly answered with yes; the answer tells the fact
    no_to: tuple[str, ...] = ()  # questions that are truly answered with no; tells the fact only where `closed` is set
    front: tuple[str, ...] = ()  # how it is told behind a front; where empty it waits for a yes-or-no question
    unconfirmed: bool = False  # the truth itself is unclear; a record marked unconfirmed is right


class Answer(Frozen):
    """What is said to an intent that brings out no fact."""

    to: Asked | tuple[Asked, ...]
    say: str | tuple[str, ...]
    if_: tuple[Moment, ...] = Field(default=(), alias="if")
    unless: Moment | tuple[Moment, ...] = ()
    again: tuple[str, ...] = ()
    by: tuple[str, ...] = ("caller",)  # who says so while they hold the phone
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Twist(Frozen):
    """Something happens: said by the caller (or heard), revealing facts; may end the call."""

    id: str
    when: When
    says: Lines
    reveals: tuple[str, ...] = ()
    release: bool = False  # ends the reason to keep the line
    upgrade: bool = False
    sound: str | None = None
    mood: str | None = None
    caller_ends: bool = False
    speaker: str | None = None  # who says it: a person of `others`; None for whoever holds the phone
    phone_to: str | None = None  # who holds the phone from then on: a person of `others`, or "caller"
    line: Literal["drops", "silent", "poor", "back"] | None = None  # what the line does after these words
    answers_by: Literal["speech", "taps", "front"] | None = None  # from now they can only tap, or can speak again
    reassess: bool = True


class Press(Frozen):
    """A request, open or disguised, for what may not be given; presses come one after another."""

    id: str
    asks_for: tuple[str, ...] = Field(min_length=1)  # restricted ids
    says: Lines
    when: When | None = None  # default: after the one before was answered, or 25 s later
    disguised: bool = False
    if_given: tuple[str, ...] = ()  # what they say when the handler gives it away
    mood: str | None = None
    by: str = "caller"  # who presses, while they hold the phone


class CallerQuestion(Frozen):
    """A fair question of the caller's own, which a good handler answers."""

    id: str
    says: Lines
    when: When
    answered_by: tuple[Asked, ...]
    thanks: tuple[str, ...] = ()
    again: tuple[str, ...] = ()  # asked again when it got no answer
    again_after: Duration = 25_000
    most_times: int = Field(default=2, ge=1, le=5)  # in all, the first time included
    costs_trust: bool = True  # each time it has to be asked again
    by: str = "caller"  # who asks, while they hold the phone


class Restricted(Frozen):
    """A value nobody here may be told; `phrases` are ways of giving it away, `confirms` of admitting it exists."""

    id: str
    value: str
    phrases: tuple[str, ...] = ()
    confirms: tuple[str, ...] = ()
    entitled: tuple[str, ...] = ()
    why: str = ""
