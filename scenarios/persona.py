"""A persona: how somebody speaks on the telephone, whatever the call is about. People, not types."""

from collections.abc import Mapping

from pydantic import Field

from scenarios.frozen import Asked, Duration, Frozen, Lines


class Persona(Frozen):
    """The stock lines, manners and pace that a caller brings to any scenario; a scenario's own words go first.

    Nothing here says what is true of a call: facts stay the scenario's.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{2,40}$")
    title: str
    about: str  # who this is, for authors
    ages: tuple[int, int]  # youngest and oldest whom these words fit
    roles: tuple[str, ...] = ()  # as `caller.role`, where they could not ring in any other
    first_language: str = "English"
    need: str = ""  # hearing, speech, learning and the like
    helps: str  # what a good handler does for them, for trainers
    words_a_minute: int = Field(default=165, ge=80, le=240)
    silence_after: Duration = 15_000
    fillers: tuple[str, ...] = ()
    not_understood: Lines
    does_not_know: Lines
    asks_back: tuple[str, ...] = ()  # "what was the other thing?"; without it the words anybody uses
    silence: Lines
    acknowledges: Lines
    goodbye: Lines
    impatient: Lines
    after_hold: Lines
    interrupted: Lines
    says_when_upset: Lines
    says_when_calmed: Lines
    warns: Lines
    says_when_shut: Lines
    calmed_by: tuple[Asked, ...] = ()  # besides those of the scenario
    upset_by: tuple[Asked, ...] = ()
    manners: Mapping[str, Lines]
