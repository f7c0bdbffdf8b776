"""Where and how a fact was recorded: in its field, in another field, or in any note."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scenarios.scenario import Fact, Place, Scenario
from scenarios.vocabulary import vocabulary
from scoring.fact_sheets import fact_sheets
from scoring.matching import (
    CODES,
    ENOUGH_WORDS,
    content_words,
    doubtful,
    groups_said,
    holds,
    not_known,
    numbers_in,
    shared,
    without_partial,
    words_of,
)
from scoring.near_enough import keeps_the_words, more_of_a_place, same_reference, within_tolerance
from scoring.nearly_held import nearly_held
from scoring.outcome import Cause
from scoring.sources import GUESS_MS, Sources
from scoring.written import Piece, Written
from simulator.understanding.compare import Comparison, compare
from simulator.understanding.values import canonical

HALF = 0.5
LONGEST_NAME = 6  # words; more in a field for a name are a sentence about somebody
# "Alfie Barker, aged 8", "Kasia Nowak (41)".
# "Joanna Farrow, caller says wife": what follows in small letters is said of them and is no part of the name.
_IN_SMALL_BEHIND = re.compile(r"\s*([A-Z][^,;(]*?)\s*[,;(]\s*[a-z].*")
_AGE_BEHIND = re.compile(r"[\s,;(-]+(?:aged? )?\d{1,3}(?: ?(?:y(?:ea)?rs?(?: old)?|yo|y/o))?\)?\s*$", re.IGNORECASE)
_NAMED: dict[str, Cause] = {"transposed": "transposed", "homophone": "homophone", "one_letter": "one_letter"}


@dataclass(frozen=True)
class Found:
    """A record of a fact: how it agrees, how much of the fact it holds, the piece that holds it, and `first`, the
    field or note that said it first."""

    cause: Cause
    share: float = 0.0
    piece: Piece | None = None
    as_told: bool = False
    first: Piece | None = None


NOWHERE = Found("not_recorded")


def find(scenario: Scenario, name: str, sources: Sources, written: Written) -> Found:
    """The best standing record of a fact."""
    return _Search(scenario, name, sources, written).found()


class _Search:
    def __init__(self, scenario: Scenario, name: str, sources: Sources, written: Written) -> None:
        self.scenario = scenario
        self.name = name
        self.sheet = fact_sheets(scenario)[name]
        self.fact: Fact = self.sheet.fact
        self.kind, self.truth, self.forms = self.sheet.kind, self.sheet.truth, self.sheet.forms
        self.own = self.sheet.own
        self.sources = sources
        self.written = written
        told = sources.settled(name)
        self.told = told.event.value if told else self.fact.told_as
        self.replaced = tuple(one.event for one in sources.put_right(name))
        first = sources.told.get(name)
        self.known_from_ms = first.t_ms - GUESS_MS if first else None
        self._shares: dict[tuple[str, bool], float] = {}
        self._besides: list[Piece] | None = None

    def found(self) -> Found:
        if self.fact.recorded_by or self.kind == "text":
            found = self._in_words()
        else:
            found = self._as_value()
        if found.cause == "right" and found.piece:
            return replace(self._with_doubt(found, found.piece), first=self._soonest(found.piece))
        return self._amiss_on_a_record() or found if found.cause == "not_recorded" else found

    def _amiss_on_a_record(self) -> Found | None:
        """A value changed on a record to something else, or on the record of somebody else."""
        if self.name not in self.sources.told:
            return None
        for piece in self.written.notes:
            on_another = not self._of_party(piece) and self._right_in(piece) is not None
            amiss = self._of_party(piece) and piece.column in self.own and not self._belongs_to_another(piece)
            if piece.record and (on_another or amiss):
                comparison = self._agrees(piece.text, self.truth)
                cause = "recorded_wrongly" if on_another else _NAMED.get(comparison.how, "recorded_wrongly")
                return Found(cause, 0.0, piece)
        return None

    def _of_party(self, piece: Piece) -> bool:
        """Whether a piece stands where it belongs: not on the record of somebody who has no part in the contact."""
        if piece.record is None:
            return True
        row = self.sources.rows.get(piece.record)
        return row is None or (row.party and not row.decoy)

    def _with_doubt(self, found: Found, piece: Piece) -> Found:
        """A record that calls itself unconfirmed is right where the truth is unclear, half right elsewhere."""
        if not doubtful(piece.text) or (self.kind == "registration" and "?" in self.truth) or not piece.field:
            return found
        share = 1.0 if self.fact.unconfirmed else 0.5
        return Found("unconfirmed" if self.fact.unconfirmed else found.cause, share, piece, found.as_told)

    # Words: facts told in free words, by the author's groups or by their own words.

    def _in_words(self) -> Found:
        decided = self._contradicted() or self._answered_in_field()
        if decided is not None:
            return decided
        pieces = [piece for piece in (*self._own_standing(), *self._elsewhere()) if self._could_know(piece)]
        best, best_share = None, 0.0
        for piece in pieces:
            share = self._words_share(piece)
            if share >= 1:
                return Found("right", 1.0, self._sooner(self._first(piece), pieces))
            if share > best_share:
                best, best_share = piece, share
        whole = [one for one in (self._together(pieces), self._by_name(pieces)) if one is not None and one.piece]
        if whole:
            return min(whole, key=lambda one: one.piece.t_ms if one.piece else 0)
        earlier = next((found for piece in pieces if (found := self._as_told_before(piece))), None)
        return earlier or self._other_number() or (Found("not_recorded", best_share, best) if best else NOWHERE)

    def _sooner(self, piece: Piece, pieces: Iterable[Piece]) -> Piece:
        """The first field that says the same, where that was filled sooner: `locked, five tries` before the summary."""
        fields = [self._first(one) for one in pieces if one.field and self._words_share(one) >= 1]
        return min((piece, *fields), key=lambda one: one.t_ms) if piece.field else piece

    def _soonest(self, piece: Piece) -> Piece:
        """The first piece that says the fact, of the one that holds it and every other field and note."""
        in_words = bool(self.fact.recorded_by) or self.kind == "text"
        begun_sooner = (one for one in self._elsewhere() if self.written.began_ms(one) < piece.t_ms)
        others = (one for one in begun_sooner if self._could_know(one) and self._says_it(one, in_words))
        return min((piece, *map(self._first, others)), key=lambda one: one.t_ms)

    def _says_it(self, piece: Piece, in_words: bool) -> bool:
        if in_words:
            return self._words_share(piece) >= 1 or self._names_it(piece)
        if self.kind in ("answer", "choice"):
            return False
        return self._right_in(piece) is not None or holds(self.kind, piece.text, self.truth, self.forms)

    def _could_know(self, piece: Piece) -> bool:
        """Words written well before a fact was told say something else, or were a guess."""
        return self.known_from_ms is None or piece.t_ms >= self.known_from_ms

    def _contradicted(self) -> Found | None:
        """An answer in the fact's own field that says the opposite."""
        if self.kind != "answer":
            return None
        for piece in self._own_standing():
            answers = {canonical("answer", piece.text), canonical("answer", self.truth)}
            if answers == {"yes", "no"} and not self._overtaken(piece) and not self._no_longer(piece):
                return Found("recorded_wrongly", 0.0, piece)
        return None

    def _overtaken(self, piece: Piece) -> bool:
        """Whether a field's value answers a fact that was told later than this one."""
        told = self.sources.told.get(self.name)
        return self._belongs_to_another(piece, told.n if told else 0)

    def _no_longer(self, piece: Piece) -> bool:
        """Whether a piece was written when what the fact says had ceased to be so: gone, once he was led away."""
        return any(ended <= piece.t_ms for ended in self.sources.ends_of(self.name))

    def _answered_in_field(self) -> Found | None:
        """An answer that stands, or stood, in the fact's own field: where the field is set, it alone decides."""
        if self.kind != "answer":
            return None
        for field in self.own:
            for piece in self.written.values_of(field):
                if canonical("answer", piece.text) == canonical("answer", self.truth) and self._could_know(piece):
                    return Found("right", 1.0, piece)
        return None

    def _other_number(self) -> Found | None:
        """Another number in the fact's own field is a contradiction, not a part: three men where two were told."""
        wanted = numbers_in(self.truth)
        for piece in self._own_standing():
            given = numbers_in(piece.text)
            if wanted and given and not wanted & given and self._words_share(piece) < 1:
                return Found("recorded_wrongly", 0.0, piece)
        return None

    def _words_share(self, piece: Piece) -> float:
        """How much of the fact a piece says; what stands in several ways is weighed once."""
        key = (piece.text, piece.field in self.own)
        if key not in self._shares:
            self._shares[key] = self._weighed(piece)
        return self._shares[key]

    def _weighed(self, piece: Piece) -> float:
        if "reference" in self.own and any(same_reference(r, self.truth) for r in (piece.text, *piece.text.split())):
            return 1.0
        if piece.field is None and keeps_the_words(piece.text, self.truth):
            return 1.0
        groups = self._groups(piece)
        if groups:
            return groups_said(piece.text, groups) / len(groups)
        has = shared(piece.text, self.truth)
        return 1.0 if has >= ENOUGH_WORDS else has * 0.9

    def _groups(self, piece: Piece) -> tuple[tuple[str, ...], ...]:
        """The author's groups; a bare yes or no says something in the fact's own field only."""
        if piece.field in self.own:
            return self.fact.recorded_by
        return self.sheet.without_bare

    def _together(self, pieces: Iterable[Piece]) -> Found | None:
        """All groups said, though in several pieces: the record is whole when the last of them was written."""
        groups = set(self.fact.recorded_by)
        if len(groups) < 2:
            return None
        for piece in sorted(pieces, key=lambda piece: piece.n):
            telling = dict(zip(self.fact.recorded_by, self._groups(piece), strict=True))
            said = {group for group in groups if groups_said(piece.text, (telling[group],))}
            groups -= said
            if said and not groups:
                return Found("right", 1.0, piece)
        return None

    def _by_name(self, pieces: Iterable[Piece]) -> Found | None:
        """Half of the groups, and the name that no other fact has: `Sgt Collins` says who rang."""
        halves = (piece for piece in pieces if self._names_it(piece))
        piece = min(halves, key=lambda one: one.t_ms, default=None)
        return Found("right", 1.0, self._first(piece)) if piece is not None else None

    def _names_it(self, piece: Piece) -> bool:
        own = self.sheet.names
        return bool(own) and bool(own & content_words(piece.text)) and self._words_share(piece) >= HALF

    # Values: names, numbers, places, times, answers.

    def _as_value(self) -> Found:
        own = self._own_standing()
        for piece in own:
            found = self._right_in(piece)
            if found is not None:
                return found
        superseded = self._superseded()
        if superseded is not None:
            return superseded
        wrong = next((one for one in own if not (self._belongs_to_another(one) or self._names_nobody(one))), None)
        if wrong is not None:
            return self._wrong(wrong)
        return self._in_notes()

    def _names_nobody(self, piece: Piece) -> bool:
        """Whether a field for a name holds a sentence about the person: what stands elsewhere names them."""
        return self.kind == "name" and len(words_of(piece.text).split()) > LONGEST_NAME

    def _right_in(self, piece: Piece) -> Found | None:
        if self._agrees(piece.text, self.truth).agreement == "right":
            return Found("right", 1.0, self._first(piece))
        if self.told and self.told != self.truth and self._agrees(piece.text, self.told).agreement == "right":
            return Found("right", 1.0, self._first(piece), as_told=True)
        return None

    def _agrees(self, recorded: str, truth: str) -> Comparison:
        recorded = _AGE_BEHIND.sub("", recorded) if self.kind == "name" else recorded
        said_of_them = _IN_SMALL_BEHIND.fullmatch(recorded) if self.kind == "name" else None
        if said_of_them is not None and self._agrees(said_of_them.group(1), truth).agreement == "right":
            return Comparison("right", "form")
        recorded = without_partial(recorded) if self.kind == "registration" else recorded
        comparison = compare(self.kind, recorded, truth, self.forms)
        if comparison.agreement != "right" and within_tolerance(self.kind, recorded, truth, self.fact):
            return Comparison("right", "form")
        line = self.fact.value.line if isinstance(self.fact.value, Place) and truth == self.truth else truth
        if comparison.agreement != "right" and self.kind == "place" and more_of_a_place(recorded, line):
            return Comparison("right", "form")
        if comparison.agreement != "right" and "reference" in self.own and same_reference(recorded, truth):
            return Comparison("right", "form")
        return comparison

    def _superseded(self) -> Found | None:
        """An earlier value of the field was right, and the standing one belongs to a fact told later."""
        for field in self.own:
            standing = self.written.fields.get(field)
            if standing is None or not self._belongs_to_another(standing):
                continue
            for piece in self.written.values_of(field):
                if self._agrees(piece.text, self.truth).agreement == "right":
                    return Found("right", 1.0, piece)
        return None

    def _belongs_to_another(self, piece: Piece, after: int = 0) -> bool:
        """Whether a field's value is right for another fact that shares the field, told after entry `after`."""
        for name, fact in self.scenario.facts.items():
            if name == self.name or name not in self.sources.told:
                continue
            if self._of_another_speaker(name) and self._names(name, piece):
                return True
            if piece.field not in (fact.field, *fact.also_fields):
                continue
            if self.sources.told[name].n <= after:
                continue
            if self._names(name, piece):
                return True
            if (
                self.kind != "text"
                and fact.recorded_by
                and groups_said(piece.text, fact.recorded_by) == len(fact.recorded_by)
            ):
                return True
        return False

    def _names(self, name: str, piece: Piece) -> bool:
        told = self.sources.told[name].event.value
        return compare(self.scenario.fact_kind(name), piece.text, told).agreement == "right"

    def _of_another_speaker(self, name: str) -> bool:
        """Whether this is a name, and another's is told by who took the phone: one field stands for both callers."""
        own, others = self.sources.told.get(self.name), self.sources.told[name]
        names = self.kind == "name" and self.scenario.fact_kind(name) == "name"
        return names and own is not None and own.event.speaker != others.event.speaker

    def _wrong(self, piece: Piece) -> Found:
        if self.fact.unconfirmed and doubtful(piece.text):
            return Found("unconfirmed", 1.0, piece)
        if not_known(piece.text):
            return Found("not_recorded", 0.0, piece)
        comparison = self._agrees(piece.text, self.truth)
        if comparison.agreement != "near" and (earlier := self._as_told_before(piece)) is not None:
            return earlier
        cause = _NAMED.get(comparison.how, "recorded_wrongly")
        return Found(cause, 0.5 if comparison.agreement == "near" else 0.0, piece)

    def _as_told_before(self, piece: Piece) -> Found | None:
        """A record of what the caller said first and put right later: half of it where it was a part of the truth."""
        for telling in self.replaced:
            words = self.kind == "text" or bool(self.fact.recorded_by)
            same = (
                shared(piece.text, telling.value) >= ENOUGH_WORDS
                if words or piece.field is None
                else self._agrees(piece.text, telling.value).agreement != "wrong"
            )
            if same:
                return Found("not_corrected", 0.5 if telling.standing == "partial" else 0.0, piece)
        return None

    def _in_notes(self) -> Found:
        pieces = self._elsewhere()
        for piece in pieces:
            same_kind = piece.field is not None and self._field_kind(piece.field) == self.kind
            if same_kind and self.kind not in ("answer", "choice") and self._right_in(piece):
                return Found("right", 1.0, self._first(piece))
            truths = (self.truth,) if self.told in (None, self.truth) else (self.truth, self.told or "")
            if any(holds(self.kind, piece.text, truth, self.forms) for truth in truths):
                return Found("right", 1.0, self._first(piece))
        for piece in pieces if self.kind in CODES or self.name in self.sources.told else ():
            near = nearly_held(self.kind, piece.text, self.truth, self.forms, self.sources.heard_by(piece.t_ms))
            if near is not None:
                return Found(_NAMED.get(near.how, "recorded_wrongly"), 0.5, piece)
        return next((found for piece in pieces if (found := self._as_told_before(piece))), NOWHERE)

    # Pieces.

    def _own_standing(self) -> list[Piece]:
        return [self.written.fields[field] for field in self.own if field in self.written.fields]

    def _elsewhere(self) -> list[Piece]:
        """What stands in other fields and in notes; asked for several times in one search."""
        if self._besides is None:
            self._besides = [
                piece
                for piece in self.written.standing
                if (piece.field not in self.own or piece.field is None) and self._of_party(piece)
            ]
        return self._besides

    def _first(self, piece: Piece) -> Piece:
        """The first entry of the standing value's field that was right already."""
        if piece.field is None:
            return piece
        for old in self.written.values_of(piece.field):
            if self.kind == "text" or self.fact.recorded_by:
                if self._words_share(old) >= 1 and self._could_know(old):
                    return old
            elif self._agrees(old.text, self.truth).agreement == "right":
                return old
        return self.written.since(piece)

    def _field_kind(self, field: str) -> str | None:
        known = vocabulary().field(self.scenario.channel.desk, field)
        return known.kind if known else None
