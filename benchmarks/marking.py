"""Prints how long marking one call takes, beside its goal: `python benchmarks/marking.py [ROUNDS]`."""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from commands.readying import senses_folder
from scenarios.catalogue import Catalogue, load_policy, load_world
from scoring.marking import mark
from simulator.call import Call
from simulator.events import CallStarted
from simulator.rehearsal import play, read_rehearsal
from simulator.understanding.understand import load_understanding


def main(rounds: int = 20) -> None:
    """Marks every rehearsed call `rounds` times and prints wall and processor time."""
    library, understanding, world = Catalogue(), load_understanding(kept_in=senses_folder()), load_world()
    wall: list[float] = []
    processor: list[float] = []
    for call_id in library.ids():
        for path in library.rehearsals(call_id):
            rehearsal = read_rehearsal(path)
            compiled, loaded = library.get(call_id), load_policy(rehearsal.policy)
            scenario = compiled.for_seed(rehearsal.seed)
            started = CallStarted(
                scenario=scenario.id,
                fingerprint=compiled.fingerprint,
                policy=loaded.policy.id,
                policy_fingerprint=loaded.fingerprint,
                app_version="benchmark",
                trainee="benchmark",
                mode="practice",
                seed=rehearsal.seed,
            )
            journal = play(Call(scenario, loaded.policy, started, understanding, world), rehearsal.steps)
            for _ in range(rounds):
                at, cpu = time.perf_counter(), time.process_time()
                mark(scenario, loaded.policy, journal)
                wall.append((time.perf_counter() - at) * 1000)
                processor.append((time.process_time() - cpu) * 1000)
    for name, times in (("wall", wall), ("processor", processor)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"mark one call, {name}: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms (goal 20 ms)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
