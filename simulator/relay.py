"""An assistant between caller and handler: turns that end with a word, a slower pace, words said past the caller."""

import re

from scenarios.scenario import Scenario

WAITS_FOR_THE_TURN_MS = 4_000
WORD_MS = 900  # the assistant types the handler's words, and the caller types theirs
LONGEST_RELAY_MS = 12_000
CALLERS_PACE = 1.4  # the assistant reads a line as it comes
_TO_THE_ASSISTANT = re.compile(
    r"\b(?:(?:can|could|will|would) you )?(?:please )?(?:ask|tell|let) (?:him|her|them|the caller)(?: know)?"
    r"(?: that| if| whether)?\b"
    r"|\bsay to (?:him|her|them)\b|\bwhat (?:is|was) (?:he|she|the caller) saying\b",
    re.IGNORECASE,
)


def ends_turn(scenario: Scenario, text: str) -> bool:
    """Whether the words end with what gives the turn to the other side; always true without an assistant."""
    relay = scenario.channel.relay
    return relay is None or _bare(text).endswith(_bare(relay.turn_ends))


def for_the_caller(scenario: Scenario, text: str) -> str:
    """What the assistant passes on: the words without the end of the turn and without "can you ask her"."""
    relay = scenario.channel.relay
    if relay is None:
        return text
    words = re.sub(rf"[\s,.]*\b{re.escape(relay.turn_ends)}\b[\s.!]*$", "", text.strip(), flags=re.IGNORECASE)
    return _TO_THE_ASSISTANT.sub("", words).strip(" ,") or words


def speaks_to_the_assistant(text: str) -> bool:
    """Whether the handler speaks about the caller instead of to them."""
    return bool(_TO_THE_ASSISTANT.search(text))


def takes_ms(text: str) -> int:
    """How long it takes until an answer comes back through the assistant: 0.9 s a word, at most 12 s."""
    return min(LONGEST_RELAY_MS, WORD_MS * max(1, len(text.split())))


def handed_on(scenario: Scenario, text: str) -> str:
    """A line of the caller's as the assistant says it, with the end of the turn."""
    relay = scenario.channel.relay
    return text if relay is None else f"{text} {relay.turn_ends[:1].upper()}{relay.turn_ends[1:]}."


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^a-z ]+", " ", text.lower()).split())
