"""Who is calling: voice, mood, and what they say when no fact is asked for."""

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
