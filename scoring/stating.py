"""The clauses of a record that state something: not those that deny, ask, weigh what may be, or bid somebody do it."""

import re
from functools import lru_cache

A_FEW = 4  # words; a denial reaches over commas to as few: `no weapons, injuries or drugs`


@lru_cache(maxsize=1024)
def stated(text: str) -> tuple[str, ...]:
    """The clauses of a text that state something.

    `Two men, one may have a knife. No injuries` gives `Two men`.
    """
    found = []
    for sentence in _SENTENCES.findall(_NOT_KNOWN.sub("nk", text)):
        denied = False
        for clause in _CLAUSES.split("" if sentence.rstrip().endswith("?") else sentence):
            denied = _DENIES.search(clause) is not None or (denied and len(clause.split()) <= A_FEW)
            part = "" if denied or _WEIGHS.search(clause) else _before_what_may_be(clause)
            found += [part.strip()] if part.strip() else []
    return tuple(found)


def _before_what_may_be(clause: str) -> str:
    """What a clause says before it goes on to what may or is to be: `has a gun` of `has a gun and will use it`."""
    verb = _MAY_BE.search(clause)
    return clause if verb is None else clause[: verb.start()].rpartition(" and ")[0]


_MAY_BE = re.compile(
    r"(?:\b(?:may|might|would|will|should|to be|could(?! (?:see|hear))|can(?! (?:see|hear)))|['’]ll)\b", re.I
)

_SENTENCES = re.compile(r"(?:[^.;!?\n]|[.](?=\d))+[.;!?\n]?")
_NOT_KNOWN = re.compile(r"\bn/k\b", re.I)  # else it is cut in two
_CLAUSES = re.compile(r",|\(|\)|/| - |\bbut\b|\bthough\b", re.I)
_DENIES = re.compile(
    r"\b(?:no|not|none|nil|never|without|denie[sd]|neither|nor|cannot|unknown|nk|refused|nobody|nothing|no-?one)\b|"
    r"n['’]t\b",
    re.I,
)
_WEIGHS = re.compile(
    r"\b(?:likely|likelihood|unlikely|possib\w+|poss|potential\w*|risks?(?! ?[:=])|if|"
    r"in case|until|unless|whether|danger (?:of|to)|threats? of|intent(?:ion)?s? to|asked (?:about|if|re)|"
    r"(?:scared|frightened|afraid|terrified|worried|anxious|concerned) (?:of|about|that|they)|"
    r"fears?|feared|suspected|perhaps|maybe|treat|consider|assum\w+|believed|"
    r"appears?|seems?|sounds?|sounded|sounding|unclear|unsure|checks?|ask|enquire|establish|needs?|required?|"
    r"advised?|told|look for|stay|keep|remain|beware|caution|approach|any|"
    r"in (?:the )?background|(?:fe)?male or (?:fe)?male|man or (?:a )?woman)\b",
    re.I,
)
