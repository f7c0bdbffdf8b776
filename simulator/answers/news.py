"""What somebody says to news that would else get a bare "okay": help is coming, they are to wait, it is a swindle."""

import re

from simulator.answers.own_questions import tells_of_coming
from simulator.answers.wording import choose
from simulator.mind import Mind
from simulator.sentences import sentences

FRIGHTENED = ("frightened", "distressed", "tearful")
MOST_REACTIONS = 2  # of one kind in a call; afterwards the bare word does
_BARE = frozenset(("okay.", "right.", "yes.", "all right.", "i see.", "mm.", "thank you.", "okay. okay."))
_HOLD = re.compile(
    r"\b(?:put(?:ting)?|pop(?:ping)?) you (?:back )?on (?:hold|pause)\b|\bhold the line\b|\bbear with me\b",
    re.IGNORECASE,
)
_SWINDLE = re.compile(
    r"\b(?:this|that|it|he|they)(?:'s|'re| is| are| sounds like| looks like) (?:\w+ ){0,3}?"
    r"(?:swindle(?:r|rs)?|scam|fraud(?:ster|sters)?|con ?m[ae]n|con trick|crooks?)\b"
    r"|\bno such (?:officer|sergeant|policeman|person)\b"
    r"|\b(?:isn't|is not|'s not) (?:a )?(?:(?:real )?(?:police|policeman|police officer)|one of ours)\b",
    re.IGNORECASE,
)
_SAYS = {
    "coming": ("Oh, good. Thank you.", "Thank you. Good."),
    "coming to the frightened": ("Oh, thank God.", "Thank you. Please hurry."),
    "hold": ("All right. I'll wait.", "I'll hold on."),
    "swindle": ("Oh no. Oh dear.", "No. Really?"),
}


def reaction(text: str, mind: Mind, seed: int, bare: str) -> tuple[str, Mind]:
    """What they say instead of a bare word to these words of the handler's, and the mind that remembers it."""
    kind = _kind(text, mind)
    key = f"news:{kind}"
    if not kind or bare.lower() not in _BARE or mind.answers_by != "speech" or mind.count(key) >= MOST_REACTIONS:
        return bare, mind
    return choose(_SAYS[kind], seed, key, mind.count(key)), mind.having_said(key)


def taken_aback(text: str, mind: Mind, answer: str) -> tuple[str, Mind]:
    """The answer to a question beside the news of a swindle, which nobody hears for the first time without a word."""
    key = "news:swindle"
    shows = answer.startswith(("Oh", "No")) or mind.answers_by != "speech" or mind.count(key)
    if shows or _kind(text, mind) != "swindle":
        return answer, mind
    return f"Oh no. {answer}", mind.having_said(key)


def _kind(text: str, mind: Mind) -> str:
    text = " ".join(one for one in sentences(text) if not one.endswith("?"))
    if _SWINDLE.search(text):
        return "swindle"
    if tells_of_coming(text):
        return "coming to the frightened" if mind.mood in FRIGHTENED else "coming"
    return "hold" if _HOLD.search(text) else ""
