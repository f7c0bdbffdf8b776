"""A question that asks two things under one beginning, put as two: "has he hit you, or broken anything?"."""

import re

from simulator.understanding.question_words import BARE

_SOMEBODY = (
    r"(?:you|he|she|they|we|it|anyone|anybody|someone|somebody|(?:the|your|his|her|that|this) [\w']+|(?-i:[A-Z][a-z]+))"
)
_LED = r"^(?:(?:and|so|but|now|then|okay|right) )*"
_DONE = (
    r"(?:been|gone|had|got|hurt|hit|broken|seen|heard|said|told|rung|made|taken|given|found|left|come|let|put|spoken|"
    r"used|kept|known|met|sent|done|felt|thought|written|forgotten|lost|cut|shut|read|bought|paid|fallen|drunk|eaten|"
    r"slept|brought|caught|broke|took|gave|saw|went|did|rang|spoke|threw|stole|"
    r"(?!need|feed|speed|bleed)[a-z]{2,}ed)"
)
_DO = (
    r"(?:see|hear|know|get|find|notice|recognise|remember|catch|say|tell|take|touch|open|lock|ring|call|speak|use|have|"
    r"want|need|feel|come|go|meet|read|smell|keep|leave|give|ask|look|sound|try|threaten|hit|hurt|break|bring|drink|live|"
    r"work|move|stand|walk|reach|show|drive|phone|text|visit|follow|push|pull|shout|carry)"
)
_JOINT = r"(?P<joint>,? (?:or|and) )"
# "Have you ever hurt her, or been arrested", "did you hear what they said or see their faces".
_ANOTHER_DEED = re.compile(
    rf"{_LED}(?:(?P<has>(?:have|has|had) {_SOMEBODY}(?: ever)?) .+?,? (?:or|and) (?:only |just |ever )?"
    rf"(?P<done>{_DONE}\b[\w' ]*)"
    rf"|(?P<does>(?:did|do|does|can|could|will|would|are|were) {_SOMEBODY}) .+?,? (?:or|and) (?:only |just )?"
    rf"(?P<do>(?:{_DO}|{_DONE})\b[\w' ]*))$",
    re.IGNORECASE,
)
# "Did he give a name, or a number?", "has he asked for money, or your card?"
_THING = r"(?:(?:a|an|any|some|the|your|his|her|their) )?[\w']+(?: [\w']+)?"
_OF_SOMETHING = (  # "have you got CCTV, and the address" asks for the address
    rf"(?!(?:the|your) (?:{BARE})\b)(?:a|an|any|some|the|your|his|her|their) [\w']+(?: [\w']+)?"
)
_ANOTHER_THING = re.compile(
    rf"{_LED}(?P<shared>(?:did|do|does|have|has|can|could) {_SOMEBODY} (?:\w+ )??(?:ever )?(?:{_DO}|{_DONE})"
    rf"(?: (?:for|to|at|up|out|in|on|about))?) {_THING}{_JOINT}(?P<rest>{_OF_SOMETHING})$",
    re.IGNORECASE,
)
# "Is the back door locked, and the front?"
_ANOTHER_ONE = re.compile(
    rf"{_LED}(?P<is>is|are|was|were) (?:the|your|his|her|that) (?:[\w']+ )??[\w']+ (?P<so>[\w']+){_JOINT}"
    r"(?P<rest>(?:the|your|his|her|that) [\w']+(?: [\w']+)?)$",
    re.IGNORECASE,
)

_JOINS = re.compile(r",? (?:or|and)(?: only| just| ever)? $", re.IGNORECASE)


def as_two(asked: str) -> tuple[str, ...]:
    """The two questions that the words ask under one beginning; nothing where they are one."""
    deed = _ANOTHER_DEED.match(asked)
    if deed is not None:
        begins, rest = (deed["has"], "done") if deed["has"] else (deed["does"], "do")
        return _JOINS.sub("", asked[: deed.start(rest)]), f"{begins} {deed[rest]}"
    thing = _ANOTHER_THING.match(asked)
    if thing is not None:
        return asked[: thing.start("joint")], f"{thing['shared']} {thing['rest']}"
    one = _ANOTHER_ONE.match(asked)
    if one is not None:
        is_ = "are" if one["rest"].endswith("s") else one["is"]
        return asked[: one.start("joint")], f"{is_} {one['rest']} {one['so']}"
    return ()
