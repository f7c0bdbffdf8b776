"""What anybody says to words that bring out no fact and that their scenario has no answer to."""

from collections.abc import Mapping

# What anybody says to rudeness, beside or after words of their own.
RETORTS = (
    "There's no need for that.",
    "Please don't talk to me like that.",
    "That's not fair.",
    "That's not a nice thing to say.",
    "You shouldn't speak to people like that.",
)
# Said instead of what they would tell, once they have been insulted again and again.
HURT = (
    "Not while you talk to me like that.",
    "I'm not saying any more till you're civil.",
    "I don't want to tell you.",
    "Why should I, when you speak to me like that?",
)

# Lines for statements and courtesies; questions without an answer get the caller's own "I don't know".
MANNERS: Mapping[str, tuple[str, ...]] = {
    "OPEN_CHANNEL_CHECK": ("Yes. I'm here.", "Yes, I can hear you."),
    "HOLD_EXPLAIN": ("Okay.", "All right."),
    "TRANSFER_WARM": ("Okay.",),
    "ADV_SAFETY": ("Okay.", "All right, I will."),
    "ADV_STAY_LINE": ("Okay. I'm staying on.", "I will."),
    "ADV_FIRST_AID_OR_AMB": ("Okay.",),
    "ADV_PRESERVE": ("Okay.", "All right, I won't."),
    "ADV_PREVENT": ("Okay, I'll do that.",),
    "ADV_RECONTACT": ("I will.", "Okay."),
    "AGREE_CODEWORD": ("Okay. I've got that.",),
    "EMP_ACK": ("Thank you.", "Yes."),
    "EMP_REASSURE": ("Thank you.", "Okay."),
    "APOLOGISE": ("That's all right.",),
    "EXPL_NEXT": ("Okay.", "Right."),
    "EXPL_TIME": ("Okay.", "Right."),
    "EXPL_LIMIT": ("I see.", "Right."),
    "LANG_EXPLAIN": ("Right, I see.",),
    "GIVE_REF": ("Okay, I've got that.",),
    "SIGNPOST": ("Okay.", "Right, thanks."),
    "ESCALATE": ("Okay.",),
    "DP_REFUSE": ("Right.",),
    "DP_NCND": ("Right.",),
    "DP_ROUTE": ("Right.",),
    "DP_EXPLAIN_USE": ("Okay, that makes sense.",),
    "DP_OFFER_MESSAGE": ("Maybe.",),
    "DP_CONSENT_REFERRAL": ("Yes, that's fine.",),
    "VER_CALLBACK_KNOWN": ("If you have to.",),
    "LISTEN_SUMMARISE": ("Yes, that's it.", "Yes."),
    "CTRL_REFOCUS": ("Okay.", "Sorry. Okay."),
    "CTRL_REPEAT_PERSIST": ("Okay. Okay.",),
    "CTRL_BOUNDARY": ("All right.",),
    "NEG_RUDE_BLAME": RETORTS,
    "NEG_JARGON": ("What does that mean?",),
    "NEG_PROMISE": ("Okay.",),
    "NEG_DANGEROUS": ("Are you sure?",),
    "NEG_LEAD_ACCOUNT": ("I don't know.",),
    "ASK_COMMS_NEED": ("No, I'm fine like this.",),
    "READBACK": ("Yes.",),
}

# Intents that call for no answer of their own when something else in the utterance is answered.
COURTESIES = frozenset(MANNERS) - {"OPEN_CHANNEL_CHECK", "ASK_COMMS_NEED", "NEG_RUDE_BLAME", "READBACK"}
REFUSALS = frozenset({"DP_REFUSE", "DP_NCND", "DP_ROUTE", "DP_OFFER_MESSAGE", "EXPL_LIMIT"})


def retorts(own: tuple[str, ...], said: int, *, freely: bool) -> tuple[str, ...]:
    """What they say to rudeness the next time: first what is written for them, then what anybody says.

    Who cannot speak freely has only what is written: anything else could give them away.
    """
    others = tuple(one for one in RETORTS if one not in own)
    return others if freely and others and said >= len(own) else own
