"""Who is calling: voice, mood, and what they say when no fact is asked for."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from scenarios.frozen import Asked, Duration, Frozen, Lines


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


class OtherPerson(Frozen):
    """Somebody else who may speak on this line: takes the phone, calls out behind, or is heard there.

    They tell the facts that name them in `known_by`, in the words of the fact's `said_by`.
    """

    name: str
    role: str
    voice: Voice
    age: int | None = Field(default=None, ge=1, le=110)
    background: str = ""
    not_understood: Lines = ("Sorry?",)
    does_not_know: Lines = ("I don't know.",)
    acknowledges: Lines = ("Okay.",)
    silence: Lines = ("Hello?",)


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
    persona: str | None = None  # scenarios/personas/<id>.yaml: fills the stock lines that the scenario leaves out
    manners: Mapping[str, Lines] = {}  # what they say to a courtesy or a statement, by intent
    fillers: tuple[str, ...] = ()  # words of theirs that may begin a line: "Well,", "Right, so"
    answers_by: Literal["speech", "taps"] = "speech"  # taps: one for yes, two for no, to closed questions only
    goodbye: tuple[str, ...] = ("Thank you. Bye.",)
