"""A second question that shares its beginning with the first has it put back: "did he ring, and ask for the card?"."""

import re

from simulator.understanding.question_words import OPENLY

_DOES = (
    "ask|say|tell|give|take|threaten|mention|leave|send|offer|promise|want|know|speak|see|hear|hit|touch|keep|use|need|"
    "have|hold|carry|look|live|drink|show"
)
_BOTH = re.compile(
    r"\b(?P<asks>(?i:did|does) (?:he|she|they|you|anyone|anybody|(?:the|your|his|her|that|this) \w+|[A-Z][a-z]+))"
    rf" (?P<one>[^?.!;]+?),? and (?P<two>(?:{_DOES})\b[^?.!;]*\?)"
)
# "Has Darren hurt or threatened you before?": each of it may have been.
_EITHER_BEFORE = re.compile(
    r"\b(?P<asks>(?i:has|have|had|did) "
    r"(?:he|she|they|you|anyone|anybody|(?:the|your|his|her|that|this) \w+|[A-Z][a-z]+)(?: ever)?)"
    r" (?P<one>[a-z]+),? (?P<joint>or|and) (?P<two>[a-z]+) (?P<whom>(?:you|him|her|them|anyone|anybody)"
    r"(?: or (?:anyone|anybody)(?: else)?)? (?:before|in the past|previously|until now))\b"
)
# "Did you go and look" is one deed.
_GOES_AND = re.compile(r"\b(?:go|come|try|wait|sit|stop|stay|run|hurry|pop)(?: \w+)?$", re.IGNORECASE)
_OPENLY = re.compile(rf"\b(?:{OPENLY})\b(?: [\w']+){{0,3}}\s*$", re.IGNORECASE)


def with_shared_subject(text: str) -> str:
    """The words with such a question whole; "what did he take and leave?" asks openly and stays."""
    whole = _EITHER_BEFORE.sub(_each_before, text)
    return _BOTH.sub(lambda found: _parted(found, whole), whole)


def _each_before(found: re.Match[str]) -> str:
    asks, whom = found["asks"], found["whom"]
    second = f"{asks[0].lower()}{asks[1:]} {found['two']} {whom}"
    return f"{asks} {found['one']} {whom}, {found['joint']} {second}"


def _parted(found: re.Match[str], text: str) -> str:
    if _GOES_AND.search(found["one"]) or _OPENLY.search(text[: found.start()]):
        return found.group()
    asks = found["asks"]
    return f"{asks} {found['one']}, and {asks[0].lower()}{asks[1:]} {found['two']}"
