"""Words that only open a turn, a greeting or the service's name, an apology or a hurry, set apart from the question."""

import re
from dataclasses import dataclass

from simulator.understanding.cutting.question_begins import begins_question
from simulator.understanding.question_words import OPENLY, PRONOUN, VERB

_GREETING = (
    r"(?:(?:hello|hallo|hullo|hi|hiya|hey|(?:good )?(?:morning|afternoon|evening))"
    r"(?:,? (?:again|there|caller|sir|madam|love)\b)*)"
)
# "Police", "999 emergency", "Harrowmere Police control room": the service by any of its names.
_SERVICE = (
    r"(?:(?:(?:this is|it's|you're through to|you are through to) )?(?:the )?(?:(?-i:[A-Z][a-z]+) )?"
    r"(?:police|999|101|nine nine nine|one oh one|emergency|control room|contact centre)"
    r"(?: (?:police|emergency|services?|control|contact|room|cent(?:re|er)|line|here|speaking))*)"
)
_APOLOGY = (
    r"(?:(?:(?:i am|i'm|so|very|ever so|really|terribly|awfully|my) )*"
    r"(?:sorry|apologies|pardon me|excuse me|forgive me|beg your pardon)"
    r"(?: (?:to|for|about) (?:ask(?:ing)?|bother(?:ing)?|interrupt(?:ing)?|keep(?:ing)? asking|have to ask|that|this|"
    r"the (?:wait|delay|noise)|keeping you(?: waiting)?)(?: you)?(?: (?:this|that|again|now))?)?)"
)
# "Calm down and tell me where you are": how they are to say it, and what is asked.
_HURRY = r"(?:(?:come on )?(?:calm down|hurry up|get on with it|be quick|spit it out)(?: please| now| love| caller)*)"
_LED = r"(?:(?:right|okay|ok|well|oh|yes|so|now)[\s,]+)?"
_ONE = rf"(?:{_GREETING}|{_SERVICE}|{_APOLOGY}|{_HURRY})\b"
_SENTENCE_BEGINS = re.compile(r"(?:^|(?<=[.?!;] ))(?=\S)")
_OPENS = re.compile(
    rf"{_LED}(?P<last>{_ONE})(?:[\s,]+(?P<later>{_ONE}))*(?P<mark>[\s,-]+)(?:and )?(?=\w)", re.IGNORECASE
)
_SERVICE_LAST = re.compile(rf"(?:.*\b)?{_SERVICE}[\s,-]*", re.IGNORECASE)
_TELL = re.compile(r"(?:please )?(?:tell|give) (?:me|us) \w", re.IGNORECASE)
# Without a comma "police are the ones" and "emergency services will be" tell of them.
_ASKS_SOMEBODY = re.compile(
    rf"(?:{OPENLY})(?:'s|'re)?\b|(?:{VERB}) (?:you|he|she|they|it|anyone|anybody|any)\b|tell (?:me|us)\b",
    re.IGNORECASE,
)
# "Where exactly are you"; not "what I meant was".
_OPENLY = re.compile(rf"(?:{OPENLY}) (?!(?:{PRONOUN})\b)\w+ \w", re.IGNORECASE)
# "Sorry, what was that?" asks to hear it again, "hello, are you there?" only for a sign of them.
_ONE_THING = re.compile(
    r"but\b.*|don't you (?:worry|dare|fret|panic|go|move)\b.*|"
    r"(?:are you|is (?:anyone|anybody|someone|somebody)) (?:still )?there\W*|can you (?:still )?hear (?:me|this)\b\W*|"
    r"(?:what|who|where|when|how|which|pardon)(?:(?:'s| is| was| did)? (?:that|it|this|you (?:just )?say))?"
    r"(?: (?:again|please|love|sir|madam|just now))*\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A stretch of the words as they were said; `opens` where it only opens what is asked behind it."""

    text: str
    start: int
    opens: bool = False


def opening_apart(text: str) -> tuple[Piece, ...]:
    """The words in pieces: "Police, what's the address?" as "Police" and "what's the address?"."""
    out, at = [], 0
    for place in [found.start() for found in _SENTENCE_BEGINS.finditer(text)]:
        opens = _OPENS.match(text, place)
        if opens is None or not _asks(text[opens.end() :], opens):
            continue
        before = Piece(text[at:place].rstrip(), at)
        out += [*((before,) if before.text else ()), Piece(text[place : opens.start("mark")], place, opens=True)]
        at = opens.end()
    return (*out, Piece(text[at:], at))


def only_opens(text: str) -> bool:
    """Whether the words are nothing but a greeting, a name of the service, an apology or a hurry."""
    return re.fullmatch(rf"{_LED}{_ONE}(?:[\s,]+{_ONE})*\W*", text, re.IGNORECASE) is not None


def names_the_service(text: str) -> bool:
    """Whether the words are nothing but the service's name: "999", "police emergency"."""
    return re.fullmatch(rf"{_SERVICE}\W*", text, re.IGNORECASE) is not None


def _asks(rest: str, opens: re.Match[str]) -> bool:
    if _ONE_THING.fullmatch(rest.partition("?")[0]):
        return False
    if "," not in opens["mark"] and _SERVICE_LAST.fullmatch(opens.group()) and not _ASKS_SOMEBODY.match(rest):
        return False
    return begins_question(rest) or any(one.match(rest) for one in (_OPENLY, _TELL))
