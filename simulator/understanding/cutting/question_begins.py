"""Where a question begins, told by its grammar: the verb before its subject, whatever the words mean."""

import re
from collections.abc import Iterator

from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import (
    BARE,
    HELPER,
    LEAD_IN,
    OF_A_CAUSE,
    OPENLY,
    PRONOUN,
    SUBJECT,
    TELLS_WHOM,
    VERB,
)
from simulator.understanding.wordlist import listed

# Between "how" and its verb: "how many of them", "what colour", "which way round", "who's voice" for "whose".
_OF_WHAT = rf"(?:how|what|which|whose|who's)(?: (?!(?:{VERB}|{PRONOUN}|{OPENLY})\b)[\w'-]+){{1,4}}"
_OF_SUBJECT = rf"(?:{VERB}) (?:not )?(?:(?:even|still|also|actually|just|only|ever|really) )?"
_TURNED = rf"{_OF_SUBJECT}(?:{SUBJECT})\b"
_TURNED_OF_NAMED = rf"{_OF_SUBJECT}(?-i:[A-Z][a-z]+)\b"  # "is Anna not under any pressure"
_ASKED_WITH = (
    rf"(?:(?:{OPENLY})(?:'s|'re|'d|'ve|s)\b|(?:how|what|which|whose) [\w-]+'s\b|how come\b|"
    rf"(?:{OPENLY}|{_OF_WHAT}) (?:{VERB})\b)"
)
_BEGINS = re.compile(rf"{LEAD_IN}(?:{_TURNED}|{_TURNED_OF_NAMED}|d'you\b|{_ASKED_WITH})", re.IGNORECASE)
_ASKS_OPENLY = re.compile(rf"{LEAD_IN}(?:{_ASKED_WITH}|how (?:long|many|much|old|far|often)\b)", re.IGNORECASE)
_BY_ITSELF = re.compile(rf"{LEAD_IN}(?:(?:{OPENLY})s?\b|{_TURNED}|d'you\b)", re.IGNORECASE)
# Without its subject behind it a verb that denies, or "might" and "must", tells more often: "won't be long".
FIRST_WORDS = rf"(?:{OPENLY})s?|{_TURNED}|(?!might|must)(?:{HELPER})|any|anyone|anybody"
# "Have the solicitor write in" bids; "have the police rung" asks.
_BIDS = (
    r"(?!have (?:the|your|his|her|their|an?) (?:\w+ ){1,2}(?:write|call|ring|phone|contact|send|ask|speak|apply|"
    r"bring|take)\b)"
)
_FIRST_WORD = re.compile(rf"{LEAD_IN}{_BIDS}(?:{FIRST_WORDS})\b", re.IGNORECASE)
# "How marvellous that it's let you in", "what a fright you've had".
_EXCLAIMS = re.compile(
    rf"{LEAD_IN}(?:how (?!long|many|much|old|far|often|come|about|are|is)(?!(?:{VERB}|{PRONOUN})\b)\w+,? "
    r"(?:that (?:it|you|he|she|they|we|i)\b|for (?:you|him|her|them|us)\b|of (?:you|him|her|them)\b)"
    r"|what (?:a|an|such) (?!(?:\w+ ){0,3}(?:is|are|was|were|do|did|does|has|have) (?:it|you|he|she|they)\b)\w+)",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(rf"(?:{VERB})(?: not)? (?:i|you|he|she|it|they|we|there)", re.IGNORECASE)
# "Another person who has a key" asks nothing by "who".
# With nothing to mark it a question of "what" must turn its words round: "tell me what is wrong" asks once.
_OR_TOLD = (
    r"(?:what|where|who|how|when)'?s (?:your|the|his|her|their|that|this|it|he|she|happening|changed|wrong|going)\b|"
    r"what'?s (?:out|behind|next)\b|"
    r"how (?:many|much|long|old|far|often)s? [\w']|"
    rf"{OF_A_CAUSE}|"
    # "When did Rosie wake": whoever it is asked of.
    r"(?:when|why|how|where|what|who) (?:did|does) [a-z]"
)
# "Who gave you the paper", behind a question that is whole and ends with nobody whom it could be said of.
_WHO_DID_IT = rf"who (?!(?:{PRONOUN}|else|or|and|about|for|with|from|in|at|on)\b)[\w']+(?= [\w']|$)"
# "Is he there now | any weapons", "in or out | anyone else there".
_FOR_ANY = r"any(?:one|body|thing)? (?!(?:more|longer|further|idea|better|good|of it)\b)[a-z]"
_WITHIN = re.compile(
    rf"(?<=\s)(?!who (?:{VERB}) (?!{PRONOUN}))"
    rf"(?:(?:{OPENLY}|{_OF_WHAT}) (?:{_TURNED})|(?:{_TURNED})(?= [\w'])|d'you\b|how come (?:{PRONOUN})\b|"
    rf"(?P<told>{_OR_TOLD})|(?P<who>{_WHO_DID_IT})|(?P<any>{_FOR_ANY}))",
    re.IGNORECASE,
)
# Before these "what's the" and "how many" only say what is known, seen or asked for.
_KNOWN = re.compile(
    r"\b(?:see|seen|saw|hear|heard|sure|idea|check|remember|count|guess|work|find|out|for|about|of|at|by|with|on|in|to|"
    r"from|exactly|roughly|just|matter|describe|explain|wonder|that|what|is|are|was|were|told|asked|ask|say|says|said|"
    r"know|knows|tell|me|us|you)$|"
    rf"\b{TELLS_WHOM}$",
    re.IGNORECASE,
)
# A question not yet come to its verb: "and what time of day", "how many people", "when you got home"; "tell me what he
# wears" has come to it.
_OPEN_STILL = re.compile(
    rf"^(?:(?:and|but|so|then|also|or|now|well|okay) )*(?:{OPENLY})"
    rf"(?: (?!(?:{VERB}|happened|happens|happening|said|told|came|rang|made|sorry)\b)[\w'-]+){{0,5}}$|"
    rf"\b(?:how|what|which|whose)(?! (?:{PRONOUN}|the|your|his|her|their|my|our)\b)"
    rf"(?: (?!(?:{VERB}|happened|happens|happening|sorry)\b)[\w-]+){{0,4}}$|\b(?:where|who|why|when)$",
    re.IGNORECASE,
)
# After these the verb may stand first in what is no question of its own: "so did he", "what I need is are you hurt".
_LEADS_IN = re.compile(
    rf"(?:^|\s)(?:and|or|but|so|nor|neither|if|whether|that|than|as|not|only|the|a|an|your|my|his|her|their|very|know|say|"
    rf"mean|thing|point|problem|trouble|fact|reason|question|{PRONOUN}|{VERB})$|:$|"
    r"\b(?:tell|ask|told|telling|show) (?:me|us|you|him|her|them)$|"
    r"^(?:your(?! \w+ing\b)|the|his|her|that|this)(?: [\w'-]+){1,2}$",
    re.IGNORECASE,
)
# "I won't say that neither why does it matter": the refusal is over; "nor did he" goes on.
_NEITHER = re.compile(r"\b(?:neither|either)$", re.IGNORECASE)
# "Have you or Daniel | had a drink": the verb is still to come.
_ONE_OR_OTHER = re.compile(
    rf"^(?:(?:and|but|so|then|also|or|now|well|okay) )*(?:{VERB}) (?:{PRONOUN}|(?:your|the|his|her) \w+) "
    r"(?:or|and) (?:(?:your|the|his|her) )?[\w']+$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|of|on|in|at|by|for|from|with)$", re.IGNORECASE)
# "At what time did he": the question has begun before its "what". "The thing you lean on is the wall": it is none.
_LED_TO = re.compile(rf"(?:what|which|whose) (?!(?:{VERB})\b)|(?:{VERB}) (?!(?:{PRONOUN})\b)", re.IGNORECASE)
# "Text you is he there": the verb is not the pronoun's.
# "I'd want you to do it again": what is to be done, no question.
_TO_DO = re.compile(
    r"(?:do|have) (?:it|that|this|the|an?|your|his|her|their|my|our|some|any|one|something|anything|all|both)\b",
    re.IGNORECASE,
)
_OTHERS_VERB = re.compile(
    r"\b(?:you|they|we|i|these|those) (?:is|has|does|was)\b|\b(?:he|she|it|this|that) (?:are|were|have|do)\b",
    re.IGNORECASE,
)
# "Does Anna have a key": the second verb belongs to the first.
_HELPED = re.compile(
    r"\b(?:do|does|did|can|could|will|would|should|shall|may|might|must|to)(?:n't)?(?: not)?(?: [\w']+){1,3}$",
    re.IGNORECASE,
)
# "You know opening her post | is an offence": what is said of it, no question.
_PREDICATE = re.compile(r"(?:is|are|was|were) an? [\w']+\W*", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"\b(?:{ANY_KIN}|{PRONOUN}|man|men|woman|women|lady|gentleman|lad|lads|lass|bloke|fella|guy|boy|girl|child|kids|person|people|one|ones|"
    r"anyone|anybody|someone|somebody|everyone|everybody|nobody|else|him|her|them|officers?|sergeant|constable|caller|"
    r"neighbours?|driver|friends?|mates?|staff|is|was|know|see|say|said|tell|told|ask|me|or|and|but|of|to)$",
    re.IGNORECASE,
)
# Where a question of its own may end before "any": not "did he give you", which wants it.
_ENDS_BEFORE_ANY = re.compile(
    r"\b(?:now|yet|today|tonight|here|already|then|alone|okay|all right|asleep|awake|locked|shut|hurt|upstairs|"
    r"downstairs|outside|inside|in or out|(?:to|with|for|from|near|behind|by|of) (?:you|him|her|them|it|us|me)|"
    r"(?:in|out|up|over|down|back|still|stood|are|is) there)$",
    re.IGNORECASE,
)
# "Who sent the letter" has come to its verb, whatever the verb is.
_WHO_HAS = re.compile(
    rf"^(?:(?:and|but|so|then|also|or|now|well|okay) )*who (?!(?:{VERB}|{PRONOUN}|{OPENLY}|else|or|and|in|at|on|of|for|"
    r"with|from|about)\b)[\w']+ (?:(?:the|your|his|her|their|my|a|an|that|this) [\w' ]+|it|you|him|her|them|that)$",
    re.IGNORECASE,
)
# "The last time the two of you had a talk", "came and had a look": what was done, no question of it.
_HAD_IT = re.compile(r"(?:had|have|has) an? (?!\w+ (?:been|got|come|gone|had|\w+ed)\b)", re.IGNORECASE)
_HAS_THING = re.compile(r"(?:have|do) (?!you\b|they\b|we\b|i\b)", re.IGNORECASE)
# Verbs behind which "it", "that" or "her" may be the last word of a whole question.
_TAKES = "|".join(
    listed(
        "shut open opened close closed lock locked do did done get got take took leave left put use used want need "
        "give move moved touch check try tried call ring rang text help stop hurt hit hold keep bring heard hear saw "
        "see seen find found answer answered meet met believe trust follow followed show send sent read wrote"
    )
)
_MAY_END = re.compile(
    rf"\b(?:for|with|to|of|by|on|at|from|about|near|beside|behind|like|as|is|was|was that|{_TAKES}) "
    r"(?:it|that|this|these|those|you|he|she|her)$|\b(?:in|over|out|up|from|still|on|down|"
    r"back|be|been|stay|wait|stood|sat|live|lives|get|gets|got|anyone|anybody|someone) there$|\bto do$|"
    rf"^(?:{OPENLY}) (?:do|does|did) (?:{PRONOUN}) (?:say|know|mean)$|"
    # "How many keys do you have", "can he hear all this"
    rf"^(?:(?:and|so|okay|right|then) )*(?:how|what|which)\b.* (?:do|does|did) (?:{PRONOUN}) (?:have|do)$|"
    rf"\ball (?:this|that)$|"
    rf"\b(?:where|how|who|what) (?:{PRONOUN}) (?:is|are|was|were|am)$|\bthere (?:is|are|was|were)$|"
    rf"^(?:(?:and|so|okay|right) )*(?:{OPENLY})(?: old)? (?:is|are|was|were) (?:{PRONOUN})$|"  # "where are you"
    rf"^(?:and )?your (?:full |last |first )?(?:{BARE})$",  # "your name what did he want"
    re.IGNORECASE,
)
_COMING_IN = re.compile(
    r"\b(?:com(?:e|ing)|came|go(?:ing|ne|es)?|went|get(?:ting)?|got|let|br(?:oke|oken|eak|eaking)|mov(?:e|ed|ing)|"
    r"liv(?:e|es|ing)|log(?:ged|ging)?|hold|stay(?:ing)?|call(?:ed|ing)?|ring(?:ing)?|rang|pass(?:ed)?|look(?:ing|ed)?|"
    r"turned|switched|still|tried|left|you're|you are|he's|she's|they're|he was|she was|was) "
    r"(?:in|on|off|out|up|over|round|with|at|for|to|from|by)$",
    re.IGNORECASE,
)
# "Where do you know him from", "what's she up to": the question has come to its end with its preposition.
_STRANDED = re.compile(
    rf"(?:^|\b(?:and|so|you|it) )(?:where|what|who)(?:'s|'re| (?:{VERB})) (?:{PRONOUN}|your \w+|the \w+)\b"
    r"(?: [\w']+){0,3} (?:from|to|for|with|about|at|in|on)$",
    re.IGNORECASE,
)
_FEWEST = 2  # words on either side


def begins_question(text: str) -> bool:
    """Whether the words begin a question of their own: "is Mummy bleeding", "how old's the baby"."""
    return _BEGINS.match(text.strip()) is not None


def asks_openly(text: str) -> bool:
    """Whether the words ask what, where, how many: with the question word and its verb."""
    return _ASKS_OPENLY.match(text.strip()) is not None


def asks_by_itself(text: str) -> bool:
    """Whether the words, nothing before them, have the form of a question: "who else lives there", "did he"."""
    return _BY_ITSELF.match(text.strip()) is not None and _EXCLAIMS.match(text.strip()) is None


def first_word_asks(text: str) -> bool:
    """Whether the first word is one that questions begin with, whatever follows: "has Anna", "what a"."""
    return _FIRST_WORD.match(text.strip()) is not None


def broken_off(text: str) -> bool:
    """Whether a question breaks off behind its subject: "is he", "did they"."""
    return _BROKEN_OFF.fullmatch(text) is not None


def still_open(text: str) -> bool:
    """Whether the words end within a question that goes on: "and what time of day"."""
    said = text.rstrip(" ,")
    return _OPEN_STILL.search(said) is not None and _WHO_HAS.match(said) is None


def question_places(text: str) -> Iterator[int]:
    """Where in words without punctuation another question begins: `would you like a drink did he say` before `did`."""
    at = 0
    for found in _WITHIN.finditer(text):
        left = text[at : found.start()].rstrip(" ,")
        if len(left.split()) < _FEWEST or still_open(left) or _led_in(left, text[found.start() :]):
            continue
        if _PREDICATE.fullmatch(text, found.start()):
            continue
        if (found["who"] or found["any"]) and not _is_over(left, for_any=bool(found["any"])):
            continue
        if (found["told"] and _KNOWN.search(left)) or _ONE_OR_OTHER.match(left):
            continue
        if _HAD_IT.match(text, found.start()) and not found["told"]:
            continue
        if _HAS_THING.match(text, found.start()) and _HELPED.search(left):
            continue
        yield found.start()
        at = found.start()


def _is_over(left: str, *, for_any: bool) -> bool:
    """Whether a question is over there, so that another may begin with "who" or "any" though nothing parts them."""
    if not begins_question(left):
        return False
    return _ENDS_BEFORE_ANY.search(left) is not None if for_any else _SOMEBODY.search(left) is None


def _led_in(left: str, question: str) -> bool:
    if left.endswith(" to") and _TO_DO.match(question):
        return True
    if _STRANDED.search(left) and begins_question(question):
        return False
    if _TO.search(left):
        return _LED_TO.match(question) is not None and not _COMING_IN.search(left)
    if _LEADS_IN.search(left) is None or _MAY_END.search(left):
        return False
    if _NEITHER.search(left) and asks_openly(question):
        return False
    return _OTHERS_VERB.match(" ".join((left.rpartition(" ")[2], question))) is None
