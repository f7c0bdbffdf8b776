"""Widgets that know nothing of calls: a window, its panels, fields, lists and questions."""

from simulator.desk.kit import environment  # first: it must come before pygame
from simulator.desk.kit.button import Button
from simulator.desk.kit.check import Check
from simulator.desk.kit.feed import Feed, FeedLine
from simulator.desk.kit.helpsheet import HelpSheet
from simulator.desk.kit.label import Label, Paragraph
from simulator.desk.kit.labelled import Labelled
from simulator.desk.kit.logview import LogView
from simulator.desk.kit.panel import Drawing, Panel, Root
from simulator.desk.kit.popup import Popup
from simulator.desk.kit.question import Question, ask
from simulator.desk.kit.scroll import Scroll
from simulator.desk.kit.segmented import Segmented
from simulator.desk.kit.select import Select
from simulator.desk.kit.selectpopup import SelectPopup
from simulator.desk.kit.table import Table
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.textarea import TextArea
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.timers import Timer
from simulator.desk.kit.tokens import THEMES, contrast
from simulator.desk.kit.transcript import Transcript
from simulator.desk.kit.ui import UI
from simulator.desk.kit.widget import Stage, Widget

__all__ = [
    "THEMES",
    "UI",
    "Button",
    "Check",
    "Drawing",
    "Feed",
    "FeedLine",
    "HelpSheet",
    "Label",
    "Labelled",
    "LogView",
    "Panel",
    "Paragraph",
    "Popup",
    "Question",
    "Root",
    "Scroll",
    "Segmented",
    "Select",
    "SelectPopup",
    "Stage",
    "Table",
    "Tabs",
    "TextArea",
    "TextField",
    "Timer",
    "Transcript",
    "Widget",
    "ask",
    "contrast",
    "environment",
]
