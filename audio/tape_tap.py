"""A player that also lets a tape have whatever it plays, before the headset's volume."""

from audio.player import Player, Track
from audio.sound import Sound
from audio.tape import Tape


class TappedPlayer:
    """Plays through another player. While `tape` is set, the tape hears the same."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self._tape: Tape | None = None
        self._levels: dict[Track, float] = {}

    @property
    def tape(self) -> Tape | None:
        """The tape that listens, if any."""
        return self._tape

    @tape.setter
    def tape(self, tape: Tape | None) -> None:
        self._tape = tape
        if tape is not None:
            for track, level in self._levels.items():
                tape.level(track, level)

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        """Begin at once; a sound that the device does not take is not on the tape either."""
        heard = self.player.play(sound, track, repeat)
        if self._tape is not None:
            if heard:
                self._tape.play(track, sound, repeat)
            else:
                self._tape.lost("caller", self.player.trouble or "the sound device stopped working")
        return heard

    def stop(self, track: Track | None = None) -> None:
        """End one track, or all."""
        self.player.stop(track)
        if self._tape is not None:
            self._tape.stop(track)

    def busy(self, track: Track) -> bool:
        """Whether the track still plays."""
        return self.player.busy(track)

    def set_level(self, track: Track, level: float) -> None:
        """How loud a track is, 0.0 to 1.0."""
        self._levels[track] = level
        self.player.set_level(track, level)
        if self._tape is not None:
            self._tape.level(track, level)

    @property
    def trouble(self) -> str:
        """The device's trouble."""
        return self.player.trouble

    def describe(self) -> str:
        """The device, in one sentence."""
        return self.player.describe()

    def close(self) -> None:
        """Let go of the device."""
        self.player.close()
