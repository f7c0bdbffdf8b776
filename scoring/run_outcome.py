"""From marks to the run: each dimension's share, what deeds failed, what an assessor must settle, the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from scenarios.policy import Policy
from scenarios.vocabulary.words import Dimension
from scoring.catalogue import catalogue
from scoring.outcome import Mark, Outcome, Profile
from scoring.reading import Reading
from scoring.wording import listed
from simulator.events import Interrupted, Stopped

DECIDED = ("met", "partly", "not_met")
LOST = ("partly", "not_met")


@dataclass(frozen=True)
class RunOutcome:
    """How a run came out: `criticals` failed it by a deed; `referred` must be settled before there is an outcome."""

    outcome: Outcome
    because: str
    profiles: Mapping[str, Profile]
    criticals: tuple[str, ...]
    referred: tuple[str, ...]


def run_outcome(reading: Reading, marks: tuple[Mark, ...], under: Mapping[str, str]) -> RunOutcome:
    """The run's outcome. `under`: points whose loss is counted under another.

    Only deeds fail a run (DESIGN, idea 5), in a share as well: a dimension that would reach its share with every
    point lost in words made good is for the assessor, who must settle those points.
    """
    policy = reading.policy
    profiles = _profiles(policy, marks, under)
    failed = tuple(m.point for m in marks if m.critical == "critical" and m.verdict == "not_met" and m.decisive)
    doubts = tuple(m.point for m in marks if _needs_an_assessor(m))
    broken = _broken_off(reading)
    if broken is not None:
        return RunOutcome(*broken, profiles, failed, doubts)
    if failed:
        because = f"A recorded deed failed what is critical here: {', '.join(failed)}."
        return RunOutcome("not_met", because, profiles, failed, doubts)
    weighed = [profile for profile in profiles.values() if profile.possible > 0]
    if not weighed:
        return RunOutcome("not_met", "Nothing was done that could be marked.", profiles, failed, doubts)
    short = [profile for profile in weighed if not profile.reached]
    at_best = _profiles(policy, tuple(_made_good(mark) for mark in marks), under) if short else {}
    by_deeds = [profile for profile in short if not at_best[profile.dimension].reached]
    if by_deeds:
        because = f"Below what the policy asks for by what was done: {_shares(by_deeds)}."
        by_words_alone = [profile for profile in short if profile not in by_deeds]
        if by_words_alone:
            because += f" Also below, by points judged from words: {_shares(by_words_alone)}."
        return RunOutcome("not_met", because, profiles, failed, doubts)
    if short:
        by_words = tuple(m.point for p in short for m in marks if m.dimension == p.dimension and _by_words(m, under))
        because = (
            f"Below what the policy asks for, but only by points judged from words: {_shares(short)}. "
            f"An assessor must settle {listed(dict.fromkeys((*doubts, *by_words)))}."
        )
        return RunOutcome("referred", because, profiles, failed, tuple(dict.fromkeys((*doubts, *by_words))))
    if doubts:
        because = f"An assessor must settle {', '.join(doubts)} before there is an outcome."
        return RunOutcome("referred", because, profiles, failed, doubts)
    return RunOutcome("met", "Every dimension reached its share and nothing critical failed.", profiles, failed, doubts)


def _broken_off(reading: Reading) -> tuple[Outcome, str] | None:
    seen = reading.seen
    if seen.first(Stopped) is not None:
        return "stopped", "The trainee pressed Stop, which never counts against them."
    broken = seen.first(Interrupted)
    if broken is not None:
        return "interrupted", f"The run could not go on: {broken.event.because}"
    return ("interrupted", "The journal ends before the call does.") if seen.ended is None else None


def _shares(profiles: list[Profile]) -> str:
    return ", ".join(f"{p.dimension} {p.share:.0%} of {p.needed:.0%} needed" for p in profiles)


def _needs_an_assessor(one: Mark) -> bool:
    """Whether the run waits for an assessor: a point marked H in DOMAIN section 5 (or demoted to it) that is lost,
    a critical one lost in words, and either where the marker leaves it to them."""
    if one.critical == "none" or one.verdict not in ("for_assessor", "not_met"):
        return False
    return one.verdict == "for_assessor" or one.critical == "hold" or not one.decisive


def _by_words(one: Mark, under: Mapping[str, str]) -> bool:
    """Whether what was lost on a point was judged from words, so that an assessor may see it otherwise."""
    lost = one.verdict in LOST and one.point not in under
    return lost and catalogue()[one.point].tier != "D" and not one.decisive


def _made_good(one: Mark) -> Mark:
    return one.model_copy(update={"verdict": "met", "share": 1.0}) if _by_words(one, {}) else one


def _profiles(policy: Policy, marks: tuple[Mark, ...], under: Mapping[str, str]) -> dict[str, Profile]:
    """Each dimension's own share of what could be decided; never one averaged number (DOMAIN F-QA4)."""
    profiles: dict[str, Profile] = {}
    for dimension in get_args(Dimension):
        of_it = [m for m in marks if m.dimension == dimension]
        if not of_it:
            continue
        decided = [m for m in of_it if m.verdict in DECIDED and m.point not in under]
        possible = float(sum(m.weight for m in decided))
        earned = round(sum(m.weight * _worth(m) for m in decided), 3)
        share = round(earned / possible, 4) if possible else 0.0
        needed = policy.pass_rules.shares.get(dimension, policy.pass_rules.default_share)
        profiles[dimension] = Profile(
            dimension=dimension,
            earned=earned,
            possible=possible,
            share=share,
            needed=needed,
            reached=possible > 0 and share >= needed,
        )
    return profiles


def _worth(one: Mark) -> float:
    return 1.0 if one.verdict == "met" else one.share if one.verdict == "partly" else 0.0
