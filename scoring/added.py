"""What a record states of danger and identity that nobody had said and nothing had shown: weapons, persons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from scenarios.vocabulary import vocabulary
from scoring.grave_words import grave_words
from scoring.judged import by_headings
from scoring.matching import doubtful, numbers_in, values_in, words_of
from scoring.sources import Sources
from scoring.spelling import plain_words
from scoring.stating import stated
from scoring.written import Piece
from simulator.answers.answer_word import said_yes_or_no
from simulator.events import CallerSaid, HandlerSaid
from simulator.understanding.normalise import lowered

FREE_WORDS = ("text", "answer")  # kinds of field that are typed in words
A_LONG_NAME = 6  # letters; one that is heard may be two letters off, a shorter one one


class Additions:
    """Finds in a text what it adds to all that had been said or shown by then."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._of_piece: dict[Piece, tuple[str, ...]] = {}

    def of_piece(self, piece: Piece) -> tuple[str, ...]:
        """What a field or note adds; messages are the handler's own words to somebody. Asked for several times."""
        if piece not in self._of_piece:
            self._of_piece[piece] = self._added_by(piece)
        return self._of_piece[piece]

    def _added_by(self, piece: Piece) -> tuple[str, ...]:
        if piece.where.startswith("message"):
            return ()
        known = vocabulary().field(self._sources.scenario.channel.desk, piece.field or piece.column or "")
        if known is not None and known.kind not in FREE_WORDS:
            return ()
        more = self._of_another_sex(piece) if piece.field == "suspects" else ()
        found = _each_once((*self.of_text(piece.text, piece.t_ms), *more))
        judged = piece.where.startswith("THRIVE") or by_headings(piece)
        return tuple(one for one in found if not (judged and _plain(one) in _HARMS))

    def of_text(self, text: str, by_ms: int) -> tuple[str, ...]:
        """The words, numbers and names of a text that nobody had said by a time (ms), each as it stands there.

        Only what is stated: what a text denies, asks, weighs as possible or bids somebody do adds nothing.
        """
        return _each_once(one for clause in stated(text) for one in self._of_clause(clause, by_ms))

    def _of_clause(self, clause: str, by_ms: int) -> Iterator[str]:
        claims = _claims(clause)
        yield from (word for word, known_by in claims.grave if not self._known(known_by, by_ms))
        yield from (number for number in claims.counts if not self._counts(number, by_ms))
        yield from (said for said, age in claims.ages if not self._is_an_age(age, by_ms))
        yield from (name for name in claims.names if not self._named(name, by_ms))

    def sides(self, piece: Piece) -> tuple[str, ...]:
        """The left or right parts of a body that a field or note names, where nobody had said which side. It spoils no
        fact: the arm hurts, whichever it is."""
        if piece.where.startswith("message"):
            return ()
        sided = (at for clause in stated(piece.text) for at in _SIDED.finditer(clause))
        return _each_once(at.group() for at in sided if not self._side_heard(at.group(1), piece.t_ms))

    def _side_heard(self, side: str, by_ms: int) -> bool:
        """Whether the left or the right of somebody had been said; `right, then` and `all right` say none."""
        said = re.compile(rf"\b{side}(?:[- ]hand(?:ed)?)? (?:{_PARTS}|one|side|hand)\b|\b{side}[- ]handed\b", re.I)
        just = re.compile(rf"\W*(?:it'?s )?(?:my|the|his|her) {side}\W*", re.I)  # all of an answer
        return any(said.search(text) or any(map(just.fullmatch, text.split("."))) for text in self._heard_by(by_ms))

    def _known(self, words: frozenset[str], by_ms: int) -> bool:
        first, later = self._first_heard, by_ms + 1
        return any(first.get(word, later) <= by_ms for word in words)

    def _counts(self, number: str, by_ms: int) -> bool:
        """Whether a number of persons or things had been heard, in a word or a figure."""
        wanted = _ORDINAL.get(number.split()[0].lower()) or next(iter(numbers_in(number)))
        pair = wanted == "2" and (number.split()[-1].lower() in _TOLD_ONE_BY_ONE or self._known(_A_PAIR, by_ms))
        return pair or any(wanted in _counts_in(text) for text in self._heard_by(by_ms))

    def _heard_number(self, wanted: frozenset[str], by_ms: int) -> bool:
        return any(wanted & numbers_in(text) for text in self._heard_by(by_ms))

    def _is_an_age(self, age: str, by_ms: int) -> bool:
        """Whether an age had been said or shown."""
        return self._heard_number(numbers_in(age), by_ms) or self._sources.give("age", age, by_ms)

    def _named(self, name: str, by_ms: int) -> bool:
        """Whether every strange word of a name had been heard, or nearly: what was misheard is wrong, not made up."""
        words = [word for word in map(_plain, re.split(r"[ -]", name)) if word not in _RANKS]
        strange = [word for word in words if word not in plain_words()] or words
        heard = {_plain(one) for text in self._heard_by(by_ms) for one in _CAPITAL.findall(text)}
        return all(
            self._known(frozenset((word,)), by_ms) or any(_nearly(one, word) for one in heard) for word in strange
        )

    def _of_another_sex(self, piece: Piece) -> Iterator[str]:
        """A woman among suspects of whom it was told that they are men, and a man among women: what callers say of
        themselves and of their family makes no suspect."""
        facts, by_ms = self._sources.scenario.facts, piece.t_ms
        of_suspects = [name for name in self._sources.told_by(by_ms) if facts[name].field == piece.field]
        told = " . ".join(one.event.value for name in of_suspects for one in self._sources.tellings[name])
        said = {_plain(word) for word in _WORD.findall(told)}
        for sex, other in ((_A_WOMAN, _A_MAN), (_A_MAN, _A_WOMAN)):
            if said & other and not said & sex and not self._known(sex, by_ms):
                words = (at.group() for clause in stated(piece.text) for at in _WORD.finditer(clause))
                yield from (word for word in words if _plain(word) in sex)

    def _heard_by(self, by_ms: int) -> tuple[str, ...]:
        return tuple(text for since, text in self._timed if since <= by_ms)

    @cached_property
    def _timed(self) -> tuple[tuple[int, str], ...]:
        """All that was heard or read, the last first, and what the handler put to a caller who said yes to it."""
        return tuple(sorted((*self._sources.timed, *self._affirmed()), reverse=True))

    @cached_property
    def _first_heard(self) -> dict[str, int]:
        """Every word heard or read, and since when."""
        first: dict[str, int] = {}
        affirmed = ((since, (text,)) for since, text in self._affirmed())
        # The last first: what was sooner takes the place of what came later.
        for since, texts in sorted((*self._sources.together, *affirmed), reverse=True):
            first.update(dict.fromkeys(_words_of_all(texts), since))
        spoke = next(iter(self._sources.seen.all(CallerSaid)), None)
        if spoke is not None:
            voice = self._by_voice()
            first[voice] = min(spoke.t_ms, first.get(voice, spoke.t_ms))
        return first

    def _by_voice(self) -> str:
        """What the caller's voice alone tells of them."""
        kind = self._sources.scenario.caller.voice.kind
        return "little" if kind == "child" else "she" if kind.endswith("woman") else "he"

    def _affirmed(self) -> Iterator[tuple[int, str]]:
        said = {turn.n: turn.event.text for turn in self._sources.seen.all(HandlerSaid)}
        for line in self._sources.seen.all(CallerSaid):
            before = max((n for n in said if n < line.n), default=None)
            if before is not None and said_yes_or_no(line.event.text) == "yes":
                yield line.t_ms, said[before]


@dataclass(frozen=True)
class _Claims:
    """What a clause claims of danger and identity, whoever said it: grave words with what makes each known, numbers of
    persons or things, ages as said and in figures, names."""

    grave: tuple[tuple[str, frozenset[str]], ...]
    counts: tuple[str, ...]
    ages: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


@lru_cache(maxsize=4096)
def _claims(clause: str) -> _Claims:
    """The claims of a clause. They depend on its words alone, and the ledger asks for them several times a call."""
    ages = () if doubtful(clause) else (value for value in values_in(clause) if value.kind == "age")
    return _Claims(
        tuple(_grave(clause)),
        tuple(at.group() for at in _COUNT.finditer(clause)),
        tuple((one.said, one.value) for one in ages),
        tuple(_names(clause)),
    )


def _grave(clause: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The grave words of a clause that stand there for the thing itself, each with the words that make it known."""
    for at in _WORD.finditer(clause):
        grave = grave_words().get(_plain(at.group()))
        if grave is None or _names_what_follows(clause, at) or _of_the_service(clause, at):
            continue
        if (grave.kind == "colours" and not _of_a_thing(clause, at)) or (grave.kind == "body" and not _hurt(clause)):
            continue
        yield at.group(), grave.known_by


@lru_cache(maxsize=4096)
def _words_of_all(texts: tuple[str, ...]) -> frozenset[str]:
    """The plain words of some texts."""
    return frozenset(_plain(word) for text in texts for word in _WORD.findall(text))


_PARTS = (
    "arms?|wrists?|elbows?|hands?|shoulders?|fingers?|thumbs?|legs?|knees?|ankles?|foot|feet|thighs?|shins?|hips?|eyes?|"
    "ears?|cheeks?|ribs?|temples?"
)
_SIDED = re.compile(rf"\b(left|right) (?:(?:upper|lower|fore) ?)?(?:{_PARTS})\b", re.I)
# What THRIVE weighs by these words is what may come of it: `Harm: serious injury or death`.
_HARMS = frozenset(("injury", "injuries", "death", "deaths", "kill", "killing", "murder"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_A_PAIR = frozenset(("two", "both", "couple", "pair", "other", "another", "twins", "second"))
_A_WOMAN = frozenset(("woman", "women", "female", "females", "lady", "ladies"))
_A_MAN = frozenset(("man", "men", "male", "males", "bloke", "blokes"))


def _each_once(found: Iterable[str]) -> tuple[str, ...]:
    """Each thing once, and no word that stands in a longer one: `two babies`, not `babies` as well."""
    each = tuple(dict.fromkeys(found))
    return tuple(one for one in each if not any(one != other and one.lower() in other.lower() for other in each))


def _plain(word: str) -> str:
    return lowered(word).removesuffix("'s")


def _nearly(heard: str, word: str) -> bool:
    off = 2 if len(word) >= A_LONG_NAME else 1
    return heard[:1] == word[:1] and OSA.distance(heard, word, score_cutoff=off) <= off


def _names_what_follows(clause: str, word: re.Match[str]) -> bool:
    """Whether a word is only a heading: `Injuries: ...`."""
    return re.match(r" ?[:=]", clause[word.end() :]) is not None


def _of_the_service(clause: str, word: re.Match[str]) -> bool:
    """Whether a word is of the police and their partners: `dog unit`, `patrol car`, `child protection`."""
    near = (*clause[: word.start()].split()[-1:], *clause[word.end() :].split()[:1])
    return _SERVICE.search(" ".join(near)) is not None


_SERVICE = re.compile(
    r"\b(?:patrol|police|response|units?|handlers?|section|services?|agency|agencies|protection|safeguarding|nearest|"
    r"officers?|marked|firearms|dispatched|welfare|concern|crime|offences?|misuse|markers?)\b",
    re.I,
)


def _of_a_thing(clause: str, colour: re.Match[str]) -> bool:
    """Whether a colour is that of clothes, hair or a vehicle, and not of a lamp, a street or a skin."""
    after = (_plain(word) for word in _WORD.findall(clause[colour.end() :])[:2])
    return any(word in _COLOURED or _kind(word) in ("vehicles", "appearance", "people") for word in after)


def _hurt(clause: str) -> bool:
    return _HURTS.search(clause) is not None or any(
        _kind(_plain(at)) in ("injuries", "attacks") for at in _WORD.findall(clause)
    )


_HURTS = re.compile(
    r"\b(?:broken?|broke|cut|cuts|burns?|hits?|hurts?|hurting|pains?|painful|sore|swollen|wounds?)\b", re.I
)


def _kind(word: str) -> str:
    grave = grave_words().get(word)
    return grave.kind if grave is not None else ""


_COLOURED = frozenset(
    ("hair", "top", "coat", "jacket", "trousers", "shirt", "jumper", "cap", "hat", "scarf", "shoes", "trainers")
)
_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)(?: [a-z]+)? (?:men|women|males|females|offenders|"
    r"suspects|intruders|burglars|youths|lads|children|kids|babies|boys|girls|knives|guns|shotguns|cars|vans|"
    r"dogs|people|persons)\b|\b(?:third|fourth|fifth) (?:man|woman|male|female|offender|suspect|intruder|person)\b",
    re.I,
)
_TOLD_ONE_BY_ONE = frozenset(("children", "kids", "babies", "boys", "girls", "women", "females", "people", "persons"))
_ORDINAL = {"third": "3", "fourth": "4", "fifth": "5"}


@lru_cache(maxsize=2048)
def _counts_in(text: str) -> frozenset[str]:
    """The numbers of a text that may count something: not those of a telephone, a postcode or the clock."""
    words = ["", *words_of(text).split(), ""]
    found = (
        word
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
        if word.isdigit() and not any(map(_of_a_code, (before, after))) and before not in _NO_COUNT
    )
    return frozenset((*found, *("3" for word in words if word == "third")))


def _of_a_code(word: str) -> bool:
    return word.isdigit() or (len(word) == 1 and word not in "ais")


_NO_COUNT = frozenset(("past", "to", "half", "quarter", "number", "double", "treble", "oh", "zero"))


def _names(clause: str) -> Iterator[str]:
    """What stands in capitals as names of persons do: two words and more, one of them in no list of plain words; or
    one that is said to be a name."""
    for at in _CAPITALS.finditer(clause):
        words = [_plain(word) for word in at.group().split()]
        strange = any(word not in plain_words() for word in words) and not any(map(_kind, words))
        if strange and not _A_PLACE.search(at.group()) and not _is_a_colleague(clause, at):
            yield at.group()
    yield from (at.group(1) for at in _CALLED.finditer(clause))


def _is_a_colleague(clause: str, name: re.Match[str]) -> bool:
    """Whether a name is that of somebody who handles the contact too: `Sgt Malik informed`, `log created by ...`."""
    ranked = _RANKED.match(name.group()) is not None and _INFORMED.search(clause) is not None
    return ranked or _DONE_BY.search(clause[: name.start()]) is not None


_RANKED = re.compile(r"(?:Duty |Acting )?(?:Sgt|Sergeant|Insp|Inspector|Supt|Superintendent|Dispatcher|Supervisor)\b")
_INFORMED = re.compile(
    r"\b(?:informed of|aware|updated|notified|briefed|consulted|authoris\w+|accepted|allocated|attending|en route|"
    r"(?:spoke|spoken|passed|handed|escalated)(?: over)? (?:to|with))\b|\binformed(?! (?:her|him|them|caller|me)\b)",
    re.I,
)
_DONE_BY = re.compile(r"\b(?:created|logged|entered|written|completed|authorised|accepted) by $", re.I)
_RANKS = frozenset(("sgt", "insp", "supt", "cllr", "dr"))
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:['-][A-Z][a-z]+)?(?: [A-Z][a-z]+(?:['-][A-Z][a-z]+)?)+")
_CALLED = re.compile(r"\b(?:called|named|known as|name is|aka|Mr|Mrs|Ms|Miss) ([A-Z][a-z]+)\b")
_A_PLACE = re.compile(
    r"\b(?:Road|Street|Lane|Avenue|Close|Drive|Rise|Way|Place|Court|Terrace|Square|Hill|House|Park|Police|Control)\b"
)
