"""What a meaning needs in the words, or cannot stand beside: no goodbye in `stay there for now`."""

import re
from functools import lru_cache

import numpy as np

from simulator.heard import ASKING
from simulator.understanding.absent import KNOWN_AND_ABSENT, OF_SOMEBODY
from simulator.understanding.advice import OTHERS_ADVICE
from simulator.understanding.asks_nothing import reports
from simulator.understanding.model import Floats
from simulator.understanding.normalise import plain
from simulator.understanding.signs import LETS_REST

# A meaning is possible only where one of its words was said.
_NEEDS = {
    "CLOSE_PROPER": r"\b(?:(?:good|bye )?bye|ta ra|tara|cheerio|ta ta|toodle|so long|anything|anythin|owt|else|"
    r"thanks|"
    r"thank you|take care|look after|stay safe|hang up|phone down|let you|let s you|ring off|go now|end|finish|close|"
    r"leave (?:it|you|the call)|good (?:day|night|evening|weekend|luck)|nice (?:day|evening|weekend)|welcome|"
    r"questions|happy with|make sense|all the best|speak soon|speak to you|mind how|more|everything|see you|get off|"
    r"covered|answered|sorted then|done then|cheers|before (?:i|you|we) go|something|is that all|was that all)\b",
    "ESCALATE": r"\b(?:i|we|me|my|our|let|the|a|an|is there)\b(?! (?:is|was) )",
    "NEG_END_EARLY": r"\b(?:bye|goodbye|cheerio|ta ra|tara|go|going|leave|leaving|hang|hanging|clear|free up|"
    r"end|ending|"
    r"off the|let you|phone down|put the phone|take (?:an|the|some)?(?:other|next|more)? ?(?:call|calls)|other calls|"
    r"another call|next call|ring off|nothing (?:more|else)|get off|done here|that is it|see you|finish|finishing)\b",
}
# What they think of somebody else's view, what hindered them, that they surely know: no blame unless it blames.
_BLAMES = r"(?!.*\b(?:fault|blame|bothered|if you (?:had|did)|deserve\w*|provoke\w*|(?:asked|asking) for it)\b)"
_THEIR_VIEW = (
    rf"^(?:\w+ ){{0,2}}?do (?:not )?you (?:really |honestly )?(?:think|feel|believe|reckon|suppose|agree)"
    rf"(?: that| with)?{_BLAMES} (?:he|she|they|him|her|them|your \w+|somebody|someone|anyone|anybody|"
    r"you should(?! have\b))\b"
)
_WHAT_HINDERED = (
    rf"^(?:\w+ ){{0,2}}?(?:why (?:did|have|had|do) (?:not you|you not)(?: been able to| able to)? "
    r"(?:get (?:any |some |the |more )?(?:help|hold|through|answer|answers|word|anyone|anybody|sleep|out)|"
    r"manage|hear|receive|find|reach|been able|feel (?:able|safe))\b|"
    r"why (?:could|were) (?:not you|you not) (?:able to )?(?!just\b|simply\b|even\b|(?:\w+ )?wait\b|keep\b|"
    r"(?:leave|walk away from) (?:him|her)\b)\w|"
    r"why would (?:not you|you not) (?:let|lend|give|serve|sell|pay|take)\b|"
    r"why (?:cannot you|can you not) (?:get|go|open|see|use|move|walk|reach|stay|hear) |"
    r"what (?:has )?(?:stopped|kept|prevented|held|hindered|is (?:stopping|keeping|holding)) you\b|"
    rf"(?:(?:is|was) there )?(?:a|any) (?:particular )?reason (?:why )?you\b){_BLAMES}"
)
# "Are you sure you heard it drive off?", "are you happy for me to tell them?", "why do you keep coming back to it?"
_ASKS_IF_SURE = (
    r"^(?:\w+ ){0,3}?are you (?:quite |really |absolutely |very |completely |still |both )*"
    r"(?:sure|certain|positive|happy)\b"
    r"(?!.*\b(?:you are not|not (?:just )?(?:\w+ing|drunk|pissed|on something)|really (?:need|want) )\b)"
    rf"{_BLAMES}|\bif you are (?:quite |really )?(?:sure|certain)(?: are you (?:quite |really )?sure)?$"
    r"|\byou do not sound (?:very |too |so |that |quite )?(?:sure|certain)\b"
    rf"|^(?:\w+ ){{0,4}}?why (?:do|did) (?:not you|you not) want (?:me|us)\b{_BLAMES}"
    rf"|^(?:\w+ ){{0,2}}why do you keep (?:coming|going) back (?:to|over|there)\b{_BLAMES}"
)
_SURE_THEY_KNOW = (
    r"^(?:\w+ ){0,3}?i (?:am (?:quite )?sure|know|expect) (?:that )?you (?:have )?(?:already |all |often |probably )*"
    rf"(?:hear|heard|been told|know|thought|tried)\b{_BLAMES}(?!.* (?:enough|but)\b)"
)
_LETS_THEM_DO = r"\blet you get on with (?:it|that|this|the|your|those|what)\b(?!.*\b(?:bye|night|thanks?|care|tea)\b)"
# "Before we finish, I'd like one more thing from you": not yet, unless it is only whether there is anything else.
_BEFORE_THE_END = (
    r"^(?:\w+ ){0,2}before (?:we|i|you) (?:finish|end|go|close|stop|hang up|ring off|say goodbye)\b"
    r"(?!.*\b(?:anything|questions|all right|bye)\b).*"
    r"\b(?:i (?:would like|need|want|just need|just want|must|have to)|one (?:more|last)|tell me|give me)\b"
)
# "Tell Rosie to keep her eyes open", "ask your mum where it hurts": words to one of theirs endanger nobody.
_SAID_TO_ONE_OF_THEIRS = (
    r"^(?:(?:and|so|now|then|just|please|can you|could you) )*(?:tell|ask|talk to|speak to|say (?:hello|hi) to) "
    r"(?!him\b|them\b|me\b|the (?:man|men|driver|other)\b|that\b|someone\b|somebody\b)[a-z]+ "
    r"(?!.*\b(?:hit|fight|attack|grab|stop him|go|come|open|confront|chase|get out|move|let)\b)"
)
# A meaning is impossible where these words were said.
_NOT_WITH = {
    "ESCALATE": r"^your (?:boss|manager|supervisor|sergeant|inspector) (?:is|was)\b",
    "NEG_DANGEROUS": r"^(?:\w+ ){0,2}(?:did|have|has|were|was) (?:you|he|she|they)\b|\b(?:are|were|do|did|have|"
    r"is|would) (?:you|he|she) (?:planning|plan|intend|intending|thinking|hoping|"
    r"going to|gonna|mean|meaning|want|been|got)\b|\byour plans?\b|"
    rf"^(?:\w+ )?should you\b|{OTHERS_ADVICE}|{_SAID_TO_ONE_OF_THEIRS}",
    # To let a matter rest, or them get on with what they are doing, ends no call.
    "NEG_END_EARLY": rf"\bleave (?:it|that|this|things|them|him|her) (?:be|alone)\b|{LETS_REST}|{_LETS_THEM_DO}|"
    rf"{_BEFORE_THE_END}",
    "VER_ASK_AUTHORITY": r"^(?:\w+ ){0,4}?for (?:asking|telling me|saying)(?: (?:so|that))?$",
    "VER_ASK_ITEM": r"\bi can take (?:the |some |your )?details\b|"
    r"^(?:it|that) is (?:just |only )?for (?:security|your)\b",
    # What the handler wants or offers: whether they can talk is asked otherwise.
    "ASK_SAFE_TO_TALK": r"^(?:\w+ ){0,3}?i (?:just |only |really )?(?:want|wanted|would like|need) to (?:just )?"
    r"(?:talk|speak)\b(?!.*\b(?:can|could|are|is) (?:you|he|she|it|anyone|anybody|somebody)\b)|"
    r"^(?:\w+ ){0,2}?you can (?:always )?(?:talk|speak) to (?:me|us)\b",
    "ASK_SUSPECT_NOW": KNOWN_AND_ABSENT,
    "NEG_DISCLOSE": r"\b(?:are|were|do|did|have|would) you (?:planning|plan|intend|thinking|know|want|been|going)\b",
    "NEG_RUDE_BLAME": r"\b(?:sorry|apologise|thank you for|i understand|bless you|well done|did not mean|"
    r"should not have (?:said|snapped|spoken)|forget (?:i|what i|that)|must be|must have been|only natural|"
    r"(?:quite|perfectly|completely|only|very) (?:natural|normal|understandable|human)|"
    r"(?:silly|daft|stupid|odd|funny) question|you (?:have )?(?:answered|told me|managed) (?:it|them|that) all|"
    r"what (?:worries|frightens|scares|bothers) you most)\b|"
    r"^(?:are |and are )?(?:you )?(?:are )?(?:quite |really |absolutely |very )*(?:sure|certain)"
    r"(?: (?:about|of) (?:that|it|this))?$|"
    r"^not (?:you|your|that|him|her)\b|^i (?:have |do |did )?hea(?:r|rd) you\b(?!.*\b(?:first time|enough|already)\b)|"
    r"\b(?:made|marked|graded|logged|put|upgraded|raised) (?:this|it|your call) (?:\w+ ){0,3}"
    r"(?:emergency|immediate|priority|urgent)\b|"
    r"^(?:\w+ ){0,2}?you (?:actually |really )?(?:heard|saw|see|hear|felt|met) (?:\w+ ){1,4}not (?:just|only) \w+|"
    rf"{_THEIR_VIEW}|{_WHAT_HINDERED}|{_SURE_THEY_KNOW}|{_ASKS_IF_SURE}",
    # "What did you say to that?" asks what they answered somebody.
    "ASK_REPEAT": r"\bdid you (?:say|tell|answer|reply) to (?:that|it|this|him|her|them|the|your)\b",
    # To be let ask is no way to go about it, and why a thing went wrong is nobody's motive.
    "DP_ROUTE": r"^(?:\w+ ){0,3}(?:you|anybody|anyone) (?:can|could|may) (?:always |certainly |of course )?ask"
    r"(?: me)?(?: that| it| anything| again| of course)?(?: and .*)?$",
    "ASK_HATE_PERCEPTION": r"\bwhy (?:did|has|does|is|was) (?:it|that|this)\b|^(?:and |so |but )*(?:why|how come)$",
    "PHONETIC_SPELL": r"^(?!.*\b(?:spell\w*|letters?|phonetic\w*)\b).*"
    r"\bwrit(?:e|ten|ing) (?:that|it|this|them) (?:all )?down\b",
    # Whose line it is, or of what kind, is no question of the figures.
    "ASK_CALLBACK": r"\b(?:got|have|know|write|written|take|taken|note|keep) (?:down )?(?:our|my) number\b|"
    r"\b(?:is|are) (?:this|that|it|the)\b.*\b(?:own|personal|yours|mobile|landline|work)\b.*"
    r"\bor (?:a |the |your |is it )*(?:work|own|mobile|landline|house|home|company|personal|somebody|someone)\b"
    r"(?!.*\b(?:best|reach|ring you|call you|back)\b)",
    # "Is Bracken calm?" asks after somebody, and comforts nobody.
    "EMP_REASSURE": r"^(?:and |so )?(?:is|are|was|were|has|have|does|did) "
    r"(?!(?:you|i|we|it|that|this|there|not)\b)\w+ \w",
    "OPEN_CHANNEL_CHECK": _SURE_THEY_KNOW,
    "OPEN_GREET": r"\bhow (?:do|did|can|would|could) you know\b|\bwhat makes you (?:think|sure)\b",
    "NEG_PROMISE": r"^(?:\w+ ){0,2}no (?:blue |flashing )?(?:sirens?|lights?|blues|noise)\b|"
    r"\b(?:quietly|without (?:any |the )?(?:sirens?|lights?))\b",
    "ASK_WHAT_HAPPENED": r"\b(?:can|could|will|would|might) (?:she|he|they|your \w+) (?:hear|see|have heard)\b",
    "ASK_OFFICER_SAFETY": r"^(?:(?:are|is) there )?(?:any |an? )?(?:firearms?|guns?|weapons?|knives)"
    r"(?: there| involved| about| at all)?$",
    "ASK_PERSON_DETAILS": r"^(?:and )?you$|\bcall(?:s|ed|ing)? (?:(?:you|her|him|them|us) )?names\b|"
    r"\b(?:what an? |(?:lovely|pretty|beautiful|grand|fine|nice) )(?:\w+ )?name\b(?!.*\?)|"
    r"\b(?:call|shout)(?:ing)? (?:out )?.*\b(?:your|by) name\b|\bi can take (?:the |some |your )?details\b",
    "ASK_LOCATION_REFINE": r"^(?:\w+ )?which (?:window|drawer|cupboard|bag|phone|man|one|card|pane)\b"
    r"(?!.*\b(?:you|your|door|way|room|floor|side|street|road)\b)",
    # What somebody would do, and where a thing is kept, are no question of the caller's number or place.
    "ASK_SAFE_CONTACT": r"^(?:\w+ ){0,2}(?:would|will|could|can) (?:they|he|she|anyone|anybody|(?:the|a|your) \w+) "
    r"(?:(?:ring|call|phone) (?:us|me|you)\b|(?:see|hear|notice) (?:it|that|them)$)",
    "ASK_DESC_VEHICLE": r"^(?:and )?what is (?:it|that) (?:on|in)$",
    "ASK_LOCATION": r"\bwhere (?:is|are|was|were) (?:it|that|they|those) (?:kept|stored|hidden|put|left)\b|"
    r"\bwhere (?:is|are) (?:your|the|that|this|his|her) (?:court )?(?:order|papers?|paperwork|letter|note|card|form|"
    r"keys?|bag|envelope|money|cash|post|book|knife|hammer|weapon)\b|"
    rf"\b(?:which|what) (?:town|village|city) {OF_SOMEBODY}|"
    r"\bwhere did (?:the|that|this) \w+(?: \w+)? come from\b|"
    r"\bhave you (?:moved|changed)\b|\byou (?:have )?moved to\b",
    "ASK_ORDERS_BAIL": r"\bname\b.*\border\b|\border (?:a|some|under|anything|it|them)\b|"
    r"\b(?:pizza|takeaway|delivery|food)\b|^(?:\w+ ){0,5}there is an? (?:court )?order\b",
    "CLOSE_PROPER": rf"{LETS_REST}|{_LETS_THEM_DO}|{_BEFORE_THE_END}|"
    r"^good (?:morning|afternoon|evening)(?: \w+)?$|\b(?:annoying|frustrating|upsetting|frightening|"
    r"that is all i (?:need|wanted)|"
    r"ask you (?:something|another|a)|do not go|"
    r"stay (?:on|there|put)|"
    r"are you sure)\b",
}
_NEEDED = {label: re.compile(pattern) for label, pattern in _NEEDS.items()}
_BARRED = {label: re.compile(pattern) for label, pattern in _NOT_WITH.items()}


@lru_cache(maxsize=4096)
def impossible(text: str) -> frozenset[str]:
    """The labels that the words rule out."""
    words = plain(text)
    missing = {label for label, pattern in _NEEDED.items() if not pattern.search(words)}
    return frozenset(missing | {label for label, pattern in _BARRED.items() if pattern.search(words)})


def _ruled_out(label: str, text: str) -> bool:
    return label in impossible(text) or (label.startswith(ASKING) and reports(text))


def possible(odds: Floats, labels: tuple[str, ...], text: str) -> Floats:
    """The odds without what the words rule out; what was taken away is shared out only in part."""
    if not _ruled_out(labels[int(odds.argmax())], text):
        return odds
    kept = odds * np.array([not _ruled_out(label, text) for label in labels], dtype=np.float32)
    return np.asarray(kept / max(float(kept.sum()), 0.5), dtype=np.float32)
