"""The value of an asked-and-answered field: yes, no or not known, with free words after it; pure."""

from dataclasses import dataclass

CHOICES = ("Yes", "No", "N/K")
PLAIN = ("location_confirmed",)  # asked without words after it
_WORDS = {"Yes": "yes", "No": "no", "N/K": "not known"}


@dataclass(frozen=True)
class AnswerValue:
    """What was chosen (one of CHOICES, or None) and the words with it."""

    chosen: str | None
    detail: str = ""

    def text(self) -> str:
        """As it is recorded: `yes, a crowbar`; words alone where nothing was chosen."""
        parts = [_WORDS[self.chosen]] if self.chosen else []
        return ", ".join([*parts, *([self.detail.strip()] if self.detail.strip() else [])])


def read_answer(text: str) -> AnswerValue:
    """The answer that was recorded as this text."""
    first, _, rest = text.partition(",")
    for choice, word in _WORDS.items():
        if first.strip().lower() == word:
            return AnswerValue(choice, rest.strip())
    return AnswerValue(None, text)
