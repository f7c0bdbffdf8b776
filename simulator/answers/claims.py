"""What the handler says of the account that nobody told them: a gun that was a crowbar, July that was August."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scenarios.scenario import Fact, Scenario
from simulator.answers.coloured import names_a_colour, wrong_colours
from simulator.answers.counted import counts_barely, wrong_figures
from simulator.answers.own_name import a_name_untold, another_name, own_name
from simulator.answers.summed_up import tells_of
from simulator.answers.telling import value_told
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.sentences import sentences
from simulator.understanding.cutting.clauses import is_tag
from simulator.understanding.cutting.question_begins import begins_question
from simulator.understanding.question_words import OPENLY

SUMMING_UP = frozenset(("LISTEN_SUMMARISE", "READBACK", "NEG_LEAD_ACCOUNT"))
_CODES = ("place", "phone", "postcode", "registration")
# Words of one kind exclude each other: who says one of them where another was told has it wrong.
_KINDS: dict[str, dict[str, str]] = {
    kind: {form: forms.split("=")[0] for forms in words.split() for form in forms.split("=")}
    for kind, words in {
        "weapon": "gun=guns shotgun pistol=handgun rifle knife=knives=blade crowbar=jemmy bat hammer machete axe sword "
        "screwdriver spanner chain",
        "month": "january february march april june july august september october november december",
        "day": "monday tuesday wednesday thursday friday saturday sunday",
        "colour": "red blue=navy white black green silver grey=gray yellow brown orange purple pink",
        "kin": "son daughter husband wife brother sister mother=mum=mam father=dad uncle aunt nephew niece cousin "
        "boyfriend girlfriend neighbour grandson granddaughter",
        "body": "head=skull leg=legs arm=arms neck face foot=feet knee ankle wrist",
        "vehicle": "van lorry motorbike=motorcycle scooter moped taxi",
        "room": "bathroom kitchen bedroom cellar loft=attic garage",
        "town": "harrowmere quayford saltreach brindlemouth oxenhythe ravensholt kelbourne corvale",
    }.items()
}
_NAMED = re.compile(
    r"\b(?i:(?:your |(?<!my )(?<!our )(?<!his )(?<!her )(?<!their )(?<!'s )(?<!s' ))name(?:'s| is)"
    r"|you(?:'re| are) called) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
    r"|\b(?i:you(?:'re| are)) (?P<whole>[A-Z][a-z'-]+ [A-Z][a-z'-]+)\s*[?.!]*$"
)
_SAID = re.compile(r"\b(?:you (?:said|told|mentioned)|did you say)\b", re.IGNORECASE)
_STATES = re.compile(
    r"^(?:(?:okay|ok|right|so|and|but|well|now|then|sorry)[ ,]+)*(?:it|that|this|he|she|they|there|you|your)"
    rf"(?:'s|'re|'ve|'d)?\b(?!.*\b(?:{OPENLY})\b)",
    re.IGNORECASE,
)
_ASKS_IT = re.compile(r"\?\s*$|\b(?:then|yes|yeah|right|correct)[.?!]*$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|never|without|nor|or|any)\b|n't\b", re.IGNORECASE)
_OWN_QUESTION = 4  # words
_CLOSE = 3  # words before one in which a "no" is said of it
_WORD = re.compile(r"[a-z0-9']+")
_CHECK_ALONE = re.compile(
    r"\s*(?:is that |is it |was that |am i |have i got (?:that|it|this) ?|did i get (?:that|it) ?)?"
    r"(?:correct|right|yeah|yes|so|okay)?\s*\?\s*",
    re.IGNORECASE,
)
_YOU_SAID = re.compile(
    r"^(?:(?:okay|ok|right|so|and|but|well|now|then|sorry)[ ,]+)*you (?:just )?(?:said|told me)\b(?P<what>[^?]*)"
    r"|^(?P<first>[^?]*?)(?:,| like) you (?:just )?(?:said|told me)\s*[.?!]*$",
    re.IGNORECASE,
)
_OPEN = re.compile(rf"\b(?:{OPENLY})\b", re.IGNORECASE)
_OF_THAT = re.compile(
    r"(?:and |so )?(?:when|where|why|how|who|what)(?: (?:long|sort|kind|time))*(?: ago)?"
    r"(?: (?:was|is|were|did|does|of))?(?: (?:that|it|this|he|she|they))?"
    r"(?: (?:do|say|happen|be))?(?: (?:that|it))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FalseClaim:
    """Words that put something into the caller's mouth; `fact` is what they contradict, None where there is none.

    `right` is what they told instead, where few words say it: "One man."
    """

    words: str
    fact: str | None
    right: str = ""


def false_claims(scenario: Scenario, mind: Mind, heard: Understood) -> tuple[FalseClaim, ...]:
    """What was stated as the caller's account and is not: one for each stretch of words, in the order said."""
    stated, found = _stated(heard), []
    born = re.search(r"\b(?:birth|born)", heard.text.lower()) is not None
    known = _known(scenario, mind, born=born) if stated else frozenset()
    but = "number" if any(value.kind == "place" for value in heard.values) else ""  # the whole place is put right then
    for words in dict.fromkeys((*stated, *_checked(heard.text))):
        found += [FalseClaim(words, one.fact, one.right) for one in wrong_figures(scenario, mind, words, but)]
    told, could = _lines(scenario, mind) if names_a_colour(heard.text) else ((), ())
    found += [FalseClaim(one.words, None, one.right) for one in wrong_colours(heard.text, told, could)]
    own = own_name(scenario, mind)
    names = another_name(scenario, heard.text, _KINDS["town"])
    names += () if own is None or own in mind.told else a_name_untold(scenario, heard.text, _KINDS["town"])
    found += [FalseClaim(words, own) for words in dict.fromkeys(names)]
    for words in stated:
        if any(words.strip(" .?!") in one.words for one in found) and _NAMED.search(words) is None:
            continue
        claim = _named(scenario, mind, words) or _excluded(scenario, mind, words, heard.values, known)
        if claim is not None:
            found.append(claim)
    if not found:
        found += [FalseClaim(words, None) for words in _never_said(scenario, mind, heard.text)]
    return (*found, *_strange_values(scenario, mind, heard))


def concerns(claim: FalseClaim, intent: HeardIntent) -> bool:
    """Whether the intent was heard in the very words of the claim and so is answered with it."""
    span = intent.span.strip()
    listens = intent.id in SUMMING_UP or intent.id in ("LISTEN_CLARIFY", "NEG_LEAD_DATA", "topic")
    begins = next(iter(sentences(span)), span).strip(" .?!,")
    if intent.id == "topic" and sorted(_WORD.findall(span.lower())) == sorted(_WORD.findall(claim.words.lower())):
        return True  # "three men, was it?", heard as "was it three men?"
    if listens and len(begins.split()) > 1 and (begins in claim.words or claim.words.strip(" .?!") in span):
        return not _OPEN.search(span)
    return (listens or intent.asks) and span == claim.words


def asks_of_that(span: str) -> bool:
    """Whether words ask only for more of what was said just before: "when was that?", "what sort?"."""
    return _OF_THAT.fullmatch(span.strip()) is not None


def _checked(text: str) -> tuple[str, ...]:
    """The sentences that a check follows: "two men, at number nine. Is that right?"."""
    said = sentences(text)
    ends = [one for one in said if _ASKS_IT.search(one) and not _OPEN.search(one) and ("," in one or ":" in one)]
    ends += [one for one in said if counts_barely(one)]
    return (*(one for one, after in pairwise(said) if _CHECK_ALONE.fullmatch(after) and not _OPEN.search(one)), *ends)


def _never_said(scenario: Scenario, mind: Mind, text: str) -> tuple[str, ...]:
    """The sentences that say "you told me" of what has nothing in common with all that they said."""
    if mind.holds != "caller":
        return ()
    found = []
    for sentence in sentences(text):
        said = _YOU_SAID.search(sentence)
        what = (said["what"] or said["first"] or "") if said else ""
        if what and not _OPEN.search(sentence) and not tells_of(what, _known(scenario, mind, born=True)):
            found.append(sentence)
    return tuple(found)


def _stated(heard: Understood) -> tuple[str, ...]:
    summed = [
        intent.span.strip()
        for intent in heard.intents
        if intent.span.strip()
        and (intent.id in SUMMING_UP or (intent.id == "NEG_LEAD_DATA" and _NAMED.search(intent.span)))
    ]
    spans = [intent.span.strip() for intent in heard.intents if intent.span.strip()]
    asked = [
        sentence
        for sentence in sentences(heard.text)
        if (_STATES.match(sentence) or _NAMED.search(sentence))
        and _ASKS_IT.search(sentence)
        and not _asks_something_else(sentence)
    ]
    whole = [
        next(
            (span for span in spans if span.rstrip("?. ") in one and (_NAMED.search(span) or not _NAMED.search(one))),
            one,
        )
        for one in asked
    ]
    return tuple(dict.fromkeys((*summed, *whole)))


def _asks_something_else(sentence: str) -> bool:
    """Whether it ends in a question of its own, which asks no yes to what is said before: "..., can you get to it?"."""
    last = sentence.rpartition(", ")[2]
    return last != sentence and begins_question(last) and not is_tag(last) and len(last.split()) >= _OWN_QUESTION


def _named(scenario: Scenario, mind: Mind, words: str) -> FalseClaim | None:
    said = _NAMED.search(words)
    own = own_name(scenario, mind)
    if said is None or own is None or scenario.facts[own].agrees_to_anything:
        return None
    true = _words_of(scenario.facts[own])
    if all(part in true for part in _WORD.findall((said["name"] or said["whole"]).lower())):
        return None
    return FalseClaim(words, own)


def _lines(scenario: Scenario, mind: Mind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What they have said of the account, and what they could say of it."""
    said: list[str] = [*scenario.opening, mind.last_line, *mind.lately]
    could: list[str] = []
    for name, fact in scenario.facts.items():
        if mind.holds in fact.known_by and not fact.agrees_to_anything:
            (said if name in mind.told else could).extend((*fact.says, *fact.again))
    for number, answer in enumerate(scenario.answers):
        lines = (answer.say,) if isinstance(answer.say, str) else answer.say
        (said if mind.count(f"answer:{number}") else could).extend(lines)
    return tuple(said), tuple(could)


def _excluded(
    scenario: Scenario, mind: Mind, words: str, values: tuple[HeardValue, ...], known: frozenset[str]
) -> FalseClaim | None:
    weighed = {value.kind for value in values if value.fact is not None}
    for kind, word in _decisive(words):
        if (kind == "town" and "place" in weighed) or (kind in ("month", "day") and "date" in weighed):
            continue
        one = _KINDS[kind]
        if one[word] in {one[other] for other in known if other in one}:
            continue
        told = [name for name in reversed(mind.told) if any(other in one for other in _words_of(scenario.facts[name]))]
        if any(scenario.facts[name].agrees_to_anything or name in mind.unsettled for name in told):
            return None
        they_know = kind in ("month", "day", "colour") and any(other in one for other in known)
        if told or they_know or _SAID.search(words) or kind in ("weapon", "town"):
            return FalseClaim(words, told[0] if told else None)
    return None


def _decisive(words: str) -> Iterator[tuple[str, str]]:
    said = _WORD.findall(words.lower())
    for place, word in enumerate(said):
        if _DENIED.search(" ".join(said[max(0, place - _CLOSE) : place])) or "or" in said[place + 1 : place + 3]:
            continue
        for kind, forms in _KINDS.items():
            if word.removesuffix("'s") in forms:
                yield kind, word.removesuffix("'s")


def _strange_values(scenario: Scenario, mind: Mind, heard: Understood) -> Iterator[FalseClaim]:
    """A number or a place read back that agrees with nothing."""
    if not any(intent.id == "READBACK" for intent in heard.intents):
        return
    for value in heard.values:
        if value.kind not in _CODES or value.fact is not None or value.agreement != "none":
            continue
        told = [name for name in mind.told if scenario.fact_kind(name) == value.kind and name not in mind.unsettled]
        read = next(intent.span.strip() for intent in heard.intents if intent.id == "READBACK")
        if not any(scenario.facts[name].agrees_to_anything for name in told):
            yield FalseClaim(read, told[0] if len(told) == 1 else None)


def _known(scenario: Scenario, mind: Mind, *, born: bool) -> frozenset[str]:
    """The words of all that the caller has said, and of what they would tell anybody; birthdays only for birthdays."""
    texts = [*scenario.opening, mind.last_line, *(line for press in scenario.presses for line in press.says)]
    for number, answer in enumerate(scenario.answers):
        if mind.count(f"answer:{number}"):
            texts += (answer.say,) if isinstance(answer.say, str) else answer.say
    found = set(_WORD.findall(" ".join(texts).lower()))
    for name, fact in scenario.facts.items():
        open_to_all = fact.told_when.trust is None and not fact.told_when.needs and not fact.withheld
        birthday = scenario.fact_kind(name) == "date" and not born
        if (name in mind.told or open_to_all) and not birthday:
            found |= _words_of(fact)
    return frozenset(word.removesuffix("'s") for word in found)


def _words_of(fact: Fact) -> frozenset[str]:
    first = fact.first.says if fact.first is not None else ()
    listed = [word for group in fact.recorded_by for word in group]
    return frozenset(_WORD.findall(" ".join((value_told(fact), *fact.says, *fact.again, *first, *listed)).lower()))
