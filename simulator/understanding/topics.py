"""Topics that a scenario adds: found by likeness to their examples, not by training."""

from dataclasses import dataclass

from simulator.understanding.likeness import likeness

ENOUGH = 0.58  # below this no topic is heard
CLEARLY = 0.78  # from here a topic wins over any general intent


@dataclass(frozen=True)
class HeardTopic:
    """The topic most like the words, and how alike its nearest example is."""

    id: str
    alike: float


def nearest(text: str, topics: tuple[tuple[str, tuple[str, ...]], ...]) -> HeardTopic | None:
    """The topic whose nearest example is most like the text, if it is like enough."""
    best: HeardTopic | None = None
    for topic, examples in topics:
        alike = max((likeness(text, example) for example in examples), default=0.0)
        if alike >= ENOUGH and (best is None or alike > best.alike):
            best = HeardTopic(topic, alike)
    return best
