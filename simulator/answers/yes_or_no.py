"""Whether words ask for yes or no, and which: the clauses that one tap could answer. Pure; no scenario."""

import re
from functools import lru_cache
from itertools import chain, pairwise

from simulator.understanding.cutting.question_begins import broken_off, question_places
from simulator.understanding.cutting.self_repairs import as_it_ends
from simulator.understanding.normalise import lowered
from simulator.understanding.question_words import HELPER, OPENLY, SUBJECT, VERB

_VERB = re.compile(VERB)
_SUBJECT = re.compile(SUBJECT)
_LEAD_IN = re.compile(
    r"^(?:(?:so|and|but|okay|ok|right|now|just|please|sorry|listen|well|alright|all right|then|love|look|yes or no"
    r"|can you (?:just )?tell me(?= if| whether)|tell me(?= if| whether)|let me know(?= if| whether)"
    r"|do you know(?= if| whether)|(?:like|as) you (?:said|told me|say)|you (?:said|told me)(?: that)?"
    r"|so you(?:'re| are) saying"
    r"|am i right (?:that|in thinking))[\s,]+)+"
)
_IF_ASKED = re.compile(r"^(?:if|whether) (?P<rest>.+)$")
_TAP_IF = re.compile(
    r"\b(?:tap|press|knock|cough|say yes|say pizza|squeeze)\b(?: (?:the )?(?:phone|screen|key|button|five|5|55))?"
    r"(?: once| one time)? if (?P<rest>.+)$"
)
_TWICE_IF = re.compile(r"\b(?:twice|two times|two taps)\b.{0,12}\bif\b")
_CODE = re.compile(
    r"\b(?:tap|taps|press|knock|cough)\b.*\b(?:yes|no)\b|\bonce for yes\b|\bone for yes\b"
    r"|\byes or no\b.*\b(?:only|answers)\b"
    r"|\b(?:just|only|can) (?:say|answer) yes (?:or|and) no\b|\banswer(?:ing)? (?:with )?(?:just )?yes (?:or|and) no\b"
)
# Words that only say how to answer, before or behind a question.
_HOW_TO_ANSWER = re.compile(
    r"(?:\b(?:just|only|please|a plain|a simple|simply) )*"
    r"(?:\b(?:say|answer me|answer|tell me|give me|reply)(?: with| in)?,? )?(?:a |with |just )*"
    r"\b(?:yes(?: please)?,? (?:or|and) (?:a )?no(?: thanks?| thank you)?|yes,? no"
    r"|(?:one|once)(?: \w+)? for yes,? (?:and |or )?(?:two|twice)(?: \w+){0,2} for no"
    r"|say .{1,24} for yes,? (?:and |or )?.{1,24} for no)\b(?: (?:does|will do|is fine|is enough|please|for me))*"
)
_THEN_HOW = re.compile(
    r",? (?:and )?(?:again,? )?(?:just )?a? ?(?:yes or (?:a )?no)\b(?: \w+){0,5}$"
    r"|, (?:my )?(?:love|dear|darling|sweetheart)\b"
)
_AND_OPENLY = re.compile(rf",? and (?=(?:{OPENLY})\b)", re.IGNORECASE)
_OPEN_WORD = re.compile(rf"\b(?:{OPENLY})\b")
_REQUEST = re.compile(
    r"^(?:can|could|will|would) you (?:just |please |try to |possibly )*(?:tell|give|describe|spell|explain|repeat|say"
    r"|confirm|hold|stay|put|bear|speak up|keep|let|read|pass|make|take)\b"
)
# "Do you know where he is" asks where he is; "can he hear what I say" asks yes or no.
_ASKS_INDIRECTLY = re.compile(
    r"^(?:\w+(?:n't)?) (?:you|i|we) (?:\w+ ){0,2}?(?:know|tell|see|say|remember|recall|hear|describe|think|mean"
    r"|understand|get|catch|ask|explain|show|give)\b"
)
_SEPARATES = re.compile(rf"(?:^|,|\band\b|\bor\b|\bbut\b) ?(?:{OPENLY})\b")
# "Address?" asks for it, and not whether there is one.
_DETAILS = frozenset(("address", "name", "surname", "number", "postcode", "phone", "age", "location", "where", "town"))
_A_CHECK = frozenset(("all right", "alright", "okay", "ok", "right", "yes", "yeah", "understood", "got that", "clear"))
_CHOICE = re.compile(r"\bor (?!not\b|no\b|any|some(?:thing|body|one)\b|else\b)")
_ANY = re.compile(r"\bany\w*\b")
_TAG = re.compile(
    r",? (?:is that right|is that correct|isn't (?:he|she|it|that)|is(?:n't)? he|aren't (?:you|they)|hasn't (?:he|she)"
    r"|haven't (?:you|they)|doesn't (?:he|she)|don't (?:you|they)|can't (?:you|he|she)|right|correct|yes|yeah"
    r"|am i right)$"
    rf"|, (?:{HELPER}) (?:he|she|it|they|you|that|there)$"
)
# Sounds of thinking, and "any body" as a recogniser or a hurried hand writes it.
_SOUNDS = re.compile(r"\b(?:um+|er+m?|uh|hmm|at all|aye|hen|pet|duck)\b,?\s*")
_BODY = re.compile(r"\b(any|some|every) (body|one)\b")
_NEXT = re.compile(
    rf"[,;]? and (?=(?:{VERB}) (?:{SUBJECT})\b)"
    rf"|, (?:(?:so|but|now|then|well|please) )?(?=(?:{VERB}) (?:{SUBJECT}) \w+(?:[ ,]|$))"
    r"|[,;]? and (?=(?:he|she|they|you|there)(?:'s|'re|'ve| is| are| has| have| was| were)\b)"
)
_WANTS = re.compile(r"\byes(?: please)?,? (?:or|and) (?:a )?no\b")
_SENTENCE = re.compile(r"[^.?!;:]+[.?!;:]*")
# Words that have the shape of a question and ask nothing.
_ASKS_NOTHING = re.compile(
    r"\b(?:don't|do not) (?:you )?(?:worry|fret|panic|mind|be (?:scared|frightened|afraid))\b[^,]*(?:,|$) ?"
    r"|\b(?:do|would|you don't) (?:you )?mind (?:if i ask(?: you)?|me asking(?: you)?|telling me),? ?(?:if |whether )?"
    r"|\b(?:can|may|could|might) i (?:just )?ask(?: you)?,? (?:if |whether )?"
    r"|\bi (?:just )?(?:need|want|have) to (?:ask(?: you)?|know),? (?:if |whether )?"
    r"|,? ?(?:and )?(?:are you able to|can you|could you|will you) (?:just )?(?:answer|say|reply)"
    r"(?: me)?(?: with| in)?$"
)
_TELL_ME = re.compile(r"\btell me(?:,? (?:\w+ly|now|please|then|honest))+,? (?=(?:if|whether)\b)")
_THEN_TELL = re.compile(r"[,;]? ?(?:\b(?:and|so|but) )?(?=\btell me (?:if|whether) )")


@lru_cache(maxsize=4096)  # of one utterance it is asked several times
def closed_clauses(text: str) -> tuple[str, ...]:
    """The clauses of an utterance that yes or no would answer, each as a plain statement or question without its frame.

    A choice between two ("upstairs or downstairs?"), a request ("can you tell me your name?") and anything with a
    question word are not among them: one tap could not answer those.
    """
    found = []
    for match in _SENTENCE.finditer(as_it_ends(text)):
        asked = match.group(0).strip().endswith("?")
        for part in _NEXT.split(_plain(match.group(0))):
            for bare in chain.from_iterable(map(_apart, _THEN_TELL.split(part))):
                if clause := _closed(bare, asked=asked):
                    found.append(clause)
    return tuple(found)


def _apart(part: str) -> tuple[str, ...]:
    """What is said without a mark, as a recogniser writes it, each question apart: "where is he is he near"."""
    if "," in part:
        return (part,)
    at = (0, *question_places(part), len(part))
    return tuple(part[begun:ended].strip() for begun, ended in pairwise(at))


def begins_as_question(clause: str) -> bool:
    """Whether a clause begins as a yes-or-no question does: "is he ...", "any ..."."""
    words = clause.split()
    return len(words) > 1 and (_VERB.fullmatch(words[0]) is not None or words[0] == "any")


def explains_the_code(text: str) -> bool:
    """Whether the words agree on a sign for yes and no: "tap once for yes", "just answer yes or no"."""
    return bool(_CODE.search(_plain(text)))


def wants_yes_or_no(text: str) -> bool:
    """Whether the words say that yes or no is all the answer wanted."""
    return bool(_WANTS.search(_plain(text)))


def _plain(text: str) -> str:
    words = " ".join(re.sub(r"[^a-z0-9', ]+", " ", lowered(text)).split())
    bare = _TELL_ME.sub("tell me ", _BODY.sub(r"\1\2", _SOUNDS.sub("", words)))
    return bare.strip(" ,").removesuffix(" or").strip(" ,")


def _closed(part: str, *, asked: bool) -> str:
    if _TWICE_IF.search(part):
        return ""  # a tap for no where others mean yes: nobody could be sure of the answer
    framed = _TAP_IF.search(part)
    if not framed:
        part = _THEN_HOW.sub("", part)
        part = " ".join(_HOW_TO_ANSWER.sub(" ", part).split()).strip(" ,")
        part = _ASKS_NOTHING.sub("", part).strip(" ,")
    if framed:
        return _whole(framed["rest"])
    if _CODE.search(part):
        return ""
    bare = _LEAD_IN.sub("", part)
    condition = _IF_ASKED.match(bare)
    if condition and bare != part:
        return _whole(condition["rest"])
    words = bare.split()
    if _REQUEST.match(bare):
        return ""
    if len(words) < 2:
        return _whole(bare) if asked and bare not in _DETAILS else ""
    starts = words[0] == "any" or (_VERB.fullmatch(words[0]) and (asked or _SUBJECT.fullmatch(words[1].strip(","))))
    tagged = _TAG.search(bare)
    if starts or tagged or (asked and not _OPEN_WORD.match(bare)):
        return _whole(_TAG.sub("", bare))
    return ""


def _whole(clause: str) -> str:
    bare = clause.strip(" ,")
    if bare in _A_CHECK or broken_off(bare):
        return ""
    asks_what = _OPEN_WORD.search(clause) and (
        not begins_as_question(clause) or _ASKS_INDIRECTLY.match(clause) or _SEPARATES.search(clause)
    )
    return "" if asks_what else clause.strip(" ,")


def alternatives(clause: str) -> tuple[str, ...]:
    """A choice between two things as two questions ("is he upstairs or downstairs"), or the clause alone.

    "Any children or elderly people" is one question.
    """
    cut = _CHOICE.search(clause)
    if cut is None or _ANY.search(clause):
        return (clause,)
    words = clause.split()
    head = words[:2] if begins_as_question(clause) else []
    rest = clause[cut.end() :].strip(" ,")
    begun = begins_as_question(rest) or not head
    return (clause[: cut.start()].strip(" ,"), rest if begun else " ".join((*head, rest)))


def is_choice(text: str) -> bool:
    """Whether the words ask which of two things is so: "house or flat?"."""
    first, *more = _AND_OPENLY.split(text)  # "flat or house, and which door?"
    parts = (f"{first}?", *more) if more else (first,)
    return any(len(alternatives(clause)) > 1 for part in parts for clause in closed_clauses(part))
