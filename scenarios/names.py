"""The names that a scenario's words may refer to: its own, the vocabulary's and its policy's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from scenarios.policy import Policy
from scenarios.vocabulary import Vocabulary, vocabulary
from scenarios.vocabulary.about import aspects, topic_id

# The moments that need no id; those of _MOMENT_PARTS take one after a colon.
MOMENTS = ("answered", "opening", "graded", "handed_over", "refused", "disclosed", "verified", "reset", "updated")
# What the engine keeps for itself; no fact or twist may be called so.
RESERVED = (*MOMENTS, "goodbye")
LINE_MOMENTS = ("dropped", "silent", "poor", "back")
Desk = Literal["incident", "ticket"]


@dataclass(frozen=True)
class Name:
    """What a word was found to be: its canonical form, or None with the code and the options it fails on."""

    found: str | None
    code: str = ""
    options: tuple[str, ...] = ()
    word: str = ""
    of: str = ""
    before: str = ""  # what stands before an option where it is put into the file: `graded:`, `said:`


@dataclass(frozen=True)
class Names:
    """Resolves the words of one surface, kind by kind."""

    data: Mapping[str, Any]
    policy: Policy | None
    world: Mapping[str, str]  # record id to system, of the background records

    @cached_property
    def words(self) -> Vocabulary:
        return vocabulary()

    @cached_property
    def desk(self) -> Desk:
        """The desk that takes the contact. Where `channel` is misspelt, the one that knows most of the facts' fields:
        so one slip is one problem, and not one for each word of the other desk."""
        channel = self.data.get("channel")
        wanted = channel.get("desk", "incident") if isinstance(channel, dict) else None
        if wanted in ("incident", "ticket"):
            return "ticket" if wanted == "ticket" else "incident"
        return "ticket" if self._fields_known("ticket") > self._fields_known("incident") else "incident"

    def _fields_known(self, desk: Desk) -> int:
        facts = self.data.get("facts")
        each = facts.values() if isinstance(facts, dict) else ()
        fields = [str(fact["field"]) for fact in each if isinstance(fact, dict) and "field" in fact]
        return sum(self.words.field(desk, field) is not None for field in fields)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        return _keys(self.data.get("facts"))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Its own, and those that the people become who are spoken of."""
        people = _keys(self.data.get("spoken_of"))
        return (*_keys(self.data.get("topics")), *(topic_id(one, aspect) for one in people for aspect in aspects()))

    @cached_property
    def asked_topics(self) -> tuple[str, ...]:
        """The topics as `asked` names them; a call asks for hundreds, each of which may be any of them."""
        return tuple(f"topic:{topic}" for topic in self.topics)

    @cached_property
    def twists(self) -> tuple[str, ...]:
        return _ids(self.data.get("twists"))

    @cached_property
    def presses(self) -> tuple[str, ...]:
        return _ids(self.data.get("presses"))

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return _ids(self.data.get("questions"))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Who may speak on this line."""
        return ("caller", *_keys(self.data.get("others")))

    @cached_property
    def restricted(self) -> tuple[str, ...]:
        return _ids(self.data.get("restricted"))

    @cached_property
    def records(self) -> tuple[str, ...]:
        rows = self.data.get("records")
        own = [row for part in rows.values() for row in _ids(part)] if isinstance(rows, dict) else []
        return (*own, *self.world)

    def resolve(self, kind: str, word: str) -> Name:
        """What a word is, as one of the kinds in RESOLVERS."""
        name = RESOLVERS[kind](self, word)
        return name if name.word else replace(name, word=word)


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _ids(value: Any) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row)


def _among(options: Iterable[str], word: str, code: str) -> Name:
    known = tuple(options)
    return Name(word if word in known else None, code, known)


def _listed(of: str, code: str) -> Callable[[Names, str], Name]:
    def resolve(names: Names, word: str) -> Name:
        choice = names.words.choice(of, word)
        return Name(choice.id if choice else None, code, tuple(names.words.lists[of]))

    return resolve


def _own(of: str, code: str) -> Callable[[Names, str], Name]:
    return lambda names, word: _among(getattr(names, of), word, code)


def _intent(names: Names, word: str) -> Name:
    upper = word.upper().replace(" ", "_").replace("-", "_")
    return Name(upper if upper in names.words.intents else None, "R01", tuple(names.words.intents))


def _asked(names: Names, word: str) -> Name:
    if word.startswith("topic:"):
        name = _among(names.topics, word.removeprefix("topic:"), "R03")
        return Name(word if name.found else None, "R03", names.asked_topics)
    head, colon, slot = word.partition(":")
    intent = _intent(names, head.strip())
    if intent.found is None or not colon:
        return Name(intent.found, "R01", intent.options, head.strip())
    slots, wanted = names.words.intents[intent.found].slots, slot.strip().lower().replace(" ", "_")
    found = f"{intent.found}:{wanted}" if wanted in slots else None
    return Name(found, "R02", slots, slot.strip(), intent.found, f"{intent.found}:")


def _moment(names: Names, word: str) -> Name:
    head, colon, tail = word.partition(":")
    part = _MOMENT_PARTS.get(head) if colon else None
    if part is None:
        return _among((*MOMENTS, *names.facts, *names.twists), word, "R05")
    name = part(names, tail)
    found = f"{head}:{name.found}" if name.found else None
    return Name(found, name.code, name.options, tail, before=f"{head}:")


def _field(names: Names, word: str) -> Name:
    field = names.words.field(names.desk, word)
    return Name(field.id if field else None, "R06", tuple(names.words.fields[names.desk]))


def _system(names: Names, word: str) -> Name:
    options = tuple(c.id for c in names.words.lists["systems"].values() if c.desk in (names.desk, "both"))
    choice = names.words.choice("systems", word)
    return Name(choice.id if choice and choice.id in options else None, "R08", options)


def _grade(names: Names, word: str) -> Name:
    if names.policy is None:
        return Name(word)
    grade = names.policy.grade(word)
    return Name(grade.id if grade else None, "R13", tuple(grade.id for grade in names.policy.grades))


Choices = Literal["purposes", "categories", "ticket_types", "qualifiers"]


def _of_policy(of: Choices, code: str) -> Callable[[Names, str], Name]:
    def resolve(names: Names, word: str) -> Name:
        if names.policy is None:
            return Name(word)
        choice = names.policy.named(of, word)
        options = tuple(c.id for c in getattr(names.policy, of) if c.desk in (names.desk, "both"))
        return Name(choice.id if choice and choice.id in options else None, code, options)

    return resolve


def _category(names: Names, word: str) -> Name:
    return _of_policy("ticket_types" if names.desk == "ticket" else "categories", "R14")(names, word)


def _route(names: Names, word: str) -> Name:
    if names.policy is None:
        return Name(word)
    wanted = word.strip().lower()
    found = next((r.id for r in names.policy.routes if wanted in (r.id, r.name.lower())), None)
    return Name(found, "R24", tuple(route.id for route in names.policy.routes))


def _verification_kind(names: Names, word: str) -> Name:
    if names.policy is None:
        return Name(word)
    return _among(names.policy.verification, word, "R23")


def _outcome(names: Names, word: str) -> Name:
    result, grade = names.words.choice("results", word), _grade(names, word)
    found = result.id if result else grade.found
    return Name(found, "R27", (*names.words.lists["results"], *grade.options))


# What follows the colon of a moment. What was said is known by its intent alone, without a slot.
_MOMENT_PARTS: Mapping[str, Callable[[Names, str], Name]] = {
    "graded": _grade,
    "press": _own("presses", "R54"),
    "question": _own("questions", "R55"),
    "said": lambda names, word: _asked(names, word) if word.startswith("topic:") else _intent(names, word),
    "line": lambda names, word: _among(LINE_MOMENTS, word, "R60"),
    "phone": _own("people", "R61"),
    "right": _own("facts", "R04"),
    "requested": _listed("agencies", "R09"),
}

RESOLVERS: Mapping[str, Callable[[Names, str], Name]] = {
    "asked": _asked,
    "intent": _intent,
    "moment": _moment,
    "fact": _own("facts", "R04"),
    "person": _own("people", "R61"),
    "aspect": lambda names, word: _among(aspects(), word, "R62"),
    "restricted": _own("restricted", "R19"),
    "record": _own("records", "R20"),
    "field": _field,
    "tag": lambda names, word: _among(names.words.tags, word, "R07"),
    "mood": lambda names, word: _among(names.words.moods, word, "R21"),
    "point": lambda names, word: _among(names.words.points, word, "R12"),
    "system": _system,
    "agency": _listed("agencies", "R09"),
    "referral": _listed("referrals", "R10"),
    "role": _listed("roles", "R11"),
    "result": _listed("results", "R16"),
    "reset_channel": _listed("reset_channels", "R18"),
    "verification_item": _listed("verification_items", "R22"),
    "restriction": _listed("restrictions", "R25"),
    "signpost": lambda names, word: _among(names.words.intents["SIGNPOST"].slots, word, "R26"),
    "grade": _grade,
    "category": _category,
    "qualifier": _of_policy("qualifiers", "R15"),
    "purpose": _of_policy("purposes", "R17"),
    "route": _route,
    "verification": _verification_kind,
    "outcome": _outcome,
}
