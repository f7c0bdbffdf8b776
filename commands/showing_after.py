"""What a terminal shows once a contact is over: the marks, the facts, the grades, and what the officer was told."""

from rich.console import Console

from commands.showing import show_ledger, show_marks
from commands.showing_grades import show_grades
from commands.showing_told import show_told
from scenarios.policy import Policy
from scenarios.scenario import Scenario
from scoring.grade_timeline import grade_timeline
from scoring.outcome import Marking
from scoring.told import told
from simulator.journal import Journal


def show_after(console: Console, scenario: Scenario, policy: Policy, journal: Journal, marking: Marking) -> None:
    """Prints all that a debrief shows, in the same words as the console and the evidence page."""
    show_marks(console, marking)
    console.print()
    show_ledger(console, marking)
    console.print()
    show_grades(console, grade_timeline(scenario, policy, journal))
    console.print()
    show_told(console, told(scenario, policy, journal), scenario.channel.desk)
