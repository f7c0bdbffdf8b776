"""Puts the trade's names to the ids that entries carry: agencies, roles, grades, systems and the like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.policy import Policy
from scenarios.problems import guess
from scenarios.vocabulary.words import Choice, Desk, Field, Vocabulary, same_words, vocabulary

CHANNEL_NAMES = {"999": "999", "101": "101", "desk_phone": "Desk phone"}
LINE_NAMES = {
    "mobile": "Mobile",
    "landline": "Landline",
    "internal": "Internal extension",
    "withheld": "Number withheld",
}

RECEIVES: Mapping[Desk, str] = {
    "incident": "dispatch",
    "ticket": "supervisor",
}  # who takes a contact that is handed over


@dataclass(frozen=True)
class Names:
    """The words of one desk under one policy. Every answer falls back to the id made readable."""

    policy: Policy
    desk: Desk
    words: Vocabulary

    @classmethod
    def of(cls, policy: Policy, desk: Desk) -> "Names":
        """The names of a desk under a policy, from the shared vocabulary."""
        return cls(policy, desk, vocabulary())

    def fields(self) -> tuple[Field, ...]:
        """The desk's fields, in the order of the vocabulary."""
        return tuple(self.words.fields[self.desk].values())

    def field(self, name: str) -> str:
        """A field's label on this desk."""
        found = self.words.field(self.desk, name)
        return found.label if found else readable(name)

    def field_choices(self, field: Field) -> tuple[str, ...]:
        """The choices of a field: its own, or the policy's list that it names; empty for free text."""
        if field.choices_from == "categories":
            return self._policy_names(self.policy.categories)
        if field.choices_from == "ticket_types":
            return self._policy_names(self.policy.ticket_types)
        return tuple(choice[:1].upper() + choice[1:] for choice in field.choices)

    def beside_the_choices(self, field: Field, value: str) -> str:
        """What is said of a value that is none of a field's choices, with the nearest; empty where there is nothing to
        say. A window's list lets nothing else be typed; what is typed all the same stands as typed."""
        choices = self.field_choices(field)
        if not choices or not value.strip() or any(same_words(choice, value) for choice in choices):
            return ""
        near = _nearest(value, choices)
        nearest = f" The nearest is {near}." if near else ""
        return f"Recorded as typed. \u201c{field.label}\u201d takes: {', '.join(choices)}.{nearest}"

    def choices(self, of: str) -> tuple[Choice, ...]:
        """The choices of a vocabulary list that belong to this desk."""
        return tuple(c for c in self.words.lists[of].values() if c.desk in ("both", self.desk))

    def choice(self, of: str, name: str) -> str:
        """The label of a choice in a vocabulary list."""
        found = self.words.choice(of, name)
        return found.label if found else readable(name)

    def purposes(self) -> tuple[str, ...]:
        """The reasons for a check that this desk may give."""
        return self._policy_names(self.policy.purposes)

    def categories(self) -> tuple[str, ...]:
        """What a contact may be closed as on this desk."""
        ticket = self.desk == "ticket"
        return self._policy_names(self.policy.ticket_types if ticket else self.policy.categories)

    def qualifiers(self) -> tuple[str, ...]:
        """The qualifiers a closing may carry on this desk."""
        return self._policy_names(self.policy.qualifiers)

    def grade(self, name: str) -> str:
        """A grade's name."""
        found = self.policy.grade(name)
        return found.name if found else readable(name)

    def _policy_names(self, rows: "tuple[object, ...]") -> tuple[str, ...]:
        return tuple(
            str(row.name)  # type: ignore[attr-defined]
            for row in rows
            if getattr(row, "desk", "both") in ("both", self.desk)
        )


def readable(name: str) -> str:
    """An id as words: `domestic_abuse_unit` as `Domestic abuse unit`."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _nearest(value: str, choices: Sequence[str]) -> str | None:
    """The choice whose words the value holds or begins, else the one that is spelled most alike; None where none is."""
    typed = f" {value.lower()} "
    held = [choice for choice in choices if f" {choice.lower()} " in typed or choice.lower().startswith(typed.strip())]
    return max(held, key=len, default=None) or guess(value, choices)
