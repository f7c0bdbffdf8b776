"""Plain words that do a thing, whatever they were heard as: decline, offer something else, keep a scene, name a route.

Doubt of hearing favours the trainee (DOMAIN section 5, rule 3): what stands in so many words was said.
"""

import re
from collections.abc import Iterable

from scoring.read_plainly import by_words, does, plainly
from scoring.speech import Turn

_CANNOT = (
    r"(?<!you )(?<!ye )(?<!she )(?<!he )(?<!they )(?:cannot|can not|cant|carn t|carnt|cannae|could not|will not|wont|"
    r"must not|(?:not|never) (?:able|allowed|permitted|going|gonna) to|unable to|not at liberty to|"
    r"not in a position to)"
)
_DECLINES = re.compile(
    rf"\b(?:{_CANNOT} (?:\w+ ){{0,4}}?(?:tell|give|say|read|confirm|deny|discuss|share|disclose|comment|pass|let you "
    rf"have|help you with that|hand|go into|talk about|answer|do that|send it|set one|change)"
    rf"(?! (?:you )?(?:(?:a|the|any|an|exactly|exact|how) )*(?:minutes?|times?|long|many|when|yet|number of)\b)"
    rf"|neither confirm nor deny|\b(?:neither|not either|none) of (?:those|them|these)\b|\bnot possible\b|"
    rf"\bturn (?:both|that|it|them) down\b"
    r"|\b(?:cannot|cant|cor|carn t|cannae) do (?:either|that|those|it)\b"
    r"|can only (?:talk|speak|discuss|share|tell|give|go into|deal with)(?: \w+){0,8}? (?:with|to) (?:the person|"
    r"her|him|them|whoever|whose|the owner|its owner)\b"
    rf"|(?:that|it|this) is (?:\w+ ){{0,2}}?(?:private|confidential)\b"
    rf"|only (?:the|to the) person (?:named )?(?:on|in|who)|go only to the person"
    rf"|(?:i|we) (?:do not|never|dinnae|would never) (?:give|tell|share|read|hand|say|send|set) "
    rf"|(?:no|nor)\b(?: \w+){{1,3}} name either"
    rf"|(?:my|the) answer (?:is|stays|is still|remains) no\b|^ no (?:policy|sorry|i am afraid)\b"
    r"|\b(?:no|not|never) (?:\w+ ){0,2}?(?:by voice|by phone|over the phone|on the phone|aloud|to (?:your|"
    r"an?) (?:own|personal|"
    r"other) (?:e ?mail|phone|one))\b"
    rf"|\bno to (?:the|that|both)\b)"
)
# Saying that nothing can be confirmed, about a record or a person, neither confirms nor denies.
_NEITHER = re.compile(
    rf"\b(?:{_CANNOT} (?:\w+ ){{0,8}}?(?:confirm|deny|say|tell you|discuss)(?: or deny)? (?:\w+ ){{0,2}}?"
    rf"(?:whether|if|what is (?:held|on|there)|what (?:we|i) (?:have|hold)|one way or|either way)"
    rf"|neither confirm nor deny|one way or the other)\b"
)
_KEEPS_SCENE = re.compile(
    r"\b(?:(?:leave|keep)(?: \w+){1,8}? (?:for (?:the )?(?:officers|police|forensics?|us|scenes)|as (?:it|they) "
    r"(?:is|are)|where (?:it|they) (?:is|are)|untouched)"
    r"|(?:do not|dinnae|try not to|without) (?:anyone |you |either of you |let anyone |go |"
    r"be )?(?:touch(?:ing)?|clean(?:ing)?|"
    r"tidy(?:ing)?|clear(?:ing)?|wip(?:e|ing)|wash(?:ing)?|move anything|moving anything|delet(?:e|ing))"
    r"(?! (?:him|her|them)\b)|hands off\b|keep (?:everybody|everyone|people|anyone|anybody|them all) (?:away|"
    r"out|off)\b|(?:goes|go|going) near\b|"
    r"(?:that|it|everything|all|more) stays (?:exactly |just |right )*(?:where|as|how)\b)"
)
# What keeps fraud and thieves off another time: nobody real asks for money, put the telephone down, lock up.
_PREVENTS = re.compile(
    r"\b(?:(?:no|never|not|nobody|do not|would not|will not)\b(?: \w+){0,5}? (?:ask(?:s|ed|ing)?|send(?:s|ing)?|"
    r"come|collect\w*)"
    r"(?: \w+){0,5}? (?:cash|money|cards?|pin|bank details)|(?:put|slam|hang) (?:the |that )?(?:phone|fone|"
    r"receiver)? ?(?:down|up)"
    r"(?: \w+){0,3}? (?:ring|call|phone)|(?:number )?on the back (?:of|on) (?:your|the|his|her) (?:\w+ )?card"
    r"|never (?:\w+ ){0,2}?(?:give|hand|tell) (?:\w+ ){0,4}?(?:money|cash|pin|card|password|details))\b"
)
_HAS_ONE = re.compile(
    r"\b(?:have|has|got|does|do|is) (?:you|she|he|they|there|your wife|her|his) (?:\w+ ){0,2}?(?:a |any |the )?"
    r"(?:solicitor|lawyer)\b"
    r"|\b(?:have|has|had|did) (?:any|some) ?(?:one|body) (?:\w+ ){0,16}?(?:solicitors?|lawyers?|court)\b"
)
# What names each formal route in so many words.
_ROUTES = {
    "legal": re.compile(r"\b(?:solicitors?|lawyers?|family court)\b"),
    "insurer_mou": re.compile(
        r"\b(?:insurers?|insurance(?: company| people)?)\b.*\b(?:writ\w*|letter|ask us|ask for it|request\w*)\b"
    ),
    "sar": re.compile(r"\bsubject access\b"),
    "foi": re.compile(r"\bfreedom of information\b"),
    "dvds": re.compile(r"\b(?:clares? (?:s )?law|disclosure scheme)\b"),
    "press": re.compile(r"\bpress office\b"),
    "complaints": re.compile(r"\bprofessional standards\b"),
}


_INSTEAD = re.compile(
    r"\b(?:instead|(?:here is|this is|but) what i can do|a link or (?:nothing|nothin)"
    r"|(?:i|we) (?:can|will|could|am|shall) (?:\w+ ){0,2}?(?:send(?:ing)?|pass(?:ing)?|log(?:ging)?|note|noting|"
    r"put(?:ting)?|arrang\w+|make sure|firing)\b"
    r"|i (?:will|can) (?:\w+ )?(?:have|get|ask) (?:the|an|your|his|her|somebody|someone) (?:\w+ ){0,2}?(?:to )?"
    r"(?:ring|call|phone|contact|speak|get back)\b"
    r"|(?:she|he|they|you|your \w+|her \w+|his \w+|the insurer|insurers?) (?:can|could|will need to|"
    r"would need to|will have to|would have to|has to|have to) "
    r"(?:\w+ ){0,2}?(?:ask|ring|call|write|contact|go|apply|send|speak|tell|get)\b"
    r"|(?:has|have|need|needs) to be (?:her|him|them) (?:that|who) (?:\w+ ){0,1}?(?:rings?|asks?|"
    r"calls?|writes?|appl(?:y|ies))"
    r"|(?:away|goes|go|only|it is) (?:to|tae|for) (?:the|your) (?:registered|work)"
    r"|(?:work|registered) (?:phone|mobile|device|e ?mail) only|only (?:the |your )?(?:work|registered)"
    r"|through (?:your|her|his|a|the) (?:own )?(?:solicitor|lawyer|insurer|court)|(?:number|link) for)"
)
_REFOCUSES = re.compile(
    r"\b(?:(?:going|coming|getting|let us (?:go|get)|if we can go|bring you) back to\b|(?:tell me|let us|"
    r"talk to me)\b"
    r"[^.?!]{0,40}\b(?:though|instead|first)\b|1 thing at a time|one thing at a time|as i asked|"
    r"i will ask (?:you |ye )?again|i asked you|what i need (?:to know|now)|first things first|let us stick to|"
    r"let us take (?:this|it|things) (?:in order|(?:one|1) (?:thing|step) at a time)|(?:first|now|"
    r"next) (?:i need|let me|i have to) (?:\w+ )?ask"
    r"|(?:next|this) (?:bit|question|part|one) is (?:mine|for me)|before (?:that|we|i) (?:\w+ ){0,6}?(?:i need|"
    r"i have|tell me|let me)"
    r"|going round in circles|question for you|let me (?:get|ask|finish|put) my)"
)


def declines(turn: Turn) -> bool:
    """Whether words refuse to tell, give or do what may not be given."""
    return does(_DECLINES, turn.said.text)


def neither_confirms(turn: Turn) -> bool:
    """Whether words say that nothing can be confirmed or denied."""
    return does(_NEITHER, turn.said.text)


def offers_instead(turn: Turn) -> bool:
    """Whether words say what can be done instead of what was asked for, by the handler or by somebody else."""
    return not turn.crowded and _INSTEAD.search(plainly(turn)) is not None


def refocuses(turn: Turn) -> bool:
    """Whether words bring the caller back to what was asked."""
    return not turn.crowded and _REFOCUSES.search(plainly(turn)) is not None


def keeps_the_scene(turn: Turn) -> bool:
    """Whether words ask to leave things as they are."""
    return does(_KEEPS_SCENE, turn.said.text)


def names_route(turn: Turn, routes: Iterable[str]) -> bool:
    """Whether words name one of these formal routes; asking whether somebody has a solicitor names none."""
    return any(does(_ROUTES[route], turn.said.text) for route in routes if route in _ROUTES) and not does(
        _HAS_ONE, turn.said.text
    )


def declining(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that decline."""
    return by_words(turns, declines)


def confirming_nothing(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that neither confirm nor deny."""
    return by_words(turns, neither_confirms)


def keeping_the_scene(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that ask to leave things as they are."""
    return by_words(turns, keeps_the_scene)


def preventing(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that say how not to be taken in another time."""
    return by_words(turns, lambda turn: _PREVENTS.search(plainly(turn)) is not None)


def naming_route(turns: Iterable[Turn], routes: Iterable[str]) -> tuple[Turn, ...]:
    """The turns that name one of these routes."""
    wanted = tuple(routes)
    return by_words(turns, lambda turn: names_route(turn, wanted))
