"""Words that the handler offers as a sign: "say large if you're hurt, small if not". Pure; no scenario."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from simulator.understanding.normalise import lowered
from simulator.understanding.question_words import HELPER


@dataclass(frozen=True)
class Sign:
    """A word and what it is to say: `means` a question whose answer yes (or no, where `holds` is False) makes it fit.

    Where `means` is empty it stands for yes or no to whatever is asked besides.
    """

    word: str
    means: str
    holds: bool = True
    lasting: bool = False  # agreed for all that is asked from here on


@dataclass(frozen=True)
class Offer:
    """The signs offered in an utterance, and what was said besides. `later`: one is kept for what may come."""

    signs: tuple[Sign, ...] = ()
    besides: str = ""
    later: bool = False

    @property
    def agreed(self) -> tuple[str, str] | None:
        """The words for yes and for no from here on; either is empty where plain ones were kept; None: none agreed."""
        yes = next((one.word for one in self.signs if one.lasting and one.holds), "")
        no = next((one.word for one in self.signs if one.lasting and not one.holds), "")
        return (yes, no) if yes or no else None


_QUOTED = r"[\"'\u2018\u201c](?P<{0}>[a-z0-9][a-z0-9 ,'\u2019-]{{0,28}}?)[,.]?[\"'\u2019\u201d](?!\w)"
_NO_WORD = r"(?!(?:if|for|when|and|or|to|me|means|would|could|you|just|then|which|whether|please)\b)"
_BARE = (
    rf"(?P<{{0}}>(?:no |yes,? |extra |a |the )?{_NO_WORD}[a-z0-9][a-z0-9']*"
    rf"(?: {_NO_WORD}[a-z0-9']+){{{{0,2}}}})"
)
_SAY = (
    r"(?:(?:would|could|can|will) you (?:just |please )*"
    r"|(?:you (?:can |could )?|just |please |then |only |maybe |i'd like you to |so )*)"
    r"(?:say|tell me|ask (?:me )?for|answer|order|go for|make it|mention|call it)(?: the words?)?(?: just)?"
)
_WORD = rf"(?:{_QUOTED.format('q')}|{_BARE.format('b')})"
_COND = r"(?P<cond>[^.?!;:]+?)"
_STOPS = (
    r"(?=[.?!;:]|$|,? (?:and|or|but)? ?(?:just )?[\"\u2018\u201c'](?=\w)"
    rf"|,? ?(?:and |or |but )?(?:if|{_SAY}) | [a-z]+,? (?:if|for|means?) "
    r"|(?:,|,? and|,? or|,? but) (?:[a-z]+ ){1,3}(?:if|for|means?) )"
)
_IF_SAY = re.compile(rf"\b(?:if|when) {_COND},? (?:then )?{_SAY} {_WORD}(?=[.,?!;: ]|$)(?: to me)?")
_SAY_IF = re.compile(rf"\b{_SAY} {_WORD},? (?P<how>if|for|to mean|means|when) {_COND}{_STOPS}")
_SAY_TO = re.compile(rf"\b{_SAY} {_WORD} to (?P<cond>(?!me\b|us\b|mean\b|him\b|the\b)[a-z]+ [^.?!;:]+?)(?=[.?!;:,]|$)")
_SAY_PAIR = re.compile(rf"\b{_SAY} {_QUOTED.format('q')},? or {_QUOTED.format('r')}")
_NEXT_IF = re.compile(
    rf"[,.;]? ?(?:and |or |but )*(?:{_WORD},? (?P<how>if|for|means|when) {_COND}"
    rf"|if (?P<cond2>[^.?!;:,]+?)(?:,? (?:then )?{_SAY} |, (?:then )?)"
    rf"{_WORD.replace('<q>', '<q2>').replace('<b>', '<b2>')})"
    r"(?=[.,?!;:]| (?:and|or|but) |$)"
)
_BARE_PAIR = re.compile(
    r"(?:^|[.?!;:,] |now on,? )(?P<b>[a-z0-9]+(?: [a-z]+)?) (?:for|means) (?P<cond>[a-z' ]{2,40}?),? (?:and )?(?:or )?"
    r"(?P<b2>[a-z0-9]+(?: [a-z]+)?) (?:for|means) (?P<cond2>[a-z' ]{2,40}?)(?=[.?!;:,]|$)"
)
# "Chips if you can, wedges if you can't": the things of an order, and nothing that is to be done.
_NOTHING_DONE = (
    r"(?!(?:and|or|but|so|just|please|only|then|you|he|she|it|they|me|him|her|that|this|okay|right|even|as|what|say|tell|"
    r"tap|press|knock|cough|hum|nod|stay|run|hide|keep|wait|come|whisper|ring|call|leave|go|get|move|lock|shout|scream|"
    r"hang|stop|use|try|take|put|do|be|make|let|answer|order|ask|give|listen|out|in|up|down|now|there|here|safe|know|"
    rf"{HELPER})\b)"
)
_CAN = re.compile(r"you (?:can|could|are able to) \w+")  # "if you can get out" asks whether, and waits for nothing
_PAIR_IF = re.compile(
    rf"(?:^|[.?!;:,] |so |now |okay )(?P<b>{_NOTHING_DONE}[a-z]+(?: {_NOTHING_DONE}[a-z]+)?) if "
    rf"(?P<cond>[a-z' ]{{2,40}}?)(?P<sep>,(?: and| or| but)?| and| or| but)? "
    rf"(?P<b2>{_NOTHING_DONE}[a-z]+(?(sep)(?: {_NOTHING_DONE}[a-z]+)?|)) if (?P<cond2>[a-z' ]{{2,40}}?)(?=[.?!;:,]|$)"
)
_YES, _NO = frozenset(("yes", "a yes", "aye", "yeah")), frozenset(("no", "a no", "nope", "naw"))
_NOT = re.compile(
    r"^(?:not|otherwise|no|it's not|you're not|you are not|you aren't|he's not|he isn't|he hasn't|you haven't|you can't"
    r"|you don't|it isn't|there isn't|there's not|they're not|she's not|he is not|it is not|neither|if not)$"
)
_SO = re.compile(
    r"^(?:so|yes|it is|you are|he is|he has|you have|you can|you do|he does|there is|there are|they are|she is|it's yes"
    r"|he can|she can|she has|that's right|that's so|true|it's true|i'm right|that is right)$"
)
_TO_COME = re.compile(
    r"\b(?:comes?|gets?|starts?|goes|changes?|happens?|moves?|touches|hits|tries|turns?|leaves|picks|grabs|wakes"
    r"|later|next|anything changes|can't (?:go on|carry on|stay)"
    r"|(?:needs?|have) to (?:go|hang up|stop))\b"
)
_PLAIN = re.compile(r"^(?:yes|no|yes or no|yes please|no thanks?|yes,? please|no,? thanks?|aye|yes and no|me|that|it)$")
_DENIED = re.compile(r"\b(not|isn't|aren't|hasn't|haven't|can't|cannot|don't|doesn't|no longer)\b ?")
_UNDENIED = {"not": "", "can't": "can", "cannot": "can", "no longer": "", "don't": "", "doesn't": ""}
_IS_SO = re.compile(r"^(?:he|she|it|they|you|there)(?:'s)? (?:is|are|has|have|does|do|can|did|was|were)$")
_NONE_OF = re.compile(r"\bno (?!one\b|longer\b|body\b)(?=[a-z])")
_OTHERWISE = re.compile(
    r"(?P<before>\bsay .*)\b(?:otherwise|or else|else),? (?:just )?(?:say )?(?P<word>[a-z0-9]+)(?=[.?!]|$)"
)
_TO_YOU = re.compile(r"^(?:has|is) (?:he|she) (?:cut|hurt|hit|harmed|touched|threatened)$")
_PARTICIPLE = re.compile(
    r"^(?:already |just |ever )?(?:\w+ed|got|hit|cut|been|gone|left|hurt|broken|had|done|taken|put|said)\b"
)
_STATES = re.compile(
    rf"^(?P<who>you|he|she|it|they|we|there|(?:the|your|his|that|anybody|anyone|somebody|someone)(?: \w+){{0,2}}?)"
    rf"(?:(?P<short>'s|'re|'ve)(?: (?P<been>been|got))?| (?P<aux>{HELPER})) (?P<rest>.+)$"
)
_DOES = re.compile(r"^(?P<who>you|they|we) (?P<rest>.+)$")
_UNMARKED = re.compile(r"\b(ca|do|does|did|is|are|has|have|was)nt\b")  # "cant", as it is typed in haste
_SOUNDS = re.compile(r"\b(?:um+|er+m?|uh|hmm),? ?")
MOST = 4


@lru_cache(maxsize=512)
def offered(text: str) -> Offer:
    """The signs that the words offer; no signs where they offer none. Yes for yes and no for no are no signs."""
    words = _OTHERWISE.sub(
        r"\g<before>\g<word> if not", " ".join(_SOUNDS.sub("", _UNMARKED.sub(r"\1n't", lowered(text))).split())
    )
    signs: list[Sign] = []
    later = False
    besides = words
    while len(signs) < MOST and (found := _first(besides)) is not None:
        begun, ended, pairs = found
        rest = besides[ended:]
        while (more := _NEXT_IF.match(rest)) is not None and len(pairs) < MOST:
            pairs.append((_word(more), (more["cond"] or more["cond2"] or "").strip(" ,")))
            rest = rest[more.end() :]
        for word, condition in pairs:
            sign = _sign(word, condition, signs)
            if sign is None:
                later = later or bool(_TO_COME.search(condition))
                continue
            signs.append(sign)
        besides = f"{besides[:begun].rstrip(' ,')}{_stop(besides[:begun])} {rest.lstrip(' ,.')}".strip()
    told = tuple(signs)
    if all(_PLAIN.match(one.word) for one in told) and not any(one.means for one in told):
        return Offer((), text if not later else besides, later)
    return Offer(told, besides, later)


def _stop(before: str) -> str:
    """What goes before a sign is a sentence of its own."""
    bare = re.sub(r"(?:,|\b(?:so|and|but|just|please|then)\b|\s)+$", "", before)
    return "" if not bare or bare[-1] in ".?!;:" else "."


def _first(words: str) -> tuple[int, int, list[tuple[str, str]]] | None:
    """Where the first sign begins and ends, and its word and condition (or those of the two words for yes and no)."""
    found = [one for pattern in (_SAY_IF, _IF_SAY, _SAY_TO) if (one := pattern.search(words)) and _fit(one)]
    pair = _SAY_PAIR.search(words)
    both = _BARE_PAIR.search(words) or _PAIR_IF.search(words)
    if found:
        first = min(found, key=lambda one: (one.start(), found.index(one)))
        condition = first["cond"].strip(" ,")
        if first.re is _SAY_TO:
            condition = f"you want me to {condition}"
        return first.start(), first.end(), [(_word(first), condition)]
    if pair is not None:
        return pair.start(), pair.end(), [(pair["q"], "yes"), (pair["r"], "no")]
    if both is not None:
        pairs = [(both["b"], both["cond"].strip()), (both["b2"], both["cond2"].strip())]
        return both.start("b"), both.end(), pairs
    return None


def _fit(found: re.Match[str]) -> bool:
    """Whether it is a word for a sign: not "tell me if he is there" nor "answer me yes or no"."""
    word = _word(found)
    if found["q"]:
        return True
    return not re.match(
        r"(?:me|us|it|that|whether|what|who|where|how|if|gently|him|her|something|anything|when)\b", word
    ) and (" or " not in word)


def _word(found: re.Match[str]) -> str:
    named = found.groupdict()
    word = next((named[key] for key in ("q", "b", "q2", "b2") if named.get(key)), "")
    return word.strip(" ,.'\"")


def _sign(word: str, condition: str, before: list[Sign]) -> Sign | None:
    """One sign; None where what it is for may come later."""
    bare = re.sub(r"^(?:a |the )", "", condition)
    if bare in _YES or bare in _NO:
        return Sign(word, "", bare in _YES, lasting=True)
    if before and before[-1].means and not before[-1].holds and _IS_SO.match(bare):
        return replace(before[-1], word=word, holds=True)  # "A if he hasn't a knife, B if he has"
    if _SO.match(bare):
        return Sign(word, "")
    if _NOT.match(bare) and not before:
        return Sign(word, "", holds=False)
    if _NOT.match(bare):
        return replace(before[-1], word=word, holds=not before[-1].holds)
    if _TO_COME.search(condition) and not _CAN.match(condition):
        return None
    denied = _DENIED.search(condition) or _NONE_OF.search(condition)
    condition = _NONE_OF.sub("any ", condition)
    asked = _DENIED.sub(lambda one: _UNDENIED.get(one[1], one[1].removesuffix("n't")) + " ", condition, count=1)
    asked = " ".join(asked.split())
    if denied and before and _SO.match(asked):
        return replace(before[-1], word=word, holds=not before[-1].holds)
    parts = re.split(r",? \b(?:but|and)\b ", asked)
    if denied and len(parts) > 1:
        return None  # which of them is denied is not sure
    return Sign(word, " ".join(map(as_question, parts)), holds=not denied)


def as_question(condition: str) -> str:
    """A condition as the question whose answer it waits for: "he's cut you" as "has he cut you?"."""
    bare = condition.strip(" ,")
    states = _STATES.match(bare)
    if states is None:
        does = _DOES.match(bare)
        return f"do {does['who']} {does['rest']}?" if does else f"{bare}?"
    who, short, rest = states["who"], states["short"], states["rest"]
    verb = states["aux"] or ""
    if short:
        done = short == "'ve" or (short == "'s" and (states["been"] or _PARTICIPLE.match(rest)))
        verb = ("have" if short == "'ve" else "has") if done else ("is" if short == "'s" else "are")
    asked = " ".join(f"{verb} {who} {states['been'] or ''} {rest}".split())
    return f"{asked} you?" if _TO_YOU.match(asked) else f"{asked}?"


def said_as_order(word: str) -> str:
    """The agreed word as somebody behind a front says it: "Large, please." """
    begun = word[:1].upper() + word[1:]
    if (
        len(word.split()) > 3
        or re.match(r"(?:that's|no\b|yes\b|ta\b|okay)", word)
        or word.endswith(("please", "thanks", "ta"))
    ):
        return f"{begun}."
    return f"{begun}, please."
