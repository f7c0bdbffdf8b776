"""docs/sound.md says what there is: every sound, bed, quality, kind and state; nothing that is not there."""

import re
from pathlib import Path
from typing import get_args

from audio.line import QUALITIES
from audio.neural_cast import PARTS
from audio.styles import STYLES
from scenarios.scenario import Sound
from scenarios.vocabulary.sounds import SOUNDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sound.md").read_text(encoding="utf-8")


def test_every_sound_stands_on_the_page_in_the_words_of_its_caption() -> None:
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", PAGE, re.MULTILINE))
    assert rows == dict(SOUNDS)


def test_every_bed_quality_kind_and_state_stands_on_the_page() -> None:
    for bed in get_args(Sound.model_fields["bed"].annotation):
        assert f"`{bed}`" in PAGE
    for name in (*QUALITIES, *PARTS, *(style for style in STYLES if style != "neutral")):
        assert f"| {name} |" in PAGE, name


def test_the_page_tells_each_qualitys_hiss() -> None:
    for name, quality in QUALITIES.items():
        assert f"| {name} | {quality.noise_db:.0f} |" in PAGE
