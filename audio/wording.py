"""From a line as written to the words that are spoken: cleaned, cut to a sayable length, codes spelled out."""

import re
import unicodedata

LONGEST = 1_200  # characters; over a minute of speech, more than any caller says in one breath

_SPACES = re.compile(r"\s+")
# Letters and digits that people read out one by one: postcodes, registrations, incident and phone numbers.
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_REGISTRATION = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")
_LONG_NUMBER = re.compile(r"(?<![\d£.,])(?:0\d{2,}(?: \d{3,})*|\d{5,})(?!\d|,\d)")
_NAMES = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = {str(digit): name for digit, name in enumerate(_NAMES)}


def speakable(text: str) -> str:
    """The words to be spoken for a line: never longer than LONGEST before codes are spelled; may be empty.

    Control characters, emoji and other signs nobody pronounces are dropped; what an engine might read as its own
    commands (angle and square brackets) is dropped too.
    """
    plain = "".join(_pronounceable(char) for char in unicodedata.normalize("NFC", text[: LONGEST * 4]))
    line = _cut(_SPACES.sub(" ", plain).strip())
    for pattern in (_POSTCODE, _REGISTRATION, _LONG_NUMBER):
        line = pattern.sub(lambda found: _one_by_one(found.group()), line)
    return line if any(char.isalnum() for char in line) else ""


def _pronounceable(char: str) -> str:
    if char in "<>[]{}\\|`":
        return " "
    category = unicodedata.category(char)
    if category in ("So", "Sk", "Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if category == "Cc" else char


def _cut(line: str) -> str:
    """At most LONGEST characters: ends at a sentence if one ends in the last half, else at a word."""
    if len(line) <= LONGEST:
        return line
    head = line[:LONGEST]
    sentence = max(head.rfind(mark) for mark in (". ", "? ", "! "))
    if sentence >= LONGEST // 2:
        return head[: sentence + 1]
    word = head.rfind(" ")
    return head[:word] if word > 0 else head


def _one_by_one(code: str) -> str:
    """Groups stay together with a comma between, as people pause: `WX4 7QD` is W X four, seven Q D."""
    groups = code.split() if " " in code else [code]
    return ", ".join(" ".join(_DIGITS.get(char, char) for char in group) for group in groups)


def natural_seconds(text: str, words_a_minute: float) -> float:
    """About how long a speakable text takes at a pace, in seconds; codes count a word for each sign."""
    words = len(text.split())
    pauses = sum(text.count(mark) for mark in ".?!,;")
    return words * 60 / words_a_minute + 0.15 * pauses
