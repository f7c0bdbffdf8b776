"""Whether every string of some data is safe: fictional numbers, postcodes, registrations, addresses, towns."""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.fill_in import strings_in
from scenarios.problems import Fault, Where, fault, hint
from scenarios.safe_data import TOWNS, unsafe_in


def unsafe_faults(data: Any, published: Mapping[str, str] | None = None) -> Iterator[Fault]:
    """Every unsafe word of the data, at its place; `published` are the policy's own service numbers."""
    for where, text, is_key in strings_in(data):
        for unsafe in unsafe_in(text, published):
            yield fault(where, unsafe.code, on_key=is_key, word=unsafe.word)
        if not is_key and _is_town(where) and text and text not in TOWNS:
            yield fault(where, "D09", word=text, hint=hint(text, TOWNS))


def _is_town(where: Where) -> bool:
    return where[-1:] == ("town",)
