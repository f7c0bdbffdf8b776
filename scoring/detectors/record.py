"""Accuracy of the record as a whole: sources, promptness, completeness, codes, corrections, look-ups, questions."""

import re

from scoring.asks_about import asked_plainly
from scoring.detectors.words import ADVISED, QUOTED, STANDARD, TEXT_SPEAK, UNFIT, names_a_source, notes_manner
from scoring.fair_time import seconds, taper
from scoring.finding import A_QUARTER, by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.invented import ANSWERS, JUDGED
from scoring.matching import content_words, run_of, says, words_of
from scoring.outcome import Finding
from scoring.reading import GOT_OUT, Reading
from scoring.said_of_next import rings_again
from scoring.settings import Settings
from scoring.spelling import may_be_misspelt, plain_words
from scoring.unheard import never_asked
from scoring.wording import called, count, in_its_field, listed, named, quoted
from scoring.written import Piece
from simulator.events import FieldRecorded, PhoneRang
from simulator.understanding.compare import compare

EMPTY_WORDS = content_words(
    "advice advised given rationale reason reasons grade graded above below log notes note yes no ok done na none "
    "threat harm risk investigation vulnerability engagement thrive"
)
SLIPS_ALLOWED = 1  # a single word that looks misspelt may be a name or a rare word
ON_THE_WHOLE = 0.75  # of what had to be prompt: one in four may be late
TAGS_OF_ESSENCE = ("essential", "safety_critical", "life_risk")


def a10(reading: Reading, settings: Settings) -> Finding:
    """Met when the log keeps words of the caller (in quotation marks, or five and more of theirs in a row) and notes
    how they sounded or what was heard; half for one."""
    if not reading.caller_lines:
        return not_applicable("The caller said nothing that could be quoted.")
    spoken = settings["phrases"] or tuple(line.event.text for line in reading.caller_lines)
    quote = next(
        (p for p in reading.ledger.written.standing for q in QUOTED.findall(p.text) if _verbatim(q, spoken)), None
    ) or next((p for p in reading.ledger.written.notes if _in_a_row(p.text, spoken)), None)
    manner = next((p for p in reading.ledger.written.notes if notes_manner(p.text)), None)
    if quote and manner:
        return met("The log keeps the caller's own words and how they sounded.", quote, manner)
    if quote or manner:
        lacking = "how the caller sounded" if quote else "the caller's own words in quotation marks"
        return partly(0.5, f"The log lacks {lacking}.", quote, manner)
    return not_met(
        f"Neither the caller's own words nor how they sounded are in the log: {reading.undone()}.",
        reading.whole,
        decisive=True,
    )


def _in_a_row(text: str, spoken: tuple[str, ...]) -> bool:
    """Whether a note holds five words in a row of the caller's, somebody in them (`next time I burn it`): an address
    has nobody."""
    words, lines = words_of(text).split(), [words_of(line) for line in spoken]
    runs = (words[start : start + IN_A_ROW] for start in range(len(words) - IN_A_ROW + 1))
    return any(SOMEBODY & {*run} and any(f" {' '.join(run)} " in line for line in lines) for run in runs)


IN_A_ROW = 5
SOMEBODY = {"i", "you", "he", "she", "it", "they", "we", "me", "him", "her", "them", "us", "my", "your", "his"}


def _verbatim(quote: str, spoken: tuple[str, ...]) -> bool:
    words = content_words(quote)
    return len(words) >= 2 and any(len(words & content_words(line)) / len(words) >= 0.8 for line in spoken)


def a11(reading: Reading, settings: Settings) -> Finding:
    """Met when everything recorded can be traced to the caller, the network or a look-up that came before it: values,
    and every weapon, injury (its side too), person, name, vehicle and feature that a field or note states. That nothing
    was heard is the handler's own observation.

    For the assessor where a background record was opened that could have shown the value.
    """
    written = reading.ledger.written
    invented = reading.ledger.without_source
    if not invented and not written.standing:
        return not_applicable("Nothing was recorded that could have a source.")
    if not invented:
        return met(
            f"Everything recorded ({count(len(written.fields), 'field')}, {count(len(written.notes), 'note')}) has "
            "a source in the call or a look-up.",
            [piece.n for piece in written.standing],
        )
    sources = reading.ledger.sources
    certain = [
        line
        for line in invented
        if not sources.perhaps_shown(line.recorded_ms or 0, of_somebody=line.fact in _ANSWERS_YES_OR_NO)
    ]
    named = listed(f"{line.label} {quoted(line.recorded or '')}" for line in certain or invented)
    shown = [n for line in certain or invented for n in line.shown_by]
    if not certain:
        because = f"Recorded without a source in the call: {named}. A record opened may have shown it."
        return for_assessor(because, shown, sources.unknown_rows)
    return not_met(f"Recorded though nobody had said it and no look-up had shown it: {named}.", shown)


_ANSWERS_YES_OR_NO = frozenset(f"field:{name}" for name in ANSWERS)


def a12(reading: Reading, settings: Settings) -> Finding:
    """Met when the log says who said or saw what, and has no derogatory or guessing words; half without a source. That
    it was `said` or `told` names nobody."""
    notes = [piece for piece in reading.ledger.written.notes if piece.text.strip()]
    if not notes:
        return not_met(f"No log entry was made: {reading.undone()}.", reading.whole, decisive=True)
    unfit = [piece for piece in notes if says(piece.text, UNFIT)]
    if unfit:
        return for_assessor(f"Words in the log that may not be fit: {quoted(unfit[0].text)}.", unfit)
    sourced = [piece for piece in notes if names_a_source(piece.text)]
    if sourced:
        return met("The log says who said or saw what, without opinion.", sourced)
    return partly(0.5, "The log holds no opinion, but does not say who said or saw what.", notes)


def _essential(reading: Reading, *tags: str) -> list[str]:
    return [*reading.tagged(*(tags or TAGS_OF_ESSENCE))]


def a13(reading: Reading, settings: Settings) -> Finding:
    """Met when essential facts are recorded within the time after they were told; each tapers to nothing at twice.

    The time is 20 s for what a life or a responder's safety rests on and a minute for the rest, where the policy says
    nothing else, and counts only free hands: other typing, at 30 words a minute (0.4 s a character), and speaking are
    taken off. It ends with the first field or note that says the fact. Facts never recorded are A14's business, and
    what was overtaken before it was late presses no more; where none was, there is nothing to time. Met where
    they were in time on the whole: from an average of three quarters, so that one in four may come too late.
    """
    lags: list[tuple[str, int, float, int]] = []
    for name in _essential(reading):
        account = reading.account(name)
        if account.told is None or not account.right or account.first is None:
            continue
        records = ((account.first.t_ms, account.first.n), (account.line.recorded_ms or 0, account.line.shown_by[-1]))
        took, n = min((reading.time.free_hands(account.told.t_ms, t_ms, n), n) for t_ms, n in records)
        left = taper(took, _time_to_record(reading, name, settings))
        if left >= ON_THE_WHOLE or not _ceased_in_time(reading, name, settings, n):
            lags.append((name, took, left, n))
    if not lags:
        told = [t for t in reading.told_facts if t.event.fact in _essential(reading)]
        if not told:
            return not_applicable("No essential fact was told.")
        if all(reading.account(t.event.fact).line.recorded is None for t in told):
            return not_applicable("No essential fact was recorded at all, which is A14's: no delay can be judged.")
        return not_met("No essential fact was recorded rightly, promptly or late.", told, reading.whole)
    share = sum(lag[2] for lag in lags) / len(lags)
    slowest = max(lags, key=lambda lag: lag[1])
    allowed = seconds(_time_to_record(reading, slowest[0], settings))
    because = (
        f"Recorded {count(len(lags), 'essential fact')}; the slowest was {named(reading.scenario, slowest[0])}, "
        f"{_delay(reading, slowest[0], slowest[1])} ({allowed} allowed)."
    )
    return by_share(share, because, [lag[3] for lag in lags], full=ON_THE_WHOLE)


def _ceased_in_time(reading: Reading, name: str, settings: Settings, n: int) -> bool:
    """Whether a fact was overtaken before it was late."""
    told, ceased = reading.told(name), reading.ceased_ms(name)
    if told is None or ceased is None or not reading.overtaken(name):
        return False
    return (
        taper(reading.time.free_hands(told.t_ms, ceased, n), _time_to_record(reading, name, settings)) >= ON_THE_WHOLE
    )


def _delay(reading: Reading, name: str, free_ms: int) -> str:
    """`40 s after it was told, 12 s of them with free hands`; a record made at once, or before, is said so."""
    account = reading.account(name)
    clock_ms = (account.first.t_ms if account.first else 0) - (account.line.disclosed_ms or 0)
    if clock_ms <= 0:
        return "recorded by the time it was told"
    if clock_ms - free_ms < 1_000:
        return f"{seconds(clock_ms)} after it was told"
    free = f"{seconds(free_ms)} of them with hands free of other typing and speech"
    return f"{seconds(clock_ms)} after it was told, {free}"


def _time_to_record(reading: Reading, name: str, settings: Settings) -> float:
    if settings["within"]:
        return float(settings["within"]) * reading.time.pace
    urgent = {"life_risk", "safety_critical"} & set(reading.scenario.facts[name].tags)
    return (reading.policy.record_within_immediate if urgent else reading.policy.record_within) * reading.time.pace


def a14(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `full` (90 %) of the essential facts are recorded rightly; in part from a quarter of them.

    A fact counts where it was told or a question would have brought it out; not where it was withheld, nor where what
    came after, and is on record, has overtaken it.
    """
    accounts = [
        reading.account(name)
        for name in _essential(reading, "essential") or _essential(reading)
        if reading.account(name).line.cause not in ("not_needed", "withheld")
        and (reading.account(name).right or not reading.overtaken(name))
    ]
    if not accounts or not reading.caller_lines:
        return not_applicable("Nothing essential could be learnt.")
    right = [account for account in accounts if account.right]
    share = len(right) / len(accounts)
    missing = [account for account in accounts if not account.right]
    because = f"{len(right)} of {count(len(accounts), 'essential fact')} recorded rightly"
    if missing:
        why = listed(f"{in_its_field(reading.scenario, a.line.fact)} ({called(a.line.cause)})" for a in missing)
        because += f"; missing or wrong: {why}"
    shown = [n for account in accounts for n in account.line.shown_by]
    return by_share(share, because + ".", shown or reading.whole, full=settings["full"], least=A_QUARTER)


def a15(reading: Reading, settings: Settings) -> Finding:
    """Met when the log has no text-speak, no abbreviation that is not standard and at most one word that looks
    misspelt. For the assessor, who reads it, where two or more look misspelt: no list knows every word. Share of the
    notes that are plain."""
    notes = [piece for piece in reading.ledger.written.notes if len(piece.text.split()) >= 3]
    if not notes:
        return not_met(f"No log entry has three words or more: {reading.undone()}.", reading.whole, decisive=True)
    odd = [(piece, words) for piece in notes if (words := _odd_words(reading, piece.text))]
    if not odd:
        return _spelled(reading, notes)
    strange = listed(sorted({quoted(word) for _, found in odd for word in found}))
    share = 1 - len(odd) / len(notes)
    return by_share(share, f"Not plain to every reader: {strange}.", [piece for piece, _ in odd])


def _spelled(reading: Reading, notes: list[Piece]) -> Finding:
    """No list of words knows every word, so a slip of spelling is shown to the assessor and costs nothing."""
    heard = reading.ledger.sources.texts
    slips = [(piece, slip) for piece in notes for slip in may_be_misspelt(piece.text, heard)]
    words = {word: meant for _, (word, meant) in slips}
    shown = listed(f"{quoted(word)} for {quoted(meant)}" for word, meant in words.items())
    if len(words) > SLIPS_ALLOWED:
        return for_assessor(f"May be misspelt: {shown}. Read it.", [piece for piece, _ in slips])
    slip = f"; one word may be misspelt: {shown}" if words else ""
    return met(f"No text-speak or unusual abbreviation in {count(len(notes), 'note')}{slip}.", notes)


def _odd_words(reading: Reading, text: str) -> list[str]:
    known = " ".join(reading.ledger.sources.texts).upper()
    capitals = re.findall(r"\b[A-Z]{2,5}\b", text) if not text.isupper() else []
    odd = [w for w in capitals if w not in STANDARD and w not in known and w.lower() not in plain_words()]
    # In capitals `B4` is a road or half a postcode.
    words = (word for word in re.findall(r"\b[A-Za-z0-9]+\b", text) if word.isalpha() or not word.isupper())
    return odd + [word.lower() for word in words if word.lower() in TEXT_SPEAK]


def a20(reading: Reading, settings: Settings) -> Finding:
    """Met when every correction gives its reason; share of those that do. None after the call without one.

    Finishing a value that was saved while it was being typed is no correction, unless a reason was given for it.
    """
    changed = [change for change in reading.seen.all(FieldRecorded) if _is_correction(reading, change)]
    if not changed:
        return not_applicable("Nothing recorded had to be corrected.")
    silent = [change for change in changed if not (change.event.because or "").strip()]
    if not silent:
        return met(f"Gave a reason for {count(len(changed), 'correction')}.", changed)
    ended = reading.seen.ended
    after = [change for change in silent if ended and change.n > ended.n]
    names = listed(dict.fromkeys(called(change.event.field) for change in silent))
    if after:
        return not_met(f"Changed {names} after the call without a reason.", after)
    return by_share((len(changed) - len(silent)) / len(changed), f"Changed {names} without a reason.", silent)


def _is_correction(reading: Reading, change: Happened[FieldRecorded]) -> bool:
    old, new = (change.event.previous or "").strip().lower(), change.event.value.strip().lower()
    if not old or not new or old == new:
        return False
    if (change.event.because or "").strip():
        return True
    if old in new or new in old or run_of(old) == run_of(new):
        return False
    earlier = [p for p in reading.ledger.written.values_of(change.event.field) if p.n < change.n]
    still_typing = earlier and change.t_ms - earlier[-1].t_ms < 10_000 and not change.event.because
    return not still_typing


def a21(reading: Reading, settings: Settings) -> Finding:
    """Met when the grade's rationale and the advice given are both recorded; share of those that apply.

    Advice (of safety, first aid, evidence, prevention, when to call again, another service; a formal route is none)
    applies where some was given or the scenario expects some; the rationale where a grade was set. Advice recorded
    though none was given counts half. A note that only names itself records nothing.
    """
    notes = reading.ledger.written.notes
    advised = reading.speech.first(
        "ADV_SAFETY", "ADV_STAY_LINE", "ADV_FIRST_AID_OR_AMB", "ADV_PRESERVE", "ADV_PREVENT", "SIGNPOST"
    )
    given = advised is not None or any(map(rings_again, reading.turns))
    parts: list[float] = []
    lacking: list[str] = []
    shown: list[int] = []
    if reading.final_grade is not None or reading.scenario.accepts.grade:
        why = next((p for p in notes if p.where in ("rationale", "log, rationale") and _says_something(p.text)), None)
        parts.append(1.0 if why else 0.0)
        lacking += [] if why else ["the rationale for the grade"]
        shown += [why.n] if why else []
    if given or reading.scenario.accepts.advice:
        advice = next((p for p in notes if _holds_advice(p) and _says_something(p.text)), None)
        parts.append((1.0 if given else 0.5) if advice else 0.0)
        lacking += [] if advice and given else ["the advice given" if not advice else "advice that was really given"]
        shown += [advice.n] if advice else []
    if not parts or not reading.turns:
        return not_applicable("No grade was set and no advice was called for.")
    share = sum(parts) / len(parts)
    if share >= 1:
        both = "The rationale and the advice given are" if len(parts) > 1 else "The rationale is"
        return met(f"{both} in the record.", shown)
    return by_share(share, f"Not in the record: {listed(lacking)}.", shown, reading.whole)


def _holds_advice(piece: Piece) -> bool:
    """Whether a note of the log is one of advice: by its heading, or because it says what was advised."""
    of_the_log = piece.where.startswith("log, ") and piece.where != "log, rationale"
    named = piece.text.lower().lstrip().startswith(("advice:", "advice given", "advised", "adv:", "advice -"))
    told = says(piece.text, ADVISED) or _TOLD_TO.search(piece.text) is not None
    if _IS_TO.search(piece.text) is not None:
        return True
    return piece.where == "log, advice given" or (of_the_log and (named or told))


_TOLD_TO = re.compile(r"\b(?:told|asked|advised) (?:him|her|them|the caller|caller)\b[^.;]{0,40}\b(?:to|not)\b", re.I)


# What the caller is to do, in whatever note: `Caller not to open`.
_IS_TO = re.compile(
    r"\b(?:caller|victim|he|she|they|mother|child)(?: is| are| was| were)?(?: (?:told|advised|asked))?(?: not)? to "
    r"(?:stay|keep|open|lock|leave|touch|move|wait|ring|call|hide|remain|answer|clean|bide)\b",
    re.I,
)


def _says_something(text: str) -> bool:
    """Whether a note says more than its own heading: `advice given` and `rationale` do not."""
    return bool(content_words(text) - EMPTY_WORDS)


def a23(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `full` (80 %) of the needed facts the caller does not volunteer came out; in part from a
    quarter of them.

    A fact that came out counts as asked for. Left out are facts that came unasked, that were withheld in spite of
    the question or asked for in plain words and not answered, that the network or a record had shown, and those whose
    moment never came. Writing down what nobody said asks for nothing.
    """
    accounts = {name: reading.account(name) for name in reading.tagged("needed")}
    names = [
        name
        for name, account in accounts.items()
        if (account.told and account.told.event.how in GOT_OUT)
        or (account.untold == "not_asked" and not _known_unasked(reading, name) and not asked_plainly(reading, name))
    ]
    if not names or not reading.caller_lines:
        return not_applicable("No needed fact had to be asked for.")
    told = [name for name in names if reading.told(name)]
    missing = [name for name in names if name not in told]
    shown = [reading.told(name) for name in told]
    because = f"{len(told)} of {count(len(names), 'needed fact')} came out"
    because += f"{never_asked(reading, listed(named(reading.scenario, name) for name in missing))}." if missing else "."
    bounds = () if told and not missing else reading.bounds
    return by_share(len(told) / len(names), because, shown, bounds, full=settings["full"], least=A_QUARTER)


def _known_unasked(reading: Reading, name: str) -> bool:
    """Whether a fact that nobody told was known all the same: the network showed it, or it is recorded rightly from
    something that did. A yes, a no, or what the handler judges from what was said, written down unasked, shows
    nothing."""
    fact = reading.scenario.facts[name]
    judged = fact.field in JUDGED or reading.scenario.fact_kind(name) == "answer"
    return (reading.account(name).right and not judged) or _on_the_screen(reading, name)


def _on_the_screen(reading: Reading, name: str) -> bool:
    """Whether a fact is the number that the network showed: nobody need ask for it to know it."""
    rang = reading.seen.first(PhoneRang)
    number = rang.event.number if rang else None
    truth = reading.account(name).line.truth
    return (
        bool(number)
        and reading.scenario.fact_kind(name) == "phone"
        and compare("phone", number or "", truth).agreement == "right"
    )
