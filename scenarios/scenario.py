"""What a scenario is: frozen models of a call's plan, its caller, facts, traps and accepted answers."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationInfo

from scenarios.vocabulary import vocabulary

Milliseconds = int


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_DURATION = re.compile(r"^\s*(?:(?P<m>\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(?P<s>\d+(?:\.\d+)?)\s*s)?\s*$")


def milliseconds(text: object) -> object:
    """A duration such as `90s`, `2m` or `1m30s` in whole milliseconds; raises ValueError for anything else."""
    if isinstance(text, int | float) and not isinstance(text, bool):
        raise ValueError("a duration needs its unit: 20s, 2m, 1m30s")
    match = _DURATION.match(text) if isinstance(text, str) else None
    if match is None or not (match["m"] or match["s"]):
        raise ValueError("a duration reads 20s, 2m or 1m30s")
    total = round(float(match["m"] or 0) * 60_000 + float(match["s"] or 0) * 1_000)
    if total > 6 * 3_600_000:
        raise ValueError("a duration is at most six hours")
    return total


def _read_duration(value: object, info: ValidationInfo) -> object:
    written = bool(info.context and info.context.get("written"))  # by a person, who must name the unit
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and not written else milliseconds(value)


def _duration_text(value: int) -> str:
    minutes, rest = divmod(value, 60_000)
    seconds = f"{rest / 1000:g}s" if rest or not minutes else ""
    return (f"{minutes}m" if minutes else "") + seconds


# In YAML a duration is text with its unit; in memory it is whole milliseconds.
Duration = Annotated[
    int,
    BeforeValidator(_read_duration, json_schema_input_type=str),
    PlainSerializer(_duration_text, return_type=str, when_used="json"),
]

# A moment is named: a fact's or a twist's id, or one of `answered`, `opening`, `graded`, `graded:<grade>`,
# `handed_over`, `requested:<agency>`, `refused` (the handler declined a request), `disclosed` (a restricted value was
# given away), `verified`, `reset`, `updated`, `press:<id>`, `question:<id>`, `said:<INTENT>` (no slot).
Moment = str
# An intent, or an intent with a slot: ASK_LOCATION, ASK_PERSON_DETAILS:name; or topic:<id>.
Asked = str
Lines = Annotated[tuple[str, ...], Field(min_length=1)]


class GridReference(Frozen):
    """A place on the fictional grid, in metres."""

    easting: int = Field(ge=0, le=999_999)
    northing: int = Field(ge=0, le=999_999)


class Located(Frozen):
    """What the network says of the caller's place: a check, never the answer (F-L8)."""

    source: Literal["AML", "EISEC", "cell"]
    radius_m: int = Field(ge=1, le=50_000)
    at: GridReference
    text: str = ""


class Channel(Frozen):
    """How the contact comes in and which desk takes it."""

    kind: Literal["999", "101", "desk_phone"]
    line: Literal["mobile", "landline", "internal", "withheld"] = "mobile"
    operator: bool = False
    number: str | None = None
    whisper: bool = False
    subscriber: str | None = None
    located: Located | None = None
    desk: Literal["incident", "ticket"] = "incident"


class Length(Frozen):
    """The band a call's length should fall in."""

    from_: Duration = Field(alias="from")
    to: Duration
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Plan(Frozen):
    """The simulation plan (handbook 4.7.6): aim, criteria, why simulated, length."""

    aim: str
    criteria: Lines
    why_simulated: Literal[
        "not-in-reasonable-time", "limited-opportunity", "high-risk", "non-routine", "harder-than-usual"
    ]
    length: Length
    design: str = ""  # for the trainer: the traps and why each is fair
    questions: tuple[str, ...] = ()  # knowledge questions owed after the run


class Voice(Frozen):
    """How the caller sounds."""

    kind: Literal["older-woman", "woman", "older-man", "man", "young-woman", "young-man", "child"]
    style: Literal["neutral", "whisper", "shout", "panic", "crying", "drunk", "elderly"] = "neutral"


class Mood(Frozen):
    """Where the caller starts and what moves them. Trust starts at `trust` and moves by one a deed."""

    starts: str
    calmed_by: tuple[Asked, ...] = ()
    upset_by: tuple[Asked, ...] = ()
    trust: int = Field(default=0, ge=-5, le=5)
    hangs_up_at: int | None = Field(default=None, ge=-10, le=-1)
    says_when_upset: tuple[str, ...] = ()
    says_when_calmed: tuple[str, ...] = ()


class Caller(Frozen):
    """Who is calling: a person with a reason."""

    name: str
    role: str
    voice: Voice
    mood: Mood
    age: int | None = Field(default=None, ge=1, le=110)
    background: str = ""
    claims: str = ""  # what they say they are, where that differs
    not_understood: Lines = ("Sorry, what?",)
    does_not_know: Lines = ("I don't know.",)
    silence: Lines = ("Hello? Are you still there?",)
    silence_after: Duration = 15_000
    acknowledges: Lines = ("Okay.",)
    can_speak_freely: bool = True
    goodbye: tuple[str, ...] = ("Thank you. Bye.",)


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


class Fact(Frozen):
    """One thing that is true, and how the caller tells it.

    `value` is the truth. `kind` says how records of it are compared; where `field` is given it is that field's.
    `recorded_by` is for text: groups of words, each group a list of alternatives; a record counts when it has
    one of every group. `told_as` is what the caller says when it differs from the truth (a mistake or a lie).
    """

    value: str | Place
    kind: FactKind | None = None
    field: str | None = None
    also_fields: tuple[str, ...] = ()
    told_when: Told = Told()
    says: Lines
    again: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()  # said when it is asked for but trust or needs are missing
    spelled: tuple[str, ...] = ()  # said when asked to spell it
    agrees_to_anything: bool = False
    recorded_by: tuple[tuple[str, ...], ...] = ()
    told_as: str | None = None
    tolerance_min: int = Field(default=10, ge=0, le=600)  # for times: minutes either way
    tolerance_years: int = Field(default=0, ge=0, le=20)  # for ages
    tags: tuple[str, ...] = ()
    unconfirmed: bool = False  # the truth itself is unclear; a record marked unconfirmed is right


class Answer(Frozen):
    """What is said to an intent that brings out no fact."""

    to: Asked | tuple[Asked, ...]
    say: str | tuple[str, ...]
    if_: tuple[Moment, ...] = Field(default=(), alias="if")
    unless: Moment | tuple[Moment, ...] = ()
    again: tuple[str, ...] = ()
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


class CallerQuestion(Frozen):
    """A fair question of the caller's own, which a good handler answers."""

    id: str
    says: Lines
    when: When
    answered_by: tuple[Asked, ...]
    thanks: tuple[str, ...] = ()


class Restricted(Frozen):
    """A value nobody here may be told; `phrases` are ways of giving it away, `confirms` of admitting it exists."""

    id: str
    value: str
    phrases: tuple[str, ...] = ()
    confirms: tuple[str, ...] = ()
    entitled: tuple[str, ...] = ()
    why: str = ""


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


class Sound(Frozen):
    """What is heard behind the caller; named neutrally, never by what it means."""

    bed: Literal["none", "room", "street", "office", "car"] = "none"


class Scenario(Frozen):
    """One surface of a scenario (one variant, filled in): all that the engine and the marking need."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{2,60}$")
    title: str
    family: str
    sibling_of: str | None = None
    channel: Channel
    plan: Plan
    caller: Caller
    opening: Lines
    opening_tells: tuple[str, ...] = ()  # facts that the opening line itself gives
    operator_says: tuple[str, ...] = ()
    facts: Mapping[str, Fact]
    answers: tuple[Answer, ...] = ()
    topics: Mapping[str, Topic] = {}
    twists: tuple[Twist, ...] = ()
    presses: tuple[Press, ...] = ()
    questions: tuple[CallerQuestion, ...] = ()
    restricted: tuple[Restricted, ...] = ()
    records: Mapping[str, tuple[Row, ...]] = {}
    verification: Verification | None = None
    accepts: Accepts = Accepts()
    never: Never = Never()
    stay_on_line_until: Moment | None = None
    ends: When | None = None  # when the caller rings off of their own accord
    marking: tuple[MarkingChoice, ...]
    sounds: Sound = Sound()
    policy: str = "harrowmere"

    def fact_kind(self, fact_id: str) -> FactKind:
        """How a record of the fact is compared: its own kind, its field's, or text."""
        fact = self.facts[fact_id]
        if fact.kind is not None:
            return fact.kind
        field = vocabulary().field(self.channel.desk, fact.field) if fact.field else None
        if field is None:
            return "place" if isinstance(fact.value, Place) else "text"
        return field.kind

    def choice_of(self, point: str) -> MarkingChoice | None:
        """The marking choice for a point, or None where this scenario does not use it."""
        return next((choice for choice in self.marking if choice.point == point), None)


class CompiledScenario(Frozen):
    """A checked scenario file: its fingerprint, its text, and one surface for each variant."""

    path: str
    fingerprint: str
    text: str
    surfaces: Annotated[tuple[Scenario, ...], Field(min_length=1)]
    variant_names: tuple[str, ...]

    @property
    def id(self) -> str:
        """The author's id; never shown to a trainee."""
        return self.surfaces[0].id

    def variant(self, seed: int) -> int:
        """The number of the surface that a seed brings: seed 1 the first, 2 the second, and round again."""
        return (seed - 1) % len(self.surfaces)

    def for_seed(self, seed: int) -> Scenario:
        """The surface that a seed brings."""
        return self.surfaces[self.variant(seed)]
