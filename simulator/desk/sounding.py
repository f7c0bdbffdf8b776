"""What each event sounds like: the one place that turns entries into sound."""

from audio.telephone import Phone
from audio.voice import SpokenLine
from simulator import events as e
from simulator.desk.ports import LiveCall


def sound(event: e.Event, call: LiveCall, telephone: Phone) -> None:
    """Let the telephone sound an event of a call."""
    match event:
        case e.PhoneRang():
            telephone.ring(call.background, call.quality)
        case e.CallAnswered():
            telephone.answer(call.background, call.quality)
        case e.OperatorSaid():
            telephone.operator_says(event.text, lasts_ms=event.lasts_ms)
        case e.CallerSaid():
            telephone.caller_says(SpokenLine(event.text, call.voice_of(event.speaker), event.style, event.lasts_ms))
        case e.SoundHeard():
            telephone.hear(event.sound)
        case e.LineWent():
            telephone.line_goes(event.to)
        case e.CalledBack():
            telephone.rings_out()
        case e.CallHeld():
            telephone.hold()
        case e.CallResumed():
            telephone.resume()
        case e.Paused():
            telephone.stop()
        case e.CallEnded():
            telephone.clear(by_caller=event.by in ("caller", "network"))
        case e.Stopped() | e.Interrupted():
            telephone.silence()
        case _:
            return
