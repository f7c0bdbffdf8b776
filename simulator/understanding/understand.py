"""The order of deciding: facts, advice, topics, the model with what the scene expects; or not understood."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path

from simulator.anew import replace
from simulator.heard import HeardIntent, Understood
from simulator.understanding.advice import heard_advice, heard_promise
from simulator.understanding.asked_topic import standing, topics_asked
from simulator.understanding.asks_nothing import echoes, is_condition, reports, tells_again, to_be_told_then
from simulator.understanding.blend import SURE as BLENDED_SURE
from simulator.understanding.blend import Blend
from simulator.understanding.brought import BESIDE, QUESTIONS, Brought, Weighed
from simulator.understanding.choosing import Standing
from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.cutting.listing import as_list
from simulator.understanding.cutting.opening_words import only_opens
from simulator.understanding.cutting.standing_for import with_thing_told
from simulator.understanding.cutting.supposed import asks_of_supposed
from simulator.understanding.cutting.which_number import with_house_number
from simulator.understanding.encoder import Encoder, load_encoder
from simulator.understanding.example_senses import ExampleSenses
from simulator.understanding.facts import FactReading, read_facts
from simulator.understanding.followups import SURE as LEANING
from simulator.understanding.followups import follow_up
from simulator.understanding.guessing import DOUBTED, SURE, Guess, guess
from simulator.understanding.kept_senses import SenseFolder, encoder_digest, folder_named
from simulator.understanding.model import Model, ModelMissing, load_model
from simulator.understanding.modes import Mode, wanted
from simulator.understanding.normalise import plain, tidy
from simulator.understanding.not_meant import names_called, without_not_meant
from simulator.understanding.of_knowing import what_is_known
from simulator.understanding.of_the_household import of_the_household
from simulator.understanding.persistence import persistence
from simulator.understanding.said_beside import beside_questions
from simulator.understanding.sense import BySense, by_words
from simulator.understanding.signs import rushes
from simulator.understanding.situation import Situation
from simulator.understanding.slots import slotted
from simulator.understanding.standard import standard
from simulator.understanding.topics import HeardTopic
from simulator.understanding.where_in_it import where_in_it
from simulator.understanding.whose import others_details
from simulator.understanding.wordlist import listed
from simulator.understanding.written_for import as_written

LISTED = 0.85  # how sure a phrase of the scenario's own lists is
WHOLLY = 0.96  # from here the clause is the topic's question and nothing beside it
PLAINLY = 0.9  # what all words together must be to lend an intent its sureness
_LISTENING = 0.3
_REMEMBERED = 4_096  # utterances; robots say the same thousands of times
_DETAILS = frozenset({"ASK_PERSON_DETAILS", "VER_ASK_ITEM"})
_YOURS = re.compile(
    r"\byour (?:own |full |first |last )*(?:name|surname|date of birth|dob|age|birthday|address|number|postcode)\b"
)
_BOTH = re.compile(r"\w.*(?:\band\b|,)")
_STAYS = re.compile(r"\b(?:stay|hid|quiet|on the line|until)")
_SORRY = re.compile(
    r"[,\s]*(?:i'm |so |very )*(?:sorry|pardon me|excuse me|(?:i )?beg your pardon)[\s.,!]*", re.IGNORECASE
)
# What the model may not add where facts, advice or promises have settled the clause.
_OF_FACTS = frozenset(
    listed(
        "READBACK NEG_LEAD_DATA LISTEN_SUMMARISE ASK_LOCATION VER_ASK_ITEM PHONETIC_SPELL LISTEN_CLARIFY "
        "ASK_PERSON_DETAILS ASK_CALLBACK ASK_LOCATION_REFINE GIVE_REF NEG_DISCLOSE NEG_CONFIRM_EXISTS "
        "NEG_LEAD_ACCOUNT EXPL_LIMIT"
    )
)
_OF_ADVICE = frozenset(listed("ADV_SAFETY NEG_DANGEROUS ADV_PRESERVE ADV_STAY_LINE"))
_OF_PROMISES = frozenset(listed("NEG_PROMISE EXPL_TIME EMP_REASSURE EXPL_NEXT"))


class Listener:
    """Rules and facts first, then the models: the words alone (`core`), or the encoder beside them (`semantic`)."""

    def __init__(self, words: Model, encoder: Encoder | None = None, examples: ExampleSenses | None = None) -> None:
        self.words = words
        self.encoder = encoder
        self.examples = examples if encoder is None or examples else ExampleSenses(encoder)
        self._weighing: Model | Blend = words
        if encoder is not None and self.examples is not None:
            self._weighing = Blend(words, encoder, self.examples)
        blended = isinstance(self._weighing, Blend)
        self._least = BLENDED_SURE if blended else SURE
        self.mode: Mode = "semantic" if blended else "core"

    def understand(self, text: str, situation: Situation) -> Understood:
        """All that the utterance asks, says and names; `understood` is False where nothing was heard.

        Only the first 4,000 characters are looked at (`normalise.LOOKED_AT`), and sixteen clauses of them.
        """
        found = with_thing_told(self._clauses_of(text), situation.last_caller_line, *situation.earlier[-1:])
        found = with_house_number(found, situation.last_caller_line)
        lists = [as_list(part) for part in found]
        weighed = self._weigh(_looked_at(found, lists))
        heard = [self._as_meant(*one, weighed, situation) for one in zip(found, lists, strict=True)]
        for at, (part, one) in enumerate(zip(found[:-1], heard[:-1], strict=True)):
            if not one.values and echoes(part, situation.last_caller_line):
                heard[at] = Brought(ack=True)
            elif not one.values and tells_again(part, situation.last_caller_line):
                heard[at] = one.without_questions
        heard = of_the_household(found, beside_questions(found, heard))
        intents = _once(_without_asides((intent for one in heard for intent in one.intents), text))
        intents = _once((*without_not_meant(intents, text), *names_called(text)))
        intents = self._as_a_whole(intents, text)
        intents = as_written(intents, text, (part.text for part in found), situation.topics)
        intents = (*intents, *persistence(text, intents, situation))
        listening = any(one.ack for one in heard) and not intents
        steps = tuple(dict.fromkeys(step for one in heard for step in one.steps))
        decided = (*steps, "listening") if listening else steps if intents else (*steps, "abstained")
        return Understood(
            text=text,
            understood=bool(intents) or listening,
            intents=intents,
            values=tuple(dict.fromkeys(value for one in heard for value in one.values)),
            mode=self.mode,
            decided_by=decided,
            unheard=tuple(
                part.text
                for part, one in zip(found, heard, strict=True)
                if one.nothing and not any(intent.span in (text, part.text) for intent in intents)
            ),
        )

    def looked_at(self, text: str) -> tuple[str, ...]:
        """The words of an utterance that are weighed, where nothing was said before it."""
        found = self._clauses_of(text)
        return tuple(filter(None, _looked_at(found, [as_list(part) for part in found])))

    def _as_meant(self, clause: Clause, listed: tuple[Clause, ...], weighed: Weighed, situation: Situation) -> Brought:
        """What the clause brought as a whole, or as a list of things asked for where each of them is plain."""
        whole = self._clause(clause, weighed, situation)
        if not listed or whole.things_asked >= len(listed) or not whole.open or whole.certain:
            return whole
        parts = [self._clause(part, weighed, situation) for part in listed]
        asked = [part.plainly_asked for part in parts]
        together = frozenset[tuple[str, str | None]]().union(*asked)
        if not all(asked) or len(together) < len(parts) or together <= whole.plainly_asked:
            return whole
        return Brought(
            tuple(intent for part in parts for intent in part.intents),
            tuple(value for part in parts for value in part.values),
            tuple(step for part in parts for step in part.steps),
        )

    @cached_property
    def _clauses_of(self) -> Callable[[str], tuple[Clause, ...]]:
        return lru_cache(maxsize=_REMEMBERED)(lambda text: cut(text, self.words))

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """How alike the words are to each example in sense, 0 to 1; None where only words are known."""
        if not isinstance(self._weighing, Blend):
            return None
        words = standard(tidy(text))
        return tuple(BySense(self._weighing, {words: self._weighing.senses((words,))[0]})(words, examples).tolist())

    def _as_a_whole(self, intents: tuple[HeardIntent, ...], text: str) -> tuple[HeardIntent, ...]:
        """Of several intents the one that all words together clearly mean is at least as sure as they make it."""
        words = core(standard(tidy(text))) if len(intents) > 1 else ""
        if not words:
            return intents
        whole = guess(self.words.labels, self.words.likelihoods(words), words)
        if whole.sure < PLAINLY:
            return intents
        return tuple(
            one.model_copy(update={"confidence": whole.confidence})
            if one.id == whole.label and one.confidence < whole.confidence
            else one
            for one in intents
        )

    @cached_property
    def _weigh(self) -> Callable[[tuple[str, ...]], Weighed]:
        # Robots say the same words in thousands of situations; what topics they are like rests on this alone.
        return lru_cache(maxsize=4096)(self._weighed)

    def _weighed(self, cores: tuple[str, ...]) -> Weighed:
        asked = tuple(dict.fromkeys(core for core in cores if core))
        odds = dict(zip(asked, self._weighing.weigh(asked), strict=True))
        doubted = dict(zip(asked, self._weighing.doubts(asked), strict=True))
        if not isinstance(self._weighing, Blend):
            return Weighed(odds, doubted, by_words)
        senses = dict(zip(asked, self._weighing.senses(asked), strict=True))
        return Weighed(odds, doubted, BySense(self._weighing, senses))

    def _clause(self, clause: Clause, weighed: Weighed, situation: Situation) -> Brought:
        facts = read_facts(clause, situation)
        told = _of_lists(clause, situation)
        intents = (*facts.intents, *(intent for intent, _ in told))
        steps = (*(["facts"] if facts.intents else []), *(step for _, step in told))
        if not clause.core:
            return Brought(intents, facts.values, steps, ack=True)
        meant = _with_facts(self._guess(clause, weighed, situation), facts)
        if meant.label.startswith(QUESTIONS) and to_be_told_then(clause.text):
            meant = Guess("NONE", 0.0)
        leans = follow_up(clause.unnamed or clause.core, situation.last_caller_line)
        if leans is not None and not intents:
            intent = HeardIntent(id=leans, confidence=LEANING, span=clause.text)
            return Brought((intent,), facts.values, (*steps, "context"))
        told_to = (any(step == "advice" for _, step in told) and not clause.asks) or is_condition(clause)
        if told_to or reports(clause.text) or rushes(plain(clause.core)):
            meant = Guess("NONE", 0.0) if meant.label.startswith(QUESTIONS) else meant
        else:
            read_back = facts.settled and not clause.open_question
            topics = topics_asked(clause, meant, situation, weighed.alike, self.mode, read_back)
            if topics:
                whole = topics[0].alike >= WHOLLY and len(topics) == 1
                beside = () if whole else _details_beside(meant, clause, situation, topics[0].id)
                in_general = () if beside else _in_general(meant, clause)
                heard = (*beside, *(_topic_intent(topic, clause) for topic in topics), *in_general)
                return Brought((*intents, *heard), facts.values, (*steps, "topic"))
        if asks_of_supposed(clause.text) or (what_is_known(clause.text) and _hardly_known(meant)):
            return Brought(intents, facts.values, steps)
        if meant.heard and not _settled(meant, clause, facts, frozenset(step for _, step in told)):
            meant = _in_scene(meant, situation)
            named = where_in_it(_of_whom(slotted(meant.label, clause.core), clause), clause.core, situation)
            more = [HeardIntent(id=i, confidence=meant.confidence, slot=s, span=clause.text) for i, s in named]
            if meant.beside:
                more.append(HeardIntent(id=meant.beside, confidence=min(meant.confidence, 0.7), span=clause.text))
            return Brought((*intents, *more), facts.values, (*steps, "model"))
        listening = meant.label == "ACK" and meant.sure >= _LISTENING
        return Brought(intents, facts.values, steps, ack=listening)

    def _guess(self, clause: Clause, weighed: Weighed, situation: Situation) -> Guess:
        """What the clause most likely means in general."""
        guessed = guess(self.words.labels, weighed.odds[clause.core], clause.core, _awaited(situation), self._least)
        return replace(guessed, doubted=weighed.doubted[clause.core])

    def standings(self, text: str, situation: Situation) -> tuple[tuple[str, Standing], ...]:
        """The topic that each clause is likest and how it stands to it, whatever is heard: what the choice is learnt
        from."""
        clauses = [clause for clause in self._clauses_of(text) if clause.core]
        weighed = self._weigh((*(part.core for part in clauses), *(part.unnamed for part in clauses if part.unnamed)))
        found = []
        for clause in clauses:
            meant = _with_facts(self._guess(clause, weighed, situation), read_facts(clause, situation))
            near = standing(clause, meant, situation, weighed.alike)
            found += [(near[0].id, near[1])] if near else []
        return tuple(found)


def _looked_at(found: tuple[Clause, ...], lists: Iterable[tuple[Clause, ...]]) -> tuple[str, ...]:
    """The words of each clause and of each list's parts, and those that are tried as well."""
    every = (*found, *chain.from_iterable(lists))
    return (*(part.core for part in every), *(part.unnamed for part in every if part.unnamed))


def _hardly_known(meant: Guess) -> bool:
    """Whether what a question of knowing means in general is hardly more than that it asks."""
    return meant.label in ("LISTEN_CLARIFY", "VER_ASK_ITEM") or meant.confidence < DOUBTED


def _in_general(meant: Guess, clause: Clause) -> tuple[HeardIntent, ...]:
    """What the words of a topic mean in general, where that is sure and nothing to be blamed for."""
    if not meant.heard or not meant.intent or meant.sure < BESIDE or meant.label.startswith("NEG_"):
        return ()
    return tuple(
        HeardIntent(id=name, confidence=meant.confidence, slot=slot, span=clause.text, beside=True)
        for name, slot in _of_whom(slotted(meant.label, clause.core), clause)
    )


def _details_beside(meant: Guess, clause: Clause, situation: Situation, topic: str) -> tuple[HeardIntent, ...]:
    """The details that are asked for in one breath with a topic: "your name and your member number".

    They are those that a fact answers, and those that the topic's own examples do not ask for.
    """
    if not meant.heard or meant.label not in _DETAILS or not _BOTH.search(clause.core):
        return ()
    if others_details(clause.text):
        return tuple(_own_beside(meant, clause, situation))
    asked_by_it = {kind for example in dict(situation.topics)[topic] for kind in slotted(meant.label, example)}
    return tuple(
        HeardIntent(id=name, confidence=meant.confidence, slot=slot, span=clause.text)
        for name, slot in slotted(meant.label, clause.core)
        if slot and (f"{name}:{slot}" in situation.asked or (name, slot) not in asked_by_it)
    )


def _own_beside(meant: Guess, clause: Clause, situation: Situation) -> Iterator[HeardIntent]:
    """The caller's own details that are named beside somebody else's: "your date of birth, and Anna's surname"."""
    for part in re.split(r",| and ", clause.core):
        if _YOURS.search(part) and not others_details(part):
            for name, slot in slotted(meant.label, part):
                if slot and f"{name}:{slot}" in situation.asked:
                    yield HeardIntent(id=name, confidence=meant.confidence, slot=slot, span=clause.text)


def _awaited(situation: Situation) -> tuple[str, ...]:
    return (*situation.expected, "ADV_SAFETY") if situation.safe_advice else situation.expected


def _topic_intent(topic: HeardTopic, clause: Clause) -> HeardIntent:
    sure = round(min(0.97, 0.35 + 0.6 * topic.alike), 3)
    return HeardIntent(id="topic", confidence=sure, slot=topic.id, span=clause.text)


def _of_whom(named: tuple[tuple[str, str | None], ...], clause: Clause) -> tuple[tuple[str, str | None], ...]:
    """Without the caller's own details where somebody else's were asked for."""
    others = others_details(clause.text)
    return tuple((i, None) if i == "ASK_PERSON_DETAILS" and slot in others else (i, slot) for i, slot in named)


def _in_scene(meant: Guess, situation: Situation) -> Guess:
    """Leaving is too early only where the scenario's advice is to stay; elsewhere it is a goodbye."""
    known = bool(situation.facts)
    stays = any(_STAYS.search(phrase) for phrase in situation.safe_advice)
    return replace(meant, label="CLOSE_PROPER") if meant.label == "NEG_END_EARLY" and known and not stays else meant


def _without_asides(intents: Iterable[HeardIntent], text: str) -> Iterator[HeardIntent]:
    """A `sorry` that ends or begins something else asks for no repetition, and a `hello` there for no sign of them."""
    for one in intents:
        alone = one.span.strip() == text.strip()
        if one.id == "OPEN_CHANNEL_CHECK" and not alone and only_opens(one.span):
            yield one.model_copy(update={"id": "OPEN_GREET"})
        elif alone or one.id != "ASK_REPEAT" or not _SORRY.fullmatch(one.span.strip()):
            yield one


def _of_lists(clause: Clause, situation: Situation) -> tuple[tuple[HeardIntent, str], ...]:
    """What the scenario's own lists of advice and promises say of the clause, and which list."""
    return _in_lists(clause, situation.safe_advice, situation.unsafe_advice, situation.promises)


@lru_cache(maxsize=_REMEMBERED)
def _in_lists(
    clause: Clause, safe: tuple[str, ...], unsafe: tuple[str, ...], promises: tuple[str, ...]
) -> tuple[tuple[HeardIntent, str], ...]:
    found = []
    for advice in heard_advice(clause, safe, unsafe):
        name = "NEG_DANGEROUS" if advice.dangerous else "ADV_SAFETY"
        intent = HeardIntent(id=name, confidence=LISTED, slot=advice.phrase, span=clause.text)
        found.append((intent, "advice"))
    promise = heard_promise(clause, promises)
    if promise is not None:
        intent = HeardIntent(id="NEG_PROMISE", confidence=LISTED, slot=promise, span=clause.text)
        found.append((intent, "promises"))
    return tuple(found)


def _with_facts(meant: Guess, facts: FactReading) -> Guess:
    """A read-back of nothing but what the caller never told is an offer of it."""
    offered = bool(facts.values) and all(value.standing == "offered" for value in facts.values)
    return replace(meant, label="NEG_LEAD_DATA") if meant.label == "READBACK" and offered else meant


def _settled(meant: Guess, clause: Clause, facts: FactReading, lists: frozenset[str]) -> bool:
    """Whether the scenario's own side has decided what the model would only guess at."""
    by_facts = facts.settled and meant.label in _OF_FACTS and not clause.open_question
    by_advice = "advice" in lists and meant.label in _OF_ADVICE
    return by_facts or by_advice or ("promises" in lists and meant.label in _OF_PROMISES)


def _once(intents: Iterable[HeardIntent]) -> tuple[HeardIntent, ...]:
    """Each intent with its slot once, as sure as its surest, in the order heard."""
    best: dict[tuple[str, str | None], HeardIntent] = {}
    for intent in intents:
        first = best.setdefault((intent.id, intent.slot), intent)
        if first.beside and not intent.beside:
            best[intent.id, intent.slot] = intent
        elif intent.confidence > first.confidence and first.beside == intent.beside:
            best[intent.id, intent.slot] = first.model_copy(update={"confidence": intent.confidence})
    return tuple(best.values())


def load_understanding(mode: Mode | None = None, kept_in: Path | None = None) -> Listener:
    """The understanding of this machine, loaded once; by default as `modes.wanted()` says.

    Where the encoder's file is absent or broken the words alone decide, and `mode` says so. Raises ModelMissing
    where the words' own file is. `kept_in` is the folder that keeps where the encoder points for examples; by default
    the one that the environment names, if any.
    """
    return loaded(mode or wanted(), kept_in)


def loaded(mode: Mode, kept_in: Path | None = None) -> Listener:
    """The understanding of this mode, or of the words alone where the encoder cannot be read."""
    return _loaded(mode, kept_in or folder_named())


def newly_loaded(mode: Mode, kept_in: Path | None) -> Listener:
    """The same, read from its files now."""
    words = load_model()
    if mode == "core":
        return Listener(words)
    try:
        encoder = load_encoder()
    except ModelMissing:
        return Listener(words)
    folder = None if kept_in is None else SenseFolder(kept_in, encoder_digest())
    return Listener(words, encoder, ExampleSenses(encoder, folder))


_loaded = cache(newly_loaded)
