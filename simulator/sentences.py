"""Sentences: of what the handler says, and of a caller's line as its author wrote it."""

import re
from functools import lru_cache

_SAID = re.compile(r"[^.?!;]+[.?!;]*")
_WRITTEN = re.compile(r".+?(?:[.?!\u2026]+(?=\s|$)|$)", re.DOTALL)


@lru_cache(maxsize=4096)  # each step of an answer looks at the same utterance again
def sentences(said: str) -> tuple[str, ...]:
    """The sentences of the handler's words, each with its mark; a semicolon ends one too."""
    return tuple(one for found in _SAID.findall(said) if (one := found.strip()))


@lru_cache(maxsize=4096)
def sentences_of_line(line: str) -> tuple[str, ...]:
    """The sentences of a caller's line; "half past 3.30" is within one."""
    return tuple(one for found in _WRITTEN.findall(line) if (one := found.strip()))
