"""Learns from the shipped calls the turn in which like questions lie together: `python -m simulator.aim_senses`."""

import numpy as np

from scenarios.catalogue import Catalogue
from simulator.understanding.aim import AIM, Groups, learn_aim, save_aim
from simulator.understanding.blend import example_vector
from simulator.understanding.encoder import load_encoder
from simulator.understanding.kept_senses import load_senses
from simulator.understanding.model import Floats


def asked_in(call: str) -> tuple[tuple[str, ...], ...]:
    """What can be asked in a call, the examples of each: its topics, and its questions for a yes and for a no."""
    found: dict[str, dict[str, None]] = {}
    for surface in Catalogue().get(call).surfaces:
        for name, topic in surface.topics.items():
            found.setdefault(name, {}).update(dict.fromkeys(topic.examples))
        for name, fact in surface.facts.items():
            found.setdefault(f"yes {name}", {}).update(dict.fromkeys(fact.yes_to))
            found.setdefault(f"no {name}", {}).update(dict.fromkeys(fact.no_to))
    return tuple(tuple(examples) for examples in found.values() if examples)


def main() -> None:
    """Learns it and writes the file."""
    encoder, kept = load_encoder(), load_senses()

    def vectors(examples: tuple[str, ...]) -> Floats:
        return np.stack([example_vector(example, kept, encoder) for example in examples])

    calls: list[Groups] = [[vectors(examples) for examples in asked_in(call)] for call in Catalogue().ids()]
    save_aim(learn_aim(calls))
    print(f"{sum(map(len, calls))} groups, {AIM.stat().st_size / 1_000_000:.1f} MB: {AIM}")


if __name__ == "__main__":
    main()
