"""The handler's side of a run: what the trainee says and does on the line and at the desk."""

from copy import copy
from typing import Literal

from simulator import actions, events, line_side, relay
from simulator.anew import replace
from simulator.answers.addressed import by_addressee
from simulator.answers.bare_question import with_bare_question
from simulator.answers.by_name import with_own_name_called
from simulator.answers.feeling import disappointed
from simulator.answers.manners import REFUSALS
from simulator.answers.meant_instead import asked_of_what_was_meant
from simulator.answers.names_read_back import with_names_read_back
from simulator.answers.past_the_caller import understood_as_said
from simulator.answers.persons_told import of_person_told
from simulator.answers.truth import as_asked
from simulator.answers.wording import choose, joined
from simulator.deeds import Office, Refused, do_deed, plain
from simulator.due import Line
from simulator.heard import Understood
from simulator.pace import caller_speaks_ms, handler_speaks_ms
from simulator.run import Run
from simulator.setting import situation
from simulator.understanding.situation import Understanding
from simulator.verifying import is_verified

_RING_BACK = "Ring back only if that is safe for who may answer."
LONG_HOLD_MS = 8_000  # an unexplained hold of this length is remarked upon


class HandlersSide:
    """Carries out the trainee's actions."""

    def __init__(self, run: Run, understanding: Understanding) -> None:
        self.run = run
        self.understanding = understanding
        self._earlier: tuple[str, ...] = ()
        self.last_key_to_caller = 0

    def on(self, run: Run) -> "HandlersSide":
        """The same side of a run that was forked."""
        other = copy(self)
        other.run = run
        return other

    def on_the_line(self, action: actions.Action) -> None:
        if self.run.phase != "live":
            self.run.refuse(action, "The call has ended.")
            return
        if self.run.line.trouble == "dropped" and isinstance(action, actions.Hold | actions.Resume | actions.Transfer):
            self.run.refuse(action, f"The line has dropped; nobody is on it. {_RING_BACK}")
            return
        match action:
            case actions.Say():
                self._say(action)
            case actions.Hold() | actions.Resume():
                self._hold(action)
            case actions.TalkOver():
                self.run.add(events.TalkedOver(by=action.by, lasted_ms=max(0, action.lasted_ms)))
            case actions.Clear():
                # Who clears a line that was lost already has not left anybody: the line was gone.
                self.run.end("network" if self.run.line.trouble == "dropped" else "handler")
            case actions.Transfer():
                self.run.add(events.CallTransferred(to=plain(action.to), warm=action.warm))
                self.run.end("transfer")

    def answer(self, action: actions.Action) -> None:
        if self.run.phase != "ringing":
            self.run.refuse(action, "The call is answered already.")
            return
        self.run.phase = "live"
        self.run.line = Line(answered_ms=self.run.now_ms, busy_until=self.run.now_ms, last_stir=self.run.now_ms)
        self.run.add(events.CallAnswered(ring_ms=self.run.now_ms))
        self.run.moment("answered")
        if self.run.scenario.operator_says:
            self._operator_says(joined(self.run.scenario.operator_says), "operator")
        relays = self.run.scenario.channel.relay
        if relays is not None:
            self._operator_says(choose(relays.introduces, self.run.started.seed, "introduces"), "relay")

    def _operator_says(self, text: str, who: Literal["operator", "relay"]) -> None:
        lasts = caller_speaks_ms(text)
        self.run.add(events.OperatorSaid(text=text, lasts_ms=lasts, who=who))
        self.run.line = replace(self.run.line, busy_until=self.run.line.busy_until + lasts)

    def keys_heard(self, action: actions.KeysHeard) -> None:
        if self.run.phase == "live":
            composing = (self.run.line.composing or action.speech) and not action.dropped
            voicing = (self.run.line.voicing or action.voice) and composing
            self.run.line = replace(self.run.line, last_stir=self.run.now_ms, composing=composing, voicing=voicing)
            if action.speech:
                self.last_key_to_caller = self.run.now_ms
            if action.voice:
                line_side.voice_heard(self.run)

    def _say(self, action: actions.Say) -> None:
        text = plain(action.text)
        if not text:
            self.run.refuse(action, "There are no words to say.")
            return
        if self.run.line.held:
            self.run.refuse(action, "The caller is on hold and cannot hear you.")
            return
        if self.run.line.trouble == "dropped":
            self.run.refuse(action, f"The line has dropped; nobody can hear you. {_RING_BACK}")
            self.run.line = replace(self.run.line, composing=False, voicing=False)
            return
        began = self.run.now_ms if action.began_ms is None else max(0, min(action.began_ms, self.run.now_ms))
        spoken = _speaking_ms(action, text, self.run.now_ms - began)
        allowance = max(0, self.run.now_ms - began - spoken)
        line_side.words_came_over(self.run, began, began + spoken, action.source)
        meant = relay.for_the_caller(self.run.scenario, text)
        meant = asked_of_what_was_meant(meant, self._earlier)
        meant = of_person_told(self.run.scenario, meant, self.run.mind.last_line, self._earlier)
        said = by_addressee(self.run.scenario, meant, self._earlier, self.run.mind.last_line)
        scene = situation(self.run.scenario, self.run.mind, self._earlier)
        heard = understood_as_said(self.understanding, said, meant, scene)
        heard = with_bare_question(self.run.scenario, self.run.mind, heard, self.understanding.alike)
        heard = as_asked(heard, self.run.scenario.facts, self.understanding.alike)
        heard = with_names_read_back(self.run.scenario, self.run.mind, heard)
        heard = with_own_name_called(self.run.held, self.run.mind, heard)
        self._earlier = (*self._earlier, text)
        self.run.add(
            events.HandlerSaid(
                text=text,
                began_ms=began,
                spoken_ms=spoken,
                allowance_ms=allowance,
                source=action.source,
                understood=heard.understood,
                intents=heard.intents,
                values=heard.values,
                understanding=heard.mode,
                decided_by=heard.decided_by,
                recognised=action.recognised,
            )
        )
        self.run.moments = self.run.moments.with_time_given_back(self.run.now_ms, allowance)
        self._heard_moments(heard)
        explained = any(intent.id == "HOLD_EXPLAIN" for intent in heard.intents)
        self.run.waiting.append(heard)
        since = self.run.now_ms if self.run.line.reply_from is None else self.run.line.reply_from
        if self.run.scenario.channel.relay is not None:
            since = self._with_the_assistant(text, since)
        self.run.line = replace(
            self.run.line,
            reply_from=since,
            last_stir=self.run.now_ms,
            composing=False,
            voicing=False,
            prods=0,
            silence_explained=explained,
            hold_explained=self.run.line.hold_explained or explained,
        )

    def _with_the_assistant(self, text: str, since: int) -> int:
        """From when an answer is on its way: the assistant waits for the end of the turn, then passes the words on."""
        run, channel = self.run, self.run.scenario.channel
        if channel.relay is not None and relay.speaks_to_the_assistant(text) and not run.mind.count("spoken past"):
            run.mind = run.mind.having_said("spoken past")
            says = choose(channel.relay.asks_to_be_spoken_past, run.started.seed, "spoken past")
            lasts = caller_speaks_ms(says)
            run.add(events.OperatorSaid(text=says, lasts_ms=lasts, who="relay"))
            run.line = replace(run.line, busy_until=max(run.line.busy_until, run.now_ms) + lasts)
        run.line = replace(run.line, turn_open=None if relay.ends_turn(run.scenario, text) else run.now_ms)
        return max(since, run.now_ms) + relay.on_its_way_ms(run.scenario, text)

    def _heard_moments(self, heard: Understood) -> None:
        for intent in heard.intents:
            self.run.moment(f"said:{intent.id}")
            if intent.id == "topic":
                self.run.moment(f"said:topic:{intent.slot}")
        if self.run.mind.press_open is not None and any(intent.id in REFUSALS for intent in heard.intents):
            self.run.moment("refused")
        if any(intent.id == "NEG_DISCLOSE" and intent.confidence >= 0.5 for intent in heard.intents):
            self.run.moment("disclosed")

    def _hold(self, action: actions.Hold | actions.Resume) -> None:
        wants_hold = isinstance(action, actions.Hold)
        if wants_hold == self.run.line.held:
            self.run.refuse(action, "The caller is on hold already." if wants_hold else "The caller is not on hold.")
            return
        line = replace(self.run.line, held=wants_hold, last_stir=self.run.now_ms)
        if wants_hold:
            self.run.line = replace(line, held_at=self.run.now_ms)
            self.run.add(events.CallHeld())
            if not line.hold_explained:
                self.run.mind = disappointed(self.run.scenario.caller, self.run.mind)
                mood, trust = self.run.mind.mood, self.run.mind.trust
                self.run.add(events.MoodChanged(mood=mood, trust=trust, because="put on hold unexplained"))
        else:
            left_alone = not line.hold_explained and self.run.now_ms - line.held_at >= LONG_HOLD_MS
            self.run.line = replace(
                line,
                hold_explained=False,
                resumed_ms=self.run.now_ms,
                remark="after_hold" if left_alone else line.remark,
            )
            self.run.add(events.CallResumed())

    def deed(self, action: actions.Action) -> None:
        if isinstance(action, actions.Verify) and self.run.phase != "live":
            self.run.refuse(action, "The caller has gone; nothing more can be verified on this call.")
            return
        if isinstance(action, actions.CallBack) and self.run.line.rings_until is not None:
            self.run.refuse(action, "It is ringing already.")
            return
        if isinstance(action, actions.CallBack) and line_side.is_on_the_line(self.run, action):
            self.run.refuse(action, "The line is open: the caller is on it.")
            return
        done = do_deed(Office(self.run.scenario, self.run.policy, self.run.incident, self.run.records), action)
        if isinstance(done, Refused):
            self.run.refuse(action, done.because)
            return
        for event in done:
            self.run.add(event)
            for moment in _moments_of(event):
                self.run.moment(moment)
            if isinstance(event, events.CalledBack) and self.run.line.trouble == "dropped" and self.run.phase == "live":
                line_side.rings_back(self.run, event.number)
        if self.run.scenario.verification and is_verified(
            self.run.scenario, self.run.policy, self.run.incident.verified
        ):
            self.run.moment("verified")
        if self.run.phase == "live":
            self.run.line = replace(self.run.line, last_stir=self.run.now_ms)

    def pause(self) -> None:
        if self.run.started.mode != "practice":
            self.run.refuse(actions.Pause(), "An assessment cannot be paused. Stop is always there.")
        elif self.run.paused_at is None:
            self.run.paused_at = self.run.now_ms
            self.run.add(events.Paused())

    def go_on(self) -> None:
        if self.run.paused_at is None:
            self.run.refuse(actions.Continue(), "Practice is not paused.")
            return
        lasted = self.run.now_ms - self.run.paused_at
        self.run.paused_at = None
        self.run.add(events.Continued(lasted_ms=lasted))
        self.run.moments = self.run.moments.with_time_given_back(self.run.now_ms, lasted)
        later = None if self.run.line.line_ending is None else self.run.line.line_ending + lasted
        self.run.line = replace(
            self.run.line, line_ending=later, busy_until=self.run.line.busy_until + lasted, last_stir=self.run.now_ms
        )

    def finish(self, action: actions.Action) -> None:
        if self.run.phase != "wrap_up":
            self.run.refuse(action, "Clear the call first." if self.run.phase == "live" else "Answer the call first.")
            return
        self.run.add(events.ContactClosed())
        self.run.phase = "over"


def _speaking_ms(action: actions.Say, text: str, since_ms: int) -> int:
    """How long the words themselves took: as heard where they were spoken, else at the usual pace."""
    if action.source == "spoken":
        return since_ms if action.lasted_ms is None else min(action.lasted_ms, since_ms)
    return handler_speaks_ms(text)


def _moments_of(event: events.Event) -> tuple[str, ...]:
    match event:
        case events.Graded():
            return ("graded", f"graded:{event.grade}")
        case events.HandedOver():
            return ("handed_over",)
        case events.AgencyRequested():
            return (f"requested:{event.agency}",)
        case events.AccessReset():
            return ("reset",)
        case events.RecordUpdated():
            return ("updated",)
        case _:
            return ()
