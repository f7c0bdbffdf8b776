"""What was heard and is not meant: hardly rude words beside kindness, a leak suspected in a refusal."""

import re

from simulator.heard import HeardIntent
from simulator.understanding.brought import IN_GENERAL

_KIND = frozenset({"EMP_ACK", "EMP_REASSURE", "APOLOGISE", "HOLD_EXPLAIN"})
_TAKES_BACK = re.compile(
    r"\b(?:sorry|apologi[sz]e|take that back|shouldn't have (?:said|snapped|spoken)|didn't mean|well done|"
    r"thank you for (?:waiting|holding|your patience)|"
    r"(?:don't|not) (?:want|wanting|mean|meaning) to (?:worry|frighten|upset|alarm|scare))\b",
    re.IGNORECASE,
)
_PLAINLY_RUDE = re.compile(
    r"\b(?:stupid|idiot\w*|daft|moron\w*|shut up|ridiculous|pathetic|useless|liar|lying|nonsense|hysterical|whing\w+|"
    r"wast(?:ing|ed?) (?:my|our|police|everyone's) time|(?:your|own) (?:own |stupid )*fault|grow up|get a grip)\b",
    re.IGNORECASE,
)
# To hurry somebody to safety slights nobody: "quick now, lock the door".
_SPEED = re.compile(r"\b(?:be )?(?:quick|quickly|quicker|faster)\b", re.IGNORECASE)
_CALLED_NAMES = re.compile(
    r"(?<!call )(?<!called )(?<!calls )(?<!calling )\byou,? (?:silly|stupid|daft|useless|bloody|ridiculous|dozy) "
    r"(?:\w+ )?(?:woman|man|girl|boy|lad|cow|mare|idiot|fool|person|bat|sod)\b",
    re.IGNORECASE,
)
# "Put the phone down and tell me what you hear", "...down on the bed": it is laid down, and the call goes on.
_LAID_DOWN = re.compile(
    r"\b(?:put|lay|set|pop) (?:the |your |that )?(?:phone|receiver|handset|mobile) (?:back )?down\b"
    r"(?: (?:on|onto|beside|by|next to|near|somewhere|there|in|for (?:a|one|two|just))\b|"
    r"(?: gently| quietly| carefully| safely)?,? (?:but|without|and(?: then)? (?:just )?(?:tell|listen|talk|describe|"
    r"speak|say|read|come (?:straight )?back|keep (?:talking|listening|it|the line)|leave (?:it|the line)|"
    r"let me|don't hang|"
    r"(?:get|fetch|find|look for|pick up) (?:your|the|that|a|me)\b))\b)",
    re.IGNORECASE,
)
_ENDS = frozenset({"NEG_END_EARLY", "CLOSE_PROPER", "NEG_DANGEROUS"})
_PLAINLY = 0.7  # by words alone nothing to be blamed for is surer


def names_called(text: str) -> tuple[HeardIntent, ...]:
    """The rude name that the caller is called to their face, whatever else the words mean."""
    found = _CALLED_NAMES.search(text)
    return (HeardIntent(id="NEG_RUDE_BLAME", confidence=_PLAINLY, span=found.group()),) if found else ()


def without_not_meant(intents: tuple[HeardIntent, ...], text: str) -> tuple[HeardIntent, ...]:
    """Without what was hardly rude beside kindness, an apology or haste to safety, and without a leak suspected
    in words that refuse.

    Plainly rude words stay, however kindly they are wrapped: an assessor has to see them.
    """
    refused = {one.span for one in intents if one.id in ("DP_NCND", "DP_REFUSE") and one.confidence >= IN_GENERAL}
    kind = any(one.id in _KIND and one.confidence >= IN_GENERAL for one in intents)
    kind |= any(one.id == "ADV_SAFETY" for one in intents) and _SPEED.search(text) is not None
    laid_down = _LAID_DOWN.search(text) is not None
    back = kind or _TAKES_BACK.search(text) is not None
    return tuple(
        one
        for one in intents
        if not (one.id == "NEG_RUDE_BLAME" and back and not _PLAINLY_RUDE.search(one.span))
        and not (one.id in _ENDS and one.slot is None and laid_down and "down" in one.span)
        and not (one.id == "NEG_DISCLOSE" and one.confidence < IN_GENERAL and one.span in refused)
    )
