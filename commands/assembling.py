"""Makes a call ready to play from its id: scenario, policy, world and understanding put together."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from commands.naming import is_file, is_folder
from scenarios.catalogue import Catalogue, LoadedPolicy, load_policy, load_world
from scenarios.compile import compile_file
from scenarios.problems import ProblemsFound
from scenarios.scenario import CompiledScenario, Row
from simulator.call import Call
from simulator.events import CallStarted, Mode
from simulator.journal import Entry
from simulator.understanding.situation import Understanding


@dataclass(frozen=True)
class Parts:
    """What every call is made from, loaded once."""

    catalogue: Catalogue
    world: Mapping[str, tuple[Row, ...]]
    understanding: Understanding


@cache
def catalogue() -> Catalogue:
    """The calls that ship with the program; each is compiled when it is first asked for."""
    return Catalogue()


@cache
def parts() -> Parts:
    """The parts that ship with the program."""
    # Imported here, since it brings numpy: the desk is on the screen before that is needed.
    from commands.readying import senses_folder
    from simulator.understanding.understand import load_understanding

    return Parts(catalogue(), load_world(), load_understanding(kept_in=senses_folder()))


def app_version() -> str:
    """The program's version, as installed."""
    try:
        return version("first-contact")
    except PackageNotFoundError:
        return "0.0.0"


def compiled(name: str) -> CompiledScenario:
    """The scenario with this id, or in this file or folder; raises ProblemsFound or UnknownScenario."""
    path = Path(name)
    if is_folder(path) and is_file(path / "scenario.yaml"):
        return compile_file(path / "scenario.yaml")
    if path.suffix in (".yaml", ".yml") and is_file(path):
        return compile_file(path)
    return catalogue().get(name)


def playable() -> Iterator[CompiledScenario]:
    """The calls that ship with the program, without any whose file has mistakes: lint and doctor name them."""
    for name in catalogue().ids():
        with contextlib.suppress(ProblemsFound):
            yield catalogue().get(name)


def started(
    scenario: CompiledScenario,
    policy: LoadedPolicy,
    *,
    trainee: str,
    mode: Mode,
    seed: int,
    source: str = "rehearsal",
    approved: bool = False,
    adjustments: tuple[str, ...] = (),
) -> CallStarted:
    """The first entry of a run, which pins what is played and under which rules."""
    return CallStarted.model_validate(
        {
            "scenario": scenario.id,
            "fingerprint": scenario.fingerprint,
            "policy": policy.policy.id,
            "policy_fingerprint": policy.fingerprint,
            "app_version": app_version(),
            "trainee": trainee,
            "mode": mode,
            "seed": seed,
            "variant": scenario.variant(seed),
            "approved": approved,
            "adjustments": adjustments,
            "understanding": parts().understanding.mode,
            "source": source,
        }
    )


def make_call(
    scenario: CompiledScenario,
    policy: LoadedPolicy,
    start: CallStarted,
    keep: Callable[[Entry], None] | None = None,
) -> Call:
    """A call ready to begin."""
    from commands.readying import get_ready

    loaded = parts()
    get_ready(loaded.understanding, scenario)
    return Call(scenario.for_seed(start.seed), policy.policy, start, loaded.understanding, loaded.world, keep)


__all__ = ["Parts", "app_version", "catalogue", "compiled", "load_policy", "make_call", "parts", "started"]
