"""What the handler asks to hear again from the caller's own mouth, advice or a reference: "say that back?". Pure."""

import re

from simulator.anew import replace
from simulator.answers.checks import GOES_ALONG
from simulator.heard import Understood
from simulator.mind import Mind

_ASKS = re.compile(
    r"(?<!he )(?<!she )(?<!they )\b(?:repeat|say|tell|read|give) "
    r"(?:that|it|this|them|me that|me it|me|(?:me )?the (?:reference|ref|log|code)(?: number| word)?|my number|"
    r"(?:me )?those (?:figures|digits|letters))? ?(?:all )?back\b|"
    r"\b(?:repeat|say|tell me) (?:that |it |this )?(?:again )?"
    r"(?:in your own words|so i know you(?:'ve| have) (?:got|understood))|"
    r"\b(?:repeat|tell me) what i(?:'ve| have)? (?:just )?(?:said|told you|asked you)|"
    r"\bwhat (?:have i|did i) (?:just )?(?:ask(?:ed)?|tell|told|say|said)(?: you)?(?: to do)?\?",
    re.IGNORECASE,
)
_FIGURE = (
    r"(?:oh|zero|nought|double|treble|triple|hyphen|dash|stroke|slash|hundred|thousand|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?!first|second|third|\w+th)\w+)?|"
    r"alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|"
    r"sierra|tango|uniform|victor|whiskey|x-ray|yankee|zulu)\b"
)
_SIGN = rf"(?:\d[\d/-]*|(?-i:[A-Z]{{1,4}})(?:[-/]?\d[\d/-]*)?(?![\w'])|{_FIGURE})"
_DAY = (
    r"(?:of|dated|from) (?:today|yesterday|this (?:morning|evening)|tonight|(?:the )?[\w-]+(?:st|nd|rd|th)\b"
    r"(?:,? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))?)"
)
# "HM 0417 of today", "four one seven of the twenty-first": figures and letters, and the day they are of.
_REFERENCE = re.compile(rf"\b{_SIGN}(?:[ ,/-]+{_SIGN})*(?:,? {_DAY})?", re.IGNORECASE)
_ANY_FIGURE = re.compile(rf"\d|{_FIGURE}", re.IGNORECASE)
_GIVES, _SHORTEST = "GIVE_REF", 3  # figures and letters of a reference
_WANTS_REFERENCE = re.compile(r"\b(?:reference|ref|number|log|code)\b", re.IGNORECASE)
_STANDS = 3  # lines for which what was told last is what "that" means
_ADVICE = ("ADV_SAFETY", "ADV_PRESERVE")
GOT_IT = ("I've got it. I'll do what you said.", "I've got that. I'll do that.")


def asks_to_say_back(span: str) -> bool:
    """Whether the words ask the caller to say the handler's own words back."""
    return _ASKS.search(span) is not None


def to_say_back(heard: Understood) -> str:
    """What of the words can be said back: the reference given, else the advice in its own words; "" where nothing."""
    return _reference(heard) or _advice(heard)


def _reference(heard: Understood) -> str:
    for span in (one.span for one in heard.intents if one.id == _GIVES):
        for words in (span, heard.text):
            found = [one.group() for one in _REFERENCE.finditer(words) if _ANY_FIGURE.search(one.group())]
            longest = max(found, key=len, default="")
            if len(re.findall(r"\d|[A-Z]|[a-z]{3,}", longest)) >= _SHORTEST:
                return longest
    return ""


def _advice(heard: Understood) -> str:
    said = heard.text.lower()
    advised = [one.slot.lower() for one in heard.intents if one.id in _ADVICE and one.slot]
    # Of several phrases for the same words the longest: "open the door" stands in "don't open the door".
    in_words = [phrase for phrase in advised if phrase in said]
    whole = tuple(one for one in in_words if not any(one != other and one in other for other in in_words))
    return ", and ".join(dict.fromkeys(whole))


def said_back(mind: Mind, span: str, *, freely: bool) -> tuple[str, ...]:
    """The lines with which they do: what they were last given to keep, or that they have got it.

    Who may not speak freely goes along with it in as few words as they can.
    """
    if not freely:
        return GOES_ALONG
    lately = mind.lines - mind.given_at <= _STANDS or _WANTS_REFERENCE.search(span) is not None
    if not mind.given or not lately:
        return GOT_IT
    return (f"{mind.given[0].upper()}{mind.given[1:]}. I've got that.",)


def keeping(mind: Mind, heard: Understood) -> Mind:
    """The mind with what these words gave them to keep."""
    given = to_say_back(heard)
    return replace(mind, given=given, given_at=mind.lines) if given else mind
