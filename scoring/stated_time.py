"""How long officers may take, as the handler said it, beside what the policy sets for the grade."""

import re
from functools import lru_cache

from scoring.grade_steps import GradeStep
from scoring.matching import words_of
from scoring.reading import Reading
from scoring.speech import Turn

_UNITS = {"second": 1 / 60, "sec": 1 / 60, "minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60, "day": 1440}
_AMOUNT = re.compile(
    r"(?<= )(?:(\d+)|(3 quarters of an|(?:a )?quarter of an|half an|half a|an|a couple of|a few)) "
    r"(second|sec|minute|min|hour|hr|h|day)s?(?= )"
)
_LOOSE = {
    "3 quarters of an": 0.75, "a quarter of an": 0.25, "quarter of an": 0.25, "half an": 0.5, "half a": 0.5,
    "an": 1.0, "a couple of": 2.0, "a few": 3.0,
}  # fmt: skip
_COMING = re.compile(
    r"(?<= )(?:officers?|police|bobbies|patrols?|units?|cars?|crews?|somebody|someone|they|we|colleagues?|attend\w*|"
    r"with you|there|arriv\w*|come|coming|out to you)(?= )"
)


@lru_cache(maxsize=1024)
def minutes_said(text: str) -> tuple[float, ...]:
    """Every length of time in a text, in minutes: `within the half hour` has none, `in half an hour` has 30."""
    words = words_of(text)
    found = tuple(
        (float(figure) if figure else _LOOSE[loose]) * _UNITS[unit] for figure, loose, unit in _AMOUNT.findall(words)
    )
    return (*found, 1.0) if _IN_A_MINUTE.search(words) else found


# A minute that somebody else is coming in; who will be back in one has said nothing of officers.
_IN_A_MINUTE = re.compile(
    r" (?:officers?|police|bobbies|they|somebody|someone)(?: will| ll)(?: \w+){0,7}? (?:in|within) a minute "
)


def of_attendance(text: str) -> bool:
    """Whether a text speaks of somebody coming, and not of how long a form or a check takes."""
    return _COMING.search(words_of(text)) is not None


_NO_TIME = re.compile(
    r"\b(?:don'?t want to|do not want to|can'?t|carnt|cannot|can not|cannae|won'?t|will not|not able to|unable to|"
    r"couldn'?t|don'?t|do not|dinnae|not going to|(?:rather|sooner) not) (?:really |honestly )?(?:give|gie|name|"
    r"put|say|tell|promise|"
    r"guess|know|ken)"
    r"\b[^.;!?]*\b(?:time|minutes?|long|number|when)\b|\?\s+can'?t say\b"
    r"|\bno (?:minutes|times)\b"
)
# That somebody is coming now, or first, is no time; `any minute` and `tonight` are.
_SOON = re.compile(
    r"\b(?:straight ?away|right away|any (?:minute|moment)|(?<!as )soon|shortly|(?<!as )quickly|"
    r"today|tonight|tomorrow|this (?:morning|afternoon|evening))\b"
)
_OF_TIME = re.compile(
    r"\b(?:seconds|secs|minutes?|mins?|hours?|days?|weeks?|times?|long|when|quick\w*|moment|wait|blues?|lights|"
    r"as (?:fast|soon))\b",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|takes?|within|ought to|should|going to|be|by|can'?t|cannot|won'?t|don'?t)\b|'ll\b"
    r"|\b(?:as a rule|usually|normally|most people|at (?:the )?most|tops|or so|hardly ever longer)\b"
    r"|\b(?:about|around|roughly) (?:an?|half|quarter|\w+)(?: an?)? (?:seconds?|minutes?|hours?)\b",
    re.I,
)


# When a thing is done now, and not how long one to come will take: `being told this very minute`.
_AT_ONCE = re.compile(r"\b(?:(?:this|that|the) (?:very )?(?:minute|moment|second)|at the moment)\b", re.I)


# What names neither a length nor how soon.
_NO_LENGTH = re.compile(
    r"\bas (?:soon|fast|quick\w*) as (?:(?:it|they|he|she|we|i)(?: can)?|possible|we'?re able)\b|\b(?:won'?t|"
    r"will not|not) be (?:very |too )?long\b",
    re.I,
)


def names_no_time(text: str) -> bool:
    """Whether a text only says that no time can be named, and gives neither a length nor how soon."""
    low = text.lower()
    if _NO_TIME.search(low) is None:
        return False
    stated = " ".join(part for part in re.split(r"(?<=[.!?])\s+", text) if not part.endswith("?"))
    return not minutes_said(stated) and not _SOON.search(low)


def speaks_of_time(text: str) -> bool:
    """Whether a text says anything of how long a thing to come may take; how long somebody has waited says nothing."""
    if names_no_time(text) or _SOON.search(text.lower()):
        return True
    text = _NO_LENGTH.sub(" ", _AT_ONCE.sub(" ", text))
    return _OF_TIME.search(text) is not None and (of_attendance(text) or _TO_COME.search(text) is not None)


_WITH_YOU = re.compile(
    r"\b(?:with you|there|out to you|be here|arriv\w+) (?:in|within|inside) (?:about |around |"
    r"under )?(?:\w+[- ])?\w+ "
    r"(?:minutes?|mins?|hours?)\b"
    r"|\b(?:officers?|police|bobbies|they|somebody|someone)(?:'ll| will)\b[^.?!]{0,40}\b(?:in|within) (?:about |"
    r"under )?(?:\w+[- ])?\w+ (?:minutes?|mins?|hours?)\b"
    r"|\b(?:i|we)(?:'ll| will)\b[^.?!]{0,20}\b(?:ring|call|phone)\b[^.?!]{0,25}\bback (?:in|within) "
    r"(?:about |around |under )?(?:\w+ ){0,2}(?:minutes?|mins?|hours?)\b"
    r"|\b(?:be )with you (?:very )?shortly\b",
    re.I,
)


def says_how_long(text: str) -> bool:
    """Whether a text says how long until somebody is there, rings back or a thing arrives, and asks nothing of it."""
    found = _WITH_YOU.search(text)
    return found is not None and not re.match(r"[^.!?]*\?", text[found.end() :])


def beside_target(reading: Reading, turn: Turn) -> tuple[str, Turn, GradeStep] | None:
    """Why the time that a turn gives for officers to come does not fit the grade that stands, or None."""
    step = reading.grade_at(turn.t_ms) or reading.final_grade
    said, target = minutes_said(turn.said.text), minutes_said(step.grade.target) if step else ()
    if step is None or not said or not target or not of_attendance(turn.said.text):
        return None
    if min(target) <= 2 * max(said) and min(said) <= 2 * max(target):
        return None
    because = f"Gave a time at {turn.at} ({turn.quote}) that does not fit {step.grade.name}: {step.grade.target}."
    return because, turn, step
