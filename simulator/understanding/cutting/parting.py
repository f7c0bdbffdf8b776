"""An utterance in parts that mean one thing each: cut where a new thing begins, joined where that says more."""

import re

from simulator.understanding.asks_nothing import reports
from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.grammar_cuts import HANGS, clauses, goes_with, which_one
from simulator.understanding.cutting.opening_words import only_opens
from simulator.understanding.cutting.question_begins import asks_by_itself, begins_question, still_open
from simulator.understanding.guessing import Guess, guess
from simulator.understanding.model import Model
from simulator.understanding.normalise import plain
from simulator.understanding.plainly_told import tells
from simulator.understanding.question_words import OF_A_CAUSE, OPENLY, PRONOUN, TELLS_WHOM, VERB
from simulator.understanding.values import extract
from simulator.understanding.whose import others_details

POSSIBLE = 0.1  # a cut this likely is looked at, and made where both sides are all but certain...
LIKELY = 0.5  # ...this likely where both are sure...
VERY_LIKELY = 0.9  # ...and one this likely needs only one side that means something
_SURE, _CERTAIN = 0.55, 0.9
TOGETHER = 0.7  # how sure a meaning of two parts together must be that neither has alone
_MOST = 16  # parts that are looked at
_LONGEST = 80  # words of a piece without punctuation in which cuts are looked for; what is longer is no speech
_TRIED = 8  # places of a piece that are tried, the likeliest first
_FEW = 3  # words; a piece so short may belong to a sentence beside it
# What begins so belongs to what stands before: `and your postcode` to the question that asked for the name as well.
_BELONGS = re.compile(r"(?:and|or) (?:your|the|a|an|his|her|their|any|my|our)(?: \w+){1,3}\W*$", re.IGNORECASE)
_DETAIL = re.compile(
    r"(?:your|the|his|her|their) \w+(?: \w+)?|(?:and )?(?:full |first |last |phone |date of )?"
    r"(?:birth|dob|d o b|name|surname|age|address|postcode|number|birthday)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(rf"\b(?:{VERB}|\w+'s) (?:he|she|they)\b|'s (?:he|she)\b", re.IGNORECASE)
_ENDS_IN_DETAIL = re.compile(r"\b(?:full|first|last|second)? ?(?:name|surname|date of birth|dob|age)$", re.IGNORECASE)
# "How much charge", "which room": half of a question that goes on with "have you got", "are you in".
_HANGS_OPEN = re.compile(
    r"(?:and |so |but )?(?:how|what|which|whose)"
    rf"(?: (?!(?:{VERB}|about)\b)\w+){{1,3}}",
    re.IGNORECASE,
)
# "Where he lives" is said, "whereabouts in the house" goes on.
_COME_TO_ITS_VERB = re.compile(rf"(?:{OPENLY}) (?:{PRONOUN}|your|his|her|their|the|my)\b", re.IGNORECASE)
# "What made him come back", behind another question.
# "Is it your own laptop, | and which browser".
_WHICH_ELSE = re.compile(
    rf"(?:which|what|whose|how many|how much) (?!(?:{VERB}|{OPENLY}|about|for|if)\b)[\w']+\W*$", re.IGNORECASE
)
_WHO_DID = re.compile(
    rf"(?:who|what|which \w+) (?!(?:{PRONOUN}|{VERB}|the|your|his|her|about|for|if)\b)\w+ \w", re.IGNORECASE
)
_OF_ITS_CAUSE = re.compile(OF_A_CAUSE, re.IGNORECASE)
# "I'll tell the officers" goes on with what they are told.
_WHAT_IS_TOLD = re.compile(rf"(?:{OPENLY})\b", re.IGNORECASE)
_TELLS_WHOM = re.compile(rf"\b{TELLS_WHOM}$", re.IGNORECASE)
# "Any chest pain", behind another question.
_ASKS_FOR_ANY = re.compile(r"(?:(?:and|or|so) )?any(?:one|body|thing)? \w", re.IGNORECASE)
# "What did you pass, any pubs or a big bridge": what might be the answer to the question before it.
_ANY_OF_THESE = re.compile(r"any \w+ or ", re.IGNORECASE)
# "And was caps lock on"; not "and is shouting", which goes on about the same one.
_OF_ANY_SUBJECT = re.compile(
    r"(?:(?:and|or|so) )?(?:is|are|was|were|did|does|has|have|can|could) "
    r"(?!(?:be|been|got|gone|had|not|now|still|very|so|on|in|at|to|up|off|out|just|also|likely|able|sure)\b)"
    r"(?!\w+(?:ing|ed|n)\b)[a-z]+ \w",
    re.IGNORECASE,
)
# "Why didn't you get help | when you rang earlier": the time of what is asked, and no question.
_WHEN_IT_WAS = re.compile(
    rf"(?:when|while|before|after|until|once|since|because|if|as soon as) (?:(?:{PRONOUN}) (?!can |could )|"
    r"(?:your|the|his|her) \w+ )\w",
    re.IGNORECASE,
)
# "When did you ring us | the first time": which of the times it was.
_WHICH_TIME = re.compile(
    r"(?:(?:the|this|that) )?(?:first|last|next|second|third|other) (?:time|day|night|week|evening|morning)\b",
    re.IGNORECASE,
)
_DO_NOT = re.compile(r"\b(?:don't|do not|never) (?!(?:worry|panic|be|think|know|want|need)\b)", re.IGNORECASE)
_DO = re.compile(
    r"(?:(?:and|so|but|please|just|then) )*(?:stay|stop|lock|bolt|shut|close|keep|leave|hide|put|turn|get|go|hold|make|"
    r"take|ring|call|wait|move|come|tell|let)\b",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(r"(?:and |but |so )?(?:what|how) about\b", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:{VERB})\b", re.IGNORECASE)
_LISTS = ("ASK_PERSON_DETAILS", "VER_ASK_ITEM")  # questions that name several details in one breath
# "Why wouldn't you": what they would not do is still to come, whatever word it begins with ("let him pay").
_NO_VERB_YET = re.compile(
    r"\b(?:why|when|how|what|where) (?:would|could|should|did|do|does|can|will)(?:n't| not)? (?:you|he|she|they|we|i)$",
    re.IGNORECASE,
)
# What stands before these is no whole thing yet: "I'm not giving | any address".
_LEADS = re.compile(
    r"\b(?:(?:is|was) it (?:you|he|she|him|her|them)|how (?:do|did|can) you know|between you and me|"
    r"off the record|if \w+|when \w+|because \w+|"
    r"(?:giv(?:e|ing)|tell(?:ing)?|discuss(?:ing)?|shar(?:e|ing)|releas(?:e|ing)|confirm(?:ing)?|deny(?:ing)?|promise|"
    r"guarantee|swear)"
    r"(?: you| out| over)?|(?:before|after|if|when|that|until|while) (?:you|i|we|he|she|they)|"
    r"(?:think|reckon|feel|believe|suppose) (?:your|his|her|the) \w+'s|"
    r"(?:he|she|it|they|you|i|we|that|there)'(?:s|re|m|ve|ll|d)|"  # "do you think he's | right"
    r"the|an?|your|my|his|her|their|to|and|or|but|from|of)\W*$",
    re.IGNORECASE,
)


def parts(text: str, model: Model) -> tuple[Clause, ...]:
    """The parts of a tidied utterance in order, sixteen at most."""
    found = [piece for clause in clauses(text) for piece in _cut(clause, model)]
    at = 0
    while at + 1 < len(found):
        one, other = found[at], found[at + 1]
        end = other.start + len(other.text)
        said = text[one.start : end]
        both = Clause(said, f"{one.core} {other.core}".strip(), one.start)
        said_between = text[one.start + len(one.text) : other.start].strip()
        if _names_more(one, other, model) or (not said_between and _goes_on(one, other)):
            found[at : at + 2] = [Clause(said, core(said), one.start)]
        elif _better_joined(one, other, both, model):
            found[at : at + 2] = [both]
        else:
            at += 1
    return tuple(found[:_MOST])


def _guess(text: str, model: Model) -> Guess:
    return guess(model.labels, model.likelihoods(text), text)


def _names_more(one: Clause, other: Clause, model: Model) -> bool:
    """Whether the other only names one more detail that the one asks for."""
    if not one.core or _DETAIL.fullmatch(other.core) is None:
        return False
    apart = one.text.rstrip().endswith("?") and other.text.rstrip().endswith("?") and not others_details(one.text)
    if apart and (len(one.core.split()) == 1 or _DETAIL.fullmatch(one.core)):
        return False  # "Name? Number?": each as good a question as the other
    if one.text.rstrip().endswith("?") and _OF_ANOTHER.search(one.core) and not _ENDS_IN_DETAIL.search(one.core):
        return False  # "How old is she? Name?": asked of her by itself
    return _ENDS_IN_DETAIL.search(one.core) is not None or _guess(one.core, model).label in _LISTS


def _goes_on(one: Clause, other: Clause) -> bool:
    """Whether the other is the rest of the question that the one begins."""
    if one.text.rstrip().endswith((".", "!", "?", ",")) or _GOES_ON.match(other.core) is None:
        return False
    return _HANGS_OPEN.fullmatch(one.core) is not None or (
        still_open(one.core) and _COME_TO_ITS_VERB.match(one.core) is None
    )


def _better_joined(one: Clause, other: Clause, both: Clause, model: Model) -> bool:
    if not one.core or not other.core or other.apart or _two_questions(one, other) or _and_who(one, other, both):
        return False
    if one.text.endswith(".") and only_opens(one.text) and other.asks:
        return False  # "Police. What's happening?": heard as where nothing was said before it
    if one.text.endswith((".", "!", "?")) and _WHAT_ABOUT.match(other.core):
        return False  # "keep that to yourself. What about the chain, is it on?": what is asked of next
    if one.text.endswith((".", "!")) and other.text.endswith("?") and not one.asks and _guess(one.core, model).heard:
        return False  # something said, and something asked
    if _DO.match(other.core) and _DO_NOT.search(one.core) and len(one.core.split()) > 2:
        return False  # "don't go down, and put your phone on silent": only the first is forbidden
    if one.open_question and other.open_question:
        return False
    if not one.asks and _asks_behind_a_comma(one, other, both):
        return False
    marked = one.text.endswith("?") and other.text.endswith("?")
    if marked and (begins_question(one.core) or len(one.core.split()) > 1) and len(other.core.split()) > 1:
        return False  # "onto a roof or something? Police outside?": two questions by their marks
    if one.text.endswith("?") and begins_question(one.core) and tells(other.text) and len(other.text.split()) > _FEW:
        return False  # "is she crying? The crew will want to know this": asked, and told why
    if _means_something_else(one, other, both, model):
        return True
    if one.open_question and _GOES_ON.match(other.core):
        return False
    if reports(one.text) or marked:
        return False
    if len(one.core.split()) > 2 * _FEW and len(other.text.split()) > len(other.core.split()) + _FEW:
        return False  # a question with a wrapping of its own
    if one.text.endswith((".", "!", "?")) and min(len(part.core.split()) for part in (one, other)) > _FEW:
        return False
    first, second, joined = (_guess(part.core, model) for part in (one, other, both))
    if not joined.intent or joined.sure < 0.6:
        return False
    apart = {part.label for part in (first, second) if part.heard}
    return not apart or (apart == {joined.label} and joined.sure >= max(first.sure, second.sure) - 0.15)


def _and_who(one: Clause, other: Clause, both: Clause) -> bool:
    """Whether "and" joins a question of who or what did it to one that is whole: "..., and who fitted the lock"."""
    joint = both.text[len(one.text) : len(both.text) - len(other.text)]
    whole = begins_question(one.core) and not still_open(one.core)
    return whole and re.search(r"\band\s*$", joint) is not None and _WHO_DID.match(other.core) is not None


def _asks_behind_a_comma(one: Clause, other: Clause, both: Clause) -> bool:
    """Whether a question of its own follows what was said: "I can't discuss that, Neil, who told you to ring us"."""
    said_between = both.text[len(one.text) :].lstrip()
    if not said_between.startswith(",") or len(one.core.split()) < _FEW or one.conditional or still_open(one.core):
        return False
    return asks_by_itself(other.core) and _COME_TO_ITS_VERB.match(other.core) is None and len(other.core.split()) > _FEW


def _two_questions(one: Clause, other: Clause) -> bool:
    """Whether each is a whole question of its own: "has he been drinking, has he taken anything"."""
    if other.fragment or still_open(one.core):
        return False
    if one.open_question and _ANY_OF_THESE.match(other.core):
        return False
    of_anything = one.asks and (_ASKS_FOR_ANY.match(other.core) or _OF_ANY_SUBJECT.match(other.core))
    if one.asks and begins_question(one.core) and _WHICH_ELSE.match(other.text):
        return True
    of_its_cause = one.asks and _OF_ITS_CAUSE.match(other.core)
    asks_anew = begins_question(other.core) or begins_question(other.text)
    if not (asks_anew or of_anything or of_its_cause):
        return False
    return len(one.core.split()) > 1 and not one.conditional and not one.fragment


def _means_something_else(one: Clause, other: Clause, both: Clause, model: Model) -> bool:
    """Whether both together clearly mean what neither half does: "I'll say bye now, they're coming"."""
    joined = _guess(both.core, model)
    halves = {part.label for part in (_guess(one.core, model), _guess(other.core, model)) if part.heard}
    return joined.heard and joined.sure >= TOGETHER and joined.label not in halves


def _cut(clause: Clause, model: Model) -> tuple[Clause, ...]:
    """The clause, or its parts where the model of cuts and the model of meanings agree that there are several."""
    if len(clause.text.split()) > _LONGEST:
        return (clause,)
    listed: list[str] = []
    begins: dict[int, int] = {}  # where a word of the plain words begins in the text
    at = 0
    for word in clause.text.split():
        at = clause.text.index(word, at)
        begins.setdefault(len(listed), at)
        listed += plain(word).split()
        at += len(word)
    values = [(value.start, value.end) for value in extract(clause.text)] if len(listed) > 3 else []
    for likely, place in model.cuts.places(listed, POSSIBLE)[:_TRIED]:
        here = begins.get(place)
        if here is None or any(start < here < end for start, end in values):
            continue
        left, right = _part(clause, 0, here), _part(clause, here, len(clause.text))
        if left.core and right.core and not _hangs_together(left, right) and _worth(left, right, likely, model):
            return (*_cut(left, model), *_cut(right, model))
    return (clause,)


def _hangs_together(left: Clause, right: Clause) -> bool:
    """Whether a cut between the two would fall inside what is said in one breath."""
    if _TELLS_WHOM.search(left.core) and _WHAT_IS_TOLD.match(right.core):
        return True
    if goes_with(left.text, right.text) or (begins_question(left.core) and _WHEN_IT_WAS.match(right.text)):
        return True
    if which_one(left.text, right.text) or (begins_question(left.core) and _WHICH_TIME.match(right.text)):
        return True
    if _BELONGS.match(right.text) or HANGS.match(right.text) or _LEADS.search(left.text):
        return True
    if _NO_VERB_YET.search(left.core):
        return True
    return still_open(left.core) and _GOES_ON.match(right.core) is not None


def _part(clause: Clause, start: int, end: int) -> Clause:
    text = clause.text[start:end].strip()
    return Clause(text, core(_without_and(text)), clause.start + start, apart=clause.apart and start == 0)


def _without_and(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("and", "but", "so", "then", "also") else text


def _worth(left: Clause, right: Clause, likely: float, model: Model) -> bool:
    first, second = _guess(left.core, model), _guess(right.core, model)
    if first.label == second.label:
        return False
    both = min(first.sure, second.sure) if first.heard and second.heard else 0.0
    if both >= (_SURE if likely >= LIKELY else _CERTAIN):
        return True
    return likely >= VERY_LIKELY and max(first.sure if first.heard else 0, second.sure if second.heard else 0) >= _SURE
