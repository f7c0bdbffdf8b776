"""The scenario's topics that a clause asks about, where they win over what its words mean in general."""

import re
from dataclasses import replace
from functools import lru_cache

from simulator.understanding.absent import of_absence
from simulator.understanding.asks_nothing import to_be_told_then
from simulator.understanding.brought import IN_GENERAL, QUESTIONS
from simulator.understanding.choosing import Standing, is_meant
from simulator.understanding.company import WITH_THEM, asks_otherwise
from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.cutting.supposed import asks_of_supposed, of_supposed
from simulator.understanding.guessing import Guess
from simulator.understanding.he_or_she import without_the_other_sex
from simulator.understanding.lasting import Lasting
from simulator.understanding.modes import Mode
from simulator.understanding.of_knowing import of_knowing, what_is_known
from simulator.understanding.of_the_named import of_who_is_meant
from simulator.understanding.sense import Alike
from simulator.understanding.situation import Situation
from simulator.understanding.slots import slotted
from simulator.understanding.topics import HeardTopic, Topics, likest, only_asked
from simulator.understanding.whose import not_about_themselves, others_details, topics_of_others

_NOT = re.compile(r"\b(?:don't|do not|never|nobody|no one|stop|leave|stay|keep|not|no)\b|n't\b", re.IGNORECASE)
_THE_STORY = "ASK_WHAT_HAPPENED"
LIKE_SUPPOSED = 0.57  # what may come is asked in many words of which one or two only say what of it
LIKE_KNOWING = 0.65  # what is known is named in many words, and how they know it in few
_TO_RING_AGAIN = "ADV_RECONTACT"  # "if he comes back, will you ring 999?" is asked of any caller, who says yes


def topics_asked(
    clause: Clause, meant: Guess, situation: Situation, alike: Alike, mode: Mode, read_back: bool = False
) -> tuple[HeardTopic, ...]:
    """The topics; none where the general meaning stands. `mode` is what the likeness is judged by.

    Words that read a fact back ask nothing else, unless they are near a topic's examples.
    """
    kinds = others_details(clause.text)
    of_others = topics_of_others(clause.core, kinds, _topics(clause, situation), alike) if kinds else ()
    if of_others:
        return of_others
    found = standing(clause, meant, situation, alike)
    if found and read_back:
        found = (found[0], replace(found[1], resembles=True))
    if found and found[0].alike < LIKE_SUPPOSED and asks_of_supposed(clause.text):
        return ()
    if found and found[0].alike < LIKE_KNOWING and what_is_known(clause.text):
        return ()
    return (found[0],) if found and is_meant(found[1], mode) else ()


def standing(clause: Clause, meant: Guess, situation: Situation, alike: Alike) -> tuple[HeardTopic, Standing] | None:
    """The topic that the clause is likest, and how it stands to it; None where the call has no topics.

    A short question of "it" is about the thing named before, unless its own words are nearer to something.
    """
    topics = _topics(clause, situation)
    ranked = [likest(words, topics, alike) for words in dict.fromkeys((clause.core, clause.unnamed)) if words]
    first, *others = max(ranked, key=lambda two: two[0].alike if two else 0.0, default=()) or (None,)
    if first is None:
        return None
    return first, Standing(
        alike=first.alike,
        apart=first.alike - (others[0].alike if others else 0.0),
        sure=meant.sure if meant.heard and meant.intent else 0.0,
        asks=clause.asks,
        answered=answered(meant, clause, situation),
        words=len(clause.core.split()),
        resembles=not clause.asks and _says(meant) and first.id in only_asked(topics),
    )


def _says(meant: Guess) -> bool:
    """Whether the words surely say something rather than ask it."""
    return meant.heard and meant.sure >= IN_GENERAL and not meant.label.startswith(QUESTIONS)


def answered(meant: Guess, clause: Clause, situation: Situation) -> bool:
    """Whether the caller answers what the words mean in general: with a fact, or with what has happened."""
    if meant.label in (_THE_STORY, _TO_RING_AGAIN):
        return meant.heard
    if meant.label == WITH_THEM and asks_otherwise(clause.core):
        return False
    named = slotted(meant.label, clause.core)
    return meant.heard and any(
        i in situation.asked
        or (f"{i}:{slot}" in situation.asked if slot else any(a.startswith(i + ":") for a in situation.asked))
        for i, slot in named
    )


def _topics(clause: Clause, situation: Situation) -> Topics:
    """The call's topics, without those about the caller where somebody else's details are asked for.

    What is forbidden is no topic that only bids: "don't go down" is not "you can go down now"; and what is to be told
    when it comes only one that is asked so: "tell me when they've gone" is not "when did they go?".
    """
    if clause.forbids:
        return _that_forbid(situation.topics)
    if to_be_told_then(clause.text):
        return _of_what_is_told_then(situation.topics)
    topics = of_absence(clause.core, without_the_other_sex(clause.core, situation.topics))
    topics = of_who_is_meant(clause.core, topics, situation.people)
    topics = of_knowing(clause.text, of_supposed(clause.text, topics))
    return not_about_themselves(topics) if others_details(clause.text) else topics


@lru_cache(maxsize=256)
def _of_what_is_told_then(topics: Topics) -> Topics:
    return Lasting(topic for topic in topics if any(map(to_be_told_then, topic[1])))


@lru_cache(maxsize=256)
def _that_forbid(topics: Topics) -> Topics:
    return Lasting(topic for topic in topics if any(map(_NOT.search, topic[1])))
