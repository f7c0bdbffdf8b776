"""What the models make of an utterance, and what one clause of it brought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simulator.heard import ASKING, HeardIntent, HeardValue
from simulator.understanding.model import Floats
from simulator.understanding.sense import Alike

QUESTIONS = ASKING
IN_GENERAL = 0.8  # how sure words must be to say something rather than ask it
BESIDE = 0.55  # how sure the general meaning of a topic's words must be to stand beside it
_CERTAIN_TOPIC = 0.93  # from here a clause is a topic's own question, and no list
LISTED_PLAINLY = 0.78  # how sure each thing of a list must be


@dataclass(frozen=True)
class Weighed:
    """What the models make of an utterance's clauses: how likely each label is, and how alike examples are."""

    odds: Mapping[str, Floats]
    doubted: Mapping[str, bool]
    alike: Alike


@dataclass(frozen=True)
class Brought:
    """What one clause brought."""

    intents: tuple[HeardIntent, ...] = ()
    values: tuple[HeardValue, ...] = ()
    steps: tuple[str, ...] = ()
    ack: bool = False

    @property
    def nothing(self) -> bool:
        """Whether it meant nothing at all to the hearing."""
        return not (self.intents or self.values or self.ack)

    @property
    def without_questions(self) -> "Brought":
        """The same as said by words that ask nothing; a sign of listening where they brought only questions."""
        kept = tuple(one for one in self.intents if not one.id.startswith((*QUESTIONS, "topic")))
        return replace(self, intents=kept, ack=self.ack or not kept)

    @property
    def certain(self) -> bool:
        """Whether it is a topic's question all but in its words."""
        return any(one.id == "topic" and one.confidence >= _CERTAIN_TOPIC for one in self.intents)

    @property
    def open(self) -> bool:
        """Whether nothing of the scenario's own lists and facts has settled it."""
        return not {"facts", "advice", "promises"} & set(self.steps)

    @property
    def plainly_asked(self) -> frozenset[tuple[str, str | None]]:
        """What it asks for, as far as that is plain."""
        return frozenset(
            (intent.id, intent.slot)
            for intent in self.intents
            if intent.id.startswith((*QUESTIONS, "topic")) and not intent.beside and intent.confidence >= LISTED_PLAINLY
        )

    @property
    def things_asked(self) -> int:
        """How many things it plainly asks for; a topic and the details beside it are one, whichever of them it is."""
        topics = sum(name == "topic" for name, _ in self.plainly_asked)
        return topics or len(self.plainly_asked)
