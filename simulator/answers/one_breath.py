"""What stays of the parts of a line that one person says in one breath: nothing twice, nothing that is over. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.answers.answer_word import NO, YES, said_yes_or_no
from simulator.sentences import sentences_of_line
from simulator.understanding.people_words import KIN
from simulator.understanding.question_words import VERB
from simulator.understanding.wordlist import listed

_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")
_EMPTY = frozenset(
    listed(
        "a an the is are was were am be been being it its he she they him her them his their this that these those "
        "there here i me my we us our you your to of in on at by for from with and or so then now just only oh "
        "well yes yeah do does did has have had got get can could would will shall it's that's there's he's she's "
        "they're i'm we're you're i've they've he'd she'd i'd i'll one like please sorry any"
    )
)
_PARENTS = {form: one for form, one in KIN.items() if one in ("mother", "father")}
_SAME = {**_PARENTS, "nobody": "no", "said": "say", "says": "say"}
_NOT = frozenset(("no", "not", "never", "none", "nobody", "nothing", "without"))
_KNOWING = frozenset(("see", "seen", "hear", "heard", "know", "notice", "noticed", "exactly", "properly", "well"))
_PERSONS = frozenset(("i", "he", "she", "they", "we", "you"))
_GUESSES = frozenset(("sound", "think", "maybe", "perhaps", "might", "probably", "if", "could"))
_BARE_WORD = re.compile(
    rf"^(?:{YES}|{NO})(?:,? (?:it|he|she|they|we|i|there) (?:{VERB}))?"
    r"\s*[.!]$",
    re.IGNORECASE,
)
_BARE_YES = re.compile(rf"^(?:{YES})\s*[.!]$", re.IGNORECASE)
_BARE_ASSENT = re.compile(r"^(?:okay|ok|all right|right|mm|will do|i will)\s*[.!]$", re.IGNORECASE)
_WHO = r"\b(?P<who>they|he|she)"
_GONE = re.compile(
    rf"{_WHO}(?:'ve|'s| have| has)? (?:all |both )?(?:gone|left|run off|driven off|driven away|got away|cleared off)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    rf"{_WHO}(?:'re|'s| are| is)? (?:still|not gone)\b|^still (?:in|out|up|down|there|here|ringing|at)", re.IGNORECASE
)
# "There's no lock, I've a chair under the handle": the end is a clause of its own.
_WITH_AN_END = re.compile(
    r"(?P<whole>(?!(?:if|when|as|since|because|while|after|before|once|unless|till|until)\b)"
    r"(?=[^,]*(?:'(?:s|re|ve|m)|n't|\b(?:is|are|was|were|have|has|had|can|could|put|saw|heard))\b)[^,]+), "
    r"(?:and |but |so )?(?P<end>(?:i|he|she|it|they|we|there)(?:'\w+)? [^,]+)[.!]",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"^not yet\s*[.!]$", re.IGNORECASE)


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
        if new:  # "I don't see it now. I see the bar": not seeing the one is not having seen the other
            new = [one for one in sentences if one in new or (_not_known(one) and one not in before)]
            new = [_without_said_end(one, before) for one in new]
        if kept and tuple(new) != tuple(sentences):
            if all(_BARE_YES.match(one) or _BARE_ASSENT.match(one) for one in new):
                continue
            kept.append(" ".join(new))
        else:
            kept.append(part)
        before += sentences
    return tuple(kept)


def _without_said_end(sentence: str, before: Sequence[str]) -> str:
    """The sentence without the clause at its end that was said before."""
    found = _WITH_AN_END.fullmatch(sentence)
    if found is None or _not_known(found["end"]) or not _said(f"{found['end']}.", before):
        return sentence
    return f"{found['whole']}."


def _not_known(sentence: str) -> bool:
    """Whether the sentence only denies that they see, hear or know what was asked, whatever that was."""
    meant = _meaning(sentence)
    return meant.denies and bool(meant.words) and meant.words <= _KNOWING


def as_it_is_now(parts: Sequence[str], *, danger_over: bool = False) -> tuple[str, ...]:
    """The parts of a line without what a later state in another of them rules out.

    Whoever has gone is not still here. Once the danger is over nobody adds "not yet" to "not hurt". Something always
    stays, and one author's line is left alone but for that.
    """
    gone = [{found["who"].lower() for found in _GONE.finditer(part)} for part in parts]
    kept = []
    for place, part in enumerate(parts):
        elsewhere = set().union(*(who for at, who in enumerate(gone) if at != place))
        sentences = sentences_of_line(part)
        left = tuple(
            one
            for number, one in enumerate(sentences)
            if not _ruled_out(one, elsewhere - gone[place]) and not (danger_over and number and _NOT_YET.match(one))
        )
        if left:
            kept.append(part if left == sentences else " ".join(left))
    return tuple(kept) or tuple(parts)


def _ruled_out(sentence: str, gone: set[str]) -> bool:
    found = _STILL.search(sentence)
    return found is not None and bool(gone) and (found["who"] or next(iter(gone))).lower() in gone


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


@lru_cache(maxsize=4096)  # authors' sentences, compared with one another in call after call
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
