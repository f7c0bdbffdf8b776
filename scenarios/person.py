"""Who is calling: voice, mood, and what they say when no fact is asked for."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from scenarios.frozen import Asked, Duration, Frozen, Lines, Moment


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
    warns: Lines = ("If you're going to talk to me like that, I'm putting the phone down.",)  # before hanging up
    shuts_down_at: int | None = Field(default=None, ge=-10, le=-1)  # at this trust only what matters is still told
    says_when_shut: Lines = ("I've said what I've got to say.",)


class Panic(Frozen):
    """A caller who cannot take anything in at first. The same short instruction again, calmly, brings them round.

    `times` is how often one and the same thing must be said; CTRL_REPEAT_PERSIST counts as said again. 0 is nobody in
    panic, for the surfaces of a call whose caller keeps their head.
    """

    says: Lines
    eased: Lines
    times: int = Field(default=2, ge=0, le=4)


class OtherPerson(Frozen):
    """Somebody else who may speak on this line: takes the phone, calls out behind, or is heard there.

    They tell the facts that name them in `known_by`, in the words of the fact's `said_by`.
    """

    name: str
    role: str
    voice: Voice
    age: int | None = Field(default=None, ge=1, le=110)
    background: str = ""
    mood: Mood = Mood(starts="calm")
    named_from: tuple[Moment, ...] = ()  # once any of these came, the desk shows who it is; before, another voice
    shown_as: str = ""  # what the desk then calls them; their role where it is empty
    not_understood: Lines = ("Sorry?",)
    does_not_know: Lines = ("I don't know.",)
    defers: tuple[str, ...] = ()  # to a question that somebody else on the line could answer; else does_not_know
    acknowledges: Lines = ("Okay.",)
    silence: Lines = ("Hello?",)
    manners: Mapping[str, Lines] = {}
    goodbye: tuple[str, ...] = ("Bye.",)


class SpokenOf(Frozen):
    """Somebody whom the caller speaks of and who may be asked about: what they are called, and what is known of them.

    `about` has what the caller says to an aspect of them (vocabulary/about.yaml: age, looks, where, told, ...).
    `unknown` is said to every other aspect that no question of the call's own asks and that `elsewhere` does not name;
    where it is empty only `about` is answered.
    """

    called: Annotated[tuple[str, ...], Field(min_length=1, max_length=6)]  # Daddy, your dad
    pronoun: Literal["he", "she", "they"] = "they"
    about: Mapping[str, Lines] = {}
    unknown: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()  # aspects that the call's own facts and topics answer


class PhonePass(Frozen):
    """Somebody else comes to the phone when they are asked for; as often as it is asked.

    Whoever holds the phone says one of `says`, then `to` takes it and says one of `takes`. While `needs` are missing
    or after any of `unless`, the answer is one of `refuses`, or that of the scenario's own `answers` where it is empty.
    """

    to: str  # a person of `others`, or "caller"
    asked: tuple[Asked, ...] = Field(min_length=1)
    needs: tuple[Moment, ...] = ()
    unless: tuple[Moment, ...] = ()
    says: Lines
    takes: Lines
    refuses: tuple[str, ...] = ()


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
    words_a_minute: int = Field(default=165, ge=80, le=240)  # how fast they speak
    asks_back: tuple[str, ...] = ()  # to several questions of which they caught all but one
    impatient: tuple[str, ...] = ()  # begins what they have to tell for the third time
    after_hold: Lines = ("Hello? I've just been sat here listening to music.",)  # after a hold nobody explained
    interrupted: Lines = ("Can I finish? You keep talking over me.",)  # at the third time they are cut in on
    panic: Panic | None = None
    # taps: one for yes, two for no, to closed questions only; front: talks as if to somebody else, see `front`
    answers_by: Literal["speech", "taps", "front"] = "speech"
    says_yes: tuple[str, ...] = ()  # behind a front: a yes that sounds like something else
    says_no: tuple[str, ...] = ()
    front: tuple[str, ...] = ()  # behind a front: what they say to a question that needs more than yes or no
    reconnects: Lines = ("Hello? I think we got cut off.",)  # when they are rung back after the line dropped
    goodbye: tuple[str, ...] = ("Thank you. Bye.",)
