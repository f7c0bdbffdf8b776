"""One turn of the caller's: its parts gathered, and the line that comes of them."""

from dataclasses import dataclass
from typing import Literal

from scenarios.scenario import Caller, Scenario
from simulator.anew import replace
from simulator.answers.fillers import begun_with, goes_before, with_filler
from simulator.answers.one_breath import as_it_is_now, without_repeats
from simulator.answers.order_of_parts import goodbye_last
from simulator.answers.said_lately import less, other_words, remembering, said_anew
from simulator.answers.telling import Whole
from simulator.answers.wording import choose, joined
from simulator.events import How
from simulator.heard import ASKING
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.people import danger_is_over

MOST_PARTS = 4  # what a person says in one breath
WRITTEN = "answer:"
TOLD_AGAIN = (WRITTEN, "again:")  # keys of what is said less of the second time
# What is offered, read back or brought by a twist is the truth; what they tell by themselves may fall short at first.
FIRST_TELLINGS: frozenset[How] = frozenset({"asked", "volunteered", "opening"})


@dataclass(frozen=True)
class Telling:
    """A fact in a line, how it came out, and whether it is the whole truth yet."""

    fact: str
    how: How
    whole: Whole = "full"


@dataclass(frozen=True)
class Line:
    """One thing the caller says, with all that it carries; `mind` is theirs afterwards."""

    text: str
    mind: Mind
    tells: tuple[Telling, ...] = ()
    answers: tuple[str, ...] = ()
    press: str | None = None
    question: str | None = None
    twist: str | None = None
    corrects: str | None = None
    confirms: str | None = None
    understood: bool = True
    moved_by: str = ""
    hangs_up: bool = False
    manner: Literal["speech", "taps", "silence"] = "speech"


@dataclass(frozen=True)
class Setting:
    """What a caller's turn depends on besides the words."""

    scenario: Scenario
    seed: int
    moments: Moments

    @property
    def caller(self) -> Caller:
        """Whose words are said."""
        return self.scenario.caller


class Turn:
    """Gathers the parts of one turn; lives only while it is decided."""

    def __init__(self, setting: Setting, mind: Mind) -> None:
        self.setting = setting
        self.mind = mind
        self.parts: list[str] = []
        self.courtesies: list[str] = []
        self.written_courtesies: list[str] = []  # those of them that the author wrote for this call
        self.tells: list[Telling] = []
        self.answers: list[str] = []
        self.brought: set[str] = set()  # facts told or repeated in this very turn
        self.written: set[int] = set()  # the author's answers given in this very turn
        self.shut = False  # they said that they will tell no more
        self.spelling = False  # the handler spelled, or asked for spelling
        self.asked_besides = False  # something is asked in the same words beside what is answered now
        self.by_the_way = False  # what is answered now was said beside a question, and gets a word at most
        self.plainly = True  # what is answered now was plainly heard
        self.line = Line("", mind)

    def say(self, lines: tuple[str, ...], key: str, *, courtesy: bool = False) -> None:
        """One of the lines is said; `key` names them, so that they go round."""
        text = choose(lines, self.setting.seed, key, self.mind.count(key))
        text = other_words(lines, text, self.mind.lately)
        if key.startswith(TOLD_AGAIN):
            text = less(text, self.mind.lately)
        if key.startswith(WRITTEN) and not courtesy and self.plainly:
            begin = said_anew(text, self.mind.last_line, self.setting.caller.impatient, self.mind.lately)
            text = begun_with(begin, text) if begin and goes_before(begin, text) else text
        self.mind = self.mind.having_said(key)
        (self.courtesies if courtesy else self.parts).append(text)

    def say_not_understood(self) -> None:
        """They did not understand, and say so."""
        self.say(self.setting.caller.not_understood, "not_understood")
        self.line = replace(self.line, understood=False)

    def tell(self, fact: str, how: How) -> None:
        """The fact comes out: the first time perhaps only in part or mistaken, and then in full."""
        first = self.setting.scenario.facts[fact].first
        new = fact not in self.mind.told
        whole: Whole = first.kind if new and first is not None and how in FIRST_TELLINGS else "full"
        if new or fact in self.mind.unsettled:
            self.tells.append(Telling(fact, how, whole))
        self.mind = self.mind.having_told(fact, settled=whole == "full")

    def done(self, *, filler: bool = False) -> Line:
        """The line that came of it; `filler` allows it to begin with a word of theirs."""
        over = danger_is_over(self.setting.scenario, self.setting.moments)
        said = as_it_is_now(without_repeats(self.parts), danger_over=over)
        text = goodbye_last(joined(said or self.courtesies[:1]))
        if text:
            self.mind = replace(self.mind, lines=self.mind.lines + 1)
        if filler and self.parts and text:
            text, self.mind = with_filler(text, self.setting.caller.fillers, self.mind, self.setting.seed)
        mind = replace(
            self.mind,
            last_line=text or self.mind.last_line,
            lately=remembering(self.mind.lately, self.parts or self.courtesies[:1]),
            about=self._about() if text else self.mind.about,
        )
        return replace(
            self.line, text=text, mind=mind, tells=tuple(self.tells), answers=tuple(dict.fromkeys(self.answers))
        )

    def _about(self) -> tuple[str, ...]:
        """What the line answers and tells: what was asked, and the facts told or told again."""
        asked = (name for name in self.answers if name.startswith(("topic:", *ASKING)))
        facts = (*(one.fact for one in self.tells), *sorted(self.brought))
        return tuple(dict.fromkeys((*asked, *facts)))
