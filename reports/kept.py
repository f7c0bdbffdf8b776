"""The scenario and the policy that a stored call was played under, read from the texts kept with it."""

from functools import lru_cache

from reports.problems import StoreProblem
from reports.store import Store
from reports.stored import StoredCall
from scenarios.catalogue import load_policy
from scenarios.compile import compile_text
from scenarios.policy import Policy
from scenarios.policy_file import LoadedPolicy, compile_policy_text
from scenarios.problems import ProblemsFound
from scenarios.scenario import CompiledScenario, Frozen, Scenario
from scenarios.vocabulary.words import Desk


class KeptPolicy(Frozen):
    """The policy of a stored call; `of_today` where its own was not kept and today's, which differs, stands in."""

    policy: Policy
    of_today: bool = False


@lru_cache(maxsize=64)
def compiled_from(text: str) -> CompiledScenario:
    """The scenario in a kept text. Raises ProblemsFound."""
    return compile_text(text, "the kept scenario")


@lru_cache(maxsize=16)
def _policy_from(text: str) -> LoadedPolicy:
    return compile_policy_text(text, "the kept policy")


def kept_scenario(store: Store, call: StoredCall) -> Scenario:
    """The surface of the scenario that a stored call played. Raises StoreProblem, ProblemsFound."""
    return compiled_from(store.scenario_text(call.started.fingerprint)).for_seed(call.started.seed)


def kept_desk(store: Store, call: StoredCall) -> Desk:
    """The desk that took a stored call, whose labels its fields wear; the incident desk where what was kept of the
    scenario cannot be read."""
    try:
        return kept_scenario(store, call).channel.desk
    except ProblemsFound:
        return "incident"


def kept_policy(store: Store, call: StoredCall) -> KeptPolicy:
    """The policy that a stored call was played under; today's where none was kept with it.

    Raises StoreProblem, ProblemsFound, UnknownPolicy.
    """
    try:
        text = store.policy_text(call.started.policy_fingerprint)
    except StoreProblem as problem:
        if problem.trouble != "missing":
            raise
        today = load_policy(call.started.policy)
        return KeptPolicy(policy=today.policy, of_today=today.fingerprint != call.started.policy_fingerprint)
    return KeptPolicy(policy=_policy_from(text).policy)
