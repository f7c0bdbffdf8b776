"""What of the heard a person would answer: not the faint beside the clear, no goodbye in mid-talk. Pure."""

import re
from collections.abc import Callable, Sequence

from scenarios.scenario import Scenario
from simulator.answers.one_question import goes_on_with, is_asked_nearer
from simulator.heard import HeardIntent, Understood
from simulator.understanding.cutting.question_begins import begins_question, first_word_asks
from simulator.understanding.plainly_told import tells
from simulator.understanding.question_words import BARE, LEAD_IN, OPENLY, PRONOUN, VERB

CLEAR, FAINT, OWN_WORDS, GOODBYE_SURE = 0.7, 0.5, 0.45, 0.6
SURE_TOPIC = 0.88
OF_THE_OPENING = 0.55  # at the first words a question is answered from here, doubted or not
# Beside a plain question others are only answered from here; a topic that a clause of its own asks for, sooner.
PLAIN, HARDLY, HARDLY_A_TOPIC, ASKED_APART, DOUBTED_APART = 0.85, 0.6, 0.76, 0.73, 0.58
STANDS_ALONE = 0.66  # what is a sentence of its own is answered from here, as where nothing stands beside it
ONLY_STATED = 0.86  # a topic heard in so few words that only state something, beside a plain question
MOST_STATED = 8  # words
# What is said by the way before a question: a caller answers the question and passes over it.
_BY_THE_WAY = frozenset(
    ("HOLD_EXPLAIN", "ADV_STAY_LINE", "EMP_ACK", "EMP_REASSURE", "APOLOGISE", "EXPL_NEXT", "EXPL_TIME", "OPEN_GREET")
)
_OF_WHOM = frozenset(("topic", "ASK_ROLE"))
_VAGUE = frozenset(("ASK_PERSON_DETAILS", "VER_ASK_ITEM"))
_WHOM = r"(?:you|your(?:self| \w+)|him|her|he|she|them|they|me|(?:the|your) \w+)"
_ONE_SUCH = r"an? \w+"
_AFTERTHOUGHT = re.compile(
    rf"(?:either |both )?(?:of )?{_WHOM}(?:,? (?:or|and) {_WHOM})+\W*|"
    rf"{_ONE_SUCH}(?:,? (?:or|and) {_ONE_SUCH})+(?: perhaps| maybe| or something)?\W*|"
    rf"or {_WHOM}(?:,? (?:or|and) {_WHOM})*\W*",
    re.IGNORECASE,
)
_THEME = re.compile(r"(?:and )?(?:the|your|that|this|his|her|their|my)(?: \w+){1,2}", re.IGNORECASE)
# "Then another route. Which device...": what only says that the next question is coming.
_PREFACE = re.compile(
    r"(?:(?:right|okay|well|so|and|now|then|next)[, ]+)*(?:then|next|another|one more|one other|a different|a few|some)"
    r"(?: (?:another|one more|more|other|a different|\w+)){1,3}\s*[.:]",
    re.IGNORECASE,
)
_ANY_VERB = re.compile(rf"\b(?:{VERB}|tell|give|say|go|put|take|stay|keep|lock)\b", re.IGNORECASE)
# "Whispering's fine", "you said you'd moved": what only says something, whoever hears a topic in it.
_STATES = re.compile(
    r"(?:(?:and|so|well|okay|ok|right|no|yes|oh|lovely|thank you|thanks)[,. ]+)*"
    r"(?:i|we|you|he|she|it|that|this|there|they|those|these|\w+ing|(?:your|my|the|his|her|their) \w+)"
    r"(?:'s|'re|'m|'ve|'ll|'d| is| are| was| were| have| has| had| will| can| did| do| said| told| sounds?)\b",
    re.IGNORECASE,
)
# "I'm so relieved that the door is locked": how the handler feels, or what happened to them, at any length.
_OF_THE_HANDLER = re.compile(
    r"(?:(?:and|so|well|okay|ok|right|oh)[,. ]+)*"
    r"(?:i|we|my \w+)(?:'m|'ve|'d|'re| am| was| have| had| are| were| do| did)?"
    r"(?! (?:\w+ ){0,2}(?:need|want|like|love|wonder|wondering|ask(?:ed|ing)?|prefer|hope|hoping|check|know|trying)\b)"
    r"\b",
    re.IGNORECASE,
)
# "I know the street well", "my sister lives out there": of the handler, and no word that wants to be told.
_OF_ME = re.compile(
    r"(?:(?:and|so|well|okay|ok|right|oh|yes|no)[,. ]+)*(?:i(?:'ve|'m|'d)?|we(?:'ve|'re)?|my \w+)\b"
    r"(?!.*\b(?:need|want|like|wonder\w*|ask\w*|check|take|get|have to|got to|hope|hoping|trying|know (?:wh\w+|if|how)|"
    r"your)\b)",
    re.IGNORECASE,
)
_WANTS_IT = re.compile(
    r"\b(?:i|we)(?:'d| would| do|'ll| will)?(?: \w+)? (?:need|want|like|love|ask|wonder|check|take it|assume|guess|"
    r"suppose|presume|gather|imagine|bet|have to|must|know)\b|"
    r"\b(?:tell|asking|wondering|checking|curious|or|then|right|yes|yeah)\b",
    re.IGNORECASE,
)
# "You said there's a van, which way is it facing?": what they said only leads up to the question.
_YOU_SAID = re.compile(
    r"(?:(?:and|so|well|okay|ok|right|now|earlier)[,. ]+)*you(?:'ve|'d)? (?:just |already )?(?:said|told|mentioned)\b",
    re.I,
)
# "They know about the dog. Does he bark?": what is done on our side.
_OF_OUR_SIDE = re.compile(
    r"(?:(?:and|so|well|okay|ok|right|now|yes)[,. ]+)*"
    r"(?:they|we|(?:the |my )?(?:officers?|police|crew|colleagues?|patrol|units?|control|others)) "
    r"(?:all |both |already |just |also )?(?:know|knows|have|has|need|come|want|see)\b",
    re.IGNORECASE,
)
_IS_IT = re.compile(r"(?:is|was) (?:it|that)\b", re.IGNORECASE)
_ASKS_WHY = re.compile(rf"{LEAD_IN}(?:{OPENLY})\b", re.IGNORECASE)
# Nothing, or the end of a sentence and what only leads on from it.
_SENTENCE_ENDS = re.compile(r"(?:^|[.?!;\u2026]) *(?:(?:and|so|but|okay|right|now|then|um|er)[ ,]+)*$", re.IGNORECASE)
# "The chain have you put it on": named first, and asked about.
_NAMED_FIRST = re.compile(
    rf"{LEAD_IN}(?:the|your|his|her|their|that|this|my) [\w']+(?: [\w']+)?,? (?:{VERB}) (?:{PRONOUN})\b", re.IGNORECASE
)
_A_DETAIL = re.compile(rf"\b(?:{BARE})$", re.IGNORECASE)
_LETTERS = re.compile(r"(?:[A-Z](?:[-,. ]+|$)){2,}")
_LISTENS = frozenset(("LISTEN_CLARIFY", "LISTEN_SUMMARISE"))
_WANTS_TOLD = re.compile(rf"{LEAD_IN}(?:tell|give|spell)\b", re.IGNORECASE)


def worth_answering(
    heard: Understood, *, opening_now: bool, may_be_told: Callable[[str], bool] = lambda _: False
) -> tuple[HeardIntent, ...]:
    """The intents that a person would answer: not the faint ones beside a clear one, no goodbye in mid-talk.

    `may_be_told` says whether a topic is also one of what is only told to them, by its own examples.
    """
    text, intents = heard.text, heard.intents
    intents = tuple(intent for intent in intents if not intent.beside)
    plain = any(intent.confidence >= PLAIN and intent.asks for intent in intents)
    clear = any(intent.confidence >= CLEAR for intent in intents)
    asked = any(one.asks for one in intents)
    kept: list[HeardIntent] = []
    for place, intent in enumerate(intents):
        # A question in words of its own is answered beside another, though less surely heard.
        own = intent.asks and intent.confidence >= OWN_WORDS and not _shares_words(intent, intents)
        apart = own and questions(intent)
        alone = apart and intent.confidence >= STANDS_ALONE and stands_alone(intent.span, text)
        faint = (clear and intent.confidence < FAINT and not own) or (
            plain and not alone and _hardly(intent, apart=apart)
        )
        ends = intent.id != "CLOSE_PROPER" or (
            intent.confidence >= GOODBYE_SURE and place == len(intents) - 1 and not asked and not opening_now
        )
        # What has happened is what the opening tells; beside it only what is plainly asked gets an answer.
        told_by_opening = opening_now and (
            intent.id == "ASK_WHAT_HAPPENED"
            or intent.confidence < (SURE_TOPIC if intent.id == "topic" else OF_THE_OPENING)
        )
        if _read_into_a_statement(intent) or _told_beside_a_question(intent, intents, may_be_told):
            continue
        if _offers_an_answer(intent, kept, text) or (kept and goes_on_with(intent, kept[-1], text)):
            continue
        if intents[place + 1 :] and is_asked_nearer(intent, intents[place + 1], text):
            continue
        if _spells_it_out(intent, heard):
            continue  # "twenty-seven Alder Rise, R, I, S, E" reads back, and asks for no spelling
        if not faint and ends and not told_by_opening and not _belongs_to_another(place, intents, text):
            kept.append(intent)
    return tuple(kept)


def _offers_an_answer(intent: HeardIntent, before: Sequence[HeardIntent], text: str) -> bool:
    """Whether it was read, not clearly, into what only offers an answer to the open question before it.

    "Why is he so angry, is it just the money?" asks once.
    """
    if not before or intent.confidence >= CLEAR or not intent.asks:
        return False
    asked, offered = before[-1].span.strip(" ,"), intent.span.strip()
    return _IS_IT.match(offered) is not None and _ASKS_WHY.match(asked) is not None and f"{asked}, {offered}" in text


def _spells_it_out(intent: HeardIntent, heard: Understood) -> bool:
    read = any(value.agreement != "none" for value in heard.values)
    return intent.id == "PHONETIC_SPELL" and read and _LETTERS.fullmatch(intent.span.strip()) is not None


def _read_into_a_statement(intent: HeardIntent) -> bool:
    """Whether a question was read, and hardly, into words that only state something: "I know the street well".

    Whatever a fact answers in general is told only to what asks for it, or is plainly heard.
    """
    asks = intent.asks and intent.id != "topic" and intent.confidence < HARDLY
    return asks and not questions(intent) and _OF_ME.match(intent.span.strip()) is not None


def _told_beside_a_question(
    intent: HeardIntent, intents: tuple[HeardIntent, ...], may_be_told: Callable[[str], bool]
) -> bool:
    """Whether it was read into a sentence that tells something, beside a question that asks in its own words.

    "Your mum's downstairs. Have they got any weapons?" asks for no more of the mother.
    """
    span = intent.span.strip()
    said = tells(span) or _OF_OUR_SIDE.match(span) is not None
    if not intent.asks or questions(intent) or not said or _WANTS_IT.search(span.replace("know about", "")):
        return False
    if intent.id == "topic" and may_be_told(intent.slot or ""):
        return False
    others = (one for one in intents if one.asks and not one.beside and one.span != intent.span)
    return any(one.confidence >= CLEAR and questions(one) and span not in one.span for one in others)


def may_be_told(scenario: Scenario, topic: str) -> bool:
    """Whether some of the topic's own examples only tell the caller something: "they fool everyone"."""
    known = scenario.topics.get(topic)
    return known is not None and any(tells(one) and not _begins_to_ask(one) for one in known.examples)


def by_the_way(intent: HeardIntent, heard: tuple[HeardIntent, ...]) -> bool:
    """Whether what it rests on is only said beside a question: comfort, a hold, news, or which detail was not caught.

    `heard` is all that was heard, with what stands beside topics.
    """
    if not any(other.asks and not other.beside and questions(other) and other is not intent for other in heard):
        return False
    if intent.id in _VAGUE and intent.slot is None:
        return True
    means = {other.id for other in heard if other.beside and other.span == intent.span}
    return intent.id == "topic" and not questions(intent) and bool(means & _BY_THE_WAY)


def stands_alone(span: str, text: str) -> bool:
    """Whether the words are a sentence of their own that asks: as good a question as if nothing stood beside it."""
    said = span.strip()
    before, found, _ = text.partition(said)
    if not found or not said.endswith("?") or not begins_question(said):
        return False
    return _SENTENCE_ENDS.search(before) is not None


def questions(intent: HeardIntent) -> bool:
    """Whether the words it rests on have the form of a question, or of asking to be told."""
    span = intent.span.strip()
    return span.endswith("?") or _begins_to_ask(span)


def _begins_to_ask(span: str) -> bool:
    return first_word_asks(span) or _WANTS_TOLD.match(span) is not None or _NAMED_FIRST.match(span) is not None


def _belongs_to_another(place: int, intents: tuple[HeardIntent, ...], text: str) -> bool:
    """Whether a topic was read into words that ask nothing alone.

    They name whom the question before is about ("..., you or your father?"), or what the next is about ("The van,").
    """
    one, span = intents[place], intents[place].span.strip()
    if one.id not in _OF_WHOM or not span:
        return False
    before = intents[place - 1].span.strip() if place else ""
    follows_on = f"{before}, {span}" in text or span.lower().startswith("or ")
    if before and follows_on and _AFTERTHOUGHT.fullmatch(span):
        return True
    if one.id != "topic":
        return False
    follows = intents[place + 1] if place + 1 < len(intents) else None
    begins = follows is not None and follows.asks and _begins_to_ask(follows.span)
    preface = _PREFACE.fullmatch(span) is not None and not _ANY_VERB.search(span)
    return begins and (preface or (_THEME.fullmatch(span) is not None and not _A_DETAIL.search(span)))


def _hardly(intent: HeardIntent, *, apart: bool) -> bool:
    """Whether a question was heard too faintly to be answered beside one that is plain.

    So is what was read into a statement: "So that was the bang. Did she use her key?" asks nothing of the bang.
    `apart` says that a clause of its own asks it: what it asks has been weighed there already.
    """
    if intent.id in _LISTENS and not questions(intent):
        return intent.confidence < CLEAR or _YOU_SAID.match(intent.span.strip()) is not None
    if not intent.asks:
        return False
    if intent.id == "topic":
        stated = not apart and _only_states(intent.span.strip())
        return intent.confidence < (ASKED_APART if apart else ONLY_STATED if stated else HARDLY_A_TOPIC)
    return intent.confidence < (DOUBTED_APART if apart else HARDLY)


def _only_states(span: str) -> bool:
    if _OF_THE_HANDLER.match(span):
        return True
    return len(span.split()) <= MOST_STATED and _STATES.match(span) is not None


def _shares_words(intent: HeardIntent, intents: tuple[HeardIntent, ...]) -> bool:
    others = [other.span for other in intents if other is not intent and other.confidence >= FAINT]
    return not intent.span or any(not span or span in intent.span or intent.span in span for span in others)
