"""The caller's state of mind: what they have told, how they feel, what they are waiting for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Mind:
    """What a caller carries from turn to turn; a new one is made at each change."""

    mood: str
    trust: int = 0
    told: tuple[str, ...] = ()  # facts said, in order (their line may not have ended yet)
    said: Mapping[str, int] = field(default_factory=dict)  # how often each line's key was used
    moved: Mapping[str, int] = field(default_factory=dict)  # how often each intent moved the mood
    presses_made: tuple[str, ...] = ()
    press_open: str | None = None  # a press the handler has not answered yet
    questions_asked: tuple[str, ...] = ()
    question_open: str | None = None
    opened: bool = False
    last_line: str = ""
    last_fact: str | None = None

    def count(self, key: str) -> int:
        """How often the line with this key was said."""
        return self.said.get(key, 0)

    def having_said(self, key: str) -> "Mind":
        """This mind after saying the line with this key once more."""
        return replace(self, said={**self.said, key: self.count(key) + 1})

    def having_told(self, fact: str) -> "Mind":
        """This mind after telling a fact."""
        told = self.told if fact in self.told else (*self.told, fact)
        return replace(self, told=told, last_fact=fact)
