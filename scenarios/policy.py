"""A force's policy: grades, targets, authorities, greetings, verification, purposes, pass rules; never hard-coded."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from scenarios.once import once
from scenarios.scenario import Duration, Frozen


class Grade(Frozen):
    """A grade of response: `rank` 1 is the most urgent; `set_within` is the time to set it after its fact."""

    id: str
    name: str
    rank: int = Field(ge=1, le=9)
    target: str
    set_within: Duration
    lower_needs: str | None = None  # the role whose authority a downgrade to this grade needs


class VerificationLevel(Frozen):
    """What a kind of request needs: how many of the accepted items must pass (0: it is never given by phone)."""

    label: str
    needed: int = Field(ge=0, le=9)
    items: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    by_phone: bool = True


class Greeting(Frozen):
    """Words that a greeting on a channel must have (any of each group), and how soon after answering."""

    says: tuple[tuple[str, ...], ...]
    within: Duration = 3_000
    model: str = ""


class Named(Frozen):
    """A named choice: a purpose for a look-up, a category, a qualifier, a route."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    desk: Literal["incident", "ticket", "both"] = "both"


class Route(Frozen):
    """A formal route for a request: what it is called and how it is used."""

    id: str
    name: str
    how: str


class PassRules(Frozen):
    """When a run is met. Profiles are kept apart: each dimension has its own share to reach (0 to 1)."""

    shares: Mapping[str, Annotated[float, Field(ge=0, le=1)]]
    criticals: Mapping[str, tuple[str, ...]]  # run type -> points that are critical
    demoted: Mapping[str, str] = {}  # point -> reason it is only held for the assessor here
    default_share: float = Field(default=0.6, ge=0, le=1)


class Recording(Frozen):
    """Whether the sound of calls is recorded: always, never, or as the trainee chooses; and how small it is kept."""

    assessment: Literal["always", "never"] = "always"
    practice: Literal["always", "choice", "never"] = "choice"
    codec: Literal["flac", "opus"] = "flac"  # opus is a fifth of the size and loses a little of the sound


class Policy(Frozen):
    """One force's policy file."""

    id: str
    force: str
    contact_centre: str
    version: str
    grades: tuple[Grade, ...]
    greetings: Mapping[str, Greeting]
    verification: Mapping[str, VerificationLevel]
    purposes: tuple[Named, ...]
    categories: tuple[Named, ...]
    ticket_types: tuple[Named, ...]
    qualifiers: tuple[Named, ...]
    routes: tuple[Route, ...]
    reset_channels: tuple[str, ...]  # approved ones
    may_promise: tuple[str, ...] = ()
    numbers: Mapping[str, str] = {}  # published service numbers that may be spoken
    pass_rules: PassRules
    retention_years: int = Field(default=3, ge=1, le=30)
    recording: Recording = Recording()
    sufficiency_runs: int = Field(default=2, ge=1, le=20)
    record_within: Duration = 60_000
    record_within_immediate: Duration = 20_000
    rationale_within: Duration = 60_000
    guidance: Mapping[str, str] = {}  # pages of the Policy look-up: title -> text

    def grade(self, name: str) -> Grade | None:
        """The grade that goes by this id or name, in any case, or None."""
        wanted = name.strip().lower()
        return next((g for g in self.grades if wanted in (g.id, g.name.lower())), None)

    def named(self, of: Literal["purposes", "categories", "ticket_types", "qualifiers"], name: str) -> Named | None:
        """The named choice that goes by this id, name or other name, in any case, or None."""
        choices: tuple[Named, ...] = getattr(self, of)
        return _by_name(choices).get(_key(name.strip()))


def _key(name: str) -> str:
    return name.lower().replace("_", " ").replace("-", " ")


@once
def _by_name(choices: tuple[Named, ...]) -> Mapping[str, Named]:
    """The choices by every name they go by; of two that share one the first."""
    found: dict[str, Named] = {}
    for choice in choices:
        for name in (choice.id, choice.name, *choice.also):
            found.setdefault(_key(name), choice)
    return found
