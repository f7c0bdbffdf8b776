"""What the truth answers to a yes-or-no question: yes, no, or nothing where that is not sure. A wrong yes is worse."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Protocol

from scenarios.scenario import Fact
from simulator.heard import HeardIntent, Truth, Understood
from simulator.understanding.standard import standard
from simulator.yes_or_no import alternatives, begins_as_question, closed_clauses

YesNo = Literal["yes", "no"]
ENOUGH_ALIKE, CLEARLY = 0.6, 0.15
NEAR_ENOUGH, NEARER = 0.62, 0.04  # in sense, where the words alone find nothing...
NEAR_ENOUGH_CUT_SHORT = 0.72  # ...and where they hardly make a question: "the order?"
AS_WRITTEN = 0.9  # how sure it is that words asked what the author wrote a question for
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


class Alike(Protocol):
    """How alike words are to each of some examples, 0 to 1; None where that is not known."""

    def __call__(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None: ...


@dataclass(frozen=True)
class _Known:
    yes_to: tuple[str, ...]
    no_to: tuple[str, ...]
    fact: str | None = None
    binary: bool = False


# What anybody who cannot speak can answer, whatever the call is about.
_OF_THE_LINE = (
    _Known(("can you hear me", "are you there", "are you still there", "are you on the line"), ()),
    _Known(("do you understand", "did you understand that", "is that okay", "is that clear", "do you follow"), ()),
    _Known(("do you need the police", "do you need help", "do you want the police", "do you need an officer",
            "do you want me to send the police", "do you need us", "is this an emergency", "are you in trouble"), ()),
    _Known(
        ("are you unable to talk", "are you unable to speak", "is it hard to talk", "do you have to be quiet",
         "can someone hear you", "is somebody listening", "is someone there listening", "is it difficult to talk",
         "are you not able to speak freely", "can anybody hear you"),
        ("can you talk", "can you speak", "can you speak freely", "can you talk freely", "is it safe to talk",
         "is it safe to speak", "are you able to talk", "are you able to speak", "are you free to talk",
         "are you free to speak", "can you say anything", "are you safe to talk", "is it safe for you to talk"),
    ),
)  # fmt: skip

_DROPPED = frozenset((
    "a", "an", "the", "is", "are", "am", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have",
    "had", "having", "got", "can", "could", "would", "should", "may", "isn't", "aren't", "wasn't",
    "weren't", "don't", "doesn't", "didn't", "hasn't", "haven't", "hadn't", "can't", "couldn't", "won't",
    "wouldn't", "shouldn't", "your", "his", "their", "its", "my", "our", "to", "of", "at", "on", "in", "it", "this",
    "that", "there", "for", "and", "so", "any", "some", "now", "just", "please", "right", "moment", "currently",
    "actually", "really", "love", "okay", "ok", "well", "then", "as",
))  # fmt: skip

_SAME = {
    word: kind
    for kind, words in {
        "hurt": "hurt injured hit bleeding harmed attacked injuries wounded",
        "home": "house hoose home flat property address indoors building",
        "child": "child children kid kids baby babies toddler bairn bairns wean weans",
        "weapon": "weapon weapons wepon armed",
        "knife": "knife knives blade",
        "present": "still here back inside beside near nearby next with same",
        "away": "gone left away leave leaving outside out elsewhere",
        "alone": "alone own",
        "safe": "safe okay alright fine",
        "danger": "danger afraid frightened scared unsafe threatened",
        "to come": "will might gonna",
        "not": "not no never nothing none neither unable without",
        "talk": "talk speak say talking speaking freely",
        "drink": "drink drinking drunk drank alcohol",
        "drugs": "drugs drug high taken",
        "asleep": "asleep sleeping bed",
        "up": "upstairs up",
        "down": "downstairs down",
        "need": "need want",
    }.items()
    for word in words.split()
}
# How many of something there are cannot be left out of a question.
_COUNTED = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "2", "3", "4", "5", "6", "both")
)
_WHERE = frozenset(("home", "up", "down", "there"))
_PEOPLE = {
    word: who
    for who, words in {
        "you": "you yourself we us",
        "he": "he him himself man husband boyfriend bloke",
        "she": "she her herself woman wife girlfriend",
        "they": "they them someone somebody anyone anybody person people partner nobody",
    }.items()
    for word in words.split()
}
# These always point at somebody; a noun such as "partner" does only where it stands for the person asked about, and
# says who they are after another ("is he your partner").
_PRONOUNS = frozenset(
    ("you", "yourself", "we", "us", "he", "him", "she", "her", "they", "them", "someone", "somebody", "anyone",
     "anybody", "nobody")
)  # fmt: skip
_OPPOSITE = (
    ("present", "away"), ("safe", "danger"), ("safe", "hurt"), ("up", "down"), ("asleep", "awake"), ("locked", "open"),
    ("alone", "present"), ("alone", "there"), ("there", "away"),
)  # fmt: skip


def truth_of(text: str, facts: Mapping[str, Fact], alike: Alike | None = None) -> Truth | None:
    """What the truth answers to these words, or None where they are not clear questions about known things.

    `alike` says how alike words are in sense; without it only the words themselves count. Several questions at once
    have an answer only where it is the same one to all of them.
    """
    known = (*(_known(name, fact) for name, fact in facts.items() if fact.yes_to or fact.no_to), *_OF_THE_LINE)
    found = tuple(dict.fromkeys(_each(standard(text), known, alike)))
    if len(found) > 1:
        # "Is everything all right? Are you there?" asks two things; only the one about the call itself is worth a tap.
        found = tuple(one for one in found if one is None or one.fact is not None)
    truths = tuple(one for one in found if one is not None)
    if not truths or len(truths) < len(found) or len({one.answer for one in truths}) > 1:
        return None
    first, *others = truths
    return replace(first, also=tuple(one.fact for one in others if one.fact is not None and one.tells))


def as_asked(heard: Understood, facts: Mapping[str, Fact], alike: Alike | None = None) -> Understood:
    """The words with the question that they ask: a fact's own yes-or-no question is its question in other words."""
    if not any(fact.yes_to or fact.no_to for fact in facts.values()):
        return heard
    truth = truth_of(heard.text, facts, alike)
    heard = heard.model_copy(update={"truth": truth})
    asked = facts[truth.fact].told_when.asked if truth is not None and truth.fact is not None else ()
    if not asked or any(intent.answers_to(name) for intent in heard.intents for name in asked):
        return heard
    name, _, slot = asked[0].partition(":")
    sentence = next((one for one in _SENTENCE.findall(heard.text) if truth_of(one, facts, alike) == truth), heard.text)
    intent = HeardIntent(id=name, slot=slot or None, confidence=AS_WRITTEN, span=sentence.strip())
    return heard.model_copy(
        update={
            "understood": True,
            "intents": (*heard.intents, intent),
            "decided_by": (*heard.decided_by, "a yes-or-no question of the scenario's"),
        }
    )


def asks_yes_or_no(text: str) -> bool:
    """Whether the words hold a yes-or-no question at all."""
    return bool(closed_clauses(text))


def questions_of_the_line() -> tuple[str, ...]:
    """The questions that every caller can answer, whatever the call is about."""
    return tuple(example for known in _OF_THE_LINE for _, example in _questions(known))


def _known(name: str, fact: Fact) -> _Known:
    return _Known(fact.yes_to, fact.no_to, name, fact.closed is not None)


def _each(text: str, known: tuple[_Known, ...], alike: Alike | None) -> Iterator[Truth | None]:
    """What the truth answers to each question in the text, in order; None for one that has no sure answer."""
    for sentence in _SENTENCE.findall(text):
        as_written = _as_written(sentence, known)
        if as_written is not None:
            yield as_written
            continue
        clauses = closed_clauses(sentence)
        plainly = tuple(clause for clause in clauses if begins_as_question(clause))
        for clause in plainly or clauses:
            halves = [_about(half, known, alike) for half in alternatives(clause)]
            # "Is he upstairs or downstairs?" has no yes-or-no answer; "is he hurting or threatening you?" has.
            yield halves[0] if len({half and half.answer for half in halves}) == 1 else None


def _as_written(sentence: str, known: tuple[_Known, ...]) -> Truth | None:
    """The truth of the question that an author wrote in these very words."""
    return _written(known).get(_bare(sentence))


@lru_cache(maxsize=64)
def _written(known: tuple[_Known, ...]) -> Mapping[str, Truth]:
    """The truth of each question as it was written; of several written alike the first."""
    found: dict[str, Truth] = {}
    for one in known:
        for answer, example in _questions(one):
            if words := _bare(example):
                found.setdefault(words, _truth(one, answer))
    return found


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9' ]+", " ", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).split())


def _truth(known: _Known, answer: YesNo) -> Truth:
    return Truth(answer, known.fact, known.fact is not None and (answer == "yes" or known.binary))


def _about(clause: str, known: tuple[_Known, ...], alike: Alike | None) -> Truth | None:
    found = _in_words(clause, known)
    return _in_sense(clause, known, alike) if found is None and alike is not None else found


def _in_words(clause: str, known: Iterable[_Known]) -> Truth | None:
    words = _content(clause)
    fits = sorted(_fits(words, known), key=lambda fit: -fit[0])
    # One word alone is a question only where the author wrote it so: "upstairs?" asks nothing that is sure.
    if not fits or fits[0][0] < (ENOUGH_ALIKE if " " in clause else 1.0):
        return None
    best = fits[0]
    others = [fit for fit in fits[1:] if (fit[1].answer, fit[1].fact) != (best[1].answer, best[1].fact)]
    if others and best[0] - others[0][0] < CLEARLY and others[0][1].answer != best[1].answer:
        return None
    return best[1]


def _in_sense(clause: str, known: tuple[_Known, ...], alike: Alike) -> Truth | None:
    """The truth of the question nearest in sense, if nothing that has the other answer is nearly as near."""
    words = _content(clause)
    if not words.words:
        return None  # "is he...", broken off
    least = NEAR_ENOUGH if begins_as_question(clause) else NEAR_ENOUGH_CUT_SHORT
    asked = tuple((one, answer, example) for one in known for answer, example in _questions(one))
    near = alike(clause, tuple(example for _, _, example in asked)) or ()
    fits = sorted(
        (
            (how, one, answer)
            for how, (one, answer, example) in zip(near, asked, strict=False)
            if how >= least - NEARER and _may_be_same(words, _content(example))
        ),
        key=lambda fit: -fit[0],
    )
    if not fits or fits[0][0] < least:
        return None
    how, one, answer = fits[0]
    if any(other != answer and how - at < NEARER for at, _, other in fits):
        return None
    return _truth(one, answer)


def _questions(known: _Known) -> Iterator[tuple[YesNo, str]]:
    for example in known.yes_to:
        yield "yes", example
    for example in known.no_to:
        yield "no", example


def _may_be_same(asked: "_Clause", example: "_Clause") -> bool:
    """Whether one may stand for the other: not the other way round, and not of other people."""
    if not _same_side(asked, example) or _opposed(asked, example) or (asked.words & _COUNTED) - example.words:
        return False
    return not (asked.people and example.people) or _same_people(_others(asked.people), _others(example.people))


def _others(people: tuple[str, ...]) -> tuple[str, ...]:
    """Without the caller where they only come last: "is he in the room (with you)"."""
    return people[:-1] if len(people) > 1 and people[-1] == "you" else people


def _same_side(asked: "_Clause", example: "_Clause") -> bool:
    """Whether both are said with a "not" or both without, both of what is or both of what is to come.

    Nothing but where it is, shared by two questions, makes them none the same.
    """
    if asked.words <= _WHERE and asked.words != example.words:
        return False
    return all((word in asked.words) == (word in example.words) for word in ("not", "to come"))


def _opposed(asked: "_Clause", example: "_Clause") -> bool:
    return any(
        (one in asked.words and other in example.words and one not in example.words)
        or (other in asked.words and one in example.words and other not in example.words)
        for one, other in _OPPOSITE
    )


def _fits(words: "_Clause", known: Iterable[_Known]) -> Iterator[tuple[float, Truth]]:
    for one in known:
        sides: tuple[tuple[YesNo, tuple[str, ...]], ...] = (("yes", one.yes_to), ("no", one.no_to))
        for answer, examples in sides:
            said, have = _contents(examples)
            # A word that none of its questions has may be just the one that matters.
            if not words.words <= have:
                continue
            alike = max((_alike(words, clause) for clause in said), default=0.0)
            yield alike, _truth(one, answer)


@lru_cache(maxsize=4096)
def _contents(examples: tuple[str, ...]) -> tuple[tuple["_Clause", ...], frozenset[str]]:
    """What each of some questions says, and all their words."""
    said = tuple(map(_content, examples))
    return said, frozenset().union(*(clause.words for clause in said))


def _alike(asked: "_Clause", example: "_Clause") -> float:
    """How alike two clauses are, 0 to 1; nothing where they ask it of other people or the other way round."""
    if not _same_people(asked.people, example.people) or not _same_side(asked, example):
        return 0.0
    if _opposed(asked, example):
        return 0.0
    both = len(asked.words) + len(example.words)
    return 2 * len(asked.words & example.words) / both if both else 0.0


def _same_people(these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    """Whether both speak of the same people in the same order: "has he hurt you" is not "have you hurt him"."""
    if len(these) != len(those):
        return False
    either = {"he", "she"}
    return all(
        one == other or (one == "they" and other in either) or (other == "they" and one in either)
        for one, other in zip(these, those, strict=True)
    )


@dataclass(frozen=True)
class _Clause:
    words: frozenset[str]  # what it says, people left out
    people: tuple[str, ...]  # whom it speaks of, in order


@lru_cache(maxsize=4096)
def _content(text: str) -> _Clause:
    words: set[str] = set()
    people: list[str] = []
    plain = re.sub(r"[^a-z0-9' ]+", " ", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    written = plain.split()
    about_it = len(written) > 1 and re.sub(r"'s$", "", written[1]) in ("it", "that")
    for place, one in enumerate(written):
        word = re.sub(r"'(?:s|re|ve|ll|d|m)$", "", one)
        if word == "there" and place > 1:
            words.add("there")  # "is he there", not "is there a"
        elif word in _PEOPLE and (word in _PRONOUNS or not (about_it or people)):
            if not people or people[-1] != _PEOPLE[word]:
                people.append(_PEOPLE[word])
        elif one.endswith("n't") and (place > 0 or _begins_no_question(written)):
            words.add("not")
        elif word not in _DROPPED:
            words.add(_SAME.get(word, _stem(word)))
        if word in ("nobody", "no-one"):
            words.add("not")
    if not words and not any(word in _PRONOUNS for word in written):
        words.update(_SAME.get(word, _stem(word)) for word in written if word in _PEOPLE)  # "boyfriend?"
    return _Clause(frozenset(words), tuple(people))


def _begins_no_question(written: list[str]) -> bool:
    """`can't talk` denies; `isn't he there` asks."""
    return len(written) < 2 or (
        written[1] not in _PRONOUNS and written[1] not in ("there", "it", "this", "that", "the")
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word
