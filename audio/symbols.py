"""The signs in which the neural voice is told what to say: from the phonetic alphabet to its own, and to numbers."""

import re

LONGEST = 508  # signs in one go; the model takes 510 with the silence at both ends

# The sounds of two letters that the model knows as one sign of its own; longer ones first.
_BRITISH = (
    ("a^ɪ^ə", "Iə"),
    ("a^ʊ^ə", "Wə"),
    ("e^ə", "ɛː"),
    ("i^ə", "ɪə"),
    ("a^ɪ", "I"),
    ("a^ʊ", "W"),
    ("e^ɪ", "A"),
    ("ɔ^ɪ", "Y"),
    ("ə^ʊ", "Q"),
    ("d^ʒ", "ʤ"),
    ("t^ʃ", "ʧ"),
    ("ə^l", "ᵊl"),
    ("^", ""),
    ("ɐ", "ə"),
    ("r", "ɹ"),
    ("x", "k"),
    ("ɬ", "l"),
    ("ʔ", "t"),
    ("g", "ɡ"),
)
# The part of the model's own list that British English needs; see audio/voices/README.md.
_NUMBERS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, " ": 16, "A": 24, "I": 25, "Q": 33, "W": 39,
    "Y": 41, "ᵊ": 42, "a": 43, "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53, "l": 54,
    "m": 55, "n": 56, "o": 57, "p": 58, "s": 61, "t": 62, "u": 63, "v": 64, "w": 65, "z": 68, "ɑ": 69, "ɒ": 71, "æ": 72,
    "ɔ": 76, "ð": 81, "ʤ": 82, "ə": 83, "ɛ": 86, "ɜ": 87, "ɡ": 92, "ɪ": 102, "ŋ": 112, "θ": 119, "ɹ": 123, "ɾ": 125,
    "ʃ": 131, "ʧ": 133, "ʊ": 135, "ʌ": 138, "ʒ": 147, "ˈ": 156, "ˌ": 157, "ː": 158, "ᵻ": 177,
}  # fmt: skip
_SPACES = re.compile(r"\s+")


def symbols_of(ipa: str) -> str:
    """A British pronunciation in the model's signs; what it has no sign for is left out."""
    for sound, sign in _BRITISH:
        ipa = ipa.replace(sound, sign)
    return _SPACES.sub(" ", "".join(sign for sign in ipa if sign in _NUMBERS or sign.isspace())).strip()


def numbers_of(symbols: str) -> list[int]:
    """The signs as the numbers that the model reads, without the silence at both ends."""
    return [_NUMBERS[sign] for sign in symbols]


def portions(symbols: str, longest: int = LONGEST) -> list[str]:
    """The signs cut into parts the model can take, at the end of a sentence if it can be, else at a pause."""
    found = []
    while len(symbols) > longest:
        head = symbols[:longest]
        ends = (max(map(head.rfind, marks)) + 1 for marks in (".?!", ",;:", " "))
        cut = next((end for end in ends if end > longest // 3), longest)
        found.append(symbols[:cut].strip())
        symbols = symbols[cut:].strip()
    return [*found, symbols] if symbols else found
