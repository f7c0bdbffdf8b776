"""The plain question in one that is put in another order: "tell me what you can see", "who was it you rang". Pure."""

import re

from simulator.understanding.question_words import LEAD_IN, OPENLY, PRONOUN, VERB
from simulator.understanding.wordlist import listed

_WH = (
    r"(?:how (?:many|much|long|old|far|often|big|bad|tall|badly)(?: (?:people|men|of them|of you))?|"
    r"(?:what|which) (?:room|time|road|street|town|floor|colour|kind of \w+|sort of \w+|way|day|bank|door|house|one)|"
    r"what|whereabouts|where|who|when|why|how|which|whose \w+)"
)
_WHO = (
    rf"(?:(?!this\b|that\b|these\b|those\b)(?:{PRONOUN})|(?:the|your|his|her|their|that|this|those|these) [a-z]+|"
    r"(?:anyone|anybody|someone|somebody)(?: else)?|"
    rf"(?!(?:{OPENLY}|{VERB}|if|so|and|but)\b)(?-i:[A-Z][a-z]+))"
)
_TELLS = (
    r"(?:(?:(?:can|could|would|will) you )?(?:(?:just|please|also|now|at least) )*(?:tell (?:me|us)|let me know|say)|"
    r"(?:do|would) you (?:happen to )?know|any idea|(?:have|did) you (?:any idea|find out)|do you remember)"
    r"(?: (?:just|exactly|please|roughly|quickly|quietly|now))*"
)
_ASKED = (
    r"(?:i(?:'m| am| was|'ve| have)? (?:just |only )?ask(?:ed|ing)(?: you)?|(?:my|the) question (?:is|was)|"
    r"what i (?:asked|meant|want to know|wanted to know|need to know)(?: you)? (?:is|was)),?"
)
_BEGINS = rf"(?P<lead>(?:^|(?<=[.?!;] )){LEAD_IN})"
_INDIRECT = re.compile(
    rf"{_BEGINS}(?P<head>{_TELLS}|{_ASKED}) (?P<wh>{_WH}) (?P<rest>{_WHO}(?:'\w+)? ?[^,.?!;]*)", re.IGNORECASE
)
# "I asked why": the question word is all that is left of it.
_ONLY_ASKED = re.compile(rf"{_BEGINS}{_ASKED} (?P<wh>why|where|when|who|how many|how)(?=[.?!,]|$)", re.IGNORECASE)
_CLEFT = re.compile(
    rf"{_BEGINS}(?P<wh>{_WH})(?: exactly| actually)?(?:'s| is| was) (?:it|that)(?P<that> that(?!'))? "
    rf"(?P<rest>{_WHO}(?:'\w+)? [^,.?!;]+)",
    re.IGNORECASE,
)
# "Who was it that rang": whoever did it stands for its own subject.
_CLEFT_OF_DOER = re.compile(
    rf"{_BEGINS}(?P<wh>who|what|which \w+)(?:'s| is| was) it (?:that|who)(?P<s>'s| is| was)? (?P<rest>[^,.?!;]+)",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(
    rf"{_BEGINS}you(?:'ve)? (?:said|say|told me|mentioned)(?: that)? (?P<told>{_WHO}(?:'\w+)? [^.?!;]+?),? but "
    rf"(?:you )?(?:not|didn't say|did not say|never said|haven't said|didn't tell me|not say) (?P<wh>{_WH})"
    r"(?P<more> [^,.?!;]+)?(?=[,.?!;]|$)",
    re.IGNORECASE,
)
_SAID = re.compile(rf"(?P<who>{_WHO})(?P<short>'(?:s|re|ve|ll|m))?(?: (?P<words>.+))?", re.IGNORECASE)
_BE = "is|are|was|were|isn't|aren't|wasn't|weren't|am"
_MODAL = (
    "can|could|will|would|should|must|might|can't|couldn't|won't|wouldn't|shouldn't|cannot|"
    "did|didn't|does|doesn't|do|don't"
)
_HAVE = "have|has|had|haven't|hasn't|hadn't"
_DONE = (
    r"(?:(?:just|already|ever|never|not|only) )?"
    r"(?:been|got|gone|done|come|had|made|left|hit|put|seen|heard|told|\w+(?:ed|en))\b"
)
# "What he's done", "what he's threatened"; "what he's called" is what he is.
_HAS = re.compile(
    rf"(?!(?:come|left|hit|put|made|told|hidden|called|named|dressed|armed|injured|locked|covered|scared)\b){_DONE}",
    re.I,
)
_NO_VERB = r"(?:about|of|and|or|please|if|for|in|on|at|to|from|with|now|then)\b"
_HELPED = re.compile(
    rf"(?:(?P<be>{_BE})|(?P<modal>{_MODAL})(?= (?!{_NO_VERB})\w)|(?P<have>{_HAVE})(?= {_DONE}))(?: (?P<rest>.+))?$",
    re.IGNORECASE,
)
_SHORT = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
_PAST = dict(
    pair.split(":")
    for pair in listed(
        "went:go came:come saw:see heard:hear said:say told:tell got:get gave:give took:take made:make left:leave "
        "found:find knew:know thought:think rang:ring spoke:speak wrote:write met:meet lost:lose ran:run broke:break "
        "drove:drive fell:fall held:hold kept:keep felt:feel brought:bring bought:buy sent:send sat:sit stood:stand "
        "woke:wake began:begin did:do meant:mean paid:pay slept:sleep stole:steal threw:throw hid:hide drank:drink "
        "ate:eat hung:hang chose:choose caught:catch put:put let:let hit:hit hurt:hurt"
    )
)
_LOST_AN_E = re.compile(r"(?:[aeiou][vsgzc]|[^aeiou]{2}[lvc]|[iou]r|at|[aiou][mnkpd])$")
_KEPT_NONE = re.compile(r"(?:ee|oo|ai|ou|ea)\w$|[eoi]n$")
_PLAIN_VERBS = frozenset(
    listed(
        "live want need think know mean see hear say tell go come get keep work feel look sound remember like use "
        "call ring stay sleep smell suspect expect"
    )
)


# The end of "can you tell me what it says and when it was given?", cut off by itself.
_ENDS_ASKING = re.compile(
    rf"{_BEGINS}(?:(?:roughly|exactly|about) )?(?P<wh>{_WH}) (?P<rest>(?:it|he|she|they|you)(?:'\w+)? [^,.?!;]+)\?",
    re.IGNORECASE,
)


def in_plain_order(text: str) -> str:
    """The words with each question in the order of a plain one; what is none, or would be none then, stays."""
    text = _BUT_NOT.sub(_left_untold, text)
    text = _CLEFT_OF_DOER.sub(_of_doer, text)
    text = _CLEFT.sub(_turned, text)
    text = _INDIRECT.sub(_turned, text)
    if _ENDS_ASKING.fullmatch(text):
        return _ENDS_ASKING.sub(_turned, text)
    return _ONLY_ASKED.sub(lambda found: f"{found['lead']}{found['wh']}", text)


def asked_directly(question: str, said: str) -> str:
    """What is said asked with that question word: ("why", "she went") as "why did she go"; empty where it cannot be."""
    found = _SAID.fullmatch(said.strip())
    if found is None:
        return ""
    who, short, words = found["who"], (found["short"] or "").strip("'").lower(), found["words"] or ""
    who = f"{who[0].lower()}{who[1:]}" if who.lower() in PRONOUN.split("|") and who != "I" else who
    if short:
        if not words:
            return ""
        has = _HAS.match(words) is not None
        verb = _SHORT.get(short) or ("has" if has else "is")
        return f"{question} {verb} {who} {words}"
    helped = _HELPED.match(words)
    if helped is not None:
        verb = (helped["be"] or helped["modal"] or helped["have"]).lower()
        return " ".join(filter(None, (question, verb, who, helped["rest"])))
    first, _, rest = words.partition(" ")
    helper, plain = _done(first.lower())
    return " ".join(filter(None, (question, helper, who, plain, rest))) if helper else ""


def _done(verb: str) -> tuple[str, str]:
    """The helping verb of a plain question and the bare verb: "went" as "did" and "go"."""
    if verb in _PAST:
        return "did", _PAST[verb]
    if verb in _PLAIN_VERBS:
        return "do", verb
    if verb.endswith("s") and verb[:-1] in _PLAIN_VERBS | {*_PAST.values()}:
        return "does", verb[:-1]
    if verb.endswith("es") and verb[:-2] in ("go", "do"):
        return "does", verb[:-2]
    if verb.endswith("ed") and len(verb) > 4:
        return "did", _undone(verb)
    return "", verb


def _undone(verb: str) -> str:
    stem = verb.removesuffix("ed")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]  # stopped
    if _LOST_AN_E.search(stem) and not _KEPT_NONE.search(stem):
        return f"{stem}e"  # lived, used, moved
    return f"{stem[:-1]}y" if stem.endswith("i") else stem


def _turned(found: re.Match[str]) -> str:
    asked = asked_directly(found["wh"], found["rest"])
    return f"{found['lead']}{asked}" if asked else found[0]


def _of_doer(found: re.Match[str]) -> str:
    helped = {"'s": " is", " is": " is", " was": " was"}.get((found["s"] or "").lower(), "")
    if re.match(rf"(?:{PRONOUN}|the|your|his|her|their)\b", found["rest"], re.IGNORECASE):
        return found[0]
    return f"{found['lead']}{found['wh']}{helped} {found['rest']}"


def _left_untold(found: re.Match[str]) -> str:
    more = found["more"] or ""
    asked = asked_directly(found["wh"], more or found["told"])
    return f"{found['lead']}{asked}" if asked else found[0]
