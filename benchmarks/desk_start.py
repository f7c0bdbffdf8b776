"""The desk as `run_sim.py train` opens it, left at its first frame."""

import json
import sys
import time
from importlib import import_module


def start(folder: str) -> None:
    """Run the command itself and print when the first frame of the start screen was shown."""
    from run_sim import main

    _leave_at_first_frame()
    sys.argv = ["run_sim.py", "train", "--store", f"{folder}/results.sqlite", "--size", "1600x900"]
    main()


def _leave_at_first_frame() -> None:
    # The window is watched from below, so that the desk needs no door for it; pygame is imported once anyway.
    import_module("simulator.desk.kit.environment")  # says how SDL is to open, before pygame is imported
    import pygame

    flip = pygame.display.flip

    def first_flip() -> None:
        flip()
        shown = time.monotonic()
        if pygame.display.get_surface() is not None:
            print(json.dumps({"first_frame": shown, "processor_s": time.process_time()}), flush=True)
            pygame.display.flip = flip
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    pygame.display.flip = first_flip
