"""Spoken figures and letters as written ones: `double four`, `oh`, `nine hundred`, `Kilo X-ray`, `S for sugar`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from simulator.understanding.wordlist import listed

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "niner": 9, "fife": 5,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINAL_UNITS = listed("first second third fourth fifth sixth seventh eighth ninth")
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_UNITS, 1)} | {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
NATO = {
    "alfa": "A", "alpha": "A", "bravo": "B", "charlie": "C", "charley": "C", "delta": "D", "echo": "E",
    "foxtrot": "F", "golf": "G", "hotel": "H", "india": "I", "juliett": "J", "juliet": "J", "juliette": "J",
    "kilo": "K", "lima": "L", "mike": "M", "november": "N", "oscar": "O", "papa": "P", "quebec": "Q",
    "romeo": "R", "sierra": "S", "tango": "T", "uniform": "U", "victor": "V", "viktor": "V", "whiskey": "W",
    "whisky": "W", "xray": "X", "yankee": "Y", "zulu": "Z",
}  # fmt: skip
_LONGEST_RUN = 60  # codes; what comes after them in one breath is not read
_REPEATS = {"double": 2, "treble": 3, "triple": 3}
_SOUNDS_AS = {"to": "two", "too": "two", "for": "four", "fore": "four", "won": "one", "ate": "eight", "sex": "six"}
_MANY = 5  # figures in a row, after which a word that sounds like one is one
_ORDINAL_FIGURES = re.compile(
    r"(1[1-3](?=th)|[1-3]?1(?=st)|[1-3]?2(?=nd)|[1-3]?3(?=rd)|[1-3]?[04-9](?=th))(?:st|nd|rd|th)"
)
_HALF_MARK = re.compile(r"[a-z]{1,2}\d[a-z\d]?")  # the first half of a postcode: what follows is no ordinal
_TWO_FIGURES = re.compile(r"\d\d")
_HALF_PLATE = re.compile(r"[a-z]{2}\d\d")  # of a registration, before its last letters
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[?*]+|\S")
_JOINS = frozenset(["-", ",", "'", '"', "(", ")", "/", "dash", "hyphen", "stroke", "slash", "space", "dot", "."])


class Token(NamedTuple):
    """A word or figure of the text, lower case; `code` where it may be part of a number or a spelled mark."""

    text: str
    start: int
    end: int
    code: str = ""
    weak: bool = False  # an everyday word that is a letter or figure only beside others
    ordinal: bool = False


def _raw(text: str) -> list[tuple[str, int, int]]:
    found = [(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    words = [word for word, _, _ in found]
    heard = _as_figures(words)
    return found if heard is words else [(word, *place[1:]) for word, place in zip(heard, found, strict=True)]


def _as_figures(words: list[str]) -> list[str]:
    """The words with "to", "for" and their like as figures where they stand among figures; else the very same list."""
    if _SOUNDS_AS.keys().isdisjoint(words):
        return words
    heard = words.copy()
    for at in range(2, len(heard)):
        if heard[at] in _SOUNDS_AS and (_among_figures(heard, at) or _ends_figures(heard, at)):
            heard[at] = _SOUNDS_AS[heard[at]]
    return heard


def _among_figures(words: list[str], at: int) -> bool:
    """Whether two figures stand right before a word and one right after, as in no "one to three"."""
    before = (words[at - 2] in UNITS or words[at - 2] in _REPEATS) and words[at - 1] in UNITS
    return before and at + 1 < len(words) and (words[at + 1] in UNITS or words[at + 1] in _REPEATS)


def _ends_figures(words: list[str], at: int) -> bool:
    """Whether it is the last word after so many figures as no sentence has: "nine double oh two five ate"."""
    before = words[max(0, at - _MANY) : at]
    last = at + 1 == len(words) or words[at + 1] in ".?!,"
    return last and len(before) == _MANY and all(word in UNITS or word in _REPEATS for word in before)


def _below_hundred(raw: list[tuple[str, int, int]], at: int) -> tuple[str, int] | None:
    """The figures of one number word or of tens and a unit, and how many tokens they take."""
    word = raw[at][0]
    if word in UNITS:
        return str(UNITS[word]), 1
    if word in TEENS:
        return str(TEENS[word]), 1
    if word not in TENS:
        return None
    step = 2 if at + 2 < len(raw) and raw[at + 1][0] == "-" else 1
    if at + step < len(raw) and 0 < UNITS.get(raw[at + step][0], 0) < 10:
        return str(TENS[word] + UNITS[raw[at + step][0]]), step + 1
    return str(TENS[word]), 1


def _after_and(raw: list[tuple[str, int, int]], at: int) -> tuple[int, int]:
    """What `and` with a number below a hundred adds, and the tokens taken; nothing where there is none."""
    if at + 1 < len(raw) and raw[at][0] == "and":
        small = _below_hundred(raw, at + 1)
        if small is not None:
            return int(small[0]), small[1] + 1
    return 0, 0


def _number(raw: list[tuple[str, int, int]], at: int) -> tuple[str, int] | None:
    """A spoken number with its hundreds and thousands as figures, and the tokens it takes."""
    if raw[at][0] == "a" and at + 1 < len(raw) and raw[at + 1][0] == "hundred":
        base, taken = "1", 1
    else:
        small = _below_hundred(raw, at)
        if small is None:
            return None
        base, taken = small
    following = raw[at + taken][0] if at + taken < len(raw) else ""
    if following == "hundred" and int(base) > 0:
        more, used = _after_and(raw, at + taken + 1)
        return str(int(base) * 100 + more), taken + 1 + used
    if following == "thousand" and int(base) > 0:
        more, used = _after_and(raw, at + taken + 1)
        if not used and at + taken + 1 < len(raw) and raw[at + taken + 1][0] in TEENS | TENS:
            small = _below_hundred(raw, at + taken + 1)
            more, used = (int(small[0]), small[1]) if small else (0, 0)
        return str(int(base) * 1000 + more), taken + 1 + used
    return base, taken


def _letter(raw: list[tuple[str, int, int]], at: int) -> tuple[str, int, bool] | None:
    """A spelled letter, the tokens it takes, and whether it might be an everyday word."""
    word = raw[at][0]
    if word == "x" and at + 1 < len(raw):
        ray = at + (2 if raw[at + 1][0] == "-" else 1)
        if ray < len(raw) and raw[ray][0] == "ray":
            return "X", ray - at + 1, False
    if word in NATO:
        return NATO[word], 1, True
    if len(word) == 1 and word.isascii() and word.isalpha():
        rest = [t[0] for t in raw[at + 1 : at + 4]]
        if len(rest) >= 2 and rest[0] == "for" and rest[1].startswith(word):
            return word.upper(), 3, False
        if len(rest) >= 3 and rest[0] in ("as", "like") and rest[1] in ("in", "for") and rest[2].startswith(word):
            return word.upper(), 4, False
        return word.upper(), 1, word in "aio"
    return None


def _code(raw: list[tuple[str, int, int]], at: int) -> tuple[str, int, bool] | None:
    """The figures or letters that begin at a token, the tokens they take, and whether they are weak."""
    word = raw[at][0]
    if word in _REPEATS and at + 1 < len(raw):
        inner = _code(raw, at + 1)
        if inner is not None and len(inner[0]) == 1:
            return inner[0] * _REPEATS[word], inner[1] + 1, False
        return None
    number = _number(raw, at)
    if number is not None:
        return number[0], number[1], word in ("oh", "one")
    letter = _letter(raw, at)
    if letter is not None:
        return letter
    if word == "plus" and at + 1 < len(raw) and _code(raw, at + 1):
        return "+", 1, True
    if word.isascii() and word.isalnum() and any(c.isdigit() for c in word):
        return word.upper(), 1, False
    if word[0] in "?*":
        return "?" * len(word), 1, True
    return ("+", 1, True) if word == "+" else None


def _ordinal(raw: list[tuple[str, int, int]], at: int) -> tuple[str, int] | None:
    word = raw[at][0]
    if word[0].isdigit() and (match := _ORDINAL_FIGURES.fullmatch(word)):
        return match.group(1), 1
    if word in _ORDINALS:
        return str(_ORDINALS[word]), 1
    step = 2 if at + 2 < len(raw) and raw[at + 1][0] == "-" else 1
    if word in TENS and at + step < len(raw) and raw[at + step][0] in _ORDINAL_UNITS:
        return str(TENS[word] + _ORDINALS[raw[at + step][0]]), step + 1
    return None


def _letters_of_plates(raw: list[tuple[str, int, int]], text: str) -> frozenset[int]:
    """Which tokens are the letters of a registration written in parts: `EL21 QBI`, `KX 24 QTI`, `EL21, QBI`."""
    words = [(at, word, text[start:end]) for at, (word, start, end) in enumerate(raw) if word not in _JOINS]
    found: set[int] = set()
    threes = zip([(-1, "", ""), *words], words, words[1:], strict=False)
    for (first, letters, _), (_, figures, _), (last, _, three) in threes:
        if not _is_no_word(three):
            continue
        if _HALF_PLATE.fullmatch(figures):
            found.add(last)
        elif _HALF_PLATE.fullmatch(letters + figures):
            found |= {first, last}
    return frozenset(found)


def _is_no_word(three: str) -> bool:
    """Whether three letters are written as a mark is, in capitals or as no English word can be: `QTI`, `qti`, `xkz`."""
    if len(three) != 3 or not (three.isascii() and three.isalpha()):
        return False
    small = three.casefold()
    return three.isupper() or "q" in small or not set(small) & set("aeiouy")


_BEGIN = frozenset([*UNITS, *TEENS, *TENS, *_ORDINALS, *NATO, *_REPEATS, "plus"])


@lru_cache(maxsize=16_384)
def _plain_word(word: str) -> bool:
    """Whether a word cannot begin a number, a letter or a mark: most cannot, and need no closer look."""
    return len(word) > 1 and word not in _BEGIN and word[0] not in "?*" and not any(map(str.isdigit, word))


def _only_figures(word: str) -> bool:
    """Whether a word is a number in figures, which is read as it stands."""
    return word.isascii() and word.isdigit()


def says_no_code(text: str) -> bool:
    """Whether no word of a text can be part of a number, a spelled letter or a mark, as in most of what is said."""
    found = _TOKEN.findall(text.casefold())
    if not all(_plain_word(word) or word in _EVERYDAY or not word[0].isalnum() for word in found):
        return False
    return not any(one in _EVERYDAY and other in _SPELLS_ON for one, other in pairwise(found))


# An everyday `a` or `i` is no letter unless it is spelled or counted: "a for apple", "a as in apple", "a hundred".
_EVERYDAY = frozenset("ai")
_SPELLS_ON = frozenset(("for", "as", "like", "hundred"))


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The text's words and marks in order, with figures and spelled letters as codes."""
    raw, found, at = _raw(text), [], 0
    plates = _letters_of_plates(raw, text) if _TWO_FIGURES.search(text) else frozenset[int]()
    while at < len(raw):
        word, start, end = raw[at]
        if _plain_word(word):
            found.append(Token(word, start, end, word.upper() if at in plates else ""))
            at += 1
            continue
        if _only_figures(word):
            found.append(Token(word, start, end, word))
            at += 1
            continue
        ordinal = _ordinal(raw, at)
        if ordinal is not None and not (at and _HALF_MARK.fullmatch(raw[at - 1][0])):
            figures, taken = ordinal
            found.append(Token(figures, start, raw[at + taken - 1][2], figures, ordinal=True))
            at += taken
            continue
        code = _code(raw, at)
        if code is None:
            found.append(Token(word, start, end))
            at += 1
            continue
        figures, taken, weak = code
        shown = figures.lower() if figures.isalnum() else figures
        written = word if weak and taken == 1 and word not in UNITS else shown
        found.append(Token(written, start, raw[at + taken - 1][2], figures, weak))
        at += taken
    return tuple(found)


@dataclass(frozen=True)
class Run:
    """Neighbouring codes read as one: `text` without spaces, and where each of its characters was said."""

    text: str
    where: tuple[tuple[int, int], ...]
    starts: frozenset[int]  # characters that begin a token
    ends: frozenset[int]  # the place after the last character of a token
    strong: int  # tokens that are no everyday words

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to before `end` were said in the text."""
        return self.where[start][0], self.where[end - 1][1]


def _run(group: list[Token]) -> Run:
    if len(group) > 1 and group[-1].code == "?":
        group = group[:-1]  # it ends a question
    text, where, starts, ends = "", [], set(), set()
    for token in group:
        starts.add(len(text))
        text += token.code
        ends.add(len(text))
        where += [(token.start, token.end)] * len(token.code)
    return Run(text, tuple(where), frozenset(starts), frozenset(ends), sum(not t.weak for t in group))


def runs(text: str) -> Iterator[Run]:
    """The runs of codes in the text, in order; a full stop ends a run unless it follows a single letter."""
    group: list[Token] = []
    for token in tokens(text):
        if token.code and not token.ordinal:
            if len(group) < _LONGEST_RUN:
                group.append(token)
            continue
        if group and token.text in _JOINS and (token.text != "." or len(group[-1].code) == 1):
            continue
        if group:
            yield _run(group)
        group = []
    if group:
        yield _run(group)


def digits(text: str) -> str:
    """All figures of the text, spoken or written, in a row; `+` kept at the front."""
    joined = "".join(token.code for token in tokens(text) if token.code)
    kept = "".join(c for c in joined if c.isdigit())
    return f"+{kept}" if joined.startswith("+") else kept


def codes(text: str) -> str:
    """All letters and figures of a spelled or written mark in upper case; `?` stands for what is not known."""
    out = ""
    for token in tokens(text):
        if token.code:
            out += token.code
        elif token.text.isalnum():
            out += token.text.upper()
    return out


def figured(text: str) -> str:
    """The words with numbers as figures: `twenty-seven Alder Rise` as `27 alder rise`."""
    return " ".join(t.text for t in tokens(text) if _is_said(t.text))


def figured_words(words: list[str]) -> list[str]:
    """The same for lower-case words without marks between them, which need no places and are read many times."""
    if all(map(_plain_word, words)):
        return words
    raw: list[tuple[str, int, int]] = []
    found, at = [], 0
    words = _as_figures(words)
    while at < len(words):
        word = words[at]
        if _plain_word(word) or (word in _EVERYDAY and (words[at + 1 : at + 2] or [""])[0] not in _SPELLS_ON):
            found.append(word)
            at += 1
            continue
        if _only_figures(word):
            found.append(word)
            at += 1
            continue
        raw = raw or [(word, 0, 0) for word in words]
        ordinal = _ordinal(raw, at)
        if ordinal is not None and not (at and _HALF_MARK.fullmatch(words[at - 1])):
            found.append(ordinal[0])
            at += ordinal[1]
            continue
        figures, taken, weak = _code(raw, at) or (word, 1, True)
        spoken = word if weak and taken == 1 and word not in UNITS else figures.lower()
        if _is_said(spoken):
            found.append(spoken)
        at += taken
    return found


def _is_said(text: str) -> bool:
    """Whether a token is a word or a figure, or a mark that stands for one; `double plus` alone is neither."""
    return text[0].isalnum() or text[0] in "/:?"


def in_words(number: str) -> str:
    """A house number as it is said, up to 99; a longer one or one with a letter stays as it is written."""
    value = int(number) if number.isdigit() else 100
    names = {figure: word for word, figure in (UNITS | TEENS | TENS).items() if word not in ("fourty", "fife", "niner")}
    if value in names:
        return names[value]
    return f"{names[value // 10 * 10]}-{names[value % 10]}" if value < 100 else number
