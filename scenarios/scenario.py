"""What a scenario is: one frozen model of a call's plan, its caller, facts, traps and accepted answers."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from scenarios.contact import Channel, GridReference, Length, Located, Plan
from scenarios.facts import Answer, CallerQuestion, Fact, FactKind, Place, Press, Restricted, Told, Twist, When
from scenarios.frozen import Asked, Duration, Frozen, Lines, Milliseconds, Moment, milliseconds
from scenarios.judged import (
    Accepts,
    Closing,
    MarkingChoice,
    Never,
    Row,
    Sound,
    TimedSound,
    Topic,
    Update,
    Verification,
    VerificationItem,
    Wanted,
)
from scenarios.once import once
from scenarios.person import Caller, Mood, OtherPerson, PhonePass, SpokenOf, Voice
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk

__all__ = [
    "Accepts", "Answer", "Asked", "Caller", "CallerQuestion", "Channel", "Closing", "CompiledScenario", "Duration",
    "Fact", "FactKind", "Frozen", "GridReference", "Length", "Lines", "Located", "MarkingChoice", "Milliseconds",
    "Moment", "Mood", "Never", "OtherPerson", "PhonePass", "Place", "Plan", "Press", "Restricted", "Row", "Scenario",
    "Sound", "SpokenOf", "TimedSound", "Told", "Topic", "Twist", "Update", "Verification", "VerificationItem", "Voice",
    "Wanted", "When", "milliseconds",
]  # fmt: skip


class Scenario(Frozen):
    """One surface of a scenario (one variant, filled in): all that the engine and the marking need."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{2,60}$")
    title: str
    family: str
    sibling_of: str | None = None
    channel: Channel
    plan: Plan
    caller: Caller
    others: Mapping[str, OtherPerson] = {}
    passes: tuple[PhonePass, ...] = ()
    spoken_of: Mapping[str, SpokenOf] = {}  # each becomes topics: see spoken_of.py
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
        return _kinds(self)[fact_id]

    def choice_of(self, point: str) -> MarkingChoice | None:
        """The marking choice for a point, or None where this scenario does not use it."""
        return next((choice for choice in self.marking if choice.point == point), None)


@once
def _kinds(scenario: Scenario) -> Mapping[str, FactKind]:
    """How a record of each fact is compared, worked out once: it is asked a hundred times in every call."""
    return {name: _kind(fact, scenario.channel.desk) for name, fact in scenario.facts.items()}


def _kind(fact: Fact, desk: Desk) -> FactKind:
    if fact.kind is not None:
        return fact.kind
    field = vocabulary().field(desk, fact.field) if fact.field else None
    if field is None:
        return "place" if isinstance(fact.value, Place) else "text"
    return field.kind


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
