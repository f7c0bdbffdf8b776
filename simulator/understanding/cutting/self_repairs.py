"""What the trainee took back while speaking, "how many of, um, no, what are they wearing?", left out. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.understanding.cutting.false_starts import (
    LED,
    SENTENCE,
    WHO,
    bare,
    begun_anew,
    hangs,
    only_fills,
    without_false_starts,
)
from simulator.understanding.cutting.question_begins import begins_question
from simulator.understanding.normalise import FILLERS, words
from simulator.understanding.question_words import OPENLY, VERB
from simulator.understanding.wordlist import listed

_ARTICLE = "the|a|an|your|my|their|our"
# "Are you up- are you hiding": the dash hangs on the word. "Down - so" parts two thoughts, "ten- two" is a figure.
_NO_FIGURE = (
    r"(?<!\bone)(?<!\btwo)(?<!\bthree)(?<!\bfour)(?<!\bfive)(?<!\bsix)(?<!\bseven)(?<!\beight)(?<!\bnine)"
    r"(?<!ty)(?<!teen)(?<!\boh)"
)
_PARTED = re.compile(rf"(,|(?<=[a-z]){_NO_FIGURE}-\s+(?=[a-zA-Z']))")
_TAKES_BACK = (
    r"(?:no|no no|no wait|wait no|no sorry|sorry no|no actually|actually no|no hang on|i mean|no i mean|what i mean is|"
    r"actually|(?:no )?(?:scratch|scrap|strike|forget) that|forget i said that|rather|or rather|"
    r"(?:sorry )?(?:(?:i will|let me) )?(?:start|try|say|do) (?:that |it )?(?:again|over)|"
    r"let me (?:rephrase|put) (?:that|it)(?: (?:another|a different) way| differently)?|let me rephrase)"
)
_FIRST_OF_ALL = re.compile(r"first(?: of all)?|first things first", re.IGNORECASE)  # "no, first, where are you?"
_WITHDRAWN = re.compile(rf"(?:(?:sorry|well|wait|hang on|oh) )*{_TAKES_BACK}(?: sorry)?")
# Behind a whole question only what cannot be meant otherwise: "Where is he? No, sorry, where are you?".
_OF_A_SENTENCE = re.compile(
    r"[?.]+ (?=(?:no,? )?(?:sorry,? )?(?:no,? sorry|no,? wait|sorry,? no|no,? actually|no,? I mean|"
    r"(?:scratch|scrap|forget) that|(?:let me )?(?:start|try) (?:that )?again|let me rephrase|"
    r"let me put (?:it|that) (?:another|a different) way)\b)",
    re.IGNORECASE,
)
_ENDS_TAKEN_BACK = re.compile(r"([,-] no,? (?:scratch|scrap|strike|forget) that)[.!] +", re.IGNORECASE)
_TRAILS_OFF = re.compile(r"(?<=[a-z])(?:\.{2,}|\u2026)\s+(?=[a-z])")  # "is it... no, where are you?"
# These end no question: "are you still in your", "whereabouts in the"; "where is he from" is one.
_DANGLES = re.compile(
    rf"\b(?:{_ARTICLE}|whose)$|^{LED}how (?:many|much) of$|"
    rf"^{LED}(?:{VERB}) .*\b(?:(?:kind|sort|number|name|one|any|some|front|back|both|all) of|into|between)$|"
    rf"^{LED}(?:{OPENLY})(?: (?:old|far|tall|big|bad|long|many|much))? (?:is|are|was|were)$",
    re.IGNORECASE,
)
_NO_VERB_YET = re.compile(
    rf"{LED}(?:(?:{VERB}) {WHO} (?:still|ever|already|be|been|being|be able to)|(?:has|have|had) {WHO} been|"
    rf"(?:{VERB}) (?:any|some)(?:one|body) else)",
    re.IGNORECASE,
)
# "Is your mum", "did the car": what is asked of it is still to come.
_OF_A_THING = re.compile(
    rf"{LED}(?:(?:{OPENLY}) (?=(?:did|does|do|can|could|will|would)\b))?(?P<verb>{VERB}) "
    r"(?P<thing>mum|mummy|mam|mother|dad|daddy|father|(?:the|your|his|their|my|our) [\w'-]+(?P<more> [\w'-]+)?)",
    re.IGNORECASE,
)
# "Your old, sorry, your new postcode".
_NAMED_WRONG = re.compile(rf"(?P<led>{LED})(?P<whose>the|your|his|her|their|my|our) \w+(?: \w+)?", re.IGNORECASE)
_SORRY = re.compile(r"\b(?:sorry|no|i mean|rather)\b", re.IGNORECASE)
_FALTERS = re.compile(r"\s+((?:um+|er+m?|uh+)(?: no)?|no sorry|sorry no|no wait|no actually|i mean)\s+", re.IGNORECASE)
_UNMARKED = re.compile(r"[^,.?!;:]+\Z")
_STANDS_FOR_IT = re.compile(r"\b(?:he|she|it(?! (?:happen|start|begin|come))|they|him|her|them)\b", re.IGNORECASE)
_OPENS = re.compile(rf"{LED}(?:{OPENLY})\b", re.IGNORECASE)
_ENDS_OPENLY = re.compile(rf"(?<=\w) (?:{OPENLY})$", re.IGNORECASE)
_BEGINS_OPENLY = re.compile(rf"(?:{OPENLY})\b", re.IGNORECASE)
_JOINS = frozenset(listed("or and the a an in on at of to with from your my his their for but by into any some"))
_TWO_ARTICLES = re.compile(
    r"(?:the|a|an) (?:my|your|our|his|their|the|a|an)"
)  # "a way the, um, my officers can get in"
_OFTEN_TWICE = frozenset(
    listed("no yes okay right very really please now there well good bye hello shh hush so oh nought zero double one "
           "two three four five six seven eight nine ten thanks sorry wait quick come")
)  # fmt: skip
_LITTLE = frozenset(
    listed("is are was were am do does did have has had can could will would should not i you he she it they we there "
           "the a an your my his her their any and so but or of in on at to for with what where when who why how which "
           "still just that this um er me them him us")
)  # fmt: skip
_ASKS_AGREEMENT = re.compile(
    r"(?:is|isn't|was|does|am|have) (?:that|it|i|i got)(?: not)?(?: \w+){0,2}\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class _Part:
    """What stands between two pauses, with the pause behind it."""

    said: str
    pause: str = ""

    @property
    def broken_off(self) -> bool:
        return self.pause.startswith("-")


def without_what_was_taken_back(text: str) -> str:
    """The words without what was begun and then begun in other words, or withdrawn; others stay as they are."""
    if _UNMARKED.match(text) and _FALTERS.search(text):
        return _without_marks(text)
    in_one = _OF_A_SENTENCE.sub(", ", _ENDS_TAKEN_BACK.sub(r"\1, ", _TRAILS_OFF.sub("- ", text)))
    if "," not in in_one and "- " not in in_one:
        return text
    found = SENTENCE.findall(in_one)
    mended = [_as_it_ends(sentence) for sentence in found]
    return text if mended == found else "".join(mended)


def _without_marks(text: str) -> str:
    """What a recogniser writes without marks: a faltering word parts it, where something was taken back there."""
    marked = _FALTERS.sub(r", \1, ", text)
    mended = _as_it_ends(marked)
    return text if mended == marked else mended.replace(",", "")


def as_it_ends(text: str) -> str:
    """The words as they end, without what was taken back and without questions begun and begun anew."""
    return without_false_starts(without_what_was_taken_back(text))


def _as_it_ends(sentence: str) -> str:
    pieces = _PARTED.split(sentence)
    if len(pieces) < 3:
        return sentence
    parts = [_Part(said, pause) for said, pause in zip(pieces[::2], [*pieces[1::2], ""], strict=True)]
    kept: list[_Part] = []
    taken_back = False
    n = 0
    while n < len(parts):
        between, m = _marks(parts, n + 1)
        instead = _in_place_of(parts[n], between, parts[m:])
        if instead is None:
            kept.append(parts[n])
            n += 1
            continue
        taken_back = True
        n = m
        gap = " " if kept else ""
        parts[m] = replace(parts[m], said=gap + instead + parts[m].said.lstrip())
    if not taken_back:
        return sentence
    whole = "".join(part.said + ("," if part.broken_off else part.pause) for part in kept).lstrip()
    return whole[:1].upper() + whole[1:] if sentence[:1].isupper() else whole


def _marks(parts: Sequence[_Part], start: int) -> tuple[Sequence[_Part], int]:
    """The parts from there on that only falter or take back, and where the next begins."""
    end = start
    while end < len(parts) and (
        only_fills(parts[end].said)
        or _takes_back(parts[end])
        or (end > start and _takes_back(parts[end - 1]) and _FIRST_OF_ALL.fullmatch(parts[end].said.strip()))
    ):
        end += 1
    return parts[start:end], end


def _takes_back(part: _Part) -> bool:
    return _WITHDRAWN.fullmatch(" ".join(words(part.said))) is not None


def _in_place_of(part: _Part, between: Sequence[_Part], rest: Sequence[_Part]) -> str | None:
    """What is kept of a part that was taken back ("" of most), put before what follows; None where it stands."""
    said, later = bare(part.said), rest[0].said.strip() if rest else ""
    if not said or not later or only_fills(part.said):
        return None
    again = _said_again(said, later)
    if again is None:
        again = _named_right(said, between, later)
    if again is not None:
        return again
    if _ENDS_OPENLY.search(said) and _BEGINS_OPENLY.match(later) and begins_question(said):
        return f"{_ENDS_OPENLY.sub('', said)} "
    if not begun_anew(later):
        return None
    return _of_a_question(part, between, ",".join(one.said for one in rest))


def _named_right(said: str, between: Sequence[_Part], later: str) -> str | None:
    """What stands before a thing that is put right: "and your old, sorry, your new postcode"."""
    wrong = _NAMED_WRONG.fullmatch(said)
    if wrong is None or not any(_SORRY.search(one.said) for one in between):
        return None
    return wrong["led"] if later.lower().startswith(f"{wrong['whose'].lower()} ") else None


def _of_a_question(part: _Part, between: Sequence[_Part], later: str) -> str | None:
    said = bare(part.said)
    asks = begins_question(said) or hangs(said)
    if not (asks or _OPENS.match(said)):
        return None
    thing = _OF_A_THING.fullmatch(said)
    if thing is not None and re.match(rf"\s*{thing['verb']} (?:it|he|she|they)\b", later, re.IGNORECASE):
        return None  # "is your phone, is it on silent?" is made one question
    if thing is not None and (not thing["more"] or _within(thing["thing"], later)):
        named = _STANDS_FOR_IT.search(later) is not None and not _within(thing["thing"], later)
        return f"{thing['thing']}, " if named else ""
    taken_back = asks and any(_takes_back(one) for one in between) and _ASKS_AGREEMENT.fullmatch(later.strip()) is None
    faltered = part.broken_off or any(_falters(one) for one in between)
    breaks_off = part.broken_off or _DANGLES.search(said) is not None or _NO_VERB_YET.fullmatch(said) is not None
    if taken_back or breaks_off or (faltered and _all_in(said, later)):
        return ""
    return None


def _falters(part: _Part) -> bool:
    """Whether somebody falters there, more than by a comma: "um", "sorry"."""
    return only_fills(part.said)


def _said_again(said: str, later: str) -> str | None:
    """What stands before words said twice: "cash or, or jewellery", "and stay, er, stay where you are"."""
    first, last = words(later)[:1], words(said)[-1:]
    if (first == last and first[0] in _JOINS) or _TWO_ARTICLES.fullmatch(" ".join((*last, *first))):
        return f"{said.rsplit(maxsplit=1)[0]} " if " " in said else ""
    led = re.match(LED, said, re.IGNORECASE)
    begun = said[led.end() :] if led is not None else said
    told = words(begun)
    whole = len(told) > 1 and not begins_question(begun) and not set(told) & _OFTEN_TWICE
    if whole and len(told) < len(words(later)) and words(later)[: len(told)] == told:
        return said[: len(said) - len(begun)]  # "so you were, um, you were asleep"
    if (
        not told
        or begins_question(begun)
        or told[0] in _OFTEN_TWICE
        or told[0] in _LITTLE
        or words(later)[:1] != told[:1]
    ):
        return None
    if (len(told) == 1 and len(words(later)) > 1) or (len(told) < 4 and _DANGLES.search(begun) is not None):
        return said[: len(said) - len(begun)]
    return None


def _within(thing: str, later: str) -> bool:
    return f" {' '.join(words(thing))} " in f" {' '.join(words(later))} "


def _all_in(said: str, later: str) -> bool:
    """Whether all that tells anything in it comes again."""
    telling = set(words(said)) - _LITTLE - FILLERS
    return bool(telling) and telling <= set(words(later))
