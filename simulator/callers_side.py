"""The caller's side of a run: they answer, speak first, press, ask, fall silent, ring off."""

from dataclasses import replace

from scenarios.scenario import Twist
from simulator import caller, events
from simulator.caller import Setting
from simulator.due import Due
from simulator.heard import Understood
from simulator.pace import caller_speaks_ms
from simulator.run import Run
from simulator.telling import first_value, value_told
from simulator.wording import choose


class CallersSide:
    """Carries out what falls due on the caller's side."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._saying_goodbye = False

    def happen(self, due: Due) -> None:
        match due.what:
            case "line_ends":
                self._line_ends()
            case "reply":
                self._reply()
            case "opening":
                self._speak(caller.opening(self._setting(), self.run.mind))
            case "fact":
                self._speak(caller.volunteer(self._setting(), self.run.mind, due.which))
            case "press":
                wanted = next(p for p in self.run.scenario.presses if p.id == due.which)
                self._speak(caller.press(self._setting(), self.run.mind, wanted))
            case "question":
                self._ask(due.which)
            case "twist":
                self._twist(next(t for t in self.run.scenario.twists if t.id == due.which))
            case "remark":
                self._remark(due.which)
            case "silence":
                self._prod()
            case "ends":
                self._caller_ends(say=self.run.scenario.caller.goodbye if not due.which else ())
            case "too_long":
                self.run.end("network")

    def _setting(self) -> Setting:
        return Setting(self.run.scenario, self.run.started.seed, self.run.moments)

    def _reply(self) -> None:
        heard, self.run.waiting = tuple(self.run.waiting), []
        self.run.line = replace(self.run.line, reply_from=None)
        together = _together(heard)
        before = self.run.mind
        line = caller.reply(self._setting(), self.run.mind, together)
        if line.moved_by:
            self.run.mind = line.mind
            self.run.add(events.MoodChanged(mood=line.mind.mood, trust=line.mind.trust, because=line.moved_by))
        self._saying_goodbye = line.mind.count("goodbye") > before.count("goodbye")
        if line.text:
            self._speak(line)
        else:
            self.run.mind = line.mind
        if line.hangs_up:
            self._rings_off()

    def _speak(self, line: caller.Line) -> None:
        if not line.text:
            self.run.mind = line.mind
            return
        opened = not self.run.mind.opened and line.mind.opened
        self.run.mind = line.mind
        lasts = caller_speaks_ms(line.text, self.run.scenario.caller.words_a_minute)
        self.run.add(
            events.CallerSaid(
                text=line.text,
                lasts_ms=lasts,
                facts=tuple(telling.fact for telling in line.tells),
                answers=line.answers,
                mood=line.mind.mood,
                style=self.run.scenario.caller.voice.style,
                press=line.press,
                question=line.question,
                twist=line.twist,
                corrects=line.corrects,
                confirms=line.confirms,
                understood=line.understood,
            )
        )
        self.run.ending += [self._told(telling) for telling in line.tells]
        ends = self.run.now_ms + lasts
        self.run.line = replace(self.run.line, busy_until=ends, line_ending=ends)
        if opened:
            self.run.moment("opening")
        if line.question is not None:
            self.run.moment(f"question:{line.question}")
            asked_at = {**self.run.line.asked_at, line.question: ends}
            first = line.question not in self.run.line.asked_at
            last = ends if first else self.run.line.last_question_ms
            self.run.line = replace(self.run.line, last_question_ms=last, asked_at=asked_at)
        if line.press is not None:
            wanted = next(p for p in self.run.scenario.presses if p.id == line.press)
            self.run.add(events.PressMade(press=wanted.id, asks_for=wanted.asks_for, disguised=wanted.disguised))
            self.run.moment(f"press:{wanted.id}")
            self.run.line = replace(self.run.line, last_press_ms=ends)

    def _told(self, telling: caller.Telling) -> events.FactTold:
        known = self.run.scenario.facts[telling.fact]
        value = value_told(known) if telling.whole == "full" else first_value(known)
        return events.FactTold(fact=telling.fact, value=value, how=telling.how, tags=known.tags, standing=telling.whole)

    def _line_ends(self) -> None:
        self.run.line = replace(self.run.line, line_ending=None)
        ending, self.run.ending = self.run.ending, []
        for told in ending:
            moments = (told.fact, f"right:{told.fact}") if told.standing == "full" else (told.fact,)
            if not all(map(self.run.moments.happened, moments)):
                self.run.add(told)
                for moment in moments:
                    self.run.moment(moment)
        if self.run.line.ends_call:
            self.run.end("caller")
        if self._saying_goodbye and self.run.phase == "live":
            self._saying_goodbye = False
            stays = self.run.scenario.stay_on_line_until
            if stays is None or self.run.moments.happened(stays):
                self.run.moment("goodbye")

    def _twist(self, twist: Twist) -> None:
        self.run.line = replace(self.run.line, fired=(*self.run.line.fired, twist.id))
        self.run.add(
            events.TwistFired(twist=twist.id, release=twist.release, upgrade=twist.upgrade, reassess=twist.reassess)
        )
        key = f"twist:{twist.id}"
        text = choose(twist.says, self.run.started.seed, key)
        mind = replace(self.run.mind, mood=twist.mood or self.run.mind.mood, last_line=text, opened=True)
        for fact in twist.reveals:
            mind = mind.having_told(fact)
        before = self.run.mind
        untold = tuple(fact for fact in twist.reveals if fact not in before.told or fact in before.unsettled)
        tells = tuple(caller.Telling(fact, "twist") for fact in untold)
        self._speak(caller.Line(text, mind.having_said(key), tells=tells, twist=twist.id))
        self.run.moment(twist.id)
        if twist.caller_ends:
            self._rings_off()

    def _ask(self, question: str) -> None:
        line = caller.ask(self._setting(), self.run.mind, question)
        if line.moved_by:
            self.run.add(events.MoodChanged(mood=line.mind.mood, trust=line.mind.trust, because=line.moved_by))
        self._speak(line)

    def _remark(self, key: str) -> None:
        self.run.line = replace(self.run.line, remark="")
        who = self.run.scenario.caller
        lines = {"after_hold": who.after_hold, "interrupted": who.interrupted}[key]
        text = choose(lines, self.run.started.seed, key, self.run.mind.count(key))
        self._speak(caller.Line(text, replace(self.run.mind.having_said(key), last_line=text)))

    def _prod(self) -> None:
        text = choose(self.run.scenario.caller.silence, self.run.started.seed, "silence", self.run.line.prods)
        self.run.line = replace(self.run.line, prods=self.run.line.prods + 1, silence_explained=False)
        self._speak(caller.Line(text, replace(self.run.mind, last_line=text)))

    def _caller_ends(self, say: tuple[str, ...]) -> None:
        text = choose(say, self.run.started.seed, "goodbye", self.run.mind.count("goodbye"))
        if text:
            self._speak(caller.Line(text, self.run.mind.having_said("goodbye")))
        self._rings_off()

    def _rings_off(self) -> None:
        if self.run.line.line_ending is None:
            self.run.end("caller")
        else:
            self.run.line = replace(self.run.line, ends_call=True)


def _together(heard: tuple[Understood, ...]) -> Understood:
    if len(heard) == 1:
        return heard[0]
    return Understood(
        text=" ".join(one.text for one in heard),
        understood=any(one.understood for one in heard),
        intents=tuple(intent for one in heard for intent in one.intents),
        values=tuple(value for one in heard for value in one.values),
    )
