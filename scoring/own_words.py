"""What somebody really said where understanding read it in standard words: reasons quote people as they spoke."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from simulator.understanding.standard import standard

_WORD = re.compile(r"[\w'’-]+")
_ENDS = re.compile(r"[.?!]")


@lru_cache(maxsize=1024)
def own_words(said: str, span: str) -> str:
    """The stretch of `said` that `span` was read from; all of `said` where it cannot be told.

    `Stay where you are`, read from `Bide where ye are. Dinnae move.`, gives `Bide where ye are`.
    """
    if not span or " ".join(span.split()).casefold() in " ".join(said.split()).casefold():
        return span or said
    words = list(_WORD.finditer(said))
    read = [(part, place) for place, word in enumerate(words) for part in _parts(standard(word.group()))]
    wanted = _parts(span)
    same = SequenceMatcher(None, [part for part, _ in read], wanted, autojunk=False).get_matching_blocks()[:-1]
    if not same or sum(block.size for block in same) * 2 < len(wanted):
        return said
    first, last = same[0], same[-1]
    known_from, known_to = words[read[first.a][1]], words[read[last.a + last.size - 1][1]]
    # As many words more as were read otherwise, but never beyond the sentence.
    begin = words[read[max(0, first.a - first.b)][1]].start()
    end = words[read[min(len(read), last.a + len(wanted) - last.b) - 1][1]].end()
    begin = max([begin, *(mark.end() for mark in _ENDS.finditer(said, begin, known_from.start()))])
    end = min([end, *(mark.start() for mark in _ENDS.finditer(said, known_to.end(), end))])
    return said[begin:end].strip(" ,;:")


def _parts(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
