"""How callers spell: the one word asked for, what they told last; a name that they never told is told first."""

import re

from rapidfuzz.distance import Levenshtein

from simulator.anew import replace
from simulator.answers.manners import MANNERS
from simulator.answers.spelled_out import letters_put, only_of, spelled_out, word_asked_for
from simulator.answers.telling import value_so_far
from simulator.answers.turn import Turn
from simulator.heard import HeardIntent, Understood
from simulator.sentences import sentences

LIKE = 0.5  # share of letters in place from which letters are about a word
_SURNAME = re.compile(r"\b(?:sur|sir|last |family )\s?names?\b", re.IGNORECASE)
_OF_LETTERS = frozenset(("PHONETIC_SPELL", "READBACK", "LISTEN_CLARIFY", "NEG_LEAD_DATA"))
_YOUR_NAME = re.compile(r"\byour (?:full |last |first |own )?(?:sur)?names?\b", re.IGNORECASE)


def to_tell_first(turn: Turn, intent: HeardIntent) -> HeardIntent | None:
    """What "could you spell your surname?" asks where the name was never told: the name."""
    named = _fact_named(turn, intent.span)
    if named is None or named in turn.mind.told:
        return None
    return intent.model_copy(update={"id": "ASK_PERSON_DETAILS", "slot": "name"})


def spell_too(turn: Turn, name: str) -> None:
    """Adds the letters of what was told because its spelling was asked for."""
    fact = turn.setting.scenario.facts[name]
    if name in turn.brought and fact.spelled:
        turn.say(fact.spelled, f"spelled:{name}")


def _fact_named(turn: Turn, span: str) -> str | None:
    """The caller's own name among the facts, where the words say "your name" or "your surname"."""
    if _YOUR_NAME.search(span) is None:
        return None
    facts = turn.setting.scenario.facts.items()
    return next((name for name, fact in facts if fact.field in ("name", "caller_name")), None)


def spell(turn: Turn, intent: HeardIntent) -> bool:
    """Whether something told is spelled: the one word that is asked for, or what was told last and can be spelled."""
    facts = turn.setting.scenario.facts
    if _spell_word(turn, intent.span):
        return True
    told = [_fact_named(turn, intent.span), turn.mind.last_fact, *reversed(turn.mind.told)]
    for name in told:
        if name is not None and facts[name].spelled:
            turn.say(facts[name].spelled, f"spelled:{name}")
            return True
    return False


def _spell_word(turn: Turn, span: str) -> bool:
    """Spells the one word that is asked for, or says yes to its letters; only who spells anything in this call."""
    facts, mind = turn.setting.scenario.facts, turn.mind
    spelled = [line for fact in facts.values() for line in fact.spelled]
    values = [value_so_far(facts[name], mind, name) for name in mind.told]
    if not spelled:
        return False
    put = letters_put(span)
    words = {word.upper() for value in values for word in value.replace(",", " ").split()}
    if put and put in words:
        turn.say(MANNERS["READBACK"], "letters_right")
        return True
    word = word_asked_for(span, values)
    if not word or put:
        return False
    badly = next((name for name in mind.told if facts[name].spells_badly and _holds(turn, name, word)), None)
    if badly is not None:
        turn.say(facts[badly].spelled, f"spelled:{badly}")
        return True
    letters = only_of(word, spelled) or spelled_out(word)
    turn.say((letters,), f"spelled_word:{word}")
    return True


def _holds(turn: Turn, name: str, word: str) -> bool:
    """Whether a word stands in what was told of a fact."""
    said = value_so_far(turn.setting.scenario.facts[name], turn.mind, name)
    return word.upper() in said.replace(",", " ").upper().split()


def letters_read_back(turn: Turn, text: str) -> bool:
    """Answers letters read back with yes, or with the letters of the told name or place that they are about."""
    put = _letters_in(text)
    own = _word_meant(turn, text, put) if put and not re.search(r"\d", text) else None
    if own is None:
        return False
    name, word = own
    fact = turn.setting.scenario.facts[name]
    if fact.agrees_to_anything or fact.spells_badly:
        return False  # they know no better letters
    if word.upper() == put:
        turn.say(MANNERS["READBACK"], "letters_right")
        turn.line = replace(turn.line, confirms=name)
        return True
    spelled = [line for fact in turn.setting.scenario.facts.values() for line in fact.spelled]
    turn.say((f"No. {only_of(word, spelled) or spelled_out(word)}",), f"spelled_word:{word}")
    turn.line = replace(turn.line, corrects=name)
    return True


def _word_meant(turn: Turn, text: str, put: str) -> tuple[str, str] | None:
    """The told fact and its word that the letters are about: the very one, the likest, or the name told last."""
    scenario, mind = turn.setting.scenario, turn.mind
    told = [name for name in reversed(mind.told) if scenario.fact_kind(name) in ("name", "place")]
    words = [
        (name, word)
        for name in told
        for word in re.findall(r"[A-Za-z'-]{3,}", value_so_far(scenario.facts[name], mind, name))
    ]
    likest = max(words, key=lambda one: Levenshtein.normalized_similarity(one[1].upper(), put), default=None)
    if likest is None or Levenshtein.normalized_similarity(likest[1].upper(), put) >= LIKE:
        return likest
    names = [name for name in told if scenario.fact_kind(name) == "name"]
    last = names[0] if names and (_SURNAME.search(text) or mind.last_fact == names[0]) else None
    return None if last is None else next(((name, word) for name, word in reversed(words) if name == last), None)


def without_letters(heard: Understood) -> Understood:
    """The words as understood, without what was heard in the letters that were answered."""
    rest = " ".join(one for one in sentences(heard.text) if not _letters_in(one))
    intents = tuple(one for one in heard.intents if one.id not in _OF_LETTERS and not _letters_in(one.span))
    values = tuple(one for one in heard.values if one.kind != "name" or one.said in rest)
    return heard.model_copy(update={"text": rest, "intents": intents, "values": values, "understood": True})


def _letters_in(text: str) -> str:
    """The word that single letters of the text make up; the end of "that's" is none of them."""
    return letters_put(re.sub(r"['\u2019]s\b", "", text))
