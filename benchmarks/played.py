"""Rehearsed calls of the library, played and ready to be measured with."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from commands.readying import senses_folder
from scenarios.catalogue import Catalogue, LoadedPolicy, World, load_policy, load_world
from scenarios.scenario import CompiledScenario, Scenario
from simulator.call import Call
from simulator.events import CallStarted
from simulator.journal import Journal
from simulator.rehearsal import Rehearsal, play, read_rehearsal
from simulator.understanding.situation import Understanding
from simulator.understanding.understand import load_understanding


@dataclass(frozen=True, eq=False)
class Script:
    """A rehearsal with all that its call is made from."""

    rehearsal: Rehearsal
    compiled: CompiledScenario
    policy: LoadedPolicy
    started: CallStarted

    @property
    def scenario(self) -> Scenario:
        """The surface that its seed picks."""
        return self.compiled.for_seed(self.rehearsal.seed)

    def call(self, understanding: Understanding) -> Call:
        """The call, not begun."""
        return Call(self.scenario, self.policy.policy, self.started, understanding, world())

    def play(self, understanding: Understanding) -> Journal:
        """The call, played to its end."""
        return play(self.call(understanding), self.rehearsal.steps, self.rehearsal.pace)


@cache
def understanding() -> Understanding:
    """The understanding that ships with the program, loaded once."""
    return load_understanding(kept_in=senses_folder())


@cache
def world() -> World:
    """The background records, loaded once."""
    return load_world()


@cache
def scripts() -> tuple[Script, ...]:
    """Every rehearsal of the library."""
    library = Catalogue()
    return tuple(_script(library, path) for id_ in library.ids() for path in library.rehearsals(id_))


def plans() -> tuple[CompiledScenario, ...]:
    """Every call that is rehearsed."""
    return tuple({script.compiled.id: script.compiled for script in scripts()}.values())


def played(most: int | None = None) -> Iterator[tuple[Script, Journal]]:
    """Every rehearsal with its journal, or the first few."""
    for script in scripts()[:most]:
        yield script, _journal(script)


@cache
def _journal(script: Script) -> Journal:
    return script.play(understanding())


def _script(library: Catalogue, path: Path) -> Script:
    rehearsal = read_rehearsal(path)
    compiled, policy = library.get(rehearsal.scenario), load_policy(rehearsal.policy)
    started = CallStarted(
        scenario=compiled.id,
        fingerprint=compiled.fingerprint,
        policy=policy.policy.id,
        policy_fingerprint=policy.fingerprint,
        app_version="benchmark",
        trainee="benchmark",
        mode=rehearsal.mode,
        seed=rehearsal.seed,
        variant=compiled.variant(rehearsal.seed),
    )
    return Script(rehearsal, compiled, policy, started)
