"""A clause that only says when or how long something else is to be done: it asks nothing."""

import re

from simulator.understanding.clauses import Clause

_UNTIL = re.compile(
    r"^\W*(?:and |so |but |only |just )*(?:until|unless|while|as soon as|once|in case)\b", re.IGNORECASE
)
_ONLY_IF = re.compile(
    r"^\W*(?:and |so |but |only |just |okay |then )*(?:when (?:i|we|you|he|she|it|they|this|that|the|your|my)\b|"
    r"if (?!(?:you|i|we) (?:can|could|would|may|might|don't mind|wouldn't mind|do not mind)(?: just| please)? "
    r"(?:tell|give|spell|confirm|let|say|describe|explain|read|have|take|get|start|ask|telling|giving|know)\b))",
    re.IGNORECASE,
)
# "If this cuts out, what number are you on", "if you can't speak press five": the condition has its request beside it.
_AND_THEN = re.compile(
    r",\s*\w+\W+\w+|\b(?:press|tap|cough|knock)\b|\w+(?<!know)(?<!see)(?<!hear)(?<!say)(?<!tell)(?<!remember)(?<!of) "
    r"(?:what|where|who|how) (?:do|does|can|should|will|number)\b",
    re.IGNORECASE,
)


def is_condition(clause: Clause) -> bool:
    """Whether it only says when or how long something else is to be done: "until you're sure who it is".

    "If you could give me your name" and "if I lose you, what number are you on" ask all the same.
    """
    if not clause.conditional or clause.text.rstrip().endswith("?"):
        return False
    only_if = _ONLY_IF.match(clause.text) is not None and not _AND_THEN.search(clause.text)
    return only_if or _UNTIL.match(clause.text) is not None
