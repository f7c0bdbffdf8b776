"""What was recorded without a source: a value that nobody had told and no look-up or network had shown by then."""

import re
from collections.abc import Iterator

from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary
from scoring.added import Additions
from scoring.matching import codes_in, not_known, says
from scoring.outcome import LedgerLine
from scoring.sources import AT_ANY_TIME, Sources
from scoring.written import Piece, Written
from simulator.events import CallerSaid, HandlerSaid
from simulator.understanding.values import canonical

# Fields that the handler fills from judgement or from the screen, not from words.
JUDGED = (
    "category",
    "role",
    "in_progress",
    "location_confirmed",
    "summary",
    "resolution",
    "time",
    "service",
    "language",
)
TRACED_KINDS = ("name", "phone", "date", "age", "postcode", "registration", "place")
# An answer of yes or no needs its question asked, its fact told, or one of these words from the caller.
ANSWERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "weapon": ("ASK_WEAPON", ("weapon", "knife", "gun", "bar", "crowbar", "bat", "hammer", "blade", "stick", "armed")),
    "injuries": ("ASK_INJURY", ("hurt", "injur", "injured", "injury", "bleed", "blood", "pain", "hit", "ambulance")),
    "children": ("ASK_CHILDREN_VULN", ("child", "children", "kid", "baby", "son", "daughter", "boy", "girl", "alone")),
    "alcohol_drugs": ("ASK_ALCOHOL_DRUGS", ("drunk", "drink", "drug", "alcohol", "high", "sober", "pub")),
}


def inventions(scenario: Scenario, written: Written, sources: Sources, additions: Additions) -> Iterator[LedgerLine]:
    """A line for every standing field, and every number in a note, that has no source; and one for each field and note
    that adds something of danger or identity."""
    bare = tuple(_without_source(scenario, written, sources))
    yield from bare
    of_fields = {n for line in bare if line.fact.startswith("field:") for n in line.shown_by}
    yield from (line for line in _added(written, additions) if not of_fields & set(line.shown_by))


ADDED = "added:"  # begins the name of a line for what a field or note adds to what was told


def _added(written: Written, additions: Additions) -> Iterator[LedgerLine]:
    for piece in written.standing:
        if piece.field in JUDGED and piece.field != "summary":
            continue
        since = written.since(piece)
        found = (*additions.of_piece(since), *additions.sides(since))
        if found:
            yield _line(f"{ADDED}{piece.where}", piece.where, piece, ", ".join(found))


def _without_source(scenario: Scenario, written: Written, sources: Sources) -> Iterator[LedgerLine]:
    for field, piece in written.fields.items():
        first = written.since(piece)
        if (
            field not in JUDGED
            and not _claims_nothing(field, piece.text)
            and _unsourced(scenario, field, first, sources)
        ):
            yield _line(f"field:{field}", piece.where, first)
    for piece in written.notes:
        if piece.column is not None:
            if _unsourced(scenario, piece.column, piece, sources):
                yield _line(f"record:{piece.column}", piece.where, piece)
            continue
        if piece.where.startswith("message"):
            continue
        for value in codes_in(piece.text):
            dated = value.kind == "phone" and "/" in value.said
            if not dated and not sources.give(value.kind, value.value, piece.t_ms):
                yield _line(f"note:{value.kind}", f"{value.kind} in {piece.where}", piece, value.said)


def _claims_nothing(field: str, text: str) -> bool:
    """Whether a field says that a thing is not known, that nobody told it, or, where it answers no question of yes or
    no, that there is none: `reference: none`."""
    none = _NONE.fullmatch(text) is not None and field not in ANSWERS
    return none or not_known(text) or _NONE_TOLD.fullmatch(text) is not None


_NONE = re.compile(r"\W*(?:none|nil|no|nothing)\W*", re.I)
# That nothing was heard is what the handler heard; that nothing was seen somebody must have said.
_NONE_TOLD = re.compile(
    r"\W*(?:none|nothing|not) (?:told|said|mentioned|reported|stated|given|asked|known|heard|apparent|noted|evident|"
    r"noticed|detected|disclosed)\W*",
    re.I,
)


def _line(fact: str, label: str, piece: Piece, text: str | None = None) -> LedgerLine:
    return LedgerLine(
        fact=fact,
        label=label,
        truth="",
        recorded=text or piece.text,
        recorded_ms=piece.t_ms,
        where=piece.where,
        cause="invented",
        shown_by=(piece.n,),
    )


def _unsourced(scenario: Scenario, field: str, piece: Piece, sources: Sources) -> bool:
    known = vocabulary().field(scenario.channel.desk, field)
    kind = known.kind if known else "text"
    if kind == "answer":
        return _answered_unasked(scenario, field, piece, sources)
    if kind in ("registration", "phone"):
        words = " ".join(word for word in piece.text.split() if not _A_REFERENCE.fullmatch(word.strip(".,;()")))
        if words and not any(mark.isdigit() for mark in words):
            return not sources.words(words, piece.t_ms)  # why there is none: `not readable, in mud`
    if field == "subject" and _made_up(scenario, piece, sources):
        return True
    if kind in TRACED_KINDS:
        return not sources.give(kind, piece.text, piece.t_ms)
    if kind == "text" and _counts_what_was_said(piece, sources):
        return False
    if kind == "text":
        return not _told(scenario, field, sources, piece.t_ms) and not sources.words(piece.text, piece.t_ms)
    return False


def _made_up(scenario: Scenario, piece: Piece, sources: Sources) -> bool:
    """Whether a name is made up from the caller's own, which may be another's or not: `Mrs Lee`, or `Jean Lee`, for the
    mother of Ann Lee, whose surname nobody had told."""
    surnames = {found.lower() for found in _WITH_A_TITLE.findall(piece.text)}
    heard = sources.heard_by(piece.t_ms)
    titled = {found.lower() for text in heard for found in _WITH_A_TITLE.findall(text)}
    named = [told.event.value.lower().split() for told in sources.told_by(piece.t_ms).values()
             if scenario.fact_kind(told.event.fact) == "name"]  # fmt: skip
    own = {told.event.value.lower().split()[-1] for fact, told in sources.told_by(piece.t_ms).items()
           if scenario.facts[fact].field == "name"}  # fmt: skip
    others = {name[-1] for name in named} - own
    return bool((surnames & own) - titled - others) or _named_after(piece.text, own - others, named, heard)


def _named_after(text: str, surnames: set[str], named: list[list[str]], heard: tuple[str, ...]) -> bool:
    """Whether a person is given the caller's surname beside a name of their own that was never said with it."""
    pairs = (tuple(at.lower().split()) for at in _TWO_NAMES.findall(text))
    given = [(first, last) for first, last in pairs if last in surnames and not any(first in name for name in named)]
    said = " ".join(heard).lower()
    return any(f"{first} {last}" not in said for first, last in given) and _THE_SAME.search(said) is None


_TWO_NAMES = re.compile(r"\b[A-Z][a-z'-]+ [A-Z][A-Za-z'-]+\b")
_THE_SAME = re.compile(r"\bsame (?:as (?:mine|me|my)|name|surname)|\bsame last name\b|\b(?:our|family) name\b")

_WITH_A_TITLE = re.compile(r"\b(?:Mrs|Mr|Ms|Miss)\.? ([A-Z][A-Za-z'-]+)")
_A_REFERENCE = re.compile(r"[A-Z]{2}[-/]\d{3,6}[-/]\d{2,6}", re.I)  # the number of a log or a crime


def _counts_what_was_said(piece: Piece, sources: Sources) -> bool:
    """Whether a bare number is one that was said in words: `2` for `both of them`."""
    words = _IN_WORDS.get(piece.text.strip(), ())
    return bool(words) and any(says(text, words) for text in sources.heard_by(piece.t_ms))


_IN_WORDS = {
    "1": ("one", "a man", "a woman", "alone", "he is"),
    "2": ("two", "both", "a couple", "a pair", "the other"),
    "3": ("three",),
    "4": ("four",),
}


def _told(scenario: Scenario, field: str, sources: Sources, by_ms: int) -> bool:
    told = sources.told_by(by_ms)
    return any(field in (fact.field, *fact.also_fields) for name, fact in scenario.facts.items() if name in told)


def _answered_unasked(scenario: Scenario, field: str, piece: Piece, sources: Sources) -> bool:
    if field not in ANSWERS or canonical("answer", piece.text) == "not known":
        return False
    if _told(scenario, field, sources, AT_ANY_TIME):
        return False
    intent, words = ANSWERS[field]
    asked = any(heard.id == intent for said in sources.seen.all(HandlerSaid) for heard in said.event.intents)
    heard = any(says(line.event.text, words) for line in sources.seen.all(CallerSaid))
    # A fact shared by another field may have answered it (an injury told as part of what happened), and so may what
    # the caller said of themselves: `I'm 8`.
    return not asked and not heard and not sources.mostly_known(piece.text, piece.t_ms)
