"""What two readers of a tenth blind batch read alike, and words that two writers meant alike (issue 5)."""

import pytest
from tape import LIBRARY, journal, on, said

from scoring.as_spelled import asks_for
from scoring.detectors.words import notes_manner
from scoring.fair_time import FairTime
from scoring.happenings import Happenings
from scoring.kindly_said import acknowledges
from scoring.ledger import questions_put
from scoring.plainly_said import keeps_the_scene, refocuses
from scoring.said_of_next import rings_again, says_what_next
from scoring.speech import Turn
from scoring.stated_time import minutes_said, says_how_long, speaks_of_time
from simulator.events import HandlerSaid
from simulator.heard import HeardIntent


def test_a_needless_question_counts_from_when_the_danger_is_over() -> None:
    scenario = LIBRARY.get("noises-downstairs").for_seed(1)
    never = scenario.never.ask[0]
    before = on("noises-downstairs", "C07", f"3 answer\n6 caller tells=noise_now\n9 say {never}")
    after = on(
        "noises-downstairs",
        "C07",
        f"3 answer\n6 caller tells=noise_now\n9 caller tells=seen,no_intruder\n12 say {never}",
    )
    assert (before.verdict, after.verdict) == ("waived", "not_met")


def test_what_is_typed_into_the_form_does_not_lengthen_a_call() -> None:
    scenario = LIBRARY.get("noises-downstairs").for_seed(1)
    note = "x" * 150  # a minute at 30 words a minute
    time = FairTime(Happenings(journal(scenario, f"3 answer\n100 note facts: {note}\n130 end handler")))
    assert time.typed_in(3_000, 130_000) == 60_000
    assert time.typed_in(3_000, 70_000) == 30_000
    spoken = FairTime(Happenings(journal(scenario, "3 answer\n100 say ASK_WHEN: When was that?\n130 end handler")))
    assert spoken.typed_in(3_000, 130_000) == 0


def test_a_topics_own_question_asked_for_nothing_else_that_its_words_mean() -> None:
    def put(*, beside: bool) -> frozenset[str]:
        heard = HeardIntent(id="ASK_WHEN", confidence=0.9, beside=beside)
        event = HandlerSaid(text="When did he go?", source="typed", began_ms=0, spoken_ms=400, intents=(heard,))
        scenario = LIBRARY.get("noises-downstairs").for_seed(1)
        entries = journal(scenario, "3 answer\n6 say ASK_WHEN")
        changed = tuple(
            one.model_copy(update={"event": event}) if isinstance(one.event, HandlerSaid) else one for one in entries
        )
        return questions_put(Happenings(changed))

    assert "ASK_WHEN" in put(beside=False)
    assert "ASK_WHEN" not in put(beside=True)


@pytest.mark.parametrize(
    "note", ["none, shaken", "4000 pounds still in bread bin, shaken, not hurt", "sounded muddled"]
)
def test_shaken_says_how_they_sounded(note: str) -> None:
    assert notes_manner(note)


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("You're in bits with this, love.", True), ("That'd put the wind up anybody.", True),
        ("You shouldn't feel silly, really.", True), ("I'd have butterflies myself.", True),
        ("I'm so sorry, sweetheart.", False), ("I know, dear.", False), ("Bless you.", False),
    ],
)  # fmt: skip
def test_a_feeling_is_met_in_other_words(text: str, owned: bool) -> None:
    assert acknowledges(said(text)) is owned


def test_a_feeling_that_was_plainly_heard_to_be_met_needs_no_word_of_a_list() -> None:
    def met(confidence: float) -> bool:
        heard = HeardIntent(id="EMP_ACK", confidence=confidence)
        text = "Your poor nerves must be all over the place."
        return acknowledges(Turn(1, 1, 1_000, _with(text, heard)))

    assert met(0.9)
    assert not met(0.5)


def _with(text: str, *heard: HeardIntent) -> HandlerSaid:
    return HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400, intents=heard)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("If owt crops up, give us a bell on 101.", True),
        ("Get on the phone to us straight away if it happens.", True),
        ("Did you ring 101 about it?", False),
    ],
)
def test_when_to_ring_again_in_other_words(text: str, does: bool) -> None:
    assert rings_again(said(text)) is does


@pytest.mark.parametrize(
    "text", ["What you've asked will be read by an officer.", "An officer has still to see what you've asked for."]
)
def test_who_reads_it_next_is_a_next_step(text: str) -> None:
    assert says_what_next(said(text))


@pytest.mark.parametrize(
    "text", ["Let's take this in order.", "The next bit is mine to ask.", "We're going round in circles, Neil."]
)
def test_putting_things_in_order_takes_control(text: str) -> None:
    assert refocuses(said(text))


@pytest.mark.parametrize("text", ["Don't go wiping anything down.", "Hands off for now, please."])
def test_hands_off_keeps_the_scene(text: str) -> None:
    assert keeps_the_scene(said(text))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("They should be with you in about quarter of an hour.", (15.0,)),
        ("within three quarters of an hour", (45.0,)), ("about half an hour", (30.0,)), ("in sixty seconds", (1.0,)),
        ("an hour", (60.0,)),
    ],
)  # fmt: skip
def test_a_quarter_of_an_hour_is_no_hour(text: str, minutes: tuple[float, ...]) -> None:
    assert minutes_said(text) == minutes


def test_a_time_in_few_words_is_a_time() -> None:
    assert speaks_of_time("About a minute.")
    assert speaks_of_time("You ought to see it within about sixty seconds.")
    assert not says_how_long("How long were they there, about a minute?")


@pytest.mark.parametrize("text", ["I'm all ears.", "Off you go, then.", "Tell it me in your own words."])
def test_an_account_is_invited_in_other_words(text: str) -> None:
    assert asks_for(said(text), "account")


def test_what_somebody_is_to_be_told_is_not_what_is_to_happen() -> None:
    asked = on("ex-after-an-address", "M21", "3 answer\n14 say ASK_OUTCOME_WANTED: What would you like to happen?")
    message = on(
        "ex-after-an-address", "M21", "3 answer\n14 say ASK_OUTCOME_WANTED: What would you want saying to her?"
    )
    assert (asked.verdict, message.verdict) == ("met", "not_met")


def test_who_is_told_that_details_are_passed_on_was_not_asked() -> None:
    tells = "20 say DP_CONSENT_REFERRAL: I'm passing your details to Victim Support, and they'll be in touch."
    asks = "20 say DP_CONSENT_REFERRAL: Are you happy for me to pass your details to Victim Support?"
    referred = "30 refer victim_support"
    assert on("a-helpful-sergeant", "C09", f"3 answer\n{asks}\n{referred}").verdict == "met"
    assert on("a-helpful-sergeant", "C09", f"3 answer\n{tells}\n{referred}").verdict != "met"


def test_a_number_for_the_line_itself_passes_no_message_on() -> None:
    press = "9 caller press=which-officer: Who's dealing with it?"
    kept = "12 say DP_OFFER_MESSAGE: I'll note your number here in case we get cut off."
    passed = "12 say DP_OFFER_MESSAGE: I'll take your number and ask an officer to ring you."
    scenario = LIBRARY.get("ex-after-an-address").for_seed(1)
    name = scenario.presses[0].id
    start = f"3 answer\n{press.replace('which-officer', name)}\n"
    assert on("ex-after-an-address", "C17", start + passed).verdict == "met"
    assert on("ex-after-an-address", "C17", start + kept).verdict == "not_met"


def test_a_no_to_who_is_there_is_an_answer_on_record() -> None:
    asked = "3 answer\n9 say ASK_CHILDREN_VULN: Who else is in the house?"
    noted = "20 assess vulnerability low: 68, normally alone, son with her now"
    assert on("noises-downstairs", "R11", asked).verdict == "partly"
    assert on("noises-downstairs", "R11", f"{asked}\n{noted}").verdict == "met"


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Any change, 101.", True), ("The next time you've got something to ask, come to us first, on 101.", True),
        ("We'll give you a ring if we need anything more from you.", False),
    ],
)  # fmt: skip
def test_who_is_to_ring_whom(text: str, does: bool) -> None:
    assert rings_again(said(text)) is does


def test_as_soon_as_it_can_names_no_time() -> None:
    assert not speaks_of_time("It'll come through as soon as it can.")
    assert not speaks_of_time("It won't be long now.")
    assert speaks_of_time("Two minutes, as a rule.")


def test_a_reference_that_is_only_spoken_of_is_none() -> None:
    start = "3 answer\n9 say EXPL_NEXT: An officer will look at it.\n12 say ADV_RECONTACT: Ring us if it changes.\n"
    spoken_of = on("locked-out-member", "M12", f"{start}15 say GIVE_REF: There is a reference if you ever want it.")
    given = on("locked-out-member", "M12", f"{start}15 say GIVE_REF: Your reference is T five five six one.")
    assert (spoken_of.verdict, given.verdict) == ("partly", "met")


@pytest.mark.parametrize(
    "reason", ["Proves who you are.", "So I can tell you're the right person.", "It stops me opening somebody else's."]
)
def test_a_reason_in_other_words_answers_the_why(reason: str) -> None:
    why = next(one.id for one in LIBRARY.get("locked-out-member").for_seed(1).questions if one.id.startswith("why"))
    script = f"3 answer\n9 caller question={why}: What do you need my date of birth for?\n14 say ASK_WHEN: {reason}"
    assert on("locked-out-member", "C08", script).verdict == "met"
    assert on("locked-out-member", "C08", script.replace(reason, "Right you are.")).verdict == "not_met"


@pytest.mark.parametrize(
    "text",
    [
        "Keep everybody away from that bit.",
        "The less anyone goes near it, the better.",
        "The more that stays where it was, the better.",
    ],
)
def test_keeping_people_away_keeps_the_scene(text: str) -> None:
    assert keeps_the_scene(said(text))


def test_staying_where_they_are_keeps_no_scene() -> None:
    assert not keeps_the_scene(said("Stay where you are, Ellen."))
