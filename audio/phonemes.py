"""From words to how they are pronounced: espeak-ng's own rules, asked through its library."""

import ctypes
import re
from typing import Any

BRITISH = "en"  # espeak-ng's plain English is British
TIE = "^"
_UTF8 = 1
# espeak_TextToPhonemes in speak_lib.h: 0x02 asks for IPA, 0x80 for a tie (bits 8 to 23) inside a sound of two letters.
_IPA_WITH_TIES = 0x02 | 0x80 | ord(TIE) << 8
_NO_SOUND_OUT = 1  # AUDIO_OUTPUT_RETRIEVAL: nothing is played
_MARKS = re.compile(r"([;:,.!?…—]+)")
_QUOTES = str.maketrans({"“": "", "”": "", '"': "", "’": "'", "‘": "'", "–": ",", "(": ",", ")": ","})


class Phonemiser:
    """Pronounces English words. Not for several threads at once; one for a process."""

    def __init__(self, library: ctypes.CDLL, data: str, language: str = BRITISH) -> None:
        """Start the library with its data folder. Raises OSError where it cannot."""
        self._library = library
        if library.espeak_Initialize(_NO_SOUND_OUT, 0, data.encode("utf-8"), 0) < 0:
            raise OSError("the espeak-ng library found no data of its own")
        if library.espeak_SetVoiceByName(language.encode("ascii")):
            raise OSError(f"espeak-ng has no voice for {language}")
        self._convert: Any = library.espeak_TextToPhonemes
        self._convert.restype = ctypes.c_char_p
        self._convert.argtypes = (ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int)

    def version(self) -> str:
        """The library's own version."""
        info = self._library.espeak_Info
        info.restype = ctypes.c_char_p
        return str(info(None).decode("utf-8", "replace"))

    def ipa(self, text: str) -> str:
        """The words in the International Phonetic Alphabet, ties as `TIE`, with the text's own marks kept."""
        parts = _MARKS.split(text.translate(_QUOTES))
        said = [part.strip()[:1] if _MARKS.fullmatch(part) else self._clause(part) for part in parts]
        joined = "".join(f" {part}" if part and part[0] not in ";:,.!?…—" else part for part in said)
        return joined.strip()

    def _clause(self, words: str) -> str:
        if not words.strip():
            return ""
        rest = ctypes.c_char_p(words.strip().encode("utf-8"))
        found = []
        while rest.value:  # each turn takes one clause of the text, until the pointer is null
            found.append(self._convert(ctypes.byref(rest), _UTF8, _IPA_WITH_TIES).decode("utf-8"))
        return " ".join(piece.strip() for piece in found if piece.strip())
