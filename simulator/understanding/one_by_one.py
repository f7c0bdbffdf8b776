"""The encoder for robots: each clause is looked at by itself and remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from simulator.understanding.encoder import Encoder
from simulator.understanding.model import Floats

MOST = 16_384  # clauses, of 1.5 KB each; the oldest goes first
TOGETHER = 32  # in one pass, of those that are known to be coming: a quarter of the time


@dataclass(frozen=True)
class OneByOne(Encoder):
    """An encoder that sends no text through that it is asked for with others, and each but once.

    A person is answered soonest when all clauses of an utterance go through together. Robots say the same few thousand
    clauses, put together in ever new ways: for them it is quicker not to look at any a second time. A clause then means
    the same to the last figure whatever stands beside it; in one pass it may differ there.
    """

    def means(self, texts: Sequence[str]) -> list[Floats]:
        """The mean of each text's pieces, as if it stood alone."""
        return [self._alone(text) for text in texts]

    def foresee(self, texts: Iterable[str]) -> None:
        """Looks at what will be asked for, many in one pass and always in this order: the same texts foreseen mean the
        same, whatever is asked for first."""
        coming = [text for text in dict.fromkeys(texts) if text not in self._seen][:MOST]
        for at in range(0, len(coming), TOGETHER):
            several = tuple(coming[at : at + TOGETHER])
            for text, mean in zip(several, Encoder.means(self, several), strict=True):
                self._keep(text, mean)

    @cached_property
    def _seen(self) -> dict[str, Floats]:
        return {}

    def _alone(self, text: str) -> Floats:
        seen = self._seen.get(text)
        return self._keep(text, Encoder.means(self, (text,))[0]) if seen is None else seen

    def _keep(self, text: str, mean: Floats) -> Floats:
        while len(self._seen) >= MOST:
            del self._seen[next(iter(self._seen))]
        self._seen[text] = mean
        return mean


def one_by_one(encoder: Encoder) -> OneByOne:
    """The same encoder, for robots."""
    return OneByOne(**{field.name: getattr(encoder, field.name) for field in fields(encoder)})
