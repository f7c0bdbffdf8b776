"""The phone asked back from whoever took it over: refused or done, whatever the words, never just agreed to. Pure."""

import re

from scenarios.scenario import Scenario
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind

_THEM = (
    r"(?:her|him|them|(?:the|your|that) (?:\w+ )?(?:woman|lady|girl|man|lad|boy|child|caller|person|girlfriend"
    r"|boyfriend|wife|husband|partner|missus|one)(?: (?:who|that) [\w ]+?)?"
    r"|(?:the )?caller|whoever (?:rang|called)[\w ]*)"
)
# "Put her on her side" and "get them to the verge" are other things.
_ON = (
    r"(?:(?:back )?on(?= ?(?:[.,?!]|$|to (?:me|us|the)\b|the (?:phone|line)\b|again|so|please|for|now|then))"
    r"|to the (?:phone|line)\b)"
)
_BACK = re.compile(
    rf"\b(?:put|get|bring|pop|stick|fetch) {_THEM}(?: back)? {_ON}"
    rf"|\b(?:pass|hand|give|return) (?:me |it |us )?(?:back )?(?:the |that )?(?:phone|mobile|receiver|it)?(?: back)?"
    rf"(?: over)? ?(?:back )?to {_THEM}|\b(?:pass|hand) me (?:back|over) to {_THEM}"
    rf"|\b(?:give|pass|hand) {_THEM} (?:back )?(?:the|that|her|his) (?:phone|mobile)"
    rf"|\b(?:can|could|may|let|want|need|like) (?:i|me|us|to)(?: just| please)?"
    rf" (?:speak|talk|have a word) (?:to|with) {_THEM}\b"
    rf"|\blet {_THEM} (?:come|speak|talk) (?:on|to (?:me|us|the phone))\b"
    r"|^caller\b[,:]|\bis that you,? (?:back|again)\b|\bare you back (?:with me|on)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:don't|do not|never|did|have you|has|when|later|officers?|they'll|we'll|i'll)\b", re.IGNORECASE
)
_CALLER = "caller"


def wants_phone_back(text: str) -> bool:
    """Whether the words ask for the phone to go back to who rang, or take it that it has."""
    return _BACK.search(text) is not None and _NOT_NOW.search(text) is None


def as_asked_back(scenario: Scenario, mind: Mind, heard: Understood) -> Understood:
    """The words as the topic that the author wrote for it, where somebody else holds the phone; else as they were.

    Where none was written it is a question to which they have no answer, and nothing that they agree to.
    """
    if mind.holds == _CALLER or not wants_phone_back(heard.text):
        return heard
    written = next((slot for slot, one in scenario.topics.items() if _is_for_it(one.examples)), "")
    if any(one.id == "topic" and one.slot == written for one in heard.intents):
        return heard
    asked = HeardIntent(id="topic", slot=written or None, confidence=0.9, span=heard.text)
    others = tuple(one for one in heard.intents if one.id.startswith("ESCALATE"))
    return heard.model_copy(update={"understood": True, "intents": (asked, *others)})


def _is_for_it(examples: tuple[str, ...]) -> bool:
    return 2 * sum(map(wants_phone_back, examples)) >= len(examples) > 0
