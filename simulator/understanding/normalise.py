"""Makes words comparable: casing, contractions, fillers and odd characters; the same for spoken and typed words."""

import re
import unicodedata
from functools import lru_cache

from simulator.understanding.wordlist import listed

LOOKED_AT = 4_000  # characters; what stands beyond them in one utterance is not looked at

_WHOLE = {
    "carnt": "cannot", "ye": "you", "yer": "your",
    "wont": "will not", "won't": "will not", "can't": "cannot", "cant": "cannot", "shan't": "shall not",
    "ain't": "is not", "let's": "let us", "lets": "let us", "y'know": "you know", "o'clock": "oclock",
    "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not", "wasnt": "was not",
    "arent": "are not", "havent": "have not", "hasnt": "has not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "im": "i am", "ive": "i have", "youre": "you are",
    "youve": "you have", "theyre": "they are", "theyve": "they have", "hes": "he is", "shes": "she is",
    "thats": "that is", "whats": "what is", "wheres": "where is", "whos": "who is", "hows": "how is",
    "whens": "when is", "theres": "there is", "weve": "we have", "youll": "you will", "theyll": "they will",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "lemme": "let me", "gimme": "give me",
    "dunno": "do not know", "innit": "is it not", "yeah": "yes", "yep": "yes", "yup": "yes", "yea": "yes",
    "aye": "yes", "nah": "no", "nope": "no", "alright": "all right", "ok": "okay", "okey": "okay", "k": "okay",
    "cos": "because", "coz": "because", "cuz": "because", "u": "you", "ur": "your", "pls": "please",
    "plz": "please", "thx": "thanks", "ta": "thanks", "cheers": "thanks", "mum": "mother", "mam": "mother",
    "dad": "father", "whereabouts": "where", "wot": "what", "mobile": "phone", "telephone": "phone",
}  # fmt: skip
_ENDINGS = (("n't", " not"), ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am"), ("'d", " would"))
_IS = frozenset(listed("what where who how when that there here he she it why which someone anyone everything"))
FILLERS = frozenset(listed("um umm uh uhm er erm err ah hmm mm mhm eh"))
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": " - "})


def tidy(text: str, limit: int = LOOKED_AT) -> str:
    """The first `limit` characters with odd forms, control characters and runs of spaces made plain."""
    text = text[:limit]
    if text.isascii() and text.isprintable():  # nearly all: nothing odd can stand in it
        return " ".join(text.replace("`", "'").split())
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    return re.sub(r"\s+", " ", text).strip()


# Letters that are no plain letter with a mark upon it, and how a plain keyboard writes them.
_PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
     "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)  # fmt: skip
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)


def unaccented(text: str) -> str:
    """The text as a plain keyboard writes it: `Núñez` as `Nunez`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def spellings(text: str) -> tuple[str, ...]:
    """Every way a plain keyboard writes the text: `Müller` as `Muller` and as `Mueller`."""
    if text.isascii():
        return (text,)
    whole = unicodedata.normalize("NFC", text)
    return tuple(dict.fromkeys((unaccented(whole), unaccented(whole.translate(_TWO_LETTERS)))))


def lowered(text: str) -> str:
    """Lower case with straight apostrophes, for patterns that want the marks and contractions kept."""
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=16_384)
def expand(word: str) -> str:
    """One lower-case word without its contraction: `what's` as `what is`, `didn't` as `did not`."""
    if word in _WHOLE:
        return _WHOLE[word]
    for ending, full in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + full
    if word.endswith("'s"):
        stem = word[:-2]
        return f"{stem} is" if stem in _IS else stem
    return word.replace("'", "")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower-case words with one space between; no punctuation, contractions or fillers."""
    found = _WORD.findall(tidy(text).casefold())
    return " ".join([expand(word) for word in found if word not in FILLERS])


def words(text: str) -> tuple[str, ...]:
    """The words of `plain(text)`."""
    return tuple(plain(text).split())
