"""Two things the caller is held to have said, "you said two men, now you say three", as the choice they are. Pure."""

import re

from simulator.understanding.question_words import VERB

_LED = r"(?P<led>(?:^|(?<=[.?!;] ))(?:(?:and|so|but|okay|ok|right|well|now|hang on|wait|sorry|no)[\s,]+)*)"
_SAID = (
    r"(?:you(?:'ve|'re| are| were)? (?:just |only |first |just now )?"
    r"(?:said|told me|told us|say|saying|telling me)(?: that| it was)?)"
)
_SHOWS = (
    r"(?:(?:it|my (?:map|screen|system|record|notes?)|the (?:map|screen|system|record))(?:'s| is)? "
    r"(?:showing|saying|shows|says|got|has|coming up as|giving me))"
)
# Each of the two in few words that only name it: "last week", "two men", "the kitchen".
_WORD = rf"(?!(?:{VERB}|which|you|said)\b)[\w'-]+"
_NAMED = rf"{_WORD}(?: {_WORD}){{0,4}}?"
_THEN = r"(?:[\s,]+(?:and|but|then|now|yet|earlier|before|just now|and now|but now|and then|today))+[\s,]+|,\s*"
_WHICH = (
    r"[\s,.?-]+(?:(?:so|and) )?(?:which (?:one )?(?:is it|is (?:right|correct|true)|of (?:them|those|the two) is it)|"
    r"which one|so which|which)(?:[\s,]+(?:then|are you sure|now|please|love|exactly))*\s*\?*"
)
_BOTH = re.compile(
    rf"{_LED}{_SAID} (?P<one>{_NAMED})(?:{_THEN})(?:(?:{_SAID}|{_SHOWS}) )?(?P<two>{_NAMED}){_WHICH}(?=\s|$)",
    re.IGNORECASE,
)


def as_choice(text: str) -> str:
    """The words with the question between both for what is quoted: "is it two men or three?"."""
    return _BOTH.sub(lambda found: f"{found['led']}is it {found['one']} or {found['two']}?", text)
