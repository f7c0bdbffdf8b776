"""The telephone of this machine: real where there is sound, silent and saying so where there is none."""

from audio.telephone import Phone, SilentTelephone, open_telephone


def telephone(silent: bool) -> Phone:
    """The telephone for the desk; never fails."""
    return SilentTelephone("sound is switched off") if silent else open_telephone()
