"""Where a recorded value can have come from: the caller, the network, the operator, a look-up; and by when."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from scenarios.scenario import Fact, Place, Row, Scenario
from scoring.confirmed import confirmed_places
from scoring.fact_sheets import fact_sheets
from scoring.happenings import Happened, Happenings
from scoring.matching import (
    CODES,
    ENOUGH_WORDS,
    codes_in,
    content_words,
    groups_said,
    holds,
    run_of,
    shared,
    without_partial,
)
from scoring.wording import called, place_text, quoted
from simulator.events import (
    CallerSaid,
    FactTold,
    HandlerSaid,
    LookedUp,
    OperatorSaid,
    PhoneRang,
    RecordOpened,
    TwistFired,
)
from simulator.understanding.compare import compare

# Systems whose records are about nobody in particular.
IMPERSONAL = ("gazetteer", "directory", "policy")
GUESS_MS = 10_000  # a line may be written down while it is still being said
AT_ANY_TIME = 10**12


class Sources:
    """What the trainee was told or shown, and by when."""

    def __init__(self, scenario: Scenario, seen: Happenings) -> None:
        self.scenario = scenario
        self.seen = seen
        self.tellings: dict[str, tuple[Happened[FactTold], ...]] = {}
        for told in seen.all(FactTold):
            if told.event.fact in scenario.facts:
                self.tellings[told.event.fact] = (*self.tellings.get(told.event.fact, ()), told)
        for told in confirmed_places(scenario, seen):
            self.tellings.setdefault(told.event.fact, (told,))
        self.told = {fact: tellings[0] for fact, tellings in self.tellings.items()}

    def settled(self, fact: str) -> Happened[FactTold] | None:
        """The telling that a record is held against: the first in full, the last where none was, or None."""
        tellings = self.tellings.get(fact, ())
        return next((one for one in tellings if one.event.standing == "full"), tellings[-1] if tellings else None)

    def put_right(self, fact: str) -> tuple[Happened[FactTold], ...]:
        """The tellings that the settled one replaced: told in part or by mistake before it."""
        settled = self.settled(fact)
        return tuple(one for one in self.tellings.get(fact, ()) if settled is not None and one.n < settled.n)

    def ends_of(self, fact: str) -> tuple[int, ...]:
        """When what a told fact says ceased to be so: the twists and tellings that end it, in milliseconds."""
        told, ended = self.settled(fact), set(self.scenario.facts[fact].told_when.unless)
        if told is None or not ended:
            return ()
        fired = (one for one in self.seen.all(TwistFired) if one.event.twist in ended and one.n > told.n)
        later = (one for name, one in self.told.items() if name in ended and one.n > told.n)
        return (*(one.t_ms for one in fired), *(one.t_ms for one in later))

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The scenario's own records by id."""
        return {row.id: row for rows in self.scenario.records.values() for row in rows}

    def title(self, record: str) -> str:
        """A record as the screen names it, quoted; its id in words where the scenario does not hold it."""
        row = self.rows.get(record)
        return quoted(row.title) if row is not None else f"record {called(record)}"

    @cached_property
    def unknown_rows(self) -> tuple[Happened[LookedUp] | Happened[RecordOpened], ...]:
        """Look-ups of background records, whose contents marking does not see."""
        opened = tuple(o for o in self.seen.all(RecordOpened) if o.event.record not in self.rows)
        listed = tuple(u for u in self.seen.all(LookedUp) if set(u.event.rows) - set(self.rows))
        return (*listed, *opened)

    def perhaps_shown(self, by_ms: int, *, opened: bool = False, of_somebody: bool = False) -> bool:
        """Whether a background record, whose contents marking does not see, was listed or opened by a time; of somebody
        where only a record of a person, vehicle or incident can have shown it, and no gazetteer."""
        return any(
            seen.t_ms <= by_ms
            and (not opened or isinstance(seen.event, RecordOpened))
            and not (of_somebody and seen.event.system in IMPERSONAL)
            for seen in self.unknown_rows
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text the trainee heard or read."""
        return tuple(text for _, text in self.timed)

    def heard_by(self, t_ms: int) -> tuple[str, ...]:
        """The texts that the trainee had begun to hear or read by a time."""
        return tuple(text for since, text in self.timed if since <= t_ms)

    def told_by(self, t_ms: int) -> dict[str, Happened[FactTold]]:
        """The facts that had been told, or were being told, by a time."""
        return {fact: told for fact, told in self.told.items() if told.t_ms - GUESS_MS <= t_ms}

    @cached_property
    def timed(self) -> tuple[tuple[int, str], ...]:
        """Every text the trainee heard or read, with since when."""
        return tuple((since, text) for since, texts in self.together for text in texts if text)

    @cached_property
    def together(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The same, those that came as one together: what a fact or a record holds is the same in every call."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for ring in self.seen.all(PhoneRang):
            yield ring.t_ms, (ring.event.number or "", ring.event.subscriber or "", ring.event.located or "")
        yield from ((said.t_ms, (said.event.text,)) for said in self.seen.all(OperatorSaid))
        yield from ((said.t_ms, (said.event.text,)) for said in self.seen.all(CallerSaid))
        for fact, told in ((fact, told) for fact, tellings in self.tellings.items() for told in tellings):
            # While it was not told in full, what else is true of it was not heard yet.
            full = told.event.standing == "full"
            texts = _of_fact(self.scenario.facts[fact], told.event.value) if full else (told.event.value,)
            yield told.t_ms - GUESS_MS, texts
        if self.scenario.caller.answers_by != "speech":  # a yes in disguise says what was asked
            yield from ((said.t_ms, (said.event.text,)) for said in self.seen.all(HandlerSaid))
        for looked in self.seen.all(LookedUp):
            if looked.event.system == "previous" and looked.event.rows:
                yield looked.t_ms, ("previous log, before, earlier",)
            for row in (self.rows[name] for name in looked.event.rows if name in self.rows):
                yield looked.t_ms, _of_row(row)
        for opened in self.seen.all(RecordOpened):
            if (known_row := self.rows.get(opened.event.record)) is not None:
                yield opened.t_ms, (*_of_row(known_row), *known_row.details.values())

    def give(self, kind: str, value: str, by_ms: int = AT_ANY_TIME) -> bool:
        """Whether a value of this kind, right or nearly, was told, heard or shown by a time. A near miss has a
        source: it is recorded wrongly, not invented."""
        value = without_partial(value) if kind == "registration" else value
        for fact in self.told_by(by_ms):
            own = self._kind(fact, kind)
            if any(compare(own, value, told.event.value).agreement != "wrong" for told in self.tellings[fact]):
                return True
        if kind in CODES:
            return self._code(kind, value, by_ms)
        if kind in ("name", "place"):
            return self._named(kind, value, by_ms)
        return any(holds(kind, text, value) for text in self.heard_by(by_ms)) or self.words(value, by_ms)

    def _kind(self, fact: str, kind: str) -> str:
        own = fact_sheets(self.scenario)[fact].kind
        return kind if own in ("text", kind) else own

    def _code(self, kind: str, value: str, by_ms: int) -> bool:
        run, texts = run_of(value), self.heard_by(by_ms)
        if len(run) >= 3 and any(run in run_of(text) for text in texts):
            return True
        found = (seen.value for text in texts for seen in codes_in(text) if seen.kind == kind)
        return any(compare(kind, value, other).agreement != "wrong" for other in found)

    def _named(self, kind: str, value: str, by_ms: int) -> bool:
        """A name or place has a source when its words were heard; a wrong house number on a street that was
        named is a mistake of recording. Before any place is told, all of its line must have been shown."""
        sheets = fact_sheets(self.scenario)
        if kind == "place" and not any(sheets[fact].kind == "place" for fact in self.told_by(by_ms)):
            line = content_words(value.split(",")[0])
            return line <= self._known(line, by_ms)
        wanted = {word for word in content_words(value) if not word.isdigit()}
        heard = self._known(wanted, by_ms)
        return bool(wanted) and len(heard) * 2 >= len(wanted)

    @cached_property
    def _first_heard(self) -> dict[str, int]:
        """Every word that carries something, and since when it had been heard or read."""
        first: dict[str, int] = {}
        for since, texts in sorted(self.together, reverse=True):  # the last first: what was sooner takes its place
            first.update(dict.fromkeys(_content_words(texts), since))
        return first

    def _known(self, words: Iterable[str], by_ms: int) -> set[str]:
        """Those of the words that had been heard or read by a time."""
        first, later = self._first_heard, by_ms + 1
        return {word for word in words if first.get(word, later) <= by_ms}

    def words(self, value: str, by_ms: int = AT_ANY_TIME) -> bool:
        """Whether any word that carries something was heard or read by a time."""
        wanted = content_words(value)
        return not wanted or bool(self._known(wanted, by_ms))

    def mostly_known(self, text: str, by_ms: int) -> bool:
        """Whether at least half of the telling words of a text, and two, had been heard or read by a time."""
        wanted = content_words(text)
        known = self._known(wanted, by_ms)
        return len(known) >= 2 and len(known) * 2 >= len(wanted)

    def says(self, groups: tuple[tuple[str, ...], ...], truth: str, by_ms: int) -> bool:
        """Whether the texts heard or read by a time say all of a fact: every group, or enough of its own words."""
        told = " . ".join(self.heard_by(by_ms))
        return groups_said(told, groups) == len(groups) if groups else shared(told, truth) >= ENOUGH_WORDS


def _of_fact(fact: Fact, told: str) -> tuple[str, ...]:
    """All that may be known of a fact which was told in full, in these words."""
    words = (word for group in fact.recorded_by for word in group)
    if isinstance(fact.value, Place):  # its postcode is a fact of its own
        place = fact.value
        return (f"{place.line}, {place.town}", told.replace(place.postcode, ""), *place.forms, *words)
    return (place_text(fact.value), told, *words)


@lru_cache(maxsize=2048)
def _content_words(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of all the texts that carry something."""
    return frozenset().union(*map(content_words, texts))


def _of_row(row: Row) -> tuple[str, ...]:
    return (row.title, row.about, *row.cells.values(), *row.markers)
