"""The encoder for robots: each clause is looked at by itself and remembered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from simulator.understanding.encoder import Encoder
from simulator.understanding.model import Floats

MOST = 16_384  # clauses, of 1.5 KB each


@dataclass(frozen=True)
class OneByOne(Encoder):
    """An encoder that sends no two texts through in one pass, and each but once.

    A person is answered soonest when all clauses of an utterance go through together. Robots say the same few thousand
    clauses, put together in ever new ways: for them it is quicker not to look at any a second time. A clause then means
    the same to the last figure whatever stands beside it; in one pass it may differ there.
    """

    def means(self, texts: Sequence[str]) -> list[Floats]:
        """The mean of each text's pieces, as if it stood alone."""
        return [self._alone(text) for text in texts]

    @cached_property
    def _alone(self) -> Callable[[str], Floats]:
        together = super().means
        return lru_cache(maxsize=MOST)(lambda text: together((text,))[0])


def one_by_one(encoder: Encoder) -> OneByOne:
    """The same encoder, for robots."""
    return OneByOne(**{field.name: getattr(encoder, field.name) for field in fields(encoder)})
