"""A value against the truth: right, near or wrong, and in which way (transposed, homophone, one letter...)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import jellyfish
from rapidfuzz.distance import OSA, Levenshtein

from simulator.understanding.dates import times_written
from simulator.understanding.normalise import plain, spellings
from simulator.understanding.places import TOWNS, Address, address
from simulator.understanding.spoken import figured
from simulator.understanding.values import canonical
from simulator.understanding.wordlist import listed

How = Literal["exact", "form", "transposed", "homophone", "one_letter", "partial", "different"]

# Letters and figures that sound alike on a telephone line.
_ALIKE = ("FS", "MN", "BDEPTVCG", "AJK", "A8H", "IY", "QU", "5I", "59", "0O", "1I", "XS")
_SOUNDS_LIKE = {("13", "30"), ("14", "40"), ("15", "50"), ("16", "60"), ("17", "70"), ("18", "80"), ("19", "90")}
# What a recogniser may make of the second figure of a house number: `twenty to Mill Fold`.
FIGURE_WORDS = {"won": "1", "to": "2", "too": "2", "for": "4", "ate": "8"}
_SMALL = frozenset(listed("the a an of in on at is it was by to and with near"))


@dataclass(frozen=True)
class Comparison:
    """How a recorded or repeated value agrees with the truth."""

    agreement: Literal["right", "near", "wrong"]
    how: How


EXACT = Comparison("right", "exact")
FORM = Comparison("right", "form")
PARTIAL = Comparison("near", "partial")
DIFFERENT = Comparison("wrong", "different")
_ON_THE_CLOCK = re.compile(r"\d{2}:?\d{2}")


def _slip(recorded: str, truth: str) -> How | None:
    """The one slip of hand or ear that turns the truth into what was recorded, or None."""
    if (recorded, truth) in _SOUNDS_LIKE or (truth, recorded) in _SOUNDS_LIKE:
        return "homophone"
    if OSA.distance(recorded, truth) != 1:
        return None
    if len(recorded) == len(truth):
        wrong = [(a, b) for a, b in zip(recorded, truth, strict=True) if a != b]
        if len(wrong) == 2:
            return "transposed"
        pair = {wrong[0][0].upper(), wrong[0][1].upper()}
        if len(truth) >= 5 and not truth.isdigit() and any(pair <= set(group) for group in _ALIKE):
            return "homophone"
    return "one_letter"


def _marks(recorded: str, truth: str) -> Comparison:
    """Two codes without spaces, `?` in either for what is not known."""
    if recorded == truth:
        return FORM
    slip = _slip(recorded, truth)
    return Comparison("near", slip) if slip and len(truth) >= 4 else DIFFERENT


def _phone(recorded: str, truth: str) -> Comparison:
    told, true = canonical("phone", recorded), canonical("phone", truth)
    if len(told) >= 3 and told != true and true.endswith(told):
        return PARTIAL
    return _marks(told, true)


def _postcode(recorded: str, truth: str) -> Comparison:
    told, true = (canonical("postcode", text).replace(" ", "") for text in (recorded, truth))
    if told and told != true and (true.startswith(told) or true.endswith(told)) and len(told) >= 3:
        return PARTIAL
    return _marks(told, true)


def _aligned(told: str, true: str) -> Comparison:
    """Registrations of the same length, position by position; what the truth leaves open must stay open."""
    pairs = list(zip(told, true, strict=True))
    if any(b == "?" and a != "?" for a, b in pairs):
        return DIFFERENT
    if all(a in (b, "?") for a, b in pairs):
        return FORM if all(a == b for a, b in pairs) else PARTIAL
    return _marks(told, true)


def _registration(recorded: str, truth: str) -> Comparison:
    told, true = (canonical("registration", text).replace(" ", "") for text in (recorded, truth))
    if not told.strip("?"):
        return DIFFERENT
    if len(told) == len(true):
        return _aligned(told, true)
    known, said = true.strip("?"), told.strip("?")
    if said == known:
        return FORM
    if len(said) >= 2 and (known.startswith(said) or known.endswith(said)) and "?" not in said:
        return PARTIAL
    if len(said) > len(known) and "?" in true:
        return DIFFERENT
    return _marks(said, known)


def _date(recorded: str, truth: str) -> Comparison:
    told, true = canonical("date", recorded), canonical("date", truth)
    if told == true:
        return FORM
    if not (re.match(r"[\d-]", told) and re.match(r"[\d-]", true)):
        return _words(recorded, truth)
    if told[-5:] == true[-5:] and "--" in told + true:
        return PARTIAL
    if told[:4] == true[:4] and told[-5:-3] == true[-2:] and told[-2:] == true[-5:-3]:
        return Comparison("near", "transposed")
    return _marks(told, true)


def _age(recorded: str, truth: str) -> Comparison:
    told, true = canonical("age", recorded), canonical("age", truth)
    if told == true:
        return FORM
    if told.endswith("0s") and true.isdigit() and int(told[:-1]) // 10 == int(true) // 10:
        return PARTIAL
    slip = _slip(told, true) if len(told) == len(true) == 2 and told.isdigit() and true.isdigit() else None
    return Comparison("near" if slip in ("transposed", "homophone") else "wrong", slip or "different")


def _of_24_hours(recorded: str, truth: str) -> bool:
    """Whether both are written by the 24-hour clock, one of them as control rooms do: `0000` is never noon's 12:00."""
    both = (recorded.strip(), truth.strip())
    return all(map(_ON_THE_CLOCK.fullmatch, both)) and not all(":" in one for one in both)


def _time(recorded: str, truth: str) -> Comparison:
    told, true = times_written(recorded), times_written(truth)
    if not told or not true:
        return _words(recorded, truth)
    a, b = told[0].value, true[0].value
    if a.rstrip("?") == b.rstrip("?"):
        return FORM
    if _of_24_hours(recorded, truth):
        return _marks(a.rstrip("?"), b.rstrip("?"))
    minutes = [int(v[:2]) * 60 + int(v[3:5]) for v in (a, b)]
    if (a + b).count("?") and (minutes[0] - minutes[1]) % 720 == 0:
        return FORM
    return _marks(a.rstrip("?"), b.rstrip("?"))


@lru_cache(maxsize=8192)
def _sounds(text: str) -> str:
    return " ".join(jellyfish.metaphone(word) for word in text.split())


def _name(recorded: str, truth: str) -> Comparison:
    told, true = canonical("name", recorded).lower(), canonical("name", truth).lower()
    if told == true:
        return FORM
    if not told:
        return DIFFERENT
    if sorted(told.split()) == sorted(true.split()):
        return FORM
    if told.replace(" ", "") == true.replace(" ", ""):
        return FORM
    if set(told.split()) < set(true.split()) or set(true.split()) < set(told.split()):
        return PARTIAL
    slip = _slip(told, true)
    if _sounds(told) == _sounds(true):
        return Comparison("near", "homophone")
    if slip:
        return Comparison("near", slip)
    return Comparison("near", "one_letter") if OSA.distance(told, true) == 2 and len(true) >= 9 else DIFFERENT


def _street(told: tuple[str, ...], true: tuple[str, ...]) -> Comparison:
    """Whether the words of a street stand in what was recorded, exactly, nearly or not."""
    if not true:
        return FORM
    if _contains(told, true) or "".join(true) in "".join(told):
        return FORM
    best, how = 99, "different"
    want = " ".join(true)
    for size in {len(true), max(1, len(true) - 1), len(true) + 1}:
        for at in range(max(1, len(told) - size + 1)):
            said = " ".join(told[at : at + size])
            distance = OSA.distance(said, want)
            if distance < best:
                alike = _sounds(said) == _sounds(want)
                best, how = distance, "homophone" if alike else (_slip(said, want) or "different")
    if how == "homophone" or best <= 1:
        return Comparison("near", how if how != "different" else "one_letter")  # type: ignore[arg-type]
    if best <= 2 and len(want) >= 8:
        return Comparison("near", "one_letter")
    if len(true) > 1 and told and _contains(told, true[:1]) and len(true[0]) > 3:
        return PARTIAL
    return DIFFERENT


def _contains(told: tuple[str, ...], true: tuple[str, ...]) -> bool:
    return any(told[at : at + len(true)] == true for at in range(len(told) - len(true) + 1))


def _numbers(told: Address, true: Address) -> Comparison | None:
    """What is amiss between the house or flat numbers, or None."""
    for mine, theirs in ((told.number, true.number), (told.unit, true.unit)):
        if mine and theirs and mine != theirs:
            figure = FIGURE_WORDS.get(told.words[0]) if told.words else None
            if figure is not None and len(mine) == 2 and mine[0] + figure == theirs:
                return Comparison("near", "homophone")
            return Comparison("wrong", _slip(mine, theirs) or "different")
    return None


def _place(recorded: str, truth: str) -> Comparison:
    told, true = address(recorded), address(truth)
    if not true.number and not true.postcode and true.words == true.street:
        return _words(recorded, truth)
    street = _street(told.words, true.street)
    if street.agreement == "wrong":
        alone = not told.words and told.postcode
        return (
            (PARTIAL if _marks(told.postcode, true.postcode).agreement == "right" else DIFFERENT)
            if alone
            else DIFFERENT
        )
    amiss = _numbers(told, true)
    if amiss is not None:
        return amiss if street.how != "partial" else DIFFERENT
    if true.number and not told.number:
        return PARTIAL
    if told.town and true.town and told.town != true.town and told.town in TOWNS:
        return DIFFERENT
    if told.postcode and true.postcode and told.postcode != true.postcode:
        return _marks(told.postcode.replace(" ", ""), true.postcode.replace(" ", ""))
    return street


def _words(recorded: str, truth: str) -> Comparison:
    """Free words: right when all words of the truth are there, near when half of them are."""
    told = set(figured(plain(recorded)).split())
    true = [word for word in figured(plain(truth)).split() if word not in _SMALL] or figured(plain(truth)).split()
    if not true or not told:
        return DIFFERENT
    there = [word for word in true if word in told or _near_word(word, told)]
    if len(there) == len(true):
        return FORM
    return PARTIAL if len(there) * 2 >= len(true) else DIFFERENT


def _near_word(word: str, told: set[str]) -> bool:
    return len(word) > 4 and any(Levenshtein.distance(word, other, score_cutoff=1) <= 1 for other in told)


def _plainly(kind: str) -> Callable[[str, str], Comparison]:
    def compared(recorded: str, truth: str) -> Comparison:
        return FORM if canonical(kind, recorded) == canonical(kind, truth) else DIFFERENT

    return compared


def _answer(recorded: str, truth: str) -> Comparison:
    told, true = canonical("answer", recorded), canonical("answer", truth)
    plain_answers = ("yes", "no", "not known")
    if told in plain_answers and true in plain_answers:
        return FORM if told == true else DIFFERENT
    return _words(recorded, truth)


_COMPARED: dict[str, Callable[[str, str], Comparison]] = {
    "name": _name, "phone": _phone, "date": _date, "age": _age, "postcode": _postcode,
    "registration": _registration, "place": _place, "time": _time, "answer": _answer,
    "choice": _plainly("choice"), "text": _words,
}  # fmt: skip
_RANK = {"right": 0, "near": 1, "wrong": 2}


@lru_cache(maxsize=8192)
def compare(kind: str, recorded: str, truth: str, forms: tuple[str, ...] = ()) -> Comparison:
    """How `recorded` agrees with `truth` or the nearest of its other right `forms`; unknown kinds are text.

    Near: a slip that a read-back should catch, or less than the whole. A wrong house number is wrong, with the
    slip named. Accents make no difference: not every keyboard has them. An empty record is wrong.
    """
    if not recorded.strip():
        return DIFFERENT
    if recorded.strip() == truth.strip():
        return EXACT
    told = spellings(recorded)
    rightly = [way for true in (truth, *forms) for way in spellings(true)]
    found = [_COMPARED.get(kind, _words)(one, true) for true in rightly for one in told]
    best = min(found, key=lambda comparison: _RANK[comparison.agreement])
    return FORM if best.agreement == "right" else best


def same(kind: str, one: str, other: str, forms: tuple[str, ...] = ()) -> bool:
    """Whether two values of this kind are the same, however written."""
    return compare(kind, one, other, forms).agreement == "right"
