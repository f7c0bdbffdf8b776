"""Words of a kind: `knife`, `bar` and `armed` are all of the kind weapon, whatever the phrase bank says."""

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "bank" / "kin.yaml"


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """The kinds of each listed word, in capitals."""
    listed: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in listed.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), kind.upper())
    return found
