"""Whether two yes-or-no questions ask the same: by their telling words and whom they speak of. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.normalise import lowered

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
# Kin who cannot stand for one another; of a child no question of "she" or "he" speaks that does not say so.
_CHILDREN = frozenset(("child", "daughter", "son", "boy", "girl", "little"))
_PARENTS = frozenset(("mother", "mum", "mummy", "mam", "father", "dad", "daddy", "gran", "nan", "driver"))
_OPPOSITE = (
    ("present", "away"), ("safe", "danger"), ("safe", "hurt"), ("up", "down"), ("asleep", "awake"), ("locked", "open"),
    ("alone", "present"), ("alone", "there"), ("there", "away"),
)  # fmt: skip


@dataclass(frozen=True)
class Content:
    """What a question says and of whom."""

    words: frozenset[str]  # what it says, people left out
    people: tuple[str, ...]  # whom it speaks of, in order


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The words with one space between them, lower case and without marks; contractions stay."""
    return " ".join(re.sub(r"[^a-z0-9' ]+", " ", lowered(text)).split())


@lru_cache(maxsize=4096)
def content(text: str) -> Content:
    """What a question says, people and small words left out, and of whom it speaks."""
    words: set[str] = set()
    people: list[str] = []
    written = bare(text).split()
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
    return Content(frozenset(words), tuple(people))


def may_be_same(asked: Content, example: Content) -> bool:
    """Whether one may stand for the other: not the other way round, and not of other people."""
    if not _same_side(asked, example) or _opposed(asked, example) or (asked.words & _COUNTED) - example.words:
        return False
    if _of_a_child(asked, example) or _of_a_parent(asked, example):
        return False
    return not (asked.people and example.people) or _same_people(_others(asked.people), _others(example.people))


def _of_a_child(asked: Content, example: Content) -> bool:
    """Whether one asks of a child and the other of a grown-up: "is the baby breathing" is not "is she breathing"."""
    if asked.words & _CHILDREN:
        return bool(example.words & _PARENTS or ({"he", "she"} & {*example.people} and not example.words & _CHILDREN))
    return bool(example.words & _CHILDREN and asked.words & _PARENTS)


def _of_a_parent(asked: Content, example: Content) -> bool:
    """Whether it asks of a parent what the other asks of nobody like that: "is your dad the one with the crowbar"."""
    return bool(asked.words & _PARENTS and not (example.words & _PARENTS or {"he", "she"} & {*example.people}))


def _others(people: tuple[str, ...]) -> tuple[str, ...]:
    """Without the caller where they only come last: "is he in the room (with you)"."""
    return people[:-1] if len(people) > 1 and people[-1] == "you" else people


def _same_side(asked: Content, example: Content) -> bool:
    """Whether both are said with a "not" or both without, both of what is or both of what is to come.

    Nothing but where it is, shared by two questions, makes them none the same.
    """
    if asked.words <= _WHERE and asked.words != example.words:
        return False
    return all((word in asked.words) == (word in example.words) for word in ("not", "to come"))


def _opposed(asked: Content, example: Content) -> bool:
    return any(
        (one in asked.words and other in example.words and one not in example.words)
        or (other in asked.words and one in example.words and other not in example.words)
        for one, other in _OPPOSITE
    )


def how_alike(asked: Content, example: Content) -> float:
    """How alike two clauses are, 0 to 1; nothing where they ask it of other people or the other way round."""
    if not _same_people(asked.people, example.people) or not _same_side(asked, example):
        return 0.0
    if _opposed(asked, example) or _of_a_child(asked, example) or _of_a_parent(asked, example):
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
