"""What the caller makes of words that are said past them, to a colleague: nothing in them was asked of the caller."""

from simulator.answers.addressed import Addressed
from simulator.heard import HeardIntent, Understood
from simulator.understanding.situation import Situation, Understanding

# What is heard of it all the same: a secret given away is given away to whoever listens.
_OVERHEARD = frozenset(
    {"ESCALATE", "HOLD_EXPLAIN", "NEG_DISCLOSE", "NEG_CONFIRM_EXISTS", "NEG_RUDE_BLAME", "EXPL_NEXT"}
)
_WANTS_ANSWER = frozenset(
    {"READBACK", "LISTEN_CLARIFY", "LISTEN_SUMMARISE", "NEG_LEAD_DATA", "NEG_LEAD_ACCOUNT", "PHONETIC_SPELL"}
)


def understood_as_said(understanding: Understanding, said: Addressed, text: str, scene: Situation) -> Understood:
    """The words as the caller understands them; what asks something of a colleague is left out."""
    if not said.colleague:
        return understanding.understand(text, scene)
    past = understanding.understand(said.colleague, scene)
    if past.understood and not any(_wants_answer(one) for one in past.intents):
        return understanding.understand(text, scene)  # told to a colleague, and heard by the caller as well
    overheard = tuple(one for one in past.intents if one.id in _OVERHEARD)
    given = tuple(one for one in past.values if one.standing == "restricted")
    if said.caller:
        heard = understanding.understand(said.caller, scene)
        values = (*heard.values, *given)
        return heard.model_copy(update={"intents": (*heard.intents, *overheard), "values": values})
    return past.model_copy(update={"understood": bool(overheard), "intents": overheard, "values": given})


def _wants_answer(intent: HeardIntent) -> bool:
    return intent.asks or intent.id in _WANTS_ANSWER
