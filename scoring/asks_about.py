"""Questions about the very thing that was told, by its own words, whatever they were heard as."""

from scoring.matching import content_words
from scoring.reading import Reading
from scoring.speech import Turn
from scoring.wording import called

_ASKING = ("ASK_", "LISTEN_", "VER_", "topic", "NEG_LEAD")
# Words that stand in any question about anything.
_COMMON = content_words(
    "hello hi yes no okay ok please sorry right now just think know got get see hear say said tell going go come wait "
    "it is am me us him them one some all not do does did can could would will be up out about so then there here want "
    "live lived years old address"
)


def asks_about(reading: Reading, name: str, t_ms: int) -> tuple[Turn, ...]:
    """The questions begun after a time (milliseconds) that take up a word of a fact, or of the line that told it."""
    told = reading.told(name)
    line = reading.speech.spoke_when_told(told) if told else None
    own = (
        content_words(f"{called(name)} {told.event.value if told else ''} {line.event.text if line else ''}") - _COMMON
    )
    return tuple(turn for turn in reading.turns if turn.began_ms >= t_ms and _asks(turn) and own & _words(turn))


def asked_plainly(reading: Reading, name: str) -> bool:
    """Whether a question asked for a fact in nearly the words that the scenario gives for asking it, though the caller
    answered something else: two telling words and three in four of one way to ask."""
    ways = [content_words(way) for way in reading.scenario.facts[name].yes_to]
    asked = [_words(turn) for turn in reading.turns if "?" in turn.said.text and not turn.crowded]
    return any(len(way & own) >= max(2, NEARLY * len(way)) for way in ways for own in asked)


NEARLY = 0.75


def _words(turn: Turn) -> frozenset[str]:
    return content_words(turn.said.text)


def _asks(turn: Turn) -> bool:
    """Whether something was asked: heard as a question, and no mere advice."""
    if turn.crowded:
        return False
    heard = [intent.id for intent in turn.said.intents]
    return any(one.startswith(_ASKING) for one in heard) and "ADV_SAFETY" not in heard
