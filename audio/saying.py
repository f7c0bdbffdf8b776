"""What a line sounds like where it is said: its words in their voice, and the sounds in brackets between them."""

from dataclasses import replace

from audio.bracketed import parts_of
from audio.effects import effect
from audio.line import levelled
from audio.sound import Sound, joined, silence
from audio.styles import manner_of
from audio.voice import SpokenLine, Voice


def said(voice: Voice, line: SpokenLine) -> Sound:
    """A line before it goes over the telephone, at its own level. Raises VoiceFailed."""
    parts = parts_of(line.text)
    if not any(part.sound for part in parts):
        return _words(voice, line)
    heard: list[Sound] = []
    for part in parts:
        # How long the whole takes does not say how long its words do.
        words = replace(line, text=part.words, lasts_ms=None)
        heard.append((effect(part.sound) or silence(1.0)) if part.sound else _words(voice, words))
    return joined(*heard)


def _words(voice: Voice, line: SpokenLine) -> Sound:
    return levelled(voice.render(line), manner_of(line.kind, line.style).level_db)
