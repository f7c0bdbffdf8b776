"""Another way to hear a question: as a list of things asked for, where some of them have no verb."""

import re

from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.joined import as_two
from simulator.understanding.question_words import BARE, LEAD_IN, VERB
from simulator.understanding.whose import others_details

_COMMAS = re.compile(r"\s*[,;]\s*(?:(?:and|then) )?|\s+and\s+(?:then )?", re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{VERB})\b|'(?:s|m|re|d|ll|ve)\b", re.IGNORECASE)
_OF_NAMED = re.compile(r"\w's (?:full |first |last )?(?:name|surname|age|date)\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
# "What's he been saying to you, about your card": what it is about, and no second thing.
_ABOUT_WHAT = re.compile(
    r"(?:about|on|in|at|with|from|for|of|by|over) (?:your|the|my|his|her|that|this) \w+(?: \w+)?", re.IGNORECASE
)
# "Who could come | and be with you": a deed more, and no thing.
_A_DEED = re.compile(r"(?:be|come|sit|stay|help|go|wait|stop|keep|get|take|look|stand|hide)\b", re.IGNORECASE)
# "Any smoke or fire": each of them is asked for; "back door or window?" offers a choice.
_ANY = re.compile(
    rf"{LEAD_IN}(?P<under>(?:(?:{VERB}) (?:there|you|he|she|they|anyone|anybody|it)(?: (?!any\b)\w+)??(?: \w+)?? )?)"
    r"any(?= (?!of\b)\w)",
    re.IGNORECASE,
)
_OR_TOO = re.compile(r"\s*,?\s+or\s+|\s*,\s*", re.IGNORECASE)
_NO_MORE_THINGS = re.compile(
    r"(?:no|not|like|maybe|through|in|on|at|by|with|from|near|\w+ing)\b|(?-i:[A-Z][a-z]+)", re.IGNORECASE
)
_NAMES_HOW_MANY = re.compile(r"(?:any|a|an|some|the|your|his|her|their|my)\b", re.IGNORECASE)
# "New phone, caps lock, anything like that?": the end of a list names nothing.
_AND_SO_ON = re.compile(
    r"(?:,\s+(?:(?:or|and) )?|\s+(?:or|and) )(?:(?:any|some|every)thing|owt|stuff|things?|all|that sort of thing)"
    r"(?: (?:else|like that|of that sort|of the sort|of that kind|at all))?\s*(?=[?.!]*$)",
    re.IGNORECASE,
)
_A_DETAIL = re.compile(rf"(?:{BARE})", re.IGNORECASE)
_OWN_DETAIL = re.compile(
    r"(?:(?:can|could|may) i (?:take|have|get) |i(?:'ll| will)? (?:need|want|take) |(?:give|tell) me )?"
    r"your (?:full |first |last |own )?(?:name|surname|address|postcode|date of birth|dob|age|number)",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\s*,?\s+and\b", re.IGNORECASE)
_COURTESY = re.compile(r"(?:please|thanks|thank you|love|pet|dear|duck|mate|then|sir|madam|caller|\W)+", re.IGNORECASE)
_LONGEST = 8  # words of a part
_MOST = 4  # parts


def as_list(clause: Clause) -> tuple[Clause, ...]:
    """The parts of `your own name and number?`, `previous postcode, member number?`; nothing where it is no list.

    Where every part has a verb of its own the clause has been cut already.
    """
    if others_details(clause.text) or _OF_NAMED.search(clause.core):
        return ()  # "her full name and date of birth": hers, both of them
    two = as_two(clause.core)
    if two:
        return tuple(Clause(f"{one}?", one, clause.start) for one in two)
    if any_of := _any_of(clause):
        return any_of
    found: list[Clause] = []
    at = 0
    so_on = _AND_SO_ON.search(clause.text)
    said = clause.text[: so_on.start()] if so_on else clause.text
    for joint in (*_COMMAS.finditer(said), None):
        end = joint.start() if joint else len(said)
        text = said[at:end].strip()
        if core(text) and not _COURTESY.fullmatch(text):
            found.append(Clause(_asking(text, clause), core(text), clause.start + at))
        at = joint.end() if joint else end
    whole = all(len(part.core.split()) <= _LONGEST for part in found)
    verbless = [part for part in found if _VERB.search(part.core) is None]
    choice = any(_OR.search(part.core) for part in verbless)  # "how did they come in, back door or window?"
    told = not clause.asks and len(verbless) < len(found)  # "your partner has a knife, one child": a summary
    theme = (  # "the van, did you get the plate?", but "your name and the number you're on?"
        bool(verbless)
        and verbless[0] is found[0]
        and len(verbless) < len(found)
        and not (_OWN_DETAIL.fullmatch(found[0].core) and _AND_THEN.match(said[len(found[0].text.rstrip("?")) :]))
    )
    if so_on and any(_VERB.search(part.core) or _A_DETAIL.fullmatch(part.core) for part in found):
        return ()  # "any changes we should know of, phone, address, that sort of thing": of what it asks, for example
    deed = any(_A_DEED.match(part.core) for part in verbless)
    tail = _ABOUT_WHAT.fullmatch(found[-1].core) if found else None
    listed = 1 < len(found) <= _MOST and whole and verbless and not (choice or told or theme or tail or deed)
    return tuple(found) if listed else ()


def _any_of(clause: Clause) -> tuple[Clause, ...]:
    """The parts of "any smoke or fire or a funny smell?", where there are some."""
    any_ = _ANY.match(clause.core)
    things = _OR_TOO.split(_AND_SO_ON.sub("", clause.core)[any_.end() :].strip()) if any_ else []
    if any_ is None or not 1 < len(things) <= _MOST:
        return ()
    if any(
        _VERB.search(one) or not one or _NO_MORE_THINGS.match(one) or _A_DETAIL.fullmatch(one) for one in things[1:]
    ):
        return ()
    whole = (one if _NAMES_HOW_MANY.match(one) else f"any {one}" for one in things)
    return tuple(Clause(f"{one}?", f"{any_['under']}{one}", clause.start) for one in whole)


def _asking(text: str, clause: Clause) -> str:
    return f"{text.rstrip('?.! ')}?" if clause.asks else text
