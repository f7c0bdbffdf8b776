"""A tuple that lasts as long as its call and is looked up by at every line: what it goes by is worked out once."""

from typing import TypeVar

T = TypeVar("T")


class Lasting(tuple[T, ...]):
    """A tuple that remembers its hash, equal to a plain one of the same things.

    A call has thousands of examples. What is remembered of them is found by their hash, which a plain tuple works out
    anew each time, thing by thing: for a short question that took longer than all the rest.
    """

    _hash: int

    def __hash__(self) -> int:
        """As of the plain tuple."""
        try:
            return self._hash
        except AttributeError:
            self._hash = super().__hash__()
            return self._hash
