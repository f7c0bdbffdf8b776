"""What the handler said, turn by turn, and how surely it was heard."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice
from operator import attrgetter
from typing import Literal

from scoring.happenings import Happened, Happenings
from scoring.matching import is_word_list
from scoring.own_words import own_words
from scoring.refusing import refused
from scoring.wording import quoted
from simulator.anew import replace
from simulator.events import CallerSaid, FactTold, HandlerSaid
from simulator.heard import HeardIntent, HeardValue
from simulator.journal import clock

SURE = 0.5  # below this an utterance gives no negative mark (DOMAIN section 5, rule 3)
CLEAR = 0.4  # below this an utterance says nothing either way; a fact that it brings out still counts
_How = Literal["counts", "surely"]
PLAIN = 0.8  # from here a clause that was heard as a deed does it, in words that no list holds
CROWDED = 8  # an utterance of more intents than this is a list of words, not questions


@dataclass(frozen=True)
class Turn:
    """One utterance of the handler: `number` counts from 1; its time is its end, `began_ms` its first key."""

    number: int
    n: int
    t_ms: int
    said: HandlerSaid
    focus: str = field(default="", compare=False)  # the words that say what was looked for

    @property
    def began_ms(self) -> int:
        """When its first key or sound came."""
        return self.said.began_ms

    @cached_property
    def crowded(self) -> bool:
        """Whether it holds so many intents, or is so bare a list of words, that none can be taken as meant."""
        many = len({intent.id for intent in self.said.intents}) > CROWDED
        return many or is_word_list(self.said.text)

    def plainly(self, name: str) -> bool:
        """Whether this was heard so clearly that its words need not stand in a list as well."""
        heard = (intent for intent in self.said.intents if intent.confidence >= PLAIN)
        return not self.crowded and any(intent.answers_to(name) for intent in heard)

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.began_ms)

    @property
    def quote(self) -> str:
        """The words that matter, quoted as they were said; all of them where none stand out."""
        return quoted(own_words(self.said.text, self.focus) if len(self.focus.split()) > 1 else self.said.text)


class Speech:
    """The handler's turns; intents are asked for by name, or as INTENT:slot."""

    def __init__(self, seen: Happenings) -> None:
        self.seen = seen
        self.turns = tuple(
            Turn(number, said.n, said.t_ms, said.event) for number, said in enumerate(seen.all(HandlerSaid), start=1)
        )
        self._found: dict[tuple[str, _How], tuple[Turn, ...]] = {}

    @cached_property
    def _by_intent(self) -> dict[str, list[tuple[Turn, HeardIntent]]]:
        found: dict[str, list[tuple[Turn, HeardIntent]]] = {}
        for turn in self.turns:
            for intent in map(partial(_as_meant, turn), turn.said.intents):
                found.setdefault(intent.id, []).append((turn, intent))
        return found

    @cached_property
    def _crowded(self) -> frozenset[int]:
        return frozenset(turn.number for turn in self.turns if turn.crowded)

    def said(self, *names: str, after: int = -1, before: int | None = None) -> tuple[Turn, ...]:
        """The turns that say any of these, begun after one time and before another (milliseconds).

        An utterance crammed with intents counts only for those that the caller answered with a fact.
        """
        return self._find(names, after, before, "counts")

    def _counts(self, turn: Turn, intent: HeardIntent) -> bool:
        meant = intent.confidence >= CLEAR and turn.number not in self._crowded
        return meant or self.brought(turn, intent.id)

    def surely(self, *names: str, after: int = -1, before: int | None = None) -> tuple[Turn, ...]:
        """The turns that say any of these with enough confidence for a negative mark."""
        return self._find(names, after, before, "surely")

    def _find(self, names: tuple[str, ...], after: int, before: int | None, how: _How) -> tuple[Turn, ...]:
        turns = self._saying(names[0], how) if len(names) == 1 else self._saying_any(names, how)
        return tuple([turn for turn in turns if turn.began_ms > after and (before is None or turn.began_ms < before)])

    def _saying_any(self, names: tuple[str, ...], how: _How) -> tuple[Turn, ...]:
        """The turns that say any of these in the order said, each once, by the first of the names that it says."""
        found: dict[int, Turn] = {}
        for name in names:
            for turn in self._saying(name, how):
                found.setdefault(turn.number, turn)
        return tuple(found[number] for number in sorted(found))

    def _saying(self, name: str, how: _How) -> tuple[Turn, ...]:
        """The turns that say one thing, each once, looked for once: many points ask for the same words."""
        known = self._found.get((name, how))
        if known is None:
            found: dict[int, Turn] = {}
            for turn, intent in self._by_intent.get(name.partition(":")[0], ()):
                if turn.number in found or not intent.answers_to(name):
                    continue
                if intent.confidence >= SURE if how == "surely" else self._counts(turn, intent):
                    found[turn.number] = replace(turn, focus=intent.span)
            known = self._found[name, how] = tuple(found.values())
        return known

    def first(self, *names: str, after: int = -1, before: int | None = None) -> Turn | None:
        """The first turn that says any of these, or None."""
        return next(iter(self.said(*names, after=after, before=before)), None)

    def intent_of(self, turn: Turn, name: str) -> HeardIntent | None:
        """The intent of a turn that goes by this name, or None."""
        return next((intent for intent in turn.said.intents if intent.answers_to(name)), None)

    def turns_after(self, t_ms: int, most: int) -> tuple[Turn, ...]:
        """The next `most` turns that ended after a time."""
        return tuple(islice((turn for turn in self.turns if turn.t_ms > t_ms), most))

    def within(self, t_ms: int, most: int, *names: str) -> Turn | None:
        """The first of the next `most` turns after a time that says any of these, or None."""
        numbers = {turn.number for turn in self.turns_after(t_ms, most)}
        return next((turn for turn in self.said(*names) if turn.number in numbers), None)

    def values_of(self, facts: Iterable[str], *standings: str) -> tuple[tuple[Turn, HeardValue], ...]:
        """The values said that concern these facts and stand so (told, offered, restricted), with their turns."""
        wanted = set(facts)
        return tuple(
            (turn, value)
            for turn in self.turns
            for value in turn.said.values
            if value.fact in wanted and value.standing in standings
        )

    def line_after(self, n: int) -> Happened[CallerSaid] | None:
        """The caller's first line after entry `n`, or None."""
        lines = self.seen.all(CallerSaid)
        place = bisect_right(lines, n, key=attrgetter("n"))
        return lines[place] if place < len(lines) else None

    def brought(self, turn: Turn, intent: str) -> bool:
        """Whether the caller's next line answered this intent with a fact."""
        line = self.line_after(turn.n)
        if line is None or not line.event.facts:
            return False
        return any(answer.partition(":")[0] == intent for answer in line.event.answers)

    def spoke_when_told(self, told: Happened[FactTold]) -> Happened[CallerSaid] | None:
        """The caller's line that carried a fact, or None."""
        lines = [line for line in self.seen.all(CallerSaid) if told.event.fact in line.event.facts]
        return lines[-1] if lines else None


def _as_meant(turn: Turn, intent: HeardIntent) -> HeardIntent:
    """A refusal that was heard as giving the thing away, for its spelling, is the refusal that it is; and so with other
    words that a likeness misled."""
    if intent.id == "NEG_DISCLOSE" and refused(turn.said.text, intent.span):
        return intent.model_copy(update={"id": "DP_REFUSE", "slot": None})
    other = next(
        (other for name, words, other in _NOT_THAT if name == intent.id and words.search(turn.said.text)), None
    )
    return intent.model_copy(update={"id": other, "slot": None}) if other else intent


# Words that one sound or spelling makes look like another question: who needs carrying is armed with nothing.
_NOT_THAT = (
    ("ASK_WEAPON", re.compile(r"\b(?:needs?|be|being|wants?) (?:to be )?carr(?:ied|ying)\b", re.I), "ASK_HEALTH"),
    ("ASK_INJURY", re.compile(r"\b(?:mind|careful|watch)\b[^.?!]{0,12}\bdon'?t hurt yourself\b", re.I), "ADV_SAFETY"),
    ("ASK_INJURY", re.compile(r"^\W*what (?:can|do) (?:you|u) (?:here|hear)\b\W*$", re.I), "ASK_WHAT_HAPPENED"),
)
