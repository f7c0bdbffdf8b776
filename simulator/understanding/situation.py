"""What the caller knows and has told: the setting in which an utterance is understood."""

from dataclasses import dataclass, field
from typing import Protocol

from simulator.heard import Understood


@dataclass(frozen=True)
class KnownFact:
    """A fact the words may concern: id, kind, value as told, other right forms, whether told already."""

    id: str
    kind: str
    value: str
    forms: tuple[str, ...] = ()
    told: bool = False
    field: str | None = None


@dataclass(frozen=True)
class Secret:
    """A restricted value: its value, phrases that give it away, phrases that admit it exists, and the names of those
    whom the phrases call she or he."""

    id: str
    value: str
    phrases: tuple[str, ...] = ()
    confirms: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """Somebody who is spoken of in a call; topics that an aspect of theirs became are called `id.aspect`."""

    id: str
    called: tuple[str, ...]
    pronoun: str = "they"


@dataclass(frozen=True)
class Situation:
    """The scenario's side of understanding; empty for `run_sim.py understand`."""

    facts: tuple[KnownFact, ...] = ()
    secrets: tuple[Secret, ...] = ()
    safe_advice: tuple[str, ...] = ()
    unsafe_advice: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    topics: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (topic id, examples)
    people: tuple[Named, ...] = ()  # those who are spoken of
    expected: tuple[str, ...] = ()  # intents that this scene makes likely
    asked: frozenset[str] = frozenset()  # INTENT or INTENT:slot that some fact of the scenario answers, told or not
    last_caller_line: str = ""
    earlier: tuple[str, ...] = field(default=())  # the handler's own earlier utterances, newest last

    def __hash__(self) -> int:
        """Of what differs from line to line: the hundreds of sentences that are the scenario's own tell none apart."""
        return hash((self.last_caller_line, self.earlier, self.expected))


class Understanding(Protocol):
    """Words to intents and values. The same words in the same situation always give the same."""

    @property
    def mode(self) -> str: ...

    def understand(self, text: str, situation: Situation) -> Understood: ...

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """How alike the words are to each example in sense, 0 to 1; None where only words are known."""
        ...
