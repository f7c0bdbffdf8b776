"""Words that break off before they have asked anything: "What about, er", "and the, um, what was it". Pure."""

import re

from simulator.understanding.normalise import FILLERS
from simulator.understanding.question_words import HELPER, OPENLY

GO_ON = ("Yes? Go on.", "Go on. What was it?", "Sorry, go on.")
_THINKS = rf"(?:{'|'.join(sorted(FILLERS, key=len, reverse=True))})"
_GAP = r"[\s,.\u2026-]"
_LED = rf"(?:(?:and|so|but|or|okay|ok|right|well|now|then|also|sorry|oh|er|um){_GAP}+)*"
_WHOSE = r"(?:the|a|an|your|his|her|their|that|this|any|some)"
_WHO = r"(?:you|he|she|it|they|we|there|i)"
_BE = r"(?:is|are|was|were|am)"
# Nothing is asked of yet: no noun and no verb of its own. "Where is he, er" is whole.
_NOTHING_YET = (
    rf"(?:(?:what|how) about(?: {_WHOSE})?|(?:{OPENLY})(?:{_GAP}+(?!{_BE}\b)(?:{HELPER})(?: {_WHO})?)?|"
    rf"(?:{HELPER})(?: {_WHO}| {_WHOSE})?|(?:(?:{OPENLY}) )?(?:{HELPER}) {_WHOSE}|{_WHOSE})"
)
_TRAILS_OFF = re.compile(rf"{_LED}{_NOTHING_YET}{_GAP}+{_THINKS}(?:{_GAP}+{_THINKS})*{_GAP}*\??", re.IGNORECASE)
_ENDS_OPEN = re.compile(rf"{_LED}(?:(?:what|how) about(?: {_WHOSE})?|(?:{HELPER}) {_WHOSE}){_GAP}*", re.IGNORECASE)
_LOST_WORD = re.compile(
    rf"{_LED}(?:{_NOTHING_YET}{_GAP}+)?(?:{_THINKS}{_GAP}+)+"
    r"(?:what was (?:it|that|i (?:going to|about to|gonna) (?:say|ask))|what(?:'s| is) (?:the word|it called)|"
    rf"where was i|it's gone|i've lost (?:it|my thread)){_GAP}*\??",
    re.IGNORECASE,
)


def breaks_off(text: str) -> bool:
    """Whether the words end before they have named anything or asked anything of it."""
    said = text.strip()
    return any(form.fullmatch(said) for form in (_TRAILS_OFF, _ENDS_OPEN, _LOST_WORD))
