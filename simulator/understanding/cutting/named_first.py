"""A question whose subject is named before it, put as one question: "mobile, what is it?", "and them, whereabouts?"."""

import re

from simulator.understanding.question_words import HELPER, OPENLY, PRONOUN, VERB

_BEGINS = r"(?P<begins>^|[.?!;]\s+)(?:(?:and|so|but|okay|right|now)[\s,]+)*"
_ENDS = r"(?=\s*(?:[?.!;]|$))"
# What is asked of a caller by its bare name.
_DETAIL = (
    r"mobile|phone|telephone|number|phone number|mobile number|name|full name|surname|postcode|address|email|"
    r"date of birth|age|town|street|road|house number"
)
_WHAT_IS_IT = re.compile(
    rf"{_BEGINS}(?P<detail>{_DETAIL})\s*[,:.-]\s+(?P<asks>what|which|where)(?:'s| is| was) (?:it|that|yours){_ENDS}",
    re.IGNORECASE,
)
_WHAT = (
    r"(?:the|your) (?P<what>(?:full |house |flat |door |phone |crime |post )?"
    r"(?:street|road|address|name|surname|postcode|code|number|town|village|reference))(?: name)?(?: itself)?"
)
_STREETS = frozenset(("street", "road", "town", "village"))
_ONCE_MORE = r"(?:again|once more|one more time|once again|a second time)"
_SAID_AGAIN = re.compile(
    rf"{_BEGINS}(?:{_WHAT}\s*[,:.-]\s+(?:please |just )?(?:say|give|repeat|tell|read) (?:it|that|me|me it|me that)"
    rf"|(?:please |just |could you |can you )?(?:say|give me|repeat|tell me|read me) {_WHAT.replace('what', 'said')})"
    rf"(?: (?:for|to) me)?(?:,? (?:nice and )?\w+ly)?,? {_ONCE_MORE}(?:,? (?:please|for me|\w+ly))?{_ENDS}",
    re.IGNORECASE,
)
_PRONOUNS = {"them": "they", "him": "he", "her": "she", "they": "they", "he": "he", "she": "she", "it": "it"}
# "Way in: door, window?": one question that offers two answers.
_OFFERS = re.compile(
    rf"{_BEGINS}(?P<named>[\w']+(?: [\w']+){{0,3}}): (?P<one>[a-z]+(?: [a-z]+)?), (?P<two>[a-z]+(?: [a-z]+)?)(?=\s*\?)",
    re.IGNORECASE,
)
_NAMED = r"(?:them|they|him|he|her|she|it|(?:the|that|this|those|these|your|his|her|their)(?: [\w']+){1,3}?)"
_WHERE = r"where(?:abouts)?(?: exactly)?"
_IN_WHICH = r"(?:which|what) (?:room|floor|bedroom|bit|part|side|street|road)(?: of the house)?"
_HOW = r"how (?:old|tall|many|far|near|close|big)|(?:which|what) (?:way|direction|age|colour|height)"
_WHERE_ARE_THEY = re.compile(
    rf"{_BEGINS}(?P<named>{_NAMED})\s*[,.:-]\s+(?P<asks>{_WHERE}|{_IN_WHICH}|{_HOW})"
    rf"(?P<now> now| exactly| then)?{_ENDS}",
    re.IGNORECASE,
)
# "Live there, does he?": the question's beginning said behind it.
_BEGUN_BEHIND = re.compile(
    rf"{_BEGINS}(?!(?:{PRONOUN}|{OPENLY}|{VERB}|the|a|an|your|his|her|yes|no|not)\b)"
    rf"(?P<rest>[a-z][\w']*(?: [\w']+){{0,4}}), (?P<asks>(?:{HELPER}) (?:he|she|they|you|it)){_ENDS}",
    re.IGNORECASE,
)
# "You or the dog, is either of you hurt?": whom it asks about stands before it.
_ONE = r"(?:you|he|she|him|her|(?:the|your|his|her) [a-z]+|(?-i:[A-Z][a-z]+))"
_EITHER = re.compile(
    rf"{_BEGINS}(?P<named>{_ONE},? (?:or|and) {_ONE})\s*[,:-]\s+"
    rf"(?P<asks>(?:{HELPER}) (?:either|both|any|one)(?: of (?:you|them))?(?: two)? [\w' ]+?){_ENDS}",
    re.IGNORECASE,
)
# "Is Kasia Nowak you yourself, or somebody else?": whether that is who they are.
_OR_ANOTHER = r"(?:,? or (?:is (?:that|it|this|he|she) )?(?:somebody|someone|anybody|another person)(?: else)?)"
_IS_ONE_YOU = re.compile(
    rf"{_BEGINS}(?:is (?P<one>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)),? (?:you(?: yourself)?|yourself){_OR_ANOTHER}?|"
    rf"are you (?P<two>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)),?(?: yourself)?{_OR_ANOTHER}){_ENDS}",
    re.IGNORECASE,
)
# "Front or back, which one did they break?": the choice is named before it.
_SIDE = r"[\w'-]+(?: [\w'-]+){0,2}"
_WHICH_OF_TWO = re.compile(
    rf"{_BEGINS}(?P<one>{_SIDE}) or (?P<two>{_SIDE})\s*[,:-]\s+which(?: one)? "
    rf"(?P<asks>(?:{HELPER}) (?:it|he|she|they|you)\b[\w' ]*?){_ENDS}",
    re.IGNORECASE,
)
_ANY_VERB = re.compile(rf"\b(?:{VERB}|be|please|yes|no)\b|'(?:m|d|ll|re|ve)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:they|those|these|two|three|four|both|people|men|women|children|police)\b", re.IGNORECASE)
_INSIDE = re.compile(_IN_WHICH, re.IGNORECASE)


def with_named_first(text: str) -> str:
    """The words with each such question whole: "The two men. Which room now?" as "Which room are the two men in now?".

    Only what names and has no verb of its own is drawn into the question behind it. To say a detail again is to be
    asked for it, and not for the last line.
    """
    text = _BEGUN_BEHIND.sub(_turned, _OFFERS.sub(_or, text))
    text = _WHICH_OF_TWO.sub(_one_or_other, _IS_ONE_YOU.sub(_are_you, _EITHER.sub(_of_either, text)))
    return _SAID_AGAIN.sub(_again, _WHERE_ARE_THEY.sub(_where, _WHAT_IS_IT.sub(_what, text)))


def _of_either(found: re.Match[str]) -> str:
    return f"{found['begins']}{found['asks'].capitalize()}, {found['named'][0].lower()}{found['named'][1:]}"


def _one_or_other(found: re.Match[str]) -> str:
    if _ANY_VERB.search(f"{found['one']} {found['two']}"):
        return found.group()
    one = found["one"] if found["one"].isdigit() else f"{found['one'][0].lower()}{found['one'][1:]}"
    return f"{found['begins']}{found['asks'].capitalize()} {one} or {found['two']}"


def _are_you(found: re.Match[str]) -> str:
    return f"{found['begins']}Are you {found['one'] or found['two']}"


def _turned(found: re.Match[str]) -> str:
    if _ANY_VERB.search(found["rest"]):
        return found.group()
    # What may be the name of a place is left as it was said: "Kelbourne, is it?".
    rest = found["rest"] if found["asks"].lower().endswith(" it") else f"{found['rest'][0].lower()}{found['rest'][1:]}"
    return f"{found['begins']}{found['asks'].capitalize()} {rest}"


def _again(found: re.Match[str]) -> str:
    what = (found["what"] or found["said"]).lower()
    return f"{found['begins']}{f'What {what} is it' if what in _STREETS else f'What is the {what}'} again"


def _or(found: re.Match[str]) -> str:
    if _ANY_VERB.search(found.group()):
        return found.group()
    return f"{found['begins']}{found['named']}: {found['one']} or {found['two']}"


def _what(found: re.Match[str]) -> str:
    return f"{found['begins']}{found['asks'].capitalize()} is your {found['detail'].lower()}"


def _where(found: re.Match[str]) -> str:
    named = found["named"]
    if _ANY_VERB.search(named):
        return found.group()
    named = _PRONOUNS.get(named.lower(), named[0].lower() + named[1:])
    is_ = "are" if _SEVERAL.search(named) else "is"
    within = " in" if _INSIDE.fullmatch(found["asks"]) else ""
    asks = "Where" if found["asks"].lower().startswith("where") else found["asks"].capitalize()
    return f"{found['begins']}{asks} {is_} {named}{within}{found['now'] or ''}"
