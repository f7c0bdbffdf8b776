"""The words in which marks speak: quotations, lists and names of facts, for people."""

from collections.abc import Iterable

from scenarios.scenario import Place, Scenario
from scenarios.vocabulary import vocabulary

LONGEST_QUOTE = 90


def quoted(text: str) -> str:
    """A text in single quotation marks, on one line, cut at 90 characters."""
    line = " ".join(text.split())
    return f"‘{line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + '…'}’"


def listed(things: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    words = list(things)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def called(fact: str) -> str:
    """A fact's id as words: `rear_door` is `rear door`."""
    return fact.replace("_", " ").replace("-", " ")


def named(scenario: Scenario, fact: str) -> str:
    """A fact's own name set off in a sentence: `‘rear door’`; the author's label where it has one."""
    own = scenario.facts[fact].label if fact in scenario.facts else ""
    return f"‘{own or called(fact)}’"


def place_text(value: str | Place) -> str:
    """A value on one line, a place with its town and postcode."""
    if isinstance(value, str):
        return value
    return ", ".join(part for part in (value.line, value.town, value.postcode) if part)


def label(scenario: Scenario, fact: str) -> str:
    """A fact's label for people: its field's; its own name too where several facts go into that field."""
    field = scenario.facts[fact].field
    name = scenario.facts[fact].label or called(fact)
    known = vocabulary().field(scenario.channel.desk, field) if field else None
    if known is None:
        return name[:1].upper() + name[1:]
    shared = [one for one, other in scenario.facts.items() if other.field == field]
    return known.label if shared == [fact] else f"{known.label} ({name})"


def in_its_field(scenario: Scenario, fact: str) -> str:
    """A fact's name set off in a sentence; its field's label first where it is a bare yes or no and needs that to be
    understood, since several facts go into the field: `‘In progress (in the end)’`."""
    whole, value = label(scenario, fact), scenario.facts[fact].value
    bare = isinstance(value, str) and value.lower() in ("yes", "no")
    return f"‘{whole}’" if bare and whole.endswith(")") else named(scenario, fact)


def choice(of: str, name: str) -> str:
    """A choice of the vocabulary by its label in a sentence: `reset_completed` is `reset completed`."""
    known = vocabulary().choice(of, name)
    return known.label[:1].lower() + known.label[1:] if known and known.label[1:2].islower() else called(name)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 fact`, `2 facts`, `no facts`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"
