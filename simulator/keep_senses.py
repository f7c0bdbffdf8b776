"""Writes where the encoder points for every example of the shipped calls: `python -m simulator.keep_senses`."""

from collections.abc import Iterator

from rich.progress import track

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.truth import questions_of_the_line
from simulator.understanding.blend import unit
from simulator.understanding.encoder import load_encoder
from simulator.understanding.kept_senses import KEPT, load_senses, one_line, save_senses
from simulator.understanding.model import Floats


def examples(scenario: Scenario) -> Iterator[str]:
    """Everything of a scenario that words are compared with in sense: topics, and questions for yes or no."""
    for topic in scenario.topics.values():
        yield from topic.examples
    for fact in scenario.facts.values():
        yield from (*fact.yes_to, *fact.no_to)


def shipped() -> tuple[str, ...]:
    """The examples of every surface of every shipped call and the questions that all callers answer, each once."""
    calls = Catalogue()
    of_calls = (text for name in calls.ids() for surface in calls.get(name).surfaces for text in examples(surface))
    return one_line((*of_calls, *questions_of_the_line()))


def main() -> None:
    """Works them out and writes the file."""
    encoder, kept = load_encoder(), load_senses()
    texts = shipped()
    vectors: dict[str, Floats] = {}
    for text in track(texts, description="Examples"):
        known = kept.get(text)
        vectors[text] = unit(encoder.means((text,))[0]) if known is None else known
    save_senses(vectors)
    print(f"{len(texts)} examples, {KEPT.stat().st_size / 1_000_000:.1f} MB: {KEPT}")


if __name__ == "__main__":
    main()
