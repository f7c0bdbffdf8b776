"""What was understood of an utterance: intents, values and whether they agree with what the caller told."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from scenarios.scenario import Frozen

ASKING = ("ASK_", "VER_ASK")  # how the intents of the vocabulary begin that ask


class HeardIntent(Frozen):
    """One intent heard, 0 to 1 sure; `slot` is its finer kind; `span` the words it rests on.

    `beside` marks what the same words mean in general where a topic of the scenario is what they ask: the caller
    answers the topic, and the mark for asking is earned all the same.
    """

    id: str
    confidence: float
    slot: str | None = None
    span: str = ""
    beside: bool = False

    @property
    def name(self) -> str:
        """INTENT:slot, or INTENT where it has no slot: the name by which scenarios speak of it."""
        return f"{self.id}:{self.slot}" if self.slot else self.id

    @property
    def asks(self) -> bool:
        """Whether it asks for something: a topic of the scenario, or an asking of the vocabulary."""
        return self.id == "topic" or self.id.startswith(ASKING)

    def answers_to(self, asked: str) -> bool:
        """Whether this is what `asked` names: INTENT alone fits any slot, INTENT:slot only its own."""
        if not asked.startswith(self.id):  # nearly all that it is held against
            return False
        intent, _, slot = asked.partition(":")
        return self.id == intent and (not slot or slot == self.slot)


# told: the caller gave this fact before; offered: the handler named it before the caller did;
# restricted: it may not be given to this caller; unknown: agrees with no fact.
Standing = Literal["told", "offered", "restricted", "unknown"]
Agreement = Literal["right", "near", "wrong", "none"]


class HeardValue(Frozen):
    """A value in the handler's words, normalised; the fact it concerns and how it agrees with it."""

    kind: str
    value: str
    said: str = ""
    fact: str | None = None
    agreement: Agreement = "none"
    standing: Standing = "unknown"


class HeardWord(Frozen):
    """One word as a recogniser heard it, and how likely it is, 0 to 1."""

    word: str
    probability: float = Field(ge=0, le=1)


class Recognised(Frozen):
    """How spoken words became text: what was heard word by word, by which engine, and whether the trainee put it right.

    `confidence` is the mean of the words' probabilities, 0 to 1. Doubt never costs a mark.
    """

    heard: str
    engine: str
    confidence: float = Field(ge=0, le=1)
    words: tuple[HeardWord, ...] = ()
    corrected: bool = False
    low_reliability: bool = False  # an engine known to mishear often


@dataclass(frozen=True)
class Truth:
    """The answer, the fact it is about (none: it is about the line itself), and whether the answer tells that fact.

    `also` are facts that further questions of the same breath are about and that the same answer tells; `more` is how
    many things those questions ask of. `then` are those that have another answer, in the order asked. `word` is what
    the handler offered to say it with.
    """

    answer: Literal["yes", "no"]
    fact: str | None = None
    tells: bool = False
    also: tuple[str, ...] = ()
    word: str = ""
    more: int = 0
    then: "tuple[Truth, ...]" = ()


class Understood(Frozen):
    """All that one utterance was understood as. `decided_by` names the steps that decided."""

    text: str
    understood: bool
    intents: tuple[HeardIntent, ...] = ()
    values: tuple[HeardValue, ...] = ()
    mode: Literal["core", "semantic"] = "core"
    decided_by: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()  # clauses of the words that meant nothing to the hearing
    truth: Truth | None = None  # what the truth answers where the words ask for yes or no and the answer is sure
