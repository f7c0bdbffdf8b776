"""The person a secret is about, however they are named: by name, as wife or lady, or as she."""

import re
from functools import lru_cache

from simulator.understanding.normalise import lowered, unaccented

Names = tuple[str, ...]
_OF_WOMEN = (
    r"ex[ -]?wife|wife|ex[ -]?girlfriend|ex[ -]?partner|ex|girlfriend|missus|lady|woman|girl|lass|daughter|mother|mum|"
    r"sister|partner|other half|better half|victim|complainant|aggrieved|injured party"
)
_OF_MEN = (
    r"ex[ -]?husband|husband|ex[ -]?boyfriend|ex[ -]?partner|ex|boyfriend|gentleman|man|bloke|lad|fella|son|father|dad|"
    r"brother|partner|other half|victim|complainant|aggrieved|injured party"
)
# After these the name only says whose: `Joanna's new address`, and in any other place `Joanna's moved`.
_OWNED = (
    r"(?= (?:(?:new|old|own|current|present|home|work|mobile|phone) )?(?:address|postcode|post code|house|home|flat|"
    r"place|number|phone|mobile|file|record|report|details|log|statement|solicitor|officer|case|account|name|work|"
    r"job|mother|mum|sister|friend|car|area|town|street|insurer|insurance|data|information)\b)"
)


@lru_cache(maxsize=1024)
def pronoun_of(phrases: tuple[str, ...]) -> str:
    """`she` or `he`, by whom the ways of giving a secret away are about; empty where they are about nobody."""
    said = f" {' '.join(map(lowered, phrases))} "
    if re.search(r"\b(?:she|her)\b", said):
        return "she"
    return "he" if re.search(r"\b(?:he|him|his)\b", said) else ""


@lru_cache(maxsize=256)
def _naming(names: Names, pronoun: str) -> re.Pattern[str]:
    kinds, title = (_OF_WOMEN, "mrs|ms|miss") if pronoun == "she" else (_OF_MEN, "mr|sir")
    ways = [rf"(?:your|the|that|this|his|her|my|our|poor) (?:poor |young |old )?(?:{kinds})"]
    for name in names:
        parts = [re.escape(part) for part in unaccented(lowered(name)).split()]
        if parts:
            last = rf"(?:{title})\.? (?:{parts[0]} )?{parts[-1]}"
            ways += [last, " ".join(parts), parts[0]]
    return re.compile(rf"\b(?:{'|'.join(ways)})(?P<of>'?s)?\b(?:(?<=s)(?P<owned>{_OWNED}))?")


@lru_cache(maxsize=4096)
def by_pronoun(text: str, names: Names, pronoun: str) -> str:
    """The words in small letters with everybody of these names as she or he: `Joanna has moved` as `she has moved`."""
    if not pronoun:
        return text
    own = "her" if pronoun == "she" else "his"

    def standing(match: re.Match[str]) -> str:
        if match["of"] is None:
            return pronoun
        return own if match["owned"] is not None else f"{pronoun}'s"

    return _naming(names, pronoun).sub(standing, unaccented(lowered(text)))
