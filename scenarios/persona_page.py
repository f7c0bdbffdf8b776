"""The page that shows every persona, for authors: `python -m scenarios.persona_page` writes docs/personas.md."""

from pathlib import Path

from scenarios.persona import Persona
from scenarios.persona_file import load_persona, persona_names

PAGE = Path(__file__).parents[1] / "docs" / "personas.md"

_HEAD = """# Personas

How somebody speaks on the telephone, whatever the call is about: stock lines, manners, pace, and what helps. A
scenario names one (`caller: {persona: chatty-pensioner}`, or `$persona` and one in each variant); it fills what the
scenario leaves out, and the scenario's own words go first. A persona never says what is true of a call: the facts
stay the scenario's, with the same values whoever tells them. Write people, not types: dialect by words and order, no
funny spelling; nobody is a joke.

`run_sim.py preview CALL --persona ID` lets you hear a call from any of them who fits its caller: by age, by role (where
a persona has `roles`), by need and by the language that the facts are told in. There the persona's words go before the
scenario's own; who does not fit is refused with the reason, and with those who do.

A new persona is a file in `scenarios/personas/`; `run_sim.py lint` checks it. This page is written by
`python -m scenarios.persona_page`; a test keeps it current.

| id | who | ages | first language | need | words a minute |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page in Markdown."""
    people = [load_persona(name) for name in persona_names()]
    return _HEAD + "".join(map(_row, people)) + "".join(map(_part, people))


def _row(one: Persona) -> str:
    ages = f"{one.ages[0]} to {one.ages[1]}"
    return f"| `{one.id}` | {one.title} | {ages} | {one.first_language} | {one.need} | {one.words_a_minute} |\n"


def _part(one: Persona) -> str:
    samples = {
        "does not understand": one.not_understood[0],
        "does not know": one.does_not_know[0],
        "hears nothing": one.silence[0],
        "after a hold": one.after_hold[0],
        "asked a third time": one.impatient[0],
        "when upset": one.says_when_upset[0],
        "when calmed": one.says_when_calmed[0],
        "goodbye": one.goodbye[0],
    }
    lines = "".join(f"* {when}: \u201c{line}\u201d\n" for when, line in samples.items())
    return f"\n## {one.title}\n\n{one.about}\n\nWhat helps: {one.helps}\n\n{lines}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
