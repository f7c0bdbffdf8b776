"""Which neural voice plays which kind of caller, and how it plays each state."""

from dataclasses import dataclass, replace

from audio.acting import Acting

_AS_IT_IS = Acting()


@dataclass(frozen=True)
class Part:
    """A voice of the model, its pace in words a minute as asked of the engine, and what is done to its sound."""

    voice: str
    rate: int = 165
    acting: Acting = _AS_IT_IS

    def higher(self, factor: float) -> "Part":
        """The same, with pitch and resonance higher by a factor (lower under 1)."""
        return replace(self, acting=replace(self.acting, pitch=self.acting.pitch * factor))

    def at_pace(self, factor: float) -> "Part":
        """The same, faster (over 1) or slower."""
        return replace(self, rate=round(self.rate * factor))

    @property
    def asked_rate(self) -> int:
        """The pace to ask of the engine, so that the wanted one is left after the pitch has been shifted."""
        return round(self.rate / self.acting.pitch)


PARTS: dict[str, Part] = {
    "woman": Part("bf_emma"),
    "older-woman": Part("bf_isabella", rate=152).higher(0.9),
    "young-woman": Part("bf_lily", rate=174).higher(1.06),
    "man": Part("bm_george", rate=172),
    "older-man": Part("bm_lewis", rate=154).higher(0.96),
    "young-man": Part("bm_fable", rate=176),
    "child": Part("bf_lily", rate=156).higher(1.26),
    "operator": Part("bf_alice", rate=178),
}


def part_of(kind: str, style: str) -> Part:
    """The part for a persona's kind and style; one that is not known is played by the neutral woman."""
    part = PARTS.get(kind, PARTS["woman"])
    match style:
        case "whisper":
            return _with(part, whisper=True).at_pace(0.95)
        case "shout":
            return _with(part, drive=2.6).higher(1.09).at_pace(1.08)
        case "panic":
            return _with(part, shake_hz=7.0, vibrato_cents=25, tremor=0.3).higher(1.06).at_pace(1.22)
        case "crying":
            return _with(part, shake_hz=5.5, vibrato_cents=55, tremor=0.55, sobs=True).higher(1.03).at_pace(0.9)
        case "drunk":
            return _with(part, slur=1.0, dull_hz=2_700).higher(0.95).at_pace(0.78)
        case "elderly":
            return _with(part, shake_hz=4.6, vibrato_cents=30, tremor=0.35).higher(0.98).at_pace(0.86)
    return part


def _with(part: Part, **acting: float) -> Part:
    return replace(part, acting=replace(part.acting, **acting))  # type: ignore[arg-type]
