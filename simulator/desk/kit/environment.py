"""What SDL must be told before a window opens; import this before pygame."""

import os
import sys

SDL_HINTS = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "SDL_IME_SHOW_UI": "1",
    "SDL_VIDEO_ALLOW_SCREENSAVER": "1",
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
}
LINUX_HINTS = {
    # SDL would else upload the whole window through OpenGL for each small change: 20 ms a keystroke.
    "SDL_FRAMEBUFFER_ACCELERATION": "0",
}


def hint_sdl() -> None:
    """Set the hints that a user has not set already."""
    hints = SDL_HINTS | (LINUX_HINTS if sys.platform.startswith("linux") else {})
    for name, value in hints.items():
        os.environ.setdefault(name, value)


hint_sdl()
