"""Speech at the start screen: offered where it works, kept, and refused with the reason where it does not."""

from desk_driver import Desk, desk_of
from told_hearing import ToldHearing

from audio.hearing import Offer
from simulator.desk.kit.segmented import Segmented
from simulator.desk.ports import DeskSettings
from simulator.desk.speaking import TalkWishes, talk_wishes
from simulator.desk.speech_choice import SpeechChoice


def choice_of(desk: Desk) -> SpeechChoice:
    found = desk.ui.by_name("Speech")
    assert isinstance(found, SpeechChoice)
    return found


def start_with(offer: Offer) -> Desk:
    desk = desk_of()
    desk.app.hearing = ToldHearing(offer)
    desk.app.show_start()
    desk.ui.step()
    return desk


def test_speech_is_offered_where_it_works_and_kept() -> None:
    desk = start_with(Offer(True, microphones=("Headset",), recogniser="An engine."))
    choice = choice_of(desk)
    choice.way.set("Hold a key")
    choice.device.set("Headset")
    choice.key.set("Right Ctrl")
    choice.check.toggle()
    assert choice.device.options == ["The usual one", "Headset"]
    settings = desk.app.keeper.load()
    assert (settings.speech, settings.microphone, settings.talk_key) == ("hold", "Headset", "right ctrl")
    assert not settings.check_words


def test_where_it_does_not_work_speech_is_not_offered_and_it_says_why() -> None:
    desk = desk_of()
    choice = choice_of(desk)
    assert not choice.way.enabled and "switched off" in str(choice._says())
    assert talk_wishes(DeskSettings(speech="hold"), desk.app.hearing.offer) is None


def test_what_is_found_later_is_offered_later() -> None:
    desk = start_with(Offer())
    choice = choice_of(desk)
    assert not choice.way.enabled
    assert isinstance(desk.app.hearing, ToldHearing)
    desk.app.hearing.offer = Offer(True, microphones=("Headset",))
    desk.d.tick(1.1)
    assert choice.way.enabled


def test_the_way_cannot_be_taken_back_to_nothing() -> None:
    desk = start_with(Offer(True))
    way = choice_of(desk).way
    assert isinstance(way, Segmented)
    way.set(None)
    assert way.value == "Typing"


def test_an_open_line_is_only_taken_where_voices_can_be_told_from_noise() -> None:
    none = Offer(True, why_no_open_line="An open line needs the extra 'speech'.")
    assert talk_wishes(DeskSettings(speech="open"), none) is None
    assert talk_wishes(DeskSettings(speech="open"), Offer(True)) == TalkWishes("open")
    assert talk_wishes(DeskSettings(speech="off"), Offer(True)) is None
