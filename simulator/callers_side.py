"""The caller's side of a run: they answer, speak first, press, ask, fall silent, ring off."""

from copy import copy

from scenarios.scenario import PhonePass, Twist
from simulator import caller, events, line_side, people, relay, unspoken
from simulator.anew import replace
from simulator.answers import own_questions
from simulator.answers.hand_back import as_asked_back
from simulator.answers.order_of_parts import goodbye_last
from simulator.answers.telling import first_value, value_told
from simulator.answers.wording import choose
from simulator.caller import Setting
from simulator.due import Due
from simulator.heard import Understood
from simulator.line_trouble import through_poor_line
from simulator.pace import caller_speaks_ms
from simulator.run import Run

NO_ANSWER = "(no answer)"


class CallersSide:
    """Carries out what falls due on the caller's side."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._saying_goodbye = False

    def on(self, run: Run) -> "CallersSide":
        """The same side of a run that was forked."""
        other = copy(self)
        other.run = run
        return other

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
            case "sound":
                self._sound(int(due.which))
            case "remark":
                self._remark(due.which)
            case "silence":
                self._prod()
            case "ends":
                again = due.which or self.run.mind.count("goodbye")  # minutes after their goodbye nobody says another
                self._caller_ends(say=() if again else self.run.held.caller.goodbye)
            case "rung":
                line_side.rung(self.run)
            case "reconnects":
                self._reconnects()
            case "again":
                self._says_again()
            case "reminder":
                self._reminds()
            case "too_long" | "lost":
                self.run.end("network")

    def _setting(self) -> Setting:
        return Setting(self.run.held, self.run.started.seed, self.run.moments)

    def _reply(self) -> None:
        heard, self.run.waiting = tuple(self.run.waiting), []
        self.run.line = replace(self.run.line, reply_from=None, turn_open=None)
        before = self.run.mind
        line = self._answer(_together(heard))
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

    def _answer(self, heard: Understood) -> caller.Line:
        """The line that answers these words, whoever holds the phone and however they can answer."""
        run, mind, seed = self.run, self.run.mind, self.run.started.seed
        if run.line.trouble == "silent":
            return caller.Line(NO_ANSWER, mind, manner="silence")
        if (less := self._asks_for_less(heard)) is not None:
            return less
        wanted = people.asked_for(run.scenario, mind, heard)
        if wanted is not None and (wanted.refuses or people.can_come(wanted, run.moments)):
            comes = people.can_come(wanted, run.moments)
            key = f"passes:{wanted.to}:{comes}"
            text = choose(wanted.says if comes else wanted.refuses, seed, key, mind.count(key))
            run.line = replace(run.line, passing=run.scenario.passes.index(wanted) if comes else None)
            return caller.Line(text, replace(mind.having_said(key), last_line=text, opened=True))
        own, unknown = people.heard_by_holder(run.scenario, mind, as_asked_back(run.scenario, mind, heard))
        if mind.answers_by != "speech" and mind.holds == people.CALLER:
            return unspoken.reply(self._setting(), mind, own)
        line = caller.reply(self._setting(), mind, own)
        if unknown and not line.text:
            return replace(line, text=people.cannot_say(run.scenario, mind, seed))
        return unspoken.yes_or_no_first(self._setting(), mind, own, line)

    def _asks_for_less(self, heard: Understood) -> caller.Line | None:
        """What a caller on a relay writes to more words than they take in at a time: they tell nothing yet."""
        run, mind, relays = self.run, self.run.mind, self.run.scenario.channel.relay
        times = mind.count("sent back")
        if relays is None or times >= relay.MOST_SENT_BACK or not relay.too_long(run.scenario, heard.text):
            return None
        text = choose(relays.asks_for_less, run.started.seed, "sent back", times)
        return caller.Line(text, replace(mind.having_said("sent back"), last_line=text, opened=True))

    def _speak(self, line: caller.Line, speaker: str | None = None) -> None:
        if not line.text:
            self.run.mind = line.mind
            return
        opened = not self.run.mind.opened and line.mind.opened
        if self.run.line.trouble == "poor":
            line = through_poor_line(line, self.run.mind, self.run.started.seed)
        elif line.mind.unheard:
            line = replace(line, mind=replace(line.mind, unheard=()))
        self.run.mind, self.run.speaking = line.mind, line
        who = speaker or line.mind.holds
        relayed = self.run.scenario.channel.relay is not None and who == people.CALLER
        pace = self.run.held.caller.words_a_minute
        lasts = int(caller_speaks_ms(line.text, pace) * (relay.CALLERS_PACE if relayed else 1))
        self.run.add(
            events.CallerSaid(
                text=relay.handed_on(self.run.scenario, line.text, line.twist) if relayed else line.text,
                lasts_ms=lasts,
                facts=tuple(telling.fact for telling in line.tells),
                answers=line.answers,
                mood=line.mind.mood,
                style=people.style_of(self.run.scenario, who, self.run.moments, self.run.now_ms),
                press=line.press,
                question=line.question,
                twist=line.twist,
                corrects=line.corrects,
                confirms=line.confirms,
                understood=line.understood,
                speaker="relay" if relayed else who,
                shown_as=people.shown_as(self.run.scenario, who, self.run.moments),
                manner=line.manner,
            )
        )
        self.run.ending += [self._told(telling, who) for telling in line.tells]
        ends = self.run.now_ms + lasts
        self.run.line = replace(self.run.line, busy_until=ends, line_ending=ends, began_ms=self.run.now_ms, cut=False)
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

    def _told(self, telling: caller.Telling, who: str) -> events.FactTold:
        known = self.run.scenario.facts[telling.fact]
        value = value_told(known) if telling.whole == "full" else first_value(known)
        return events.FactTold(
            fact=telling.fact, value=value, how=telling.how, tags=known.tags, standing=telling.whole, speaker=who
        )

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
            return
        if self.run.line.goes:
            line_side.goes(self.run, self.run.line.goes)
        if self.run.line.passing is not None:
            self._hands_over(self.run.scenario.passes[self.run.line.passing])
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
        if twist.sound is not None:
            self.run.add(events.SoundHeard(sound=twist.sound))
        self.run.moment(twist.id)
        if twist.line == "back":
            line_side.goes(self.run, "back")
        takes = twist.phone_to is not None and twist.speaker in (None, twist.phone_to)
        if takes:
            line_side.passes(self.run, twist.phone_to or people.CALLER)
        key = f"twist:{twist.id}"
        text = choose(twist.says, self.run.started.seed, key)
        heard_behind = twist.speaker not in (None, self.run.mind.holds)
        last = self.run.mind.last_line if heard_behind else text
        mind = replace(
            self.run.mind,
            mood=twist.mood or self.run.mind.mood,
            last_line=last,
            about=self.run.mind.about if heard_behind else (),
            opened=True,
            answers_by=twist.answers_by or self.run.mind.answers_by,
        )
        for fact in twist.reveals:
            mind = mind.having_told(fact)
        before = self.run.mind
        untold = tuple(fact for fact in twist.reveals if fact not in before.told or fact in before.unsettled)
        tells = tuple(caller.Telling(fact, "twist") for fact in untold)
        self._speak(caller.Line(text, mind.having_said(key), tells=tells, twist=twist.id), twist.speaker)
        if twist.phone_to is not None and not takes:
            line_side.passes(self.run, twist.phone_to)
        if twist.line is not None and twist.line != "back":
            self.run.line = replace(self.run.line, goes=twist.line)
        if twist.caller_ends:
            self._rings_off()

    def _sound(self, number: int) -> None:
        self.run.line = replace(self.run.line, sounded=(*self.run.line.sounded, str(number)))
        self.run.add(events.SoundHeard(sound=self.run.scenario.sounds.timed[number].sound))

    def _hands_over(self, one: PhonePass) -> None:
        self.run.line = replace(self.run.line, passing=None)
        line_side.passes(self.run, one.to)
        key = f"takes:{one.to}"
        text = choose(one.takes, self.run.started.seed, key, self.run.mind.count(key))
        self._speak(caller.Line(text, replace(self.run.mind.having_said(key), last_line=text)))

    def _reconnects(self) -> None:
        self.run.line = replace(self.run.line, reconnects_at=None)
        text = choose(self.run.scenario.caller.reconnects, self.run.started.seed, "reconnects")
        self._speak(caller.Line(text, replace(self.run.mind, last_line=text)))

    def _says_again(self) -> None:
        words, self.run.drowned = self.run.drowned, None
        self.run.line = replace(self.run.line, drowned=False)
        if words is None or words.mind.holds != self.run.mind.holds:
            return
        tells = tuple(one for one in words.tells if one.fact not in self.run.mind.told)
        if words.tells and not tells:
            return  # it came out meanwhile
        mind = replace(self.run.mind, last_line=words.text)
        for one in tells:
            mind = mind.having_told(one.fact, settled=one.whole == "full")
        self._speak(caller.Line(words.text, mind, tells=tells, twist=words.twist))

    def _reminds(self) -> None:
        self.run.line = replace(self.run.line, turn_open=None, reminded=True)
        relays = self.run.scenario.channel.relay
        if relays is not None:
            self._assistant_says(choose(relays.reminds, self.run.started.seed, "reminds"))

    def _assistant_says(self, text: str) -> None:
        lasts = caller_speaks_ms(text)
        self.run.add(events.OperatorSaid(text=text, lasts_ms=lasts, who="relay"))
        self.run.line = replace(self.run.line, busy_until=max(self.run.line.busy_until, self.run.now_ms) + lasts)

    def _ask(self, question: str) -> None:
        if question not in self.run.mind.questions_asked and self._was_answered(question):
            asked = (*self.run.mind.questions_asked, question)
            self.run.mind = replace(self.run.mind, questions_asked=asked)
            self.run.moment(f"question:{question}")
            return
        line = caller.ask(self._setting(), self.run.mind, question)
        if line.moved_by:
            self.run.add(events.MoodChanged(mood=line.mind.mood, trust=line.mind.trust, because=line.moved_by))
        self._speak(line)

    def _was_answered(self, name: str) -> bool:
        """Whether the handler has told what the question asks since it could be asked."""
        question = own_questions.question_of(self.run.held, name)
        since = self.run.moments.first.get(question.when.since, 0)
        return any(
            own_questions.answers_before(question, entry.event.intents, entry.event.text)
            for entry in self.run.entries
            if entry.t_ms > since and isinstance(entry.event, events.HandlerSaid)
        )

    def _remark(self, key: str) -> None:
        self.run.line = replace(self.run.line, remark="")
        who = self.run.scenario.caller
        lines = {"after_hold": who.after_hold, "interrupted": who.interrupted}[key]
        text = choose(lines, self.run.started.seed, key, self.run.mind.count(key))
        self._speak(caller.Line(text, replace(self.run.mind.having_said(key), last_line=text)))

    def _prod(self) -> None:
        mind = self.run.mind
        key = f"silence:{mind.holds}"
        lines = people.prods(self.run.held.caller.silence, mind)
        text = choose(lines, self.run.started.seed, key, mind.count(key))
        self.run.line = replace(self.run.line, prods=self.run.line.prods + 1, silence_explained=False)
        self._speak(caller.Line(text, replace(mind.having_said("silence").having_said(key), last_line=text)))

    def _caller_ends(self, say: tuple[str, ...]) -> None:
        text = choose(say, self.run.started.seed, "goodbye", self.run.mind.count("goodbye"))
        if text:
            self._speak(caller.Line(goodbye_last(text), self.run.mind.having_said("goodbye")))
        self._rings_off()

    def _rings_off(self) -> None:
        if self.run.line.line_ending is None:
            self.run.end("caller")
        else:
            self.run.line = replace(self.run.line, ends_call=True)


def _together(heard: tuple[Understood, ...]) -> Understood:
    if len(heard) == 1:
        return heard[0]
    truths = tuple(one.truth for one in heard if one.truth is not None)
    return Understood(
        text=" ".join(one.text for one in heard),
        understood=any(one.understood for one in heard),
        intents=tuple(intent for one in heard for intent in one.intents),
        values=tuple(value for one in heard for value in one.values),
        unheard=tuple(clause for one in heard for clause in one.unheard),
        truth=truths[0] if len(set(truths)) == 1 else None,
    )
