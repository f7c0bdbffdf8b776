"""The honest short word for a question of several that nobody could follow: "who, I couldn't tell you". Pure."""

import re
from collections.abc import Sequence

from scenarios.scenario import Caller, Scenario
from simulator.answers.follow_on import telling
from simulator.mind import Mind
from simulator.understanding.question_words import LEAD_IN, PRONOUN, VERB

EVERY = 2  # lines of theirs between two of it
MOST_TIMES = 4  # in a call
_SHARES = 0.5  # of the words of a question, with what they keep to themselves: then they say nothing of it
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (said, re.compile(rf"{LEAD_IN}(?:{form})\b", re.IGNORECASE))
    for said, form in (
        ("How many", "how many"),
        ("How long", "how long"),
        ("How much", "how much"),
        ("How old", "how old"),
        ("How far", "how far"),
        ("How", "how"),
        ("What time", "what time"),
        ("When", "when"),
        ("Where", "where(?:abouts)?"),
        ("Who", "who"),
        ("Whose", "whose"),
        ("Why", "why"),
        ("Which", r"which (?:one|of)"),
    )
)
# "What colour is the ink?", "which hand did he use?"
_OF_WHAT = re.compile(
    rf"{LEAD_IN}(?P<head>(?:what|which) (?!(?:{VERB}|{PRONOUN}|about|for|if|else)\b)[a-z]+)\b", re.IGNORECASE
)
_OTHER = ("The other thing", "And the other")
_REST = ("The rest", "And the rest")
# What somebody knows of themselves, of where they are and of what they do: no "I don't know" to that.
_OWN = re.compile(r"\b(?:you|your|yours|yourself|here|this|i|me|my|us|we)\b", re.IGNORECASE)
_MAY_NOT_KNOW = re.compile(
    rf"{LEAD_IN}(?:(?:did|have|had) you (?:\w+ )?(?:see|seen|hear|heard|notice|noticed|catch|caught|make out|read)"
    r"|(?:do|would|did) you (?:happen to )?(?:know|remember|recall|think|reckon)"
    r"|any idea|have you any idea)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:don't|do not|couldn't|could not|can't|cannot|wouldn't|not|no) (?:\w+ )?"
    r"(?:know|tell you|say|sure|idea|like to)"
    r"|\bno idea\b|\bnot a clue\b|\bcouldn't say\b|\bsearch me\b",
    re.IGNORECASE,
)
_TOO_LONG = 7  # words
PLAINLY = "I don't know."


def honest_word(scenario: Scenario, mind: Mind, lost: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    """The lines with which they own that they cannot say; none where they would know, keep it back or said so just now.

    `lost` are the questions that nothing was understood of, `parts` what they answer to the others.
    """
    caller = scenario.caller
    if not may_say_so(scenario, mind) or not parts:
        return ()
    if mind.count("honest_word") >= MOST_TIMES or mind.lines - mind.owned_up_at < EVERY:
        return ()
    if any(_UNKNOWN.search(part) or part in caller.does_not_know for part in parts):
        return ()
    unknown = [one for one in lost if _may_be_unknown(one) and not _is_kept_back(scenario, mind, one)]
    if not unknown or len(unknown) < len(lost):
        return ()
    heads = _REST if len(unknown) > 1 else _heads(unknown[0])
    return tuple(f"{head}, {line}" for head in heads for line in _in_their_words(caller))


def may_say_so(scenario: Scenario, mind: Mind) -> bool:
    """Whether a short word of their own is no danger to them: who speaks freely may say it, and who whispers."""
    return mind.answers_by == "speech" and (scenario.caller.can_speak_freely or scenario.channel.whisper)


def owns_up(lines: Sequence[str]) -> bool:
    """Whether each of the lines says that they do not know."""
    return all(_UNKNOWN.search(line) is not None for line in lines)


def _heads(question: str) -> tuple[str, ...]:
    asked = question.strip(" ,")
    head = next((said for said, form in _FORMS if form.match(asked)), "")
    if not head and (of_what := _OF_WHAT.match(asked)) is not None:
        head = f"{of_what['head'][0].upper()}{of_what['head'][1:].lower()}"
    return (head, f"And {head[0].lower()}{head[1:]}") if head else _OTHER


def _may_be_unknown(question: str) -> bool:
    asked = question.strip(" ,")
    return _OWN.search(asked) is None or _MAY_NOT_KNOW.match(asked) is not None


def _in_their_words(caller: Caller) -> tuple[str, ...]:
    """How they say that they do not know, where it is said in a breath and of anything."""
    lines = [one for one in caller.does_not_know if _UNKNOWN.search(one) and len(one.split()) <= _TOO_LONG]
    plain = [one for one in lines if one.count(".") <= 1 and "," not in one.rstrip(".")] or lines
    return tuple(one if re.match(r"I\b", one) else f"{one[0].lower()}{one[1:]}" for one in plain) or (PLAINLY,)


def _is_kept_back(scenario: Scenario, mind: Mind, question: str) -> bool:
    """Whether it may ask what they do not tell, or not yet: of that nobody says that they do not know it."""
    words = telling(question)
    for name, fact in scenario.facts.items():
        told = fact.told_when
        if name in mind.told or not (fact.withheld or told.trust is not None or told.needs):
            continue
        topics = (scenario.topics.get(one.removeprefix("topic:")) for one in told.asked if one.startswith("topic:"))
        examples = [example for topic in topics if topic is not None for example in topic.examples]
        about = telling(" ".join((*fact.says, *fact.yes_to, *fact.no_to, *examples)))
        if words and len(words & about) >= _SHARES * len(words):
            return True
    return False
