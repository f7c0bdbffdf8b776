"""The telephone of this machine: real where there is sound, silent and saying so where there is none."""

from audio.handset import Handset
from audio.telephone import SilentTelephone, open_telephone


def telephone(silent: bool) -> Handset:
    """The telephone for the desk; never fails."""
    return Handset(SilentTelephone("sound is switched off") if silent else open_telephone())
