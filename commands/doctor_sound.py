"""What doctor says of sound: what is heard, who speaks, the microphone, the recogniser; and a try of each."""

import threading
import time
from collections.abc import Iterator

import click

from commands.finding import Finding, mend_here

VOICE_WAIT_S = 6.0
LISTENS_S = 2.0
LINE_WAIT_S = 20.0
LINE = "This is First Contact. If you can hear me, the caller's voice works."
EXTRA = "Run `uv sync --extra speech` in the simulator's folder. Until then you type what you say, which always works."


def sound_out() -> Finding:
    """Whether anything can be played."""
    from audio.player import open_player

    player = open_player()
    try:
        trouble = player.trouble
        if not trouble:
            return Finding("Sound out", "works", player.describe())
        mend = mend_here(
            "Plug in a headset and choose it under Settings, System, Sound, Output.",
            "Plug in a headset and choose it under System Settings, Sound, Output.",
            "Plug in a headset; `pactl list short sinks` must list it.",
        )
        return Finding("Sound out", "limited", trouble, f"The desk goes on with captions. {mend}")
    finally:
        player.close()


def voice() -> Finding:
    """Whether the caller can speak."""
    from audio.telephone import open_voice

    speaker = open_voice()
    try:
        until = time.monotonic() + VOICE_WAIT_S
        while "starting" in speaker.describe() and time.monotonic() < until:
            time.sleep(0.1)
        if not speaker.trouble:
            return Finding("Voice", "works", speaker.describe())
        mend = mend_here(
            "Settings, Time and language, Speech: install an English voice. Or run the set-up of the README again.",
            "System Settings, Accessibility, Spoken Content: install an English voice. Or run the set-up again.",
            "Run the set-up of the README again, or install espeak-ng from your distribution.",
        )
        return Finding("Voice", "limited", speaker.trouble, mend)
    finally:
        speaker.close()


def microphone_and_recogniser() -> Iterator[Finding]:
    """Whether the trainee can be heard, and their words worked out. Takes some seconds: the recogniser is loaded."""
    from audio.microphone import MicrophoneFailed, microphone_names
    from audio.recogniser import RecogniserFailed
    from audio.recogniser_choice import choose_recogniser

    try:
        names = microphone_names()
        yield Finding("Microphone", "works", f"{names[0]} (of {len(names)}); `doctor --listen` tries it")
    except MicrophoneFailed as failed:
        yield Finding("Microphone", "limited", f"{failed} One types what one says.", _microphone_mend(str(failed)))
    recogniser = choose_recogniser()
    try:
        recogniser.prepare()
        reliable = "low reliability" not in recogniser.describe()
        yield Finding(
            "Recogniser", "works" if reliable else "limited", recogniser.describe(), "" if reliable else EXTRA
        )
    except RecogniserFailed as failed:
        yield Finding("Recogniser", "limited", f"{failed} One types what one says.", EXTRA)
    finally:
        recogniser.close()


def _microphone_mend(why: str) -> str:
    if "extra" in why:
        return EXTRA
    if "PortAudio" in why:
        return mend_here("Install the extra again.", "Install the extra again.", "sudo apt install libportaudio2")
    return mend_here(
        "Plug it in; Settings, Privacy, Microphone: let desktop apps use it.",
        "Plug it in; System Settings, Privacy and Security, Microphone: allow the terminal.",
        "Plug it in; `pactl list short sources` must list it (PulseAudio, PipeWire: libasound2-plugins).",
    )


def listen() -> bool:
    """Record two seconds and print how loud they were and what was heard; whether it worked."""
    import numpy as np
    import speech_recognition

    from audio.hearing_level import NO_SOUND_DB, level_db, on_the_meter
    from audio.microphone import Microphone, MicrophoneFailed
    from audio.recogniser import RecogniserFailed
    from audio.recogniser_choice import choose_recogniser

    recogniser = choose_recogniser()
    try:
        recogniser.prepare()
        with Microphone() as source:
            click.echo(f"Speak now, for {LISTENS_S:.0f} seconds.")
            sound = speech_recognition.Recognizer().record(source, duration=LISTENS_S)
        db = level_db(np.frombuffer(sound.get_raw_data(), dtype="<i2"))
        click.echo(f"Level  {'#' * round(20 * on_the_meter(db)):20} {max(db, -99):.0f} dB")
        if db < NO_SOUND_DB:
            click.echo("There was no sound at all. Is the microphone muted?")
            return False
        heard = recogniser.recognise(sound.get_raw_data())
        if not heard.text:
            click.echo("Heard  no words.")
            return False
        click.echo(f"Heard  {heard.text}   ({round(heard.confidence * 100)} % sure, by {heard.engine})")
        return True
    except (MicrophoneFailed, RecogniserFailed) as failed:
        click.echo(str(failed))
        return False
    finally:
        recogniser.close()


def say() -> bool:
    """Play one line as a caller would say it; whether it was heard to its end."""
    from audio.telephone import open_telephone
    from audio.voice import SpokenLine

    phone = open_telephone()
    ended, heard = threading.Event(), []

    def done(whole: bool) -> None:
        heard.append(whole)
        ended.set()

    try:
        phone.answer()
        click.echo(f"Saying: {LINE}")
        phone.caller_says(SpokenLine(LINE), done)
        ended.wait(LINE_WAIT_S)
        if heard == [True]:
            click.echo("It was played to its end.")
            return True
        click.echo(phone.trouble or "It was not played in time.")
        return False
    finally:
        phone.close()
