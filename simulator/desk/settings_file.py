"""Keeps the desk's settings in a small JSON file; a file that cannot be read or written changes nothing else."""

import json
from dataclasses import asdict
from pathlib import Path

from simulator.desk.ports import DeskSettings
from simulator.desk.talk_keys import TALK_KEYS

THEMES = ("day", "night", "contrast")
WAYS = ("off", "hold", "switch", "open")  # of speaking to the caller
LONGEST_NAME = 200


class FileSettings:
    """Settings in one file. Broken or missing settings are the usual ones."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> DeskSettings:
        """The settings as they were last saved."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return _read(kept) if isinstance(kept, dict) else DeskSettings()
        except (OSError, ValueError, OverflowError, RecursionError):
            return DeskSettings()

    def save(self, settings: DeskSettings) -> None:
        """Save the settings; where that is not possible they last for this session."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        except OSError:
            return


class UnkeptSettings:
    """The twin without a file: settings last for one session."""

    def __init__(self, settings: DeskSettings | None = None) -> None:
        self._settings = settings or DeskSettings()

    def load(self) -> DeskSettings:
        """The settings of this session."""
        return self._settings

    def save(self, settings: DeskSettings) -> None:
        """Remember them until the program ends."""
        self._settings = settings


def _read(kept: dict[str, object]) -> DeskSettings:
    size, theme, captions = kept.get("text_size"), kept.get("theme"), kept.get("captions")
    record, check = kept.get("record"), kept.get("check_words")
    speech, microphone, key = kept.get("speech"), kept.get("microphone"), kept.get("talk_key")
    model = kept.get("speech_model")
    usual = DeskSettings()
    return DeskSettings(
        text_size=min(2.0, max(0.8, float(size))) if isinstance(size, int | float) else usual.text_size,
        theme=theme if isinstance(theme, str) and theme in THEMES else usual.theme,
        captions=captions if isinstance(captions, bool) else usual.captions,
        record=record if isinstance(record, bool) else usual.record,
        speech=speech if isinstance(speech, str) and speech in WAYS else usual.speech,
        microphone=microphone[:LONGEST_NAME] if isinstance(microphone, str) else usual.microphone,
        talk_key=key if isinstance(key, str) and key in TALK_KEYS else usual.talk_key,
        check_words=check if isinstance(check, bool) else usual.check_words,
        speech_model=model if isinstance(model, str) else usual.speech_model,
    )
