"""The telephone of this machine: real where there is sound, silent and saying so where there is none."""

from audio.telephone import Phone, open_telephone


def telephone(silent: bool) -> Phone:
    """The telephone for the desk; never fails."""
    return open_telephone(sound=not silent)
