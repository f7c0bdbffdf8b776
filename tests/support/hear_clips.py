"""Hears recordings through the real microphone, recogniser and gates: `hear_clips.py WAY CLIP...`; one JSON a line."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from virtual_microphone import clip, play

from audio.hearing import MicrophoneLost, NothingHeard, WordsHeard
from audio.hearing_setup import open_hearing

PATIENCE_S = 60.0
ENDS = (WordsHeard, NothingHeard, MicrophoneLost)


def tell(**what: object) -> None:
    """One line for whoever asked."""
    print(json.dumps(what), flush=True)


def main(way: str, *names: str) -> None:
    """Hear each, then wait for the microphone to be taken away."""
    hearing = open_hearing()
    hearing.look()
    while not hearing.offer.looked:
        time.sleep(0.05)
    tell(why_not=hearing.offer.why_not, microphones=hearing.offer.microphones)
    hearing.open("open" if way == "open" else "hold")
    time.sleep(2.0)
    for name in names:
        hearing.press()
        time.sleep(0.2)
        listening = hearing.listening
        play(clip(name)).wait()
        hearing.release()
        tell(**ended(hearing), listening=listening)
    tell(done=True)
    hearing.press()
    tell(**ended(hearing))
    hearing.close()


def ended(hearing) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """What came of it."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE_S:
        for event in hearing.poll():
            if isinstance(event, WordsHeard):
                return {
                    "heard": event.heard.text,
                    "confidence": event.heard.confidence,
                    "lasted_ms": event.lasted_ms,
                    "words": [(word.word, word.probability) for word in event.heard.words],
                    "took_s": round(time.monotonic() - began, 2),
                }
            if isinstance(event, ENDS):
                return {"because": getattr(event, "because", ""), "lost": isinstance(event, MicrophoneLost)}
        time.sleep(0.02)
    return {"because": "nothing came of it"}


if __name__ == "__main__":
    main(*sys.argv[1:])
