"""Where a recorded value can have come from: the caller, the network, the operator, a look-up."""

from collections.abc import Iterator
from functools import cached_property

from scenarios.scenario import Place, Row, Scenario
from scoring.happenings import Happened, Happenings
from scoring.matching import CODES, content_words, holds, run_of, values_in
from scoring.wording import place_text
from simulator.events import CallerSaid, FactTold, LookedUp, OperatorSaid, PhoneRang, RecordOpened
from simulator.understanding.compare import compare

# Systems whose records are about nobody in particular.
IMPERSONAL = ("gazetteer", "directory", "policy")


class Sources:
    """What the trainee was told or shown, and by when."""

    def __init__(self, scenario: Scenario, seen: Happenings) -> None:
        self.scenario = scenario
        self.seen = seen
        self.told: dict[str, Happened[FactTold]] = {}
        for told in seen.all(FactTold):
            if told.event.fact in scenario.facts:
                self.told.setdefault(told.event.fact, told)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The scenario's own records by id."""
        return {row.id: row for rows in self.scenario.records.values() for row in rows}

    @cached_property
    def unknown_rows(self) -> tuple[Happened[LookedUp] | Happened[RecordOpened], ...]:
        """Look-ups of background records, whose contents marking does not see."""
        opened = tuple(o for o in self.seen.all(RecordOpened) if o.event.record not in self.rows)
        listed = tuple(u for u in self.seen.all(LookedUp) if set(u.event.rows) - set(self.rows))
        return (*listed, *opened)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text the trainee heard or read."""
        return tuple(text for text in self._texts() if text)

    def _texts(self) -> Iterator[str]:
        for ring in self.seen.all(PhoneRang):
            yield from (ring.event.number or "", ring.event.subscriber or "", ring.event.located or "")
        yield from (said.event.text for said in self.seen.all(OperatorSaid))
        yield from (said.event.text for said in self.seen.all(CallerSaid))
        for fact, told in self.told.items():
            known = self.scenario.facts[fact]
            yield from (told.event.value, place_text(known.value))
            yield from known.value.forms if isinstance(known.value, Place) else ()
            yield from (word for group in known.recorded_by for word in group)
        opened = {o.event.record for o in self.seen.all(RecordOpened)}
        listed = {row for lookup in self.seen.all(LookedUp) for row in lookup.event.rows}
        for row in (self.rows[name] for name in sorted(opened | listed) if name in self.rows):
            yield from (row.title, row.about, *row.cells.values(), *row.markers)
            yield from row.details.values() if row.id in opened else ()

    @cached_property
    def _run(self) -> str:
        return " ".join(run_of(text) for text in self.texts)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self.texts for word in content_words(text))

    def give(self, kind: str, value: str) -> bool:
        """Whether a value of this kind, right or nearly, was told, heard or shown. A near miss has a source: it
        is recorded wrongly, not invented."""
        for fact, told in self.told.items():
            if compare(self._kind(fact, kind), value, told.event.value).agreement != "wrong":
                return True
        if kind in CODES:
            return self._code(kind, value)
        if kind in ("name", "place"):
            return self._named(kind, value)
        return any(holds(kind, text, value) for text in self.texts) or self.words(value)

    def _kind(self, fact: str, kind: str) -> str:
        own = self.scenario.fact_kind(fact)
        return kind if own in ("text", kind) else own

    def _code(self, kind: str, value: str) -> bool:
        run = run_of(value)
        if len(run) >= 3 and run in self._run:
            return True
        found = (seen.value for text in self.texts for seen in values_in(text) if seen.kind == kind)
        return any(compare(kind, value, other).agreement != "wrong" for other in found)

    def _named(self, kind: str, value: str) -> bool:
        """A name or place has a source when its words were heard; a wrong house number on a street that was
        named is a mistake of recording."""
        wanted = {word for word in content_words(value) if not word.isdigit()}
        heard = wanted & self._words
        return bool(wanted) and len(heard) * 2 >= len(wanted)

    def words(self, value: str) -> bool:
        """Whether any word that carries something was heard or read."""
        wanted = content_words(value)
        return not wanted or bool(wanted & self._words)
