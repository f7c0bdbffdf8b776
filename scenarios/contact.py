"""How a contact comes in, and the simulation plan behind it."""

from typing import Literal

from pydantic import ConfigDict, Field

from scenarios.frozen import Duration, Frozen, Lines


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


class Relay(Frozen):
    """An assistant who speaks for a caller who cannot hear or be heard: says their words, explains the turns."""

    introduces: Lines
    turn_ends: str = "go ahead"  # what both sides say at the end of a turn
    voice: str = "operator"
    reminds: Lines = ("Say go ahead when you have finished, please.",)
    asks_to_be_spoken_past: Lines = ("Please speak to the caller as if I were not here. I'll say all of it.",)
    longest_turn: int = Field(default=60, ge=15, le=200)  # words; the caller sends a longer turn back, twice a call
    asks_for_less: Lines = ("That was a long message. Short, please, and one thing at a time.",)


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
    relay: Relay | None = None
    quality: Literal["clear", "fair", "poor", "breaking"] = "clear"  # the line's difficulty, heard only
    answers_call_back: bool = True  # whether ringing back a dropped line reaches them


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
