"""What may be heard on a line besides speech: ids, and what is heard, in words that name no meaning."""

from collections.abc import Mapping

SOUNDS: Mapping[str, str] = {
    "alarm": "an alarm bell",
    "bang": "a bang",
    "beeps": "two short beeps on the line",
    "breath": "breathing",
    "car_passes": "a car goes past",
    "child_cries": "a child cries",
    "clatter": "something clatters",
    "cough": "a cough",
    "crackle": "the line crackles",
    "dog": "a dog barks",
    "door": "a door shuts",
    "glass": "glass breaks",
    "knock": "a knock",
    "music": "music, as when one is put on hold",
    "quiet": "nothing",
    "rings_elsewhere": "another phone rings",
    "scream": "somebody cries out",
    "sirens_near": "sirens come nearer",
    "sob": "sobbing",
    "steps": "footsteps",
    "tap": "a tap",
    "two_taps": "two taps",
    "van_away": "an engine starts and drives off",
    "van_arrives": "an engine comes and stops",
    "voice_far": "a voice, too far away to make out",
    "voices_raised": "raised voices, too far away to make out",
}
