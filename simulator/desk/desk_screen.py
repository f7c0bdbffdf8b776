"""The desk during a contact: its panels, their places, and what each command does."""

from collections.abc import Callable
from datetime import datetime

from pygame import Rect

from audio.hearing import Hearing
from simulator import actions as a
from simulator.desk.banner import Banner
from simulator.desk.control import Control
from simulator.desk.conversation import Conversation
from simulator.desk.desk_layout import Places, places
from simulator.desk.field_form import FieldForm
from simulator.desk.footer import Footer
from simulator.desk.grade_panel import GradePanel
from simulator.desk.identity_panel import IdentityPanel
from simulator.desk.keys import label_of
from simulator.desk.kit.question import ask
from simulator.desk.kit.tabs import Tabs
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.locked import Locked
from simulator.desk.log_panel import LogPanel
from simulator.desk.side_panel import SidePanel
from simulator.desk.speaking import Speaking, TalkWishes
from simulator.desk.telephone_bar import TelephoneBar
from simulator.desk.thrive_panel import ThrivePanel
from simulator.desk.view import DeskView
from simulator.desk.wrapup import WrapUpPanel

FORM_TAB, ASSESS_TAB, SIDE_TAB = 0, 1, 2
NO_GRADE = "A ticket has no response grade."
NO_PAUSE = "There is no pause in an assessment."
NOT_YET_WRAPPING = f"Wrap-up begins when the line is cleared ({label_of('clear')})."


class DeskScreen(Widget):
    """Holds the panels of one contact. Every command works by key, whichever panel is in front."""

    def __init__(
        self,
        ui: Stage,
        control: Control,
        force: str,
        wall_time: Callable[[], datetime],
        captions: bool,
        standing: str,
        hearing: Hearing | None = None,
        wishes: TalkWishes | None = None,
    ) -> None:
        """`hearing` and `wishes` let the trainee speak; without either they type."""
        super().__init__(ui, "Desk")
        self.control = control
        self.speaking: Speaking | None = None
        if hearing is not None and wishes is not None:
            self.speaking = Speaking(hearing, control, wishes, lambda: self.conversation.speech_changed())
        self.view = DeskView()
        self.incident = control.call.desk == "incident"
        self.commands = self._commands()
        self.banner = Banner(ui, force, self.commands, control.recorded)
        self.bar = TelephoneBar(ui, control, self.commands)
        self.conversation = Conversation(ui, control, captions, self.speaking)
        self.wrap_up = WrapUpPanel(ui, control, self.ask_finish)
        first = "Incident" if self.incident else "Ticket"
        self.tabs = Tabs(ui, "Desk view", [first, "Assess" if self.incident else "Identity", "Look-up and actions"])
        self.tabs.on_change = lambda _: self._arrange()
        self.form = FieldForm(ui, control)
        self.log = LogPanel(ui, control)
        self.thrive = ThrivePanel(ui, control) if self.incident else None
        self.identity = None if self.incident else IdentityPanel(ui, control)
        self.grade = GradePanel(ui, control) if self.incident else None
        self.side = SidePanel(ui, control, self.deed_done)
        self.footer = Footer(ui, control, wall_time, standing)
        self.conversation.unheard = self.footer.say
        assess = [panel for panel in (self.thrive, self.identity, self.grade) if panel is not None]
        self._assess: list[Widget] = list(assess)
        self.add(self.banner, self.bar, self.conversation, self.wrap_up, self.tabs, self.form, self.log)
        self.add(*self._assess, self.side, self.footer)
        self.wrap_up.visible = False
        self._spoke = False
        control.listen(self.refresh)

    # what is shown

    def refresh(self, view: DeskView) -> None:
        """Show this view."""
        wrapping = view.line.state == "wrap_up"
        began = wrapping and self.view.line.state != "wrap_up"
        answered = view.line.state == "connected" and self.view.line.state == "ringing"
        self.view = view
        for panel in (self.banner, self.bar, self.conversation, self.wrap_up, self.form, self.log, self.side):
            panel.refresh(view)
        for part in (self.thrive, self.identity, self.grade):
            if part is not None:
                part.refresh(view)
        self.footer.refresh(view)
        if self.speaking is not None:
            self.speaking.follow(view)
        if wrapping != self.wrap_up.visible and (wrapping or view.over):
            self.wrap_up.visible = wrapping
            self.ui.relayout()
        if answered:
            self.ui.set_focus(self.conversation.say)
        if began and self.ui.focus in (None, self.bar.stay, *self.bar.buttons.values()):
            self.ui.set_focus(self.wrap_up.result)

    def tenth(self) -> None:
        """What moves while somebody on the line speaks, and once more when they have finished."""
        speaking = self.bar.speaking()
        if speaking or self._spoke:
            self.ui.invalidate(self.bar.trace_rect())
        self._spoke = speaking
        self._hear()

    def _hear(self) -> None:
        if self.speaking is not None and self.conversation.strip is not None:
            self.speaking.tick()
            if self.conversation.strip.moving():
                self.conversation.strip.invalidate()

    def second(self) -> None:
        """What changes each second."""
        self.bar.lapse()
        self.ui.invalidate(self.bar.tick_rect())
        self.footer.invalidate()

    def layout(self, rect: Rect) -> None:
        """Place all panels."""
        self.rect = Rect(rect)
        desk = self.control.call.desk
        spots = places(rect, self.ui.scale, self.ui.px, self.wrap_up.visible, desk, self.form.wanted_height)
        self._place(spots)
        self._show_tab(spots.tabbed)

    def _place(self, spots: Places) -> None:
        self.banner.layout(spots.banner)
        self.bar.layout(spots.bar)
        self.footer.layout(spots.foot)
        self.conversation.layout(spots.conversation)
        self.wrap_up.layout(spots.wrap_up)
        self.form.layout(spots.form)
        self.log.layout(spots.log)
        assess = self.thrive or self.identity
        if assess is not None:
            assess.layout(spots.assess)
        if self.grade is not None:
            self.grade.layout(spots.grade)
        self.side.layout(spots.side)
        self.tabs.layout(spots.tabs)

    def _show_tab(self, tabbed: bool) -> None:
        self.tabs.visible = tabbed
        self.form.visible = not tabbed or self.tabs.value == FORM_TAB
        for panel in self._assess:
            panel.visible = not tabbed or self.tabs.value == ASSESS_TAB
        self.side.visible = not tabbed or self.tabs.value == SIDE_TAB

    def _arrange(self) -> None:
        self._show_tab(self.tabs.visible)
        self.ui.relayout()

    # what the commands do

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "answer": self.answer,
            "hold": self.hold,
            "transfer": lambda: self.go_deed("transfer"),
            "hand_over": lambda: self.go_deed("hand_over"),
            "clear": self.clear,
            "pause": self.pause,
            "stop": self.ask_stop,
            "lock": self.lock,
            "captions": lambda: self.conversation.set_captions(not self.conversation.captions),
            "go_say": lambda: self.conversation.go(),
            "back": self.back,
            "talk": self._talk,
            "go_form": lambda: self.go(FORM_TAB, self.form.editors[next(iter(self.form.editors))].widgets[0]),
            "go_log": lambda: self.ui.set_focus(self.log.box),
            "go_thrive": self.go_thrive,
            "go_identity": self.go_identity,
            "go_grade": self.go_grade,
            "go_lookup": lambda: self.go_side(self.side.look_up, self.side.look_up.query),
            "go_record": lambda: self.go_side(self.side.record, self.side.record.list),
            "go_actions": lambda: self.go_side(self.side.actions, self.side.actions.choice),
            "go_wrap_up": self.go_wrap_up,
        }

    def _talk(self) -> None:
        if self.speaking is not None:
            self.speaking.press()

    def talk_key_up(self) -> None:
        """The talk key came up."""
        if self.speaking is not None:
            self.speaking.release()

    def go(self, tab: int, widget: Widget) -> None:
        """Bring a tab to the front and go to a widget on it."""
        if self.tabs.visible and self.tabs.value != tab:
            self.tabs.value = tab
            self._show_tab(True)
            self.invalidate()
        self.ui.set_focus(widget)

    def go_side(self, page: Widget, widget: Widget) -> None:
        """Bring a page of the side panel to the front and go to a widget on it."""
        self.side.show(page)
        self.go(SIDE_TAB, widget)

    def go_thrive(self) -> None:
        """To THRIVE, or to identity on a desk without it."""
        if self.thrive is not None:
            self.go(ASSESS_TAB, self.thrive.headings[0].level)
        else:
            self.go_identity()

    def go_identity(self) -> None:
        """To the identity check, wherever this desk has it."""
        if self.identity is not None:
            self.go(ASSESS_TAB, self.identity.items.results[0])
        elif self.side.identity is not None:
            self.go_side(self.side.identity, self.side.identity.results[0])

    def go_grade(self) -> None:
        """To the grade, where this desk gives one."""
        if self.grade is not None:
            self.go(ASSESS_TAB, self.grade.tiles)
        else:
            self.footer.say(NO_GRADE)

    def go_deed(self, deed: str) -> None:
        """Bring a deed of the Actions page to the front."""
        self.go_side(self.side.actions, self.side.actions.choice)
        self.side.actions.go_to(deed)
        self.bar.withdraw()

    def deed_done(self) -> None:
        """Back to the caller where they can hear, else to the list of deeds."""
        if self.view.line.state == "connected":
            self.ui.set_focus(self.conversation.say)
        elif not self.view.over:
            self.ui.set_focus(self.side.actions.choice)

    def go_wrap_up(self) -> None:
        """To wrap-up, once the line has been cleared."""
        if self.wrap_up.visible:
            self.ui.set_focus(self.wrap_up.result)
        elif not self.view.over:
            self.footer.say(NOT_YET_WRAPPING)

    def answer(self) -> None:
        """Answer; on a dropped line, ring back the number that the network shows, or ask which number."""
        line = self.view.line
        if line.state != "dropped":
            self.control.do(a.Answer())
        elif line.number:
            self.control.do(a.CallBack(number=line.number, source="network"))
        else:
            self.go_deed("call_back")

    def hold(self) -> None:
        """Hold, or take off hold."""
        self.control.do(a.Resume() if self.view.line.state == "held" else a.Hold())

    def clear(self) -> None:
        """Clear the line when it is asked for twice: one press by mistake must not end a call."""
        if not self.bar.buttons["clear"].enabled or self.bar.asked_again():
            self.control.clear()

    def back(self) -> None:
        """Stay on the line where it is asked whether to clear it, else back to speaking to the caller."""
        if self.bar.asking:
            self.bar.withdraw()
        else:
            self.conversation.back()

    def pause(self) -> None:
        """Pause practice, or go on."""
        if self.view.over:
            return
        if self.view.mode != "practice":
            self.footer.say(NO_PAUSE)
        elif self.view.line.paused:
            self.control.go_on()
        else:
            self.control.do(a.Pause())

    def lock(self) -> None:
        """Lock the screen."""
        self.control.drafts.record_all()
        self.control.do(a.LockScreen())
        self.ui.open_overlay(Locked(self.ui))

    def ask_stop(self) -> None:
        """Stop, once it is confirmed."""
        if self.view.over:
            return
        words = "The run ends here and is kept as stopped. A stop never counts against you."
        stop, back = ("Stop the run", "stop", self.stop_run), ("Back to the call", "normal", None)
        ask(self.ui, "Stop this run?", words, [stop, back])

    def stop_run(self) -> None:
        """Record what is pending, the log box included, and stop."""
        self.control.go_on()
        self.log.commit()
        self.control.stop()

    def ask_finish(self) -> None:
        """Finish wrap-up, once it is confirmed. What is in the log box is added first."""
        words = "Nothing can be added to this contact afterwards."
        answers = [("Finish", "primary", self.finish), ("Back to wrap-up", "normal", None)]
        ask(self.ui, "Finish wrap-up?", words, [(w, k, f) for w, k, f in answers])

    def finish(self) -> None:
        """Record what is pending, the log box included, and finish."""
        self.log.commit()
        self.control.finish()
