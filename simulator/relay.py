"""An assistant between caller and handler: turns that end with a word, a slower pace, words said past the caller."""

import re

from scenarios.scenario import Scenario

WAITS_FOR_THE_TURN_MS = 4_000
WORD_MS = 900  # the assistant types the handler's words, and the caller types theirs
LONGEST_RELAY_MS = 12_000
CALLERS_PACE = 1.4  # the assistant reads a line as it comes
MOST_SENT_BACK = 2  # a caller who got no shorter words by then makes do with the long ones
# Said to the assistant: "can you ask her", "tell him that", "let her know" where a sentence begins with it. "I'll tell
# them", "don't let him in" and "he wants to ask her" are said to the caller.
_THEM = "him|her|them|the (?:caller|lady|gentleman)"
_TO_THE_ASSISTANT = re.compile(
    r"(?:\b(?:can|could|will|would) you (?:please |just )?"
    r"|(?:^|(?<=[.?!,;]))\s*(?:(?:and|then|okay|so|please|just)[ ,]+)*)"
    rf"(?:(?:ask|tell|say to) (?P<who>{_THEM})|let (?P<knows>{_THEM}) know)\b"
    r"(?: that| if| whether)?(?P<rest>[^.?!;]*)"
    r"|\bwhat (?:is|was|does|did) the caller say(?:ing)?\b",
    re.IGNORECASE,
)
_CALLED = {"him": ("he", "his"), "the gentleman": ("he", "his"), "her": ("she", "her"), "the lady": ("she", "her")}
_OF_ANYBODY = ("they", "their")
_ASKED = (("is", "are you"), ("are", "are you"), ("was", "were you"), ("has", "have you"), ("have", "have you"),
          ("wants", "do you want"), ("can", "can you"), ("needs", "do you need"), ("lives", "do you live"))  # fmt: skip
_SHORT_FOR = {"go ahead": "ga"}  # what is typed on a text relay


def ends_turn(scenario: Scenario, text: str) -> bool:
    """Whether the words end with what gives the turn to the other side, or a goodbye; without an assistant always."""
    relay = scenario.channel.relay
    return relay is None or _end_of(relay.turn_ends).search(text.strip()) is not None or _PARTS.search(text) is not None


def for_the_caller(scenario: Scenario, text: str) -> str:
    """What the assistant passes on: the words without the end of the turn and without "can you ask her"."""
    relay = scenario.channel.relay
    if relay is None:
        return text
    words = _end_of(relay.turn_ends).sub("", text.strip())
    return " ".join(_TO_THE_ASSISTANT.sub(_to_them, words).split()).strip(" ,") or text


def _to_them(said: re.Match[str]) -> str:
    """What was said of the caller as it is typed to them: "ask her if she is hurt" is "are you hurt"."""
    who = said["who"] or said["knows"]
    if who is None:
        return " "
    they, their = _CALLED.get(who.lower(), _OF_ANYBODY)
    rest = re.sub(rf"\b{they}'s\b", f"{they} is", said["rest"], flags=re.IGNORECASE)
    turned = ((rf"{they} {verb}", asked) for verb, asked in _ASKED)
    for words, instead in (*turned, (their, "your"), (they, "you")):
        rest = re.sub(rf"\b{words}\b", instead, rest, flags=re.IGNORECASE)
    return f" {rest}"


def speaks_to_the_assistant(text: str) -> bool:
    """Whether the handler speaks about the caller instead of to them."""
    return bool(_TO_THE_ASSISTANT.search(text))


def too_long(scenario: Scenario, text: str) -> bool:
    """Whether one turn holds more words than this caller takes in at a time; never without an assistant."""
    relay = scenario.channel.relay
    return relay is not None and len(text.split()) > relay.longest_turn


def takes_ms(text: str) -> int:
    """How long it takes until an answer comes back through the assistant: 0.9 s a word, at most 12 s."""
    return min(LONGEST_RELAY_MS, WORD_MS * max(1, len(text.split())))


def on_its_way_ms(scenario: Scenario, text: str) -> int:
    """How long nobody is heard after these words of the handler's because of the assistant, in milliseconds."""
    if scenario.channel.relay is None:
        return 0
    return takes_ms(for_the_caller(scenario, text)) + (0 if ends_turn(scenario, text) else WAITS_FOR_THE_TURN_MS)


def handed_on(scenario: Scenario, text: str, twist: str | None = None) -> str:
    """A line of the caller's as the assistant says it, with the end of the turn.

    A goodbye gives no turn, and a line that the link breaks off in gets none.
    """
    relay = scenario.channel.relay
    breaks_off = any(one.id == twist and one.line == "drops" for one in scenario.twists)
    if relay is None or breaks_off or _PARTS.search(text):
        return text
    return f"{text} {relay.turn_ends[:1].upper()}{relay.turn_ends[1:]}."


_PARTS = re.compile(r"\b(?:good)?bye\W*$", re.IGNORECASE)


def _end_of(turn_ends: str) -> re.Pattern[str]:
    """What the end of a turn looks like at the end of what was said: the words for it, or their short form."""
    short = _SHORT_FOR.get(turn_ends.lower())
    words = r"[^a-z]+".join(map(re.escape, turn_ends.split()))
    return re.compile(rf"(?:^|[\s,.;:-]+|(?<=[?!]))(?:{words}{f'|{short}' if short else ''})\W*$", re.IGNORECASE)
