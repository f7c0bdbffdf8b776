"""Puts together what this machine has for hearing the trainee; and says what it has not."""

from contextlib import AbstractContextManager

from audio.hearing import Hearing, Offer
from audio.hearing_live import LiveHearing, Parts, Source
from audio.hearing_voice import SileroDetector, open_line_trouble
from audio.recogniser import Recogniser
from audio.recogniser_choice import choose_recogniser


def open_hearing(model: str = "") -> Hearing:
    """The trainee's side of the telephone; `model` is a folder with a model of one's own. Nothing heavy is loaded until
    it is needed; never raises."""
    recogniser = choose_recogniser(model=model)
    return LiveHearing(Parts(_microphone, SileroDetector, recogniser, lambda: look_for(recogniser)))


def look_for(recogniser: Recogniser) -> Offer:
    """What works here: it looks for microphones, and at what is installed. Takes up to some seconds."""
    from audio.microphone import MicrophoneFailed, microphone_names  # brings SpeechRecognition, half a second

    if recogniser.trouble:
        return Offer(True, recogniser.trouble, recogniser.trouble)
    try:
        names = microphone_names()
    except MicrophoneFailed as failed:
        return Offer(True, str(failed), str(failed), recogniser=recogniser.describe())
    return Offer(True, "", open_line_trouble(), names, recogniser.describe())


def _microphone(device: str) -> AbstractContextManager[Source]:
    from audio.microphone import Microphone

    return Microphone(device)
