"""Which facts a rationale or note speaks of, and whether anybody had told them by then."""

from collections.abc import Iterator

from scoring.detectors.words import DEMEANOUR
from scoring.fact_sheets import BARE
from scoring.matching import ENOUGH_WORDS, content_words, groups_said, says, shared
from scoring.reading import Reading
from scoring.sources import GUESS_MS
from scoring.wording import called, label, place_text, quoted


def cited(reading: Reading, text: str, by_ms: int) -> tuple[str, ...]:
    """The facts told by a time (ms) that a text says something of, in the order in which they were told."""
    return tuple(_cited(reading, text, by_ms))


def cites(reading: Reading, text: str, by_ms: int) -> bool:
    """Whether a text says something of any fact told by a time (ms): the first that it cites is enough."""
    return next(_cited(reading, text, by_ms), None) is not None


def _cited(reading: Reading, text: str, by_ms: int) -> Iterator[str]:
    if not text.strip():
        return
    told = (one.event.fact for one in reading.told_facts if one.t_ms - GUESS_MS <= by_ms)
    yield from (fact for fact in told if _says_something_of(reading, fact, text))


def other_grounds(reading: Reading, text: str, by_ms: int) -> tuple[str, ...]:
    """What else a note rests on: how the caller sounded, or words that were heard or read by a time (ms)."""
    found = ["how the caller sounded"] if says(text, DEMEANOUR) and reading.caller_lines else []
    if reading.ledger.sources.mostly_known(text, by_ms):
        found.append("what was heard or read")
    return tuple(found)


def cited_untold(reading: Reading, text: str, by_ms: int) -> tuple[str, ...]:
    """The facts that a text states in full although nobody had told them by then, and nothing heard or read says so."""
    sources = reading.ledger.sources
    known = sources.told_by(by_ms)
    return tuple(
        name
        for name, fact in reading.scenario.facts.items()
        if name not in known
        and _states(reading, name, text)
        and not _heard(reading, name, by_ms)
        and not sources.perhaps_shown(by_ms)
        and not (fact.field and _same_as_told(reading, name, by_ms))
    )


def stated_untold(reading: Reading, text: str, by_ms: int) -> tuple[str, ...]:
    """What a text states though nobody had told it by then: facts by their labels, then such words, numbers and names
    as are no words of those facts."""
    untold = cited_untold(reading, text, by_ms)
    facts = (*untold, *(name for name in _not_come_yet(reading, text) if name not in untold))
    added = reading.ledger.additions.of_text(text, by_ms) if not reading.ledger.sources.perhaps_shown(by_ms) else ()
    others = (one for one in added if not any(_is_of(reading, fact, one) for fact in facts))
    return (*(label(reading.scenario, fact) for fact in facts), *map(quoted, others))


def _not_come_yet(reading: Reading, text: str) -> Iterator[str]:
    """The facts that a text, as it stands in the record, says are so before what makes them so had happened."""
    for name, account in reading.ledger.accounts.items():
        waits = bool(reading.scenario.facts[name].told_when.needs)
        if waits and account.line.cause == "invented" and account.line.recorded == text:
            yield name


def _is_of(reading: Reading, name: str, words: str) -> bool:
    fact = reading.scenario.facts[name]
    own = (word for group in fact.recorded_by for word in group)
    return says(words, own) or bool(content_words(words) & content_words(place_text(fact.value)))


def _says_something_of(reading: Reading, name: str, text: str) -> bool:
    fact = reading.scenario.facts[name]
    if fact.recorded_by and groups_said(text, fact.recorded_by) >= max(1, len(fact.recorded_by) / 2):
        return True
    said = {place_text(fact.value), *(told.event.value for told in reading.ledger.sources.tellings.get(name, ()))}
    if any(value.lower() not in BARE and shared(text, value) >= 0.5 for value in said):
        return True
    return shared(text, called(name)) >= 0.5


def _states(reading: Reading, name: str, text: str) -> bool:
    fact = reading.scenario.facts[name]
    groups = tuple(group for group in fact.recorded_by if not set(group) & set(BARE))
    if len(groups) >= 2:  # a single group may be one everyday word
        return groups_said(text, groups) == len(groups)
    value = place_text(fact.value)
    return len(value.split()) >= 2 and shared(text, value) >= ENOUGH_WORDS


def _heard(reading: Reading, name: str, by_ms: int) -> bool:
    fact = reading.scenario.facts[name]
    return reading.ledger.sources.says(fact.recorded_by, place_text(fact.value), by_ms)


def _same_as_told(reading: Reading, name: str, by_ms: int) -> bool:
    """Whether another fact of the same field was told by then: what stands may be a record of that one."""
    field = reading.scenario.facts[name].field
    return any(reading.scenario.facts[told].field == field for told in reading.ledger.sources.told_by(by_ms))
