"""What calls there are, and whose turn it is."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from scenarios.compile import compile_file
from scenarios.paths import CALLS, yaml_files
from scenarios.policy_file import LoadedPolicy, UnknownPolicy, load_policy
from scenarios.problems import guess, shorten
from scenarios.scenario import CompiledScenario
from scenarios.world_file import World, load_world

__all__ = [
    "Catalogue", "LoadedPolicy", "UnknownPolicy", "UnknownScenario", "World", "contact_number", "load_policy",
    "load_world", "whose_turn",
]  # fmt: skip


class UnknownScenario(LookupError):
    """There is no scenario of that id; the message says which was perhaps meant."""


class Catalogue:
    """The calls in a folder, `<id>/scenario.yaml` each; compiled when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or CALLS
        self._compiled: dict[str, CompiledScenario] = {}

    def ids(self) -> tuple[str, ...]:
        """The ids of all scenarios, in alphabetical order; never shown to a trainee."""
        return tuple(sorted(path.parent.name for path in self.folder.glob("*/scenario.yaml")))

    def get(self, scenario_id: str) -> CompiledScenario:
        """The scenario of that id; raises UnknownScenario, or ProblemsFound when its file is faulty."""
        if scenario_id not in self._compiled:
            self._compiled[scenario_id] = compile_file(self.path(scenario_id))
        return self._compiled[scenario_id]

    def path(self, scenario_id: str) -> Path:
        """The scenario's file; raises UnknownScenario."""
        ids = self.ids()
        if scenario_id not in ids:
            near = guess(scenario_id, ids)
            meant = f"Did you mean `{near}`?" if near else f"There are: {', '.join(ids) or 'none'}."
            raise UnknownScenario(f"there is no scenario `{shorten(scenario_id)}`. {meant}")
        return self.folder / scenario_id / "scenario.yaml"

    def seal(self, scenario_id: str) -> str:
        """The sha256 of the scenario's file as it stands; nothing is compiled. Raises UnknownScenario."""
        return hashlib.sha256(self.path(scenario_id).read_bytes()).hexdigest()

    def rehearsals(self, scenario_id: str) -> tuple[Path, ...]:
        """The rehearsals that lie beside the scenario, in the order of their names; raises UnknownScenario."""
        return yaml_files(self.path(scenario_id).parent / "rehearsals")


def contact_number(seal: str, seed: int) -> str:
    """The neutral number a trainee sees for a contact: `C` and six figures, the same for the same run.

    It tells nothing of the scenario, and another seed of the same scenario has another number.
    """
    digest = hashlib.sha256(f"contact {seal} {seed}".encode()).digest()
    return f"C{100_000 + int.from_bytes(digest[:8], 'big') % 900_000}"


def whose_turn(ids: Iterable[str], seen: Sequence[str]) -> str:
    """The id to play next: one never seen, else the one seen longest ago; ties go by the order of `ids`.

    `seen` lists the ids met so far, oldest first. Raises ValueError when there are no ids.
    """
    pool = tuple(ids)
    if not pool:
        raise ValueError("there is no scenario to choose from")
    last = {scenario_id: number for number, scenario_id in enumerate(seen)}
    return min(pool, key=lambda scenario_id: last.get(scenario_id, -1))
