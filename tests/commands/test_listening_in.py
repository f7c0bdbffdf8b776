"""While the phone rings a question is understood once in the background, and no trouble comes of it."""

from commands.listening_in import A_QUESTION, listen_in
from scenarios.catalogue import Catalogue
from simulator.heard import Understood
from simulator.understanding.situation import Situation


class Ears:
    mode = "core"

    def __init__(self, trouble: bool = False) -> None:
        self.heard: list[tuple[str, Situation]] = []
        self.compared: list[str] = []
        self.trouble = trouble

    def understand(self, text: str, situation: Situation) -> Understood:
        self.heard.append((text, situation))
        if self.trouble:
            raise ValueError("no ears")
        return Understood(text=text, understood=False)

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        self.compared.append(text)
        return None


def test_the_calls_own_topics_and_yes_or_no_questions_are_met_before_the_first_words() -> None:
    ears, scenario = Ears(), Catalogue().get("a-large-order").for_seed(1)
    listen_in(ears, scenario).join()
    ((text, situation),) = ears.heard
    assert text == A_QUESTION
    assert [name for name, _ in situation.topics] == list(scenario.topics)
    assert ears.compared


def test_trouble_in_the_background_is_left_to_whoever_speaks_first() -> None:
    ears = Ears(trouble=True)
    listen_in(ears, Catalogue().get("a-large-order").for_seed(1)).join()
    assert len(ears.heard) == 1
