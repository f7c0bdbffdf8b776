"""Words that were heard as dangerous advice: which of them send nobody into danger."""

import re

from scoring.reading import Reading
from scoring.speech import Turn


def harmless(reading: Reading, turn: Turn) -> bool:
    """Whether what was heard as dangerous only asks what is to be seen from where they are or what somebody else did,
    tells how to know real officers before the door is opened, or was said when the danger was over."""
    words = turn.focus or turn.said.text
    there = any(release.t_ms <= turn.began_ms for release in reading.releases)
    safe = _ASKS_WHAT_IS_SEEN.search(words) or _KNOWS_OFFICERS.search(words) or not _SENDS_INTO_DANGER.search(words)
    return bool(there or safe or _asks_what_others_did(words, turn.said.text))


def sent_out_alone(reading: Reading) -> Turn | None:
    """The first words that send the caller down or out when officers had come, but by the caller's last word of them
    none was with the caller yet: an intruder may be left, and officers may take them for one."""
    released = next(iter(reading.releases), None)
    for turn in reading.turns if released is not None else ():
        if released is None or turn.n < released.n or turn.crowded or not _sends_out(turn.said.text):
            continue
        before = (line.event.text for line in reversed(reading.caller_lines) if released.n < line.n < turn.n)
        last = next((text for text in before if _NOT_WITH_THEM.search(text) or _WITH_THEM.search(text)), "")
        if _NOT_WITH_THEM.search(last):
            return turn
    return None


def _sends_out(text: str) -> bool:
    return _GO_OUT.search(text) is not None and _WHEN_THEY_COME.search(text) is None


_GO_OUT = re.compile(
    r"(?<!not )(?<!n't )(?<!dont )(?<!dinnae )(?<!never )\b(?:go|come|get|head|nip|pop) "
    r"(?:yourself |on |slowly |straight )?"
    r"(?:down|downstairs|out|outside)\b(?! (?:of the way|of sight)\b)(?![^.!]*\?)",
    re.I,
)
_WHEN_THEY_COME = re.compile(
    r"\b(?:when|once|until|till|unless|only if|before)\b|\bwith (?:the|an|our) officers?\b", re.I
)
_NOT_WITH_THEM = re.compile(
    r"\b(?:not yet|nobody (?:has |is )?(?:come|here|up)|not (?:up )?here|(?:they are|they're|he's|she's) (?:still )?"
    r"(?:downstairs|outside|below|in the (?:hall|kitchen|yard|street)))\b",
    re.I,
)
_WITH_THEM = re.compile(r"\b(?:with (?:me|us)|(?:here|up here) now|at (?:my|the) (?:bedroom|room) door)\b", re.I)


def _asks_what_others_did(words: str, said: str) -> bool:
    """Whether the words stand in a question about what somebody else did: `Did he tell you to ring and check?`"""
    sentences = re.findall(r"[^.?!]+[.?!]*", said)
    whole = next((one for one in sentences if words.strip() in one), words)
    return whole.rstrip().endswith("?") and _OTHERS_DID.match(whole) is not None


_OTHERS_DID = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)?(?:did|has|had|does|was) "
    r"(?:he|she|they|this man|that man|the (?:man|caller|sergeant))\b",
    re.I,
)


# What may be dangerous to bid, not forbidden: who is told to go up, or back, or away, is sent into none.
_SENDS_INTO_DANGER = re.compile(
    r"(?<!not )(?<!n't )(?<!dont )(?<!dinnae )(?<!never )(?<!dare )\b(?:(?:go|going|nip|pop|run|get|come) (?:\w+ "
    r")?(?:down|downstairs|"
    r"out|outside|over|near|in|back in|to (?:him|them|the (?:door|window|car|road|man)))|open|unlock|unbolt|"
    r"undo|hold (?:the|it|"
    r"that)|pull|lift|drag|get (?:her|him|them|mum\w*|the \w+) out|look|keek|peek|peer|see what|check|shout|"
    r"call (?:down|out|to|"
    r"over)|confront|tackle|challenge|follow|chase|keep (?:him|them|her) (?:talking|there|busy)|talk to|grab|"
    r"fight|hit|stop "
    r"(?:him|them)|ask (?:him|her|them)|move (?:her|him|them|your|the)|touch|let (?:him|them|her) in|give "
    r"(?:him|her|them|it)|"
    r"hand (?:it|them|him)|light|smoke|drive|cross|stand (?:in|on)|wave|turn (?:it|him|her)|wake|put the "
    r"(?:light|telly)|take "
    r"(?:it|a photo|the money))\b",
    re.I,
)


_ASKS_WHAT_IS_SEEN = re.compile(
    r"^\W*(?:can|could|do) (?:you|ye|u)(?: still)? (?:see|clap eyes on|get a look at|make out|spot|peep at|look at) "
    r"(?:him|her|them|anyone|anybody|it)\b(?![^.?!]*\b(?:go|down|outside|nearer|closer|chase|follow)\b)",
    re.I,
)
_KNOWS_OFFICERS = re.compile(
    r"\bbefore (?:you|ye) (?:open|answer|let)\b|\b(?:look|ask) (?:for|to see) (?:\w+ ){0,3}?"
    r"(?:uniforms?|warrant|badges?|id)\b",
    re.I,
)
