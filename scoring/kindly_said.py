"""Plain words that are kind, whatever they were heard as: own or meet a feeling, comfort, encourage.

Doubt of hearing favours the trainee (DOMAIN section 5, rule 3): what stands in so many words was said.
"""

import re
from collections.abc import Iterable

from scoring.matching import words_of
from scoring.read_plainly import by_words, does
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


def owns_a_feeling(turn: Turn) -> bool:
    """Whether words name or meet what the caller feels; praise, a question how they are and a bare `sorry` do not."""
    return does(_FEELING, turn.said.text)


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
    return does(_COMFORT, turn.said.text)


def feeling_owned(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that name or meet what the caller feels."""
    return by_words(turns, acknowledges)


def comforting(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns that comfort."""
    return by_words(turns, comforts)
