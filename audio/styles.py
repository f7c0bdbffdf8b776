"""How each kind of caller sounds in each state: the settings given to a speech engine, and the level after it."""

from dataclasses import dataclass, replace

LEAST_RATE, GREATEST_RATE = 80, 320  # words a minute the engines keep to


@dataclass(frozen=True)
class Manner:
    """Settings of one voice in one state.

    `base` and `variant` name an espeak-ng voice; `rate` is in words a minute; `pitch` and `range_` run from 0 to
    100 (50 is the engine's own); `level_db` is the loudness on the line; `tremor_hz` shakes the voice, `drive`
    presses it as shouting does.
    """

    base: str = "en-gb-x-rp"
    variant: str = ""
    male: bool = False
    rate: int = 165
    pitch: int = 50
    range_: int = 50
    level_db: float = -21.0
    tremor_hz: float = 0.0
    drive: float = 1.0
    whispered: bool = False

    @property
    def voice(self) -> str:
        """The espeak-ng name of the voice, such as `en-gb-x-rp+f3`."""
        return f"{self.base}+{self.variant}" if self.variant else self.base

    def at_pace(self, factor: float) -> "Manner":
        """The same, faster (over 1) or slower, within what an engine can do."""
        return replace(self, rate=_within(round(self.rate * factor), LEAST_RATE, GREATEST_RATE))


KINDS: dict[str, Manner] = {
    "woman": Manner(variant="f3"),
    "older-woman": Manner(variant="f2", rate=148, pitch=40, range_=40),
    "young-woman": Manner(variant="f4", rate=176, pitch=58, range_=58),
    "man": Manner(variant="m3", male=True, pitch=45),
    "older-man": Manner(variant="m1", male=True, rate=146, pitch=32, range_=38),
    "young-man": Manner(variant="m7", male=True, rate=178, pitch=55),
    "child": Manner(variant="f5", rate=158, pitch=95, range_=60),
    "operator": Manner(variant="f1", rate=188, pitch=48, range_=35),
}

STYLES = ("neutral", "whisper", "shout", "panic", "crying", "drunk", "elderly")


def manner_of(kind: str, style: str) -> Manner:
    """The manner for a persona's kind and style; one that is not known is spoken as a neutral woman."""
    manner = KINDS.get(kind, KINDS["woman"])
    match style:
        case "whisper":
            variant = "whisper" if manner.male else "whisperf"
            # A whisper has no pitch to carry it: it is kept near the level of speech, or the line swallows it.
            return replace(manner, variant=variant, whispered=True, level_db=-23.0).at_pace(0.93)
        case "shout":
            return replace(_raised(manner, pitch=22, range_=40), level_db=-15.0, drive=3.0).at_pace(1.12)
        case "panic":
            return replace(_raised(manner, pitch=25, range_=30), level_db=-19.0).at_pace(1.3)
        case "crying":
            return replace(_raised(manner, pitch=12, range_=20), level_db=-22.0, tremor_hz=5.5).at_pace(0.78)
        case "drunk":
            return _raised(manner, pitch=-14, range_=-28).at_pace(0.7)
        case "elderly":
            return replace(_raised(manner, pitch=-4, range_=-8), tremor_hz=4.5).at_pace(0.86)
    return manner


def _raised(manner: Manner, pitch: int, range_: int) -> Manner:
    return replace(manner, pitch=_within(manner.pitch + pitch, 0, 100), range_=_within(manner.range_ + range_, 0, 100))


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))
