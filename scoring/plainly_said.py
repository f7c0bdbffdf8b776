"""Plain words that do a thing, whatever they were heard as: own a feeling, comfort, decline, name a route.

Doubt of hearing favours the trainee (DOMAIN section 5, rule 3): what stands in so many words was said.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from scoring.matching import words_of
from scoring.speech import Turn

_FEELS = (
    r"(?:awful|terrible|horrible|frightening|frightened|scary|scared|terrified|terrifying|upset|upsetting|dreadful|"
    r"worrying|worried|alarming|alarmed|rotten|hard|tough|difficult|frustrating|frustrated|annoying|annoyed|"
    r"angry|cross|stressful|"
    r"stressed|shaken|shaking|anxious|distressed|distressing|maddening|exhausting|exhausted|tearful|lonely|low|"
    r"poorly)"
)
_SO = r"(?:(?:really|so|very|just|all|quite|pretty|absolutely|a bit|rather|ever so) )*"
# Contractions stand in full here, as the shared words have them: `you are`, `cannot`.
_FEELING = re.compile(
    rf"\b(?:(?:you|ye) (?:sound|seem)\b(?! like you are (?:calling|ringing))|(?:you|ye) must (?:be|feel|have been) "
    rf"|(?:that|this|it|that is|this is|it is|how|sounds|must be|must have been) {_SO}{_FEELS}\b"
    rf"(?! (?:you|him|her|them)\b)"
    rf"|(?:that|this|it) (?:must|sounds|was|sounds like) {_SO}(?:be |been |have been )?{_FEELS}\b"
    rf"|(?:i|we) (?:can |do |really |quite |totally |completely |fully )*(?:understand|appreciate|imagine|hear|see) "
    rf"(?:that )?(?:how|why|you are|it is|this is|this must)\b(?! (?:saying|calling))"
    rf"|i (?:do )?know (?:that )?(?:you are|ye are|it is|this is) {_SO}{_FEELS}\b"
    rf"|(?<!are )(?<!is )(?:you are|ye are) {_SO}(?:anxious|exhausted|distressed|worn out|fed up|"
    rf"frightened|scared|upset|terrified|angry|"
    r"cross|frustrated|shaken)\b"
    r"|(?:any ?(?:one|body)|who) would (?:not )?(?:be|feel|have been)\b(?! (?:able|with|there|here|in)\b)"
    rf"|i would (?:be|feel) {_SO}(?:{_FEELS}|(?:hopping )?mad|fuming|furious|the same)\b"
    r"|you said you (?:had|have|are|could) not (?:been )?(?:sle(?:pt|ep|eping)|eaten|eating)"
    rf"|you are (?:bound to be|right to be|entitled to be)"
    rf"|poor (?:thing|love|you|lamb|bairn|pet|soul|lad|lass|girl|boy|wee)|no wonder you|i do not blame you"
    rf"|(?:that is|this is|it is|that was|it was|what) an? {_SO}(?:horrible|awful|terrible|dreadful|frightening|"
    rf"nasty|"
    r"cruel|wicked|vile) (?:thing|way|time|night|shock|business)\b"
    rf"|what an? (?:nuisance|worry|fright|shock|shame|pity|relief|horrid thing|awful thing|dreadful thing)\b"
    rf"|(?:you are|you is|your) (?:no|nobody s|not a) fool|(?:you are|your) (?:nowt|nothing|none|not anything) "
    rf"(?:of|o) (?:the|that) (?:sort|kind)|(?:do not|dinnae|never|should not|need not|no need to|"
    rf"shouldnae) (?:you )?feel (?:\w+ )?(?:silly|daft|stupid|"
    rf"foolish|bad|ashamed|embarrassed)\b|not (?:silly|daft|stupid|foolish) at all"
    rf"|you have not been (?:\w+ )?(?:silly|daft|stupid|foolish)"
    r"|(?:do not|never|dinnae) (?:\w+ )?think (?:that )?(?:you are|your) (?:a |an |being )?(?:old )?(?:fool|"
    r"silly|daft|"
    r"stupid|foolish)|(?:they|he|these (?:people|men|crooks|gangs)|people like (?:that|him|them)) (?:\w+ ){0,2}?"
    r"(?:fool|take in|catch|catch out|con|trick)s? "
    r"(?:everybody|everyone|anybody|anyone|all sorts|lots of|so many|plenty)\b"
    r"|sorry to hear|(?:i am|im) (?:so |very |really )?sorry (?:that )?(?:you (?:are|have|had)|your not|"
    r"this is happening|this has happened)"
    rf"|last thing you need|put the wind up|(?:you are|ye are|your) (?:at the end of your tether|"
    rf"all of a tremble|all of a dither)|i would be all of a|would be in (?:bits|pieces)|(?:you are|ye are|"
    rf"your) in (?:bits|pieces|a (?:right |proper |terrible )?"
    r"(?:state|stew))|i would (?:have|get) (?:the )?(?:butterflies|jitters|willies|kittens)"
    r"|(?:heart|nerves) (?:must be|will be|is) (?:\w+ ){0,3}?(?:mouth|pieces|going|racing|thumping|shreds))"
)
_A_FEELING = re.compile(
    rf"\b(?:{_FEELS}|dreadful|shocking|ugly|nasty|unpleasant|unsettling|horrid|shock|turn|pain|rotten|"
    r"sorry to hear|scare|fright)\b|^ i (?:do |quite |really |can )?(?:understand|hear you) $"
)
# What is heard as meeting a feeling and by itself meets none.
_OWNS_NONE = re.compile(
    r"^ (?:(?:oh|right|okay|ok|well|no|yes) )*(?:(?:i am |im )?(?:so |very |really |"
    r"ever so )*sorry(?: about that)?|i know|"
    r"bless you|thank you|not to worry|i (?:do |really )*appreciate (?:it|that|your \w+))(?: \w+){0,2} $|"
    r" i know (?:\w+ )?i know | (?:i am|if you are) worried "
)
_NOT_THEIRS = re.compile(r" (?:i am|if you are) worried ")
_COMFORT = re.compile(
    r"\b(?:(?:on|upon) (?:their|its|the|his|her) (?:way|road) (?:\w+ ){0,3}?(?:to you|to yous|now|with (?:blue )?"
    r"lights|lights|sirens)|as (?:fast|quick|quickly) as (?:they|we) can|lights and sirens|"
    r"(?:on|with) (?:their )?blue lights|(?:coming|sent|sending|now|way|to you) (?:on )?(?:blues and twos|"
    r"blue lights)"
    r"|not to worry|that is good news|(?:staying|stopping|here) (?:\w+ ){0,3}?(?:till|until) (?:they|the officers|"
    r"police|somebody)|(?:officers|they) will (?:stay|stop|sit) with (?:you|ye)\b"
    r"|you are (?:safe|not (?:alone|on your own)|in safe hands|(?:doing|being) (?:\w+ ){0,2}"
    r"(?:well|great|brilliant|brilliantly|fine|good|grand|amazing|brave|champion))"
    r"|(?:you|ye) have (?:done|been) (?:\w+ ){0,2}(?:right|well|brave|brilliant|great|brilliantly|fantastic|grand)"
    r"|i (?:am|will be|will stay|am staying) (?:right )?(?:here )?(?:with|beside) you(?! shortly| in a)"
    r"|i (?:am not (?:going|leaving)|will not (?:go|leave))(?: (?:anywhere|away|off|nowhere|you|ye)\b|(?! (?:to|into|"
    r"through|over|back|on|in|off|down|up|out|ahead|with|for|a|the|that|this|it|any|by|there|until|till)\b))"
    r"|(?:do not|dinnae|dinna|try not to|no need to) (?:you )?(?:fret|fash|worry|panic)\b(?! about)"
    r"|(?:you|ye) did (?:the |exactly the |absolutely the )?right|good (?:lad|lass|girl|boy)\b|well done"
    r"|(?:your call|you) (?:was|were) right(?: to (?:ring|call|phone|tell|doubt|ask|check))?\b(?! in\b)"
    r"|(?<!thank )(?:you are|you have been|do not think you are|never think you are) (?:not |no |nobody s )+"
    r"(?:a |an |being )?(?:been )?(?:bit |at all )?(?:old )?(?:fool|silly|daft|stupid|foolish|bother|nuisance|"
    r"in (?:any )?trouble)"
    r"|you have not been (?:\w+ )?(?:silly|daft|stupid|foolish)"
    r"|do not think you are (?:a |an |being )?(?:old )?(?:fool|silly|daft|stupid|foolish)"
    r"|(?:do not|dinnae) (?:you )?blame yourself|you can (?:speak|talk) (?:up|out|freely|normally) now)"
)
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
# What becomes of it: who does what next, for the caller or with what they told.
_NEXT = re.compile(
    r"\b(?:i|we) (?:will|am|are|have|shall|can) (?:\w+ ){0,2}?(?:tell(?:ing)?|send(?:ing)?|sent|firing|"
    r"pass(?:ing|ed)?|"
    r"log(?:ging|ged)?|get(?:ting)?|asked|arrang\w+|note|noting|noted|put(?:ting)?|mak(?:e|ing)|let(?:ting)?) "
    r"(?:the|them|this|that|it|your|a|an|officers?|somebody|someone|police|everything|all)\b"
    r"|\b(?:officers?|police|they|somebody|someone) (?:will |ll |still |are still |will still |are going to |"
    r"is going to |"
    r"has to |have to |has |have )+(?:still |to )*(?:\w+ )?"
    r"(?:check|come|coming|call|look|speak|see|read|decide|have a (?:look|read)|go through|be with you|be round|"
    r"attend|visit)\b"
    r"|\bwill be (?:read|seen|looked at|dealt with|passed|checked) (?:\w+ ){0,2}?by\b"
    r"|\b(?:so )?what happens (?:now |next |then )?is\b|\b(?:it|that|this|all of it|everything|the (?:report|"
    r"link|log|note|"
    r"message))(?: all)? (?:goes|is going|will go|gets passed|is passed|is coming|comes|"
    r"will come) (?:\w+ )?(?:to|on|through|over)\b"
    r"|\blink (?:is |has )?(?:gone|on its way|coming)\b|link (?:is|has been|was) sent\b|\bi (?:write|log|note|"
    r"pass|put) (?:it |this |that |"
    r"your )?(?:all )?"
    r"(?:down|up|on|through|that you)\b"
)
_RINGS_AGAIN = re.compile(
    r"\b(?:ring|call|phone|dial|dialling|ringing|calling|contact|shout|hing|bell|get on the phone|"
    r"get back)\b(?: \w+){0,2}? (?:us (?:back|again|"
    r"every time|whenever|straight|if|any|at once)|(?:999|9 9 9|101|1 0 1|1 oh 1)|back if|again if|if|"
    r"straight back|again)\b"
    r"|\bif (?:\w+ ){1,6}?(?:(?:ring|call|phone|dial)|(?:tell|shout)\b(?: \w+){0,2}? (?:us|me|at once))\b"
    r"|\b(?:any|if|next|news|ever|else|again|change|whenever)\b(?: \w+){0,12}? (?:on )?(?:101|999|1 0 1|9 9 9|ring)\b"
    r"|\b(?:do not|dinnae|never) (?:\w+ )?hesitate\b|\banything changes (?:\w+ ){0,2}?(?:tell|ring|call|shout)\b"
    r"|\b(?:tell|let) (?:me|us) (?:\w+ ){0,3}?if (?:anything|it|that|things) (?:changes|happens|gets)\b"
)
# Who had rung already, who is to be rung back, and a number that is asked for, say nothing of ringing again.
_RINGS_NOT = re.compile(
    r"\b(?:(?:had|have) to (?:ring|call)|(?:ring|call|phone) (?:you|ye|him|her|them|your bank)|not if you "
    r"(?:ring|call)|"
    r"(?:give|giving) (?:you|ye) a (?:ring|call)|(?:we|i|they|somebody|someone) (?:will|shall|can|may|"
    r"might) (?:\w+ )?(?:ring|call|phone)|"
    r"so well to ring|111|1 1 1|samaritans|number (?:\w+ ){0,4}?(?:ring|call)|can ring us|shall i ring|did you "
    r"ring|brought you to|made you|"
    r"led you to|not ring back|if (?:he|she|they) (?:ring|call)s? again (?:do not|ignore))\b"
)
_Deed = Literal["feels", "comforts", "declines", "neither", "keeps"]
_DOES: dict[_Deed, re.Pattern[str]] = {
    "feels": _FEELING, "comforts": _COMFORT, "declines": _DECLINES, "neither": _NEITHER, "keeps": _KEEPS_SCENE,
}  # fmt: skip
_FILLERS = re.compile(r" (?:um|er|erm|uh|like|you know)(?= )")


def _plain(turn: Turn) -> str:
    """A turn's words without the fillers of somebody who hesitates."""
    return _without_fillers(turn.said.text)


@lru_cache(maxsize=2048)
def _without_fillers(text: str) -> str:
    return _FILLERS.sub("", words_of(text))


@lru_cache(maxsize=8192)
def _does(what: _Deed, text: str) -> bool:
    """Whether words do one thing; several points ask the same of the same words."""
    return _DOES[what].search(_without_fillers(text)) is not None


def _by_words(turns: Iterable[Turn], says: Callable[[Turn], bool]) -> tuple[Turn, ...]:
    return tuple(turn for turn in turns if not turn.crowded and says(turn))


def owns_a_feeling(turn: Turn) -> bool:
    """Whether words name or meet what the caller feels; praise, a question how they are and a bare `sorry` do not."""
    return _does("feels", turn.said.text)


def acknowledges(turn: Turn) -> bool:
    """Whether words own a feeling, were plainly heard to, or were heard to and hold a word for one (`i no your scared`)
    or no more than `I understand`. `I know`, a bare sorry, thanks, and a worry of the handler's own, own none."""
    if owns_a_feeling(turn):
        return True
    heard = (intent.span or turn.said.text for intent in turn.said.intents if intent.answers_to("EMP_ACK"))
    said = tuple(words_of(part) for words in heard for part in re.split(r"(?<=[.!?;])\s+", words))
    if any(_A_FEELING.search(words) and _NOT_THEIRS.search(words) is None for words in said):
        return True
    return turn.plainly("EMP_ACK") and not any(_OWNS_NONE.search(words) for words in said)


def comforts(turn: Turn) -> bool:
    """Whether words comfort or encourage; help that comes at once, or as fast as it can, comforts, and `they're coming`
    alone does not."""
    return _does("comforts", turn.said.text)


def declines(turn: Turn) -> bool:
    """Whether words refuse to tell, give or do what may not be given."""
    return _does("declines", turn.said.text)


def neither_confirms(turn: Turn) -> bool:
    """Whether words say that nothing can be confirmed or denied."""
    return _does("neither", turn.said.text)


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


def offers_instead(turn: Turn) -> bool:
    """Whether words say what can be done instead of what was asked for, by the handler or by somebody else."""
    return not turn.crowded and _INSTEAD.search(_plain(turn)) is not None


def says_what_next(turn: Turn) -> bool:
    """Whether words say what the handler does next with what was told."""
    return not turn.crowded and _NEXT.search(_plain(turn)) is not None


def refocuses(turn: Turn) -> bool:
    """Whether words bring the caller back to what was asked."""
    return not turn.crowded and _REFOCUSES.search(_plain(turn)) is not None


def rings_again(turn: Turn) -> bool:
    """Whether words say when to ring again: if it changes, if he comes back, at any time."""
    if turn.crowded:
        return False
    heard = turn.plainly("ADV_RECONTACT") and _RINGS_NOT.search(words_of(turn.said.text)) is None
    return heard or _says_to_ring(turn.said.text)


@lru_cache(maxsize=2048)
def _says_to_ring(text: str) -> bool:
    parts = (words_of(part) for part in re.split(r"(?<=[.!?;])\s+", text))
    return any(_RINGS_AGAIN.search(part) and not _RINGS_NOT.search(part) for part in parts)


def keeps_the_scene(turn: Turn) -> bool:
    """Whether words ask to leave things as they are."""
    return _does("keeps", turn.said.text)


def names_route(turn: Turn, routes: Iterable[str]) -> bool:
    """Whether words name one of these formal routes; asking whether somebody has a solicitor names none."""
    words = _plain(turn)
    found = any(_ROUTES[route].search(words) for route in routes if route in _ROUTES)
    return found and _HAS_ONE.search(words) is None


def feeling_owned(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that name or meet what the caller feels."""
    return _by_words(turns, acknowledges)


def comforting(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that comfort."""
    return _by_words(turns, comforts)


def declining(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that decline."""
    return _by_words(turns, declines)


def confirming_nothing(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that neither confirm nor deny."""
    return _by_words(turns, neither_confirms)


def keeping_the_scene(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that ask to leave things as they are."""
    return _by_words(turns, keeps_the_scene)


def preventing(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that say how not to be taken in another time."""
    return _by_words(turns, lambda turn: _PREVENTS.search(_plain(turn)) is not None)


def naming_route(turns: Iterable[Turn], routes: Iterable[str]) -> tuple[Turn, ...]:
    """The turns that name one of these routes."""
    wanted = tuple(routes)
    return _by_words(turns, lambda turn: names_route(turn, wanted))
