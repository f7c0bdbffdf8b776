"""Asks each caller what can be asked in words nobody was taught: `python -m benchmarks.anew [CALL ...] [--list]`.

The wordings (`data/topics_anew/kept_back`) are by people who saw what a topic is and not how it is taught; each is put
to a fresh caller. It is answered as asked when what comes back is what the topic's own examples bring out.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from benchmarks.asked import Reply, Row, put
from benchmarks.played import understanding
from scenarios.catalogue import Catalogue

DATA = Path(__file__).parent / "data" / "topics_anew" / "kept_back"
KNOWN = 3  # a topic's own examples that are put to the caller to see what it brings out
Verdict = Literal["answered", "beside", "another", "lost"]
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Known:
    """What a topic brings out when it is asked in its own examples."""

    topic: str
    facts: frozenset[str]
    sentences: frozenset[str]

    def verdict(self, reply: Reply) -> Verdict:
        """How a reply to other words stands to that: the same, the same and more, another thing, or not understood."""
        if not reply.understood or not reply.text:
            return "lost"
        same = (
            f"topic:{self.topic}" in reply.answers
            or not self.facts.isdisjoint(reply.facts)
            or not self.sentences.isdisjoint(sentences(reply.text))
        )
        if not same:
            return "another"
        return "answered" if self.facts.issuperset(reply.facts) else "beside"


def sentences(text: str) -> frozenset[str]:
    """The sentences of more than one word: a yes alone says nothing of what was asked."""
    return frozenset(one for one in _SENTENCE.split(text.replace(" / ", " ")) if " " in one)


def known(call: str, topic: str, examples: Sequence[str]) -> Known:
    """What the topic's first examples bring out of a fresh caller."""
    replies = [put(call, Row(words, want=()))[1] for words in examples[:KNOWN]]
    facts = frozenset(fact for reply in replies for fact in reply.facts)
    return Known(topic, facts, frozenset().union(*(sentences(reply.text) for reply in replies)))


def judged(call: str, folder: Path = DATA) -> Iterator[tuple[str, str, Reply, Verdict]]:
    """Each wording of the call's topics: the topic, the words, what came back, and how it stands."""
    topics = Catalogue().get(call).surfaces[0].topics
    path = folder / f"{call}.yaml"
    wordings = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for topic, said in wordings.items():
        if topic not in topics:
            continue
        own = known(call, topic, topics[topic].examples)
        for words in said:
            reply = put(call, Row(str(words), want=()))[1]
            yield topic, str(words), reply, own.verdict(reply)


def main() -> None:
    """Prints by call how many were answered as asked, and with --list what was not."""
    calls = [one for one in sys.argv[1:] if not one.startswith("--")] or list(Catalogue().ids())
    total: Counter[str] = Counter()
    print(f"heard by {understanding().mode}")
    print(f"{'call':22} {'wordings':>9} {'answered':>16} {'and more':>14} {'another':>14} {'not understood':>15}")
    for call in calls:
        found = list(judged(call))
        counts = Counter(verdict for *_, verdict in found)
        total += counts
        print(_line(call, counts))
        if "--list" in sys.argv:
            for topic, words, reply, verdict in found:
                if verdict != "answered":
                    print(f"    {verdict}: {topic}: {words}\n        came: {reply.text}")
    print(_line("all", total))


def _line(name: str, counts: Counter[str]) -> str:
    of = counts.total() or 1
    shares = [f"{counts[key]} ({counts[key] / of:.1%})" for key in ("answered", "beside", "another", "lost")]
    return f"{name:22} {counts.total():9} {shares[0]:>16} {shares[1]:>14} {shares[2]:>14} {shares[3]:>15}"


if __name__ == "__main__":
    main()
