"""The caller's state of mind: what they have told, how they feel, what they are waiting for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.anew import replace


@dataclass(frozen=True)
class Aside:
    """How somebody feels who is on this line and does not hold the phone now."""

    mood: str
    trust: int
    moved: Mapping[str, int]


@dataclass(frozen=True)
class Mind:
    """What a caller carries from turn to turn; a new one is made at each change."""

    mood: str
    trust: int = 0
    told: tuple[str, ...] = ()  # facts said, in order (their line may not have ended yet)
    unsettled: tuple[str, ...] = ()  # those of them told only in part or mistaken so far
    said: Mapping[str, int] = field(default_factory=dict)  # how often each line's key was used
    moved: Mapping[str, int] = field(default_factory=dict)  # how often each intent moved the mood
    presses_made: tuple[str, ...] = ()
    press_open: str | None = None  # a press the handler has not answered yet
    questions_asked: tuple[str, ...] = ()
    questions_open: tuple[str, ...] = ()  # asked and not answered yet, the latest last
    opened: bool = False
    last_line: str = ""
    lately: tuple[str, ...] = ()  # parts of their last lines, as they were said
    about: tuple[str, ...] = ()  # what their last line answered and told: what was asked (`topic:id`), and facts
    last_fact: str | None = None
    warned: bool = False  # they said that they will hang up
    insults: int = 0  # since they were last met with an apology or a kind word
    instructions: Mapping[str, int] = field(
        default_factory=dict
    )  # heard while in panic, and how often; under ATTEMPTS all
    eased: bool = False  # the panic is over
    cut_in_on: int = 0  # how often the handler talked over them
    lines: int = 0
    filler_at: int = -9  # the line that last began with a filler
    asked_back_at: int = -9  # the line in which they last asked for what they had not caught
    owned_up_at: int = -9  # the line in which they last said of a lost question that they could not say
    given: str = ""  # what the handler last gave them to keep, a reference or advice, as it can be said back
    given_at: int = -9  # the line in which it was given
    holds: str = "caller"  # who holds the phone and whose mood and trust these are
    aside: Mapping[str, Aside] = field(default_factory=dict)  # how those feel who held it before
    answers_by: Literal["speech", "taps", "front"] = "speech"
    agreed: tuple[str, str] = ("", "")  # the words that the handler offered for yes and for no
    unheard: tuple[str, ...] = ()  # facts of the last line that were lost on the way; told when it is said again

    def count(self, key: str) -> int:
        """How often the line with this key was said."""
        return self.said.get(key, 0)

    def having_said(self, key: str) -> "Mind":
        """This mind after saying the line with this key once more."""
        return replace(self, said={**self.said, key: self.count(key) + 1})

    def without_telling(self, facts: Collection[str]) -> "Mind":
        """This mind as if these facts had not been told: nobody heard them."""
        return replace(
            self,
            told=tuple(name for name in self.told if name not in facts),
            unsettled=tuple(name for name in self.unsettled if name not in facts),
        )

    def having_told(self, fact: str, *, settled: bool = True) -> "Mind":
        """This mind after telling a fact; `settled` is False while it is told only in part or mistaken."""
        told = self.told if fact in self.told else (*self.told, fact)
        others = tuple(name for name in self.unsettled if name != fact)
        return replace(self, told=told, last_fact=fact, unsettled=others if settled else (*others, fact))
