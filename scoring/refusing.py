"""Whether words are named within a refusal to tell them: `I can't tell you whether she's safe`, `i carnt tell you`."""

import re
from functools import lru_cache

# `carnt` is what a recogniser, or a hurried hand, makes of `can't`.
_REFUSES = re.compile(
    r"\b(?:can(?:no|'?|\W)t|carn'?t|won'?t|will not|couldn'?t|(?:not|never|un)\W?(?:able|allowed|going) to|mustn'?t|"
    r"neither|not (?:in a position|permitted|at liberty) to|nor)\b(?=.*\b(?:tell|say|give|confirm|deny|discuss|share|"
    r"comment|disclose|go into|talk about|let you know|pass on|help you with|answer)\b)",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.;!?]|\b(?:but|though|anyway|only that|except)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def refused(text: str, words: str) -> bool:
    """Whether the words stand in a clause of the text that refuses to tell them, from its beginning to their end; with
    no words, whether the last clause refuses."""
    at = text.lower().find(words.lower()) if words else -1
    upto = text[: at + len(words)] if at >= 0 else text
    clauses = [part for part in _CLAUSE_ENDS.split(upto) if part.strip()]
    return bool(clauses and _REFUSES.search(clauses[-1]))
