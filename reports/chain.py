"""The hash chain: each link seals the one before it and its own words, so that a later change shows."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

ORIGIN = "0" * 64


def sealed(text: str) -> str:
    """The sha256 of a text as 64 hexadecimal figures."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def link(before: str, text: str) -> str:
    """The hash of the link that follows `before` (64 hexadecimal figures) and holds `text`."""
    return sealed(before + text)


def canonical(value: Any) -> str:
    """Plain data as one canonical line of JSON: sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class Link:
    """One stored link: its number from 1, its words, the hash kept with it."""

    n: int
    text: str
    hash: str


@dataclass(frozen=True)
class Flaw:
    """Where a chain does not hold, and why in plain words."""

    n: int
    why: str


def first_flaw(start: str, links: Iterable[Link], noun: str) -> Flaw | None:
    """The first link that is missing or whose words do not agree with its hash, or None when all holds."""
    return next(flaws(start, links, noun), None)


def flaws(start: str, links: Iterable[Link], noun: str) -> Iterator[Flaw]:
    """Every link that does not hold; after a fault the chain is taken up again from the hash as stored."""
    before, expected = start, 1
    for stored in links:
        if stored.n != expected:
            yield Flaw(expected, f"{noun} {expected} is missing: {noun} {stored.n} follows {expected - 1}")
        elif link(before, stored.text) != stored.hash:
            yield Flaw(stored.n, f"{noun} {stored.n} does not agree with its seal: it was changed later")
        before, expected = stored.hash, stored.n + 1
