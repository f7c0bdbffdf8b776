"""Reads a force's policy file, or says all that is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from scenarios.fingerprint import fingerprint
from scenarios.paths import POLICIES
from scenarios.policy import Policy
from scenarios.problems import Fault, Problem, ProblemsFound, Where, fault, guess, hint
from scenarios.scenario import Channel
from scenarios.shape import shaped
from scenarios.source import Source, source_of
from scenarios.source_text import problem_at, read_text
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Dimension


@dataclass(frozen=True)
class LoadedPolicy:
    """A checked policy, the fingerprint of what it says, and its text."""

    policy: Policy
    fingerprint: str
    text: str


class UnknownPolicy(LookupError):
    """There is no policy of that name; the message says which was perhaps meant."""


def policy_names() -> tuple[str, ...]:
    """The names of the policies in the library."""
    return tuple(sorted(path.stem for path in POLICIES.glob("*.yaml")))


@cache
def load_policy(name: str = "harrowmere") -> LoadedPolicy:
    """The policy of that name; raises UnknownPolicy, or ProblemsFound when its file is faulty."""
    if name not in policy_names():
        near = guess(name, policy_names())
        meant = f"Did you mean `{near}`?" if near else f"There are: {', '.join(policy_names()) or 'none'}."
        raise UnknownPolicy(f"there is no policy `{name}`. {meant}")
    return compile_policy(POLICIES / f"{name}.yaml")


def compile_policy(path: Path) -> LoadedPolicy:
    """A policy file, checked; raises ProblemsFound with everything that is wrong with it."""
    return compile_policy_text(read_text(path), path.as_posix())


def compile_policy_text(text: str, path: str) -> LoadedPolicy:
    """The policy in a text, checked; `path` is named in problems. Raises ProblemsFound with all that is wrong."""
    source = source_of(text, path)
    if not isinstance(source.value, dict):
        raise ProblemsFound(source.problems or [problem_at(source.path, 1, 1, "S13")])
    policy, faults = shaped(Policy, source.value)
    problems = [*source.problems, *(source.problem(each) for each in faults)]
    if policy is not None:
        problems.extend(_problems(policy, source))
    if policy is None or any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return LoadedPolicy(policy, fingerprint(policy), source.text)


def _problems(policy: Policy, source: Source) -> Iterator[Problem]:
    for each in (*_greeting_faults(policy), *_verification_faults(policy), *_grade_faults(policy),
                 *_reset_faults(policy), *_rule_faults(policy), *_id_faults(policy)):  # fmt: skip
        yield source.problem(each)


def _unknown(where: Where, code: str, word: str, options: Iterable[str], on_key: bool = False) -> Iterator[Fault]:
    known = tuple(options)
    if word not in known:
        yield fault(where, code, on_key=on_key, word=word, hint=hint(word, known))


def _greeting_faults(policy: Policy) -> Iterator[Fault]:
    channels = get_args(Channel.model_fields["kind"].annotation)
    for name in policy.greetings:
        yield from _unknown(("greetings", name), "R43", name, channels, on_key=True)


def _verification_faults(policy: Policy) -> Iterator[Fault]:
    for kind, level in policy.verification.items():
        for part in ("items", "must"):
            for number, item in enumerate(getattr(level, part)):
                known = vocabulary().lists["verification_items"]
                yield from _unknown(("verification", kind, part, number), "R22", item, known)


def _grade_faults(policy: Policy) -> Iterator[Fault]:
    ranks: set[int] = set()
    for number, grade in enumerate(policy.grades):
        if grade.rank in ranks:
            yield fault(("grades", number, "rank"), "L16", word=grade.rank)
        ranks.add(grade.rank)
        if grade.lower_needs is not None:
            yield from _unknown(
                ("grades", number, "lower_needs"), "R11", grade.lower_needs, vocabulary().lists["roles"]
            )


def _reset_faults(policy: Policy) -> Iterator[Fault]:
    for number, channel in enumerate(policy.reset_channels):
        yield from _unknown(("reset_channels", number), "R18", channel, vocabulary().lists["reset_channels"])


def _rule_faults(policy: Policy) -> Iterator[Fault]:
    points, rules = vocabulary().points, policy.pass_rules
    for dimension in rules.shares:
        yield from _unknown(("pass_rules", "shares", dimension), "R42", dimension, get_args(Dimension), True)
    for kind, chosen in rules.criticals.items():
        for number, point in enumerate(chosen):
            yield from _unknown(("pass_rules", "criticals", kind, number), "R12", point, points)
    for point in rules.demoted:
        yield from _unknown(("pass_rules", "demoted", point), "R12", point, points, on_key=True)


def _id_faults(policy: Policy) -> Iterator[Fault]:
    for part in ("grades", "purposes", "categories", "ticket_types", "qualifiers", "routes"):
        seen: set[str] = set()
        for number, choice in enumerate(getattr(policy, part)):
            if choice.id in seen:
                yield fault((part, number, "id"), "R29", kind=part, word=choice.id)
            seen.add(choice.id)
