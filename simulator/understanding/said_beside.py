"""What only stands beside a question: why it is asked, what need not be told, an apology for it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.heard import HeardIntent
from simulator.understanding.brought import Brought
from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.cutting.question_begins import begins_question
from simulator.understanding.normalise import plain
from simulator.understanding.question_words import PRONOUN, VERB
from simulator.understanding.wordlist import listed

_LED = r"(?:(?:and|but|well|no|okay|right|sorry|just|only|also)[, ]+)*"
_SOMEBODY = rf"(?:{PRONOUN}|(?:the|your|my|our) \w+|(?:somebody|someone|one of us|officers)(?: (?:here|else))?)"
_SAYS_ONLY = re.compile(
    rf"{_LED}(?:"
    r"because (?:i|i'd|i'm|i've|we|we'd|they|it|it's|my|the)\b.*"  # why it is asked
    rf"|(?-i:so) (?:that )?{_SOMEBODY}(?:'m not| am not|'ll| will| can| could| know| knows| don't| won't)\b.*"
    r"|from (?:where|what) you(?:'re| are|'ve)?(?: \w+){0,2}"  # where they are to look or speak from
    r"|(?:you (?:don't|do not) (?:have|need) to|you needn't|you need not|(?:there's |there is )?no need to) "
    r"(?:tell|say|give|explain|answer|spell)\b.*"
    r"|that(?:'s| is)? (?:helps?|helpful|a help|a great help|useful|good to know)\b.*"
    r"|you (?:had |have |just |only )*asked (?:me )?(?:about|for|whether|if|why|what)\b.*"
    # What is said back in sympathy: "of course you are", "I bet it was".
    r"|(?:of course|i bet|i'm sure|i can imagine) (?:you|he|she|it|they|that) "
    r"(?:are|is|was|were|do|does|did|have|has|had|can|could|will|would|must)"
    # That something else was answered: a complaint, and no question.
    r"|i (?:didn't|did not|never|wasn't|was not|'m not|am not) (?:ask|asked|asking)\b(?! (?:you )?(?:to|why|if)\b).*"
    # That something else was meant, before the question itself: "I just meant, is there a window?".
    r"|(?:what )?i(?:'m| am| was)? (?:just |only |really |actually )*(?:mean|meant|asking|asked)(?: is| was)?"
    r"|(?:that|this|it)(?:'s| is|'s| was|isn't| isn't| wasn't)(?: not)? what i (?:asked|was asking|meant)\b.*"
    r")",
    re.IGNORECASE,
)
# "...out with your hands | where they can see them": a part of what is told before it.
_OF_WHAT_IS_TOLD = re.compile(rf"(?:or )?(?:where|when|what|who|how|which|why) {_SOMEBODY}(?:'s|'re| {VERB})\b")
_ASKS_ON = re.compile(r"\b(?:know|ask|tell|say|need|wonder|find out|hear|remember|describe|check|see)\b", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:can't|cannot|won't|not|never|unable)\b", re.IGNORECASE)
_FEWEST_TOLD = 4  # words of what is told before it
_APOLOGY = frozenset(
    listed(
        "sorry oh um er so very ever i am i'm i'll i'd it is it's this that that's my fault mistake let me you don't "
        "do did no yes yeah right okay well and but about again just one bad go on"
    )
)


def beside_questions(found: Sequence[Clause], heard: Sequence[Brought]) -> list[Brought]:
    """What each clause brought, without questions heard in what asks none.

    An apology, and the end of a sentence that tells something, ask none beside a question of another clause.
    """
    out = list(heard)
    for at, (clause, one) in enumerate(zip(found, heard, strict=True)):
        before = found[at - 1] if at else None
        if _says_only(clause):
            out[at] = one.without_questions
        if not any(_asks(other) for n, other in enumerate(found) if n != at):
            continue
        if _apologises(clause) or (before is not None and _goes_on_telling(before, clause)):
            out[at] = one.without_questions
        elif _refuses(one.intents) and not clause.asks:
            out[at] = replace(one, intents=tuple(_without_topics(one.intents)))
    return out


def _asks(clause: Clause) -> bool:
    return clause.asks and not _says_only(clause)


def _says_only(clause: Clause) -> bool:
    text = clause.text.strip(" .,;:?!")
    return _SAYS_ONLY.fullmatch(text) is not None and not any(map(begins_question, text.split(", ")[1:]))


def _apologises(clause: Clause) -> bool:
    words = plain(clause.text).split()
    return "sorry" in words and set(words) <= _APOLOGY


def _goes_on_telling(before: Clause, clause: Clause) -> bool:
    """Whether the clause is a part of what the one before tells: "I can't say if she's safe | or where she is"."""
    told = before.core
    if before.asks or len(told.split()) < _FEWEST_TOLD or before.text.rstrip().endswith((".", "!", "?", ";", ":")):
        return False
    if _OF_WHAT_IS_TOLD.match(clause.text) is None or clause.text.rstrip().endswith("?"):
        return False
    return _ASKS_ON.search(told) is None or _REFUSES.search(told) is not None


def _refuses(intents: Sequence[HeardIntent]) -> bool:
    return any(one.id in ("DP_NCND", "DP_REFUSE") for one in intents)


def _without_topics(intents: Sequence[HeardIntent]) -> list[HeardIntent]:
    """A refusal heard as a topic's words stays the refusal that it is."""
    return [
        one.model_copy(update={"beside": False}) if one.id in ("DP_NCND", "DP_REFUSE") else one
        for one in intents
        if one.id != "topic"
    ]
