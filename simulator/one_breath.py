"""What stays of the parts of a line that one person says in one breath: nothing twice, no yes after a yes. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.answer_word import NO, YES, said_yes_or_no
from simulator.sentences import sentences_of_line
from simulator.understanding.wordlist import listed

_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")
_EMPTY = frozenset(
    listed(
        "a an the is are was were am be been being it its he she they him her them his their this that these those "
        "there here i me my we us our you your to of in on at by for from with and or so then now just only oh "
        "well yes yeah do does did has have had got get can could would will shall it's that's there's he's she's "
        "they're i'm we're you're i've they've he'd she'd i'd i'll one like please sorry"
    )
)
_SAME = {
    "mum": "mother", "mummy": "mother", "mam": "mother", "dad": "father", "daddy": "father", "nobody": "no",
    "said": "say", "says": "say",
}  # fmt: skip
_NOT = frozenset(("no", "not", "never", "none", "nobody", "nothing", "without"))
_PERSONS = frozenset(("i", "he", "she", "they", "we", "you"))
_GUESSES = frozenset(("sound", "think", "maybe", "perhaps", "might", "probably", "if", "could"))
_BARE_WORD = re.compile(
    rf"^(?:{YES}|{NO})(?:,? (?:it|he|she|they|we|i|there) (?:is|are|was|were|am|do|does|did|has|have|can)(?:n't)?)?"
    r"\s*[.!]$",
    re.IGNORECASE,
)
_BARE_YES = re.compile(rf"^(?:{YES})\s*[.!]$", re.IGNORECASE)
_UNSURE = re.compile(r"(?:um,? )?i(?: don't| do not|'m not|can't|couldn't)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:oh,? )?(?:hello|hi|hiya|evening|afternoon|morning|good (?:evening|morning|afternoon|day)|yes)\b"
    r"(?:,? [\w']+){0,2}\s*[.!?]$",
    re.IGNORECASE,
)
_BYE = re.compile(
    r"^(?:(?:okay|right|well|thanks),? )?(?:good)?bye(?:[ -]bye)?(?:,? (?:now|then))?\s*[.!]$", re.IGNORECASE
)
_BARE_ASSENT = re.compile(r"^(?:okay|ok|all right|right|mm|will do|i will)\s*[.!]$", re.IGNORECASE)


@dataclass(frozen=True)
class _Meaning:
    """What a sentence says: its telling words, of whom, whether it denies, and whether it only supposes."""

    words: frozenset[str]
    of: frozenset[str]
    denies: bool
    guesses: bool

    def is_in(self, other: "_Meaning") -> bool:
        """Whether the other says all of it, alike."""
        alike = (self.denies, self.guesses) == (other.denies, other.guesses)
        return alike and self.words <= other.words and self.of <= other.of


def without_repeats(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts without what an earlier part of the same line has said; one author's line is left as it stands.

    A sentence goes whose words that mean something were all in one sentence of an earlier part that says yes or no
    alike; a bare yes or no goes after the same, a bare "okay" after any yes, no or okay. A yes or an okay whose own
    sentences have gone says nothing by itself and goes too. Something always stays.
    """
    kept: list[str] = []
    before: list[str] = []
    for part in parts:
        sentences = sentences_of_line(part)
        new = [one for one in sentences if not _said(one, before)]
        if kept and len(new) < len(sentences):
            if all(_BARE_YES.match(one) or _BARE_ASSENT.match(one) for one in new):
                continue
            kept.append(" ".join(new))
        else:
            kept.append(part)
        before += sentences
    return tuple(kept)


def answer_first(opening: str, answers: Sequence[str]) -> tuple[str, ...]:
    """A greeting, then the answer to what was asked at once, and only then what they ring for.

    Who does not know the answer says first what they ring for.
    """
    if any(_UNSURE.match(one) for one in answers):
        return (opening, *answers)
    sentences = sentences_of_line(opening)
    greeting = [one for one in sentences[:1] if _GREETING.match(one)]
    return tuple(part for part in (*greeting, *answers, " ".join(sentences[len(greeting) :])) if part)


def goodbye_last(text: str) -> str:
    """The line with a bare goodbye at its end, where more is said after it: nobody says bye and then goes on."""
    sentences = sentences_of_line(text)
    byes = [one for one in sentences if _BYE.match(one)]
    others = [one for one in sentences if not _BYE.match(one)]
    if not byes or not others or sentences[-1] in byes:
        return text
    return " ".join((*others, byes[-1]))


def _said(sentence: str, before: Sequence[str]) -> bool:
    if not before:
        return False
    if _BARE_WORD.match(sentence):
        last = next((word for one in reversed(before) if (word := said_yes_or_no(one))), None)
        return last == said_yes_or_no(sentence)
    if _BARE_ASSENT.match(sentence):
        return any(said_yes_or_no(one) or _BARE_ASSENT.match(one) for one in before)
    if sentence.endswith("?"):
        return sentence in before
    meant = _meaning(sentence)
    if not meant.words:
        return sentence in before
    return any(meant.is_in(other) for other in map(_meaning, before))


def _meaning(sentence: str) -> _Meaning:
    found = _WORD.findall(sentence.lower().replace("\u2019", "'"))
    denies = any(word in _NOT or word.endswith("n't") for word in found)
    words = {_stem(_SAME.get(word, word).removesuffix("'s")) for word in found}
    guesses = not _GUESSES.isdisjoint(words)
    of = _PERSONS & {word.partition("'")[0] for word in found}
    telling = frozenset(word for word in words - _EMPTY - _NOT if not word.endswith("n't"))
    return _Meaning(telling, of, denies, guesses)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def unknown_last(parts: Sequence[str], unknown: Sequence[str]) -> tuple[str, ...]:
    """The parts with "I don't know" after what is known; in their order else."""
    return tuple(sorted(parts, key=lambda part: part in unknown))
