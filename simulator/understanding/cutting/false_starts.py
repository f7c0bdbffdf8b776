"""A question begun and begun anew, "is she, um, can she walk?", without what was left hanging. Pure."""

import re

from simulator.understanding.cutting.question_begins import begins_question
from simulator.understanding.normalise import FILLERS
from simulator.understanding.question_words import OPENLY, VERB

_PAUSE = re.compile(r"\s*(?:\.{2,}|\N{HORIZONTAL ELLIPSIS})\s+(?=[a-z])")
# "R... Romeo", "th- three": the word's own beginning.
_STUB = re.compile(r"\b([a-z]{1,3})(?:\.{2,}|\N{HORIZONTAL ELLIPSIS}|-)\s+(?=\1[a-z]+\b)", re.IGNORECASE)
SENTENCE = re.compile(r"[^.?!]+[.?!]*\s*")
_BETWEEN = rf"(?:{'|'.join(sorted(FILLERS))}|sorry|i mean|like|you know|well|wait|hang on)"
_FILLER = re.compile(rf"\W*(?:{_BETWEEN}\W*)*", re.IGNORECASE)
LED = r"(?:(?:and|so|but|or|right|okay|ok|good|great|now|then|well|oh|thanks|thank you|just)\s+)*"
WHO = r"(?:i|you|he|she|it|they|we|there|this|that|any(?:one|body)|some(?:one|body))"
_ADVERB = r"(?: (?:just|also|even|actually|possibly|please|not))?"
_BE = r"(?:is|are|was|were|am)"
# "Did you", "what did they", "can I just", "is your": no verb of its own yet, or nothing to be.
_HANGING = re.compile(
    rf"{LED}(?:"
    rf"(?:{VERB}) {WHO}{_ADVERB}"
    rf"|(?:can|could) you (?:hear|see|tell)|(?:{VERB})"
    # What these are of, or for whom, is still to come: "did he give you", "are you able to".
    rf"|(?:{VERB}) {WHO} (?:able to|going to|got to)"
    rf"|(?:did|does|do|has|have) {WHO}(?: just| even| ever)? (?:got|have|give|gave|given|show|shown|send|sent|hand"
    r"|handed|offer|offered|say|said|mention|mentioned|use|used|want|mean)(?: (?:you|him|her|them|me))?"
    rf"|(?:{OPENLY}|how (?:long|many|much|old|far))(?: (?!{_BE}\b)(?:{VERB})(?: {WHO})?{_ADVERB})?"
    rf"|(?:{OPENLY})(?:'s|'re)?"
    rf"|(?:(?:{OPENLY})(?:'s|'re)? )?(?:(?:{VERB}) )?(?:(?:{WHO}) (?:\w+ )?)?(?:the|a|an|your|his|her|their|my|any)"
    r")",
    re.IGNORECASE,
)
_WHOLE_AFTER_ALL = re.compile(rf"{LED}(?:what|when|where|who|why|how|which)", re.IGNORECASE)
_OR = re.compile(r"\s*or\b", re.IGNORECASE)
_AND = re.compile(r"(?:and|or|but|nor)\b", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{VERB})\b|'(?:s|re|ve|m|d|ll)\b", re.IGNORECASE)
# "Is your phone, is it on silent?": the thing is named, and asked about by what stands for it.
_NAMED = re.compile(
    rf"(?P<led>{LED})(?P<verb>{VERB}) (?P<thing>(?:the|your|his|her|their|my|this|that) [\w'-]+(?: [\w'-]+)?)",
    re.IGNORECASE,
)


def without_false_starts(text: str) -> str:
    """The words without each question that breaks off and is begun anew behind a comma; others stay as they are."""
    paused = _PAUSE.sub(", ", _STUB.sub("", text))
    return "".join(map(_begun_once, SENTENCE.findall(paused))) if "," in paused else text


def _begun_once(sentence: str) -> str:
    parts = sentence.split(",")
    if len(parts) < 2:
        return sentence
    kept: list[str] = []
    hanging = False  # whether what stands right before was dropped
    offers = False  # whether that began with "or"
    for n, part in enumerate(parts):
        later = _what_follows(parts[n + 1 :])
        breaks_off = hangs(part) or _is_begun_over(part, later)
        if begun_anew(later) and breaks_off and (hanging or not _is_tag(part, kept)):
            hanging, offers = True, offers or _OR.match(part) is not None
            continue
        if hanging and only_fills(part) and later:
            continue
        kept.append(f" or{part}" if offers else part)  # "or is it, sorry, is it near him?" offers it still
        hanging = offers = False
    return _named_once(",".join(kept).lstrip() if len(kept) < len(parts) else sentence)


def begun_anew(later: str) -> bool:
    """Whether a question begins there that stands for the one before: not "how, and when did he get in?"."""
    return begins_question(later) and _AND.match(later) is None


def _what_follows(parts: list[str]) -> str:
    return next((part.strip() for part in parts if not only_fills(part)), "")


def only_fills(part: str) -> bool:
    return _FILLER.fullmatch(part) is not None


def hangs(part: str) -> bool:
    said = bare(part)
    return bool(said) and _HANGING.fullmatch(said) is not None and not only_fills(part)


def _is_begun_over(part: str, later: str) -> bool:
    """Whether what follows begins with the very words: "where is, um, where's your daughter"."""
    said, anew = _in_full(bare(part)), _in_full(bare(later))
    return len(said) > 1 and len(said) < len(anew) and anew[: len(said)] == said


def _in_full(words: str) -> list[str]:
    return re.sub(r"(?<=[a-z])'s\b", " is", words.lower()).split()


def _is_tag(part: str, kept: list[str]) -> bool:
    """Whether it only asks to agree with what was told before it: "he's inside, is he"."""
    told = next((one for one in reversed(kept) if not only_fills(one)), "")
    tells = _TELLS.search(told) is not None and not begins_question(told.strip())
    return tells and _WHOLE_AFTER_ALL.match(bare(part)) is None


def bare(part: str) -> str:
    return " ".join(word for word in part.strip(" .?!").split() if word.lower() not in FILLERS)


def _named_once(sentence: str) -> str:
    parts = [part for part in sentence.split(",") if not only_fills(part)]
    for n, part in enumerate(parts[:-1]):
        named = _NAMED.fullmatch(bare(part))
        if named is None:
            continue
        again = re.match(rf"\s*{named['verb']} (?:it|he|she|they|that|this) (?=\w)", parts[n + 1], re.IGNORECASE)
        if again is not None:
            whole = f"{named['led']}{named['verb']} {named['thing']} {parts[n + 1][again.end() :]}"
            return ",".join((*parts[:n], f" {whole}" if n else whole, *parts[n + 2 :]))
    return sentence
