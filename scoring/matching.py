"""Whether a text holds a value or says a thing, and how nearly."""

import re
from collections.abc import Iterable
from functools import lru_cache

from simulator.understanding.compare import compare
from simulator.understanding.normalise import plain, spellings, unaccented
from simulator.understanding.spoken import figured_words
from simulator.understanding.values import FoundValue, canonical, codes_said, extract
from simulator.understanding.wordlist import listed

CODES = ("phone", "postcode", "registration")
LIST_OF_WORDS = 12  # shorter texts may lack small words and still be speech
SMALL_IN_SPEECH = 0.15  # a list of words has fewer small words than this share; speech has 30 % and more
LEAST_OF_A_CODE = 6  # letters and figures; fewer may stand in another number by chance
LEAST_OF_A_PHONE = 9  # figures; so long a number is known without its nought too
ENOUGH_WORDS = 0.6  # the share of a fact's own words that makes a record of it where no groups are given
_ENDINGS = frozenset(("", "s", "es", "ed", "d", "ing", "'s", "ren"))
_DENYING = re.compile(r"(?:no|not|non|nil|without|never|denies|denied|neither|nor|isn t|wasn t|no sign of|any)\b")
_NO_PLAIN_MARK = re.compile(r"[^a-z0-9?]+")
_DENIERS = tuple(f" {word}" for word in ("no", "not", "nil", "without", "denies", "never"))
_SMALL = frozenset(
    listed(
        "the a an of in on at is it was by to and with near from for he she they his her their has had have been be "
        "are i my me we you your that this there who what"
    )
)
_DOUBT = re.compile(
    r"\b(?:unconfirmed|not confirmed|to be confirmed|tbc|possibl[ey]|believed|thought to be|may be|maybe|unsure|"
    r"not sure|unclear|not known|unknown|approx\w*|alleged\w*|poss)\b|\?"
)
_PARTIAL = re.compile(
    r"\(?\b(?:partial(?:ly)?|part(?: reg\w*| plate| index)?|incomplete|"
    r"(?:last|final|rest|remainder)(?: \w+){0,2} (?:unknown|not known|not seen|missing|unk|n/?k)|"
    r"(?:unknown|unk) (?:last|final|rest|remainder)(?: (?:letter|character|digit|figure)s?)?)\b[.:]?\)?",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(
    r"^\W*(?:n/?k|n/?a|unk|not known|unknown|not given|not stated|none given|not asked|not sure|unsure|tbc|refused|"
    r"declined|would not (?:say|give)|-+|\?+)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> str:
    """A text as plain lower-case words with single spaces and a space at either end; figures as figures."""
    words = " ".join(figured_words(plain(unaccented(text[:4000])).split()))
    return f" {words if words.isascii() else ' '.join(_NO_PLAIN_MARK.sub(' ', words).split())} "


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> str:
    """A text's plain words with a stroke where one clause ends, so that a denial reaches no further than its own."""
    clauses = re.split(r"[,;:!()\n]+|\.(?!\d)|\bbut\b", text[:4000])
    return " / ".join(words_of(clause).strip() for clause in clauses).join("  ")


@lru_cache(maxsize=4096)
def run_of(text: str) -> str:
    """A text's letters and figures run together."""
    return re.sub(r"[^a-z0-9]", "", unaccented(text).lower())


@lru_cache(maxsize=8192)
def _wanted(alternatives: tuple[str, ...]) -> tuple[tuple[str, bool, bool], ...]:
    """Each one's plain words after a space, whether they may take an ending, and whether they deny something."""
    plainly = (words_of(alternative).strip() for alternative in alternatives)
    return tuple(
        (f" {words}", words[-1:].isalpha() and len(words) > 2, _DENYING.match(words) is not None)
        for words in plainly
        if words
    )


def _stands(start: str, clauses: str, *, bends: bool, denies: bool) -> bool:
    """Whether the words stand there whole, or with an ending, and are not denied just before."""
    at = clauses.find(start)
    while at >= 0:
        end = at + len(start)
        ending = clauses[end : clauses.index(" ", end)]
        whole = ending in _ENDINGS if bends else not ending
        if whole and (denies or not clauses.endswith(_DENIERS, 0, at)):
            return True
        at = clauses.find(start, at + 1)
    return False


@lru_cache(maxsize=16_384)
def says_value(text: str, value: str) -> bool:
    """Whether a text says a value outright: its words, or its letters and figures however spelled out or spaced."""
    words = words_of(value)
    telling = len(words.split()) >= 2 or len(words.strip()) >= 5
    if telling and words in words_of(text):
        return True
    code = run_of(value)
    if len(code) < 5 or code.isalpha():
        return False
    return code in run_of(text) or code in run_of(words_of(text))


def says(text: str, alternatives: Iterable[str]) -> bool:
    """Whether a text has one of these words or phrases, not denied just before it."""
    return _says(text, alternatives if isinstance(alternatives, tuple) else tuple(alternatives))


@lru_cache(maxsize=16_384)
def _says(text: str, alternatives: tuple[str, ...]) -> bool:
    clauses = clauses_of(text)
    for start, bends, denies in _wanted(alternatives):
        if start in clauses and _stands(start, clauses, bends=bends, denies=denies):
            return True
    return any(code in run_of(text) for code in _codes(alternatives))


@lru_cache(maxsize=8192)
def _codes(alternatives: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are one code of letters and figures, run together: `M-204816` is written `M204816` as well."""
    runs = ((run_of(one), one) for one in alternatives if " " not in one.strip())
    return tuple(run for run, one in runs if len(run) >= LEAST_OF_A_CODE and sum(map(str.isdigit, run)) >= 4)


def groups_said(text: str, groups: tuple[tuple[str, ...], ...]) -> int:
    """How many of the groups a text says one alternative of."""
    return sum([_says(text, group) for group in groups])


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry something."""
    return frozenset(word for word in words_of(text).split() if word not in _SMALL)


@lru_cache(maxsize=4096)
def is_word_list(text: str) -> bool:
    """Whether a text strings words of the trade together without the small words that make sentences."""
    words = words_of(text).split()
    return len(words) >= LIST_OF_WORDS and sum(word in _SMALL for word in words) < SMALL_IN_SPEECH * len(words)


def numbers_in(text: str) -> frozenset[str]:
    """The bare numbers of a text, as figures."""
    return frozenset(word for word in words_of(text).split() if word.isdigit())


def shared(text: str, truth: str) -> float:
    """The share of the truth's content words that a text has, 0 to 1."""
    wanted = content_words(truth)
    return len(wanted & content_words(text)) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=2048)
def values_in(text: str) -> tuple[FoundValue, ...]:
    """The values that stand in a text, as the shared normalisers find them."""
    return extract(text[:4000])


def codes_in(text: str) -> tuple[FoundValue, ...]:
    """Those of the values in a text that are codes; to look for these alone takes half the time."""
    return codes_said(text[:4000])


@lru_cache(maxsize=8192)
def holds(kind: str, text: str, truth: str, forms: tuple[str, ...] = ()) -> bool:
    """Whether a free text holds a value of this kind rightly, however written."""
    if kind == "registration" and "?" in truth and _fills_in(text, truth):
        return False
    if kind in CODES:
        code = run_of(canonical(kind, truth).replace("?", "")) if "?" in truth else run_of(canonical(kind, truth))
        spoken = run_of(truth.replace("?", ""))
        bare = code.removeprefix("0") if kind == "phone" and len(code) > LEAST_OF_A_PHONE else code
        if len(code) >= 3 and (bare in run_of(text) or (spoken and spoken in run_of(text))):
            return True
    if kind in ("name", "place"):
        for form in (way for one in (truth, *forms) for way in spellings(one)):
            first = form.split(",")[0]
            if first.strip() and words_of(first) in words_of(text):
                return True
        return kind == "name" and surname_first(truth) in words_of(text)
    hour = canonical("time", truth).replace(":", "") if kind == "time" else ""
    if hour.isdigit() and re.search(rf"(?<![\w/.-]){hour}(?![\w/-])", text):
        return True
    values = codes_in(text) if kind in CODES else values_in(text)
    found = (value for value in values if value.kind == kind)
    if any(
        compare(kind, value.said if kind == "time" else value.value, truth, forms).agreement == "right"
        for value in found
    ):
        return True
    if kind in ("choice", "answer", "time", "date", "age"):
        return False
    return any(words_of(form) in words_of(text) for form in (truth, *forms) if form.strip())


def _fills_in(text: str, truth: str) -> bool:
    """Whether a text holds a registration that fills in what nobody could read: `EP23 QBX` for `EP23 QB?`."""
    known = run_of(truth)
    written = (value.value for value in codes_in(text) if value.kind == "registration")
    return any(known in run_of(one) and compare("registration", one, truth).agreement == "wrong" for one in written)


def surname_first(name: str) -> str:
    """A name as registers write it, in plain words: `Marsh, Ellen`. A single name is as it is."""
    *given, last = words_of(name).split() or ("",)
    return " ".join((last, *given)).join("  ")


def without_partial(text: str) -> str:
    """A registration without the words that call it partial: `EP23 QB? (partial)` is `EP23 QB?`."""
    return _PARTIAL.sub(" ", text).strip()


def marked_partial(text: str) -> bool:
    """Whether a registration says of itself that something of it is not known."""
    return any(mark in text for mark in "?*_-") or _PARTIAL.search(text) is not None


def doubtful(text: str) -> bool:
    """Whether a record says of itself that it is not confirmed."""
    return _DOUBT.search(text.lower()) is not None


def not_known(text: str) -> bool:
    """Whether a record says only that the thing is not known."""
    return not text.strip() or _NOT_KNOWN.match(text) is not None
