"""The box in which a practising trainee sees what was heard before it is said, and puts it right."""

from collections.abc import Callable

from pygame import K_KP_ENTER, K_RETURN, KMOD_SHIFT, Surface
from pygame.event import Event

from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.widget import Stage
from simulator.desk.spoken import doubtful_places

LONGEST = 1_200


class HeardBox(TextArea):
    """Enter says it. Words that may well be others are underlined until they are changed."""

    def __init__(self, ui: Stage, on_change: Callable[[str], object], on_submit: Callable[[str], object]) -> None:
        super().__init__(ui, "What was heard", on_change=on_change, on_submit=on_submit, max_len=LONGEST)
        self.doubtful: tuple[str, ...] = ()

    def show(self, heard: str, doubtful: tuple[str, ...]) -> None:
        """Show new words."""
        self.doubtful = doubtful
        self.value = heard

    def add_words(self, heard: str, doubtful: tuple[str, ...]) -> None:
        """Show more words after those that are there, as they have been put right."""
        self.doubtful = (*self.doubtful, *doubtful)
        self.value = f"{self.text.rstrip()} {heard}".strip()

    def on_key(self, event: Event) -> bool:
        """Enter says it."""
        if event.key in (K_RETURN, K_KP_ENTER) and not event.mod & KMOD_SHIFT and self.on_submit:
            self.on_submit(self.text)
            return True
        return super().on_key(event)

    def draw(self, surface: Surface) -> None:
        """Paint the words, then what is doubtful."""
        super().draw(surface)
        underline(self, surface)


def underline(box: HeardBox, surface: Surface) -> None:
    """A line under each doubtful word that is in view."""
    ui, inner, height = box.ui, box.inner(), box.row_height()
    clip = surface.get_clip()
    surface.set_clip(inner.clip(clip))
    for start, end in doubtful_places(box.text, box.doubtful):
        for number, (first, last) in enumerate(box.rows()):
            left, right = max(start, first), min(end, last)
            if left < right:
                x = inner.x + box.width_of(box.text[first:left])
                y = inner.y + (number - box.first_row) * height + height - ui.px(3)
                width = box.width_of(box.text[left:right])
                surface.fill(ui.c["amber"], (round(x), y, max(2, round(width)), max(2, ui.px(2))))
    surface.set_clip(clip)
