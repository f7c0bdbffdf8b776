"""The telephone of this machine, both sides: real where there is sound, silent or deaf and saying so where not."""

from audio.hearing import DeafHearing, Hearing
from audio.hearing_setup import open_hearing
from audio.telephone import Phone, SilentTelephone, open_telephone


def telephone(silent: bool) -> Phone:
    """The telephone for the desk; never fails."""
    return SilentTelephone("sound is switched off") if silent else open_telephone()


def hearing(silent: bool, model: str = "") -> Hearing:
    """The trainee's side for the desk; never fails. With the sound switched off one types."""
    return DeafHearing("sound is switched off") if silent else open_hearing(model)
