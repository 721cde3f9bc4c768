from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.conversation.asking import ask
from bot.conversation.following import LIMIT, PAGE, FollowsPage, SetQuietHours, Unfollow, overview
from bot.conversation.keyboards import FollowQuestion
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import LONGEST, CallbackData
from bot.messages.message import Message
from bot.texts.following import EN, ZH
from bot.texts.zh import ZH as ZH_TEXTS
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import obey, press
from tests.park_reports import article

ANNA = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区2023年表彰了多少家企业"


@pytest.fixture
def services() -> Services:
    services = services_with(FakeAnswerer(article("a", "沐江经开区表彰企业9家。", parks=("沐江经开区",))))
    services.notifies = True
    return services


def follow(services: Services, session: Session, words: str, replied_to: int | None = None) -> Message:
    return obey(services, session, f"/follow {words}", replied_to)


def unfollow(services: Services, session: Session, words: str, replied_to: int | None = None) -> Message:
    return obey(services, session, f"/unfollow {words}", replied_to)


def followed(services: Services, chat: int = 7) -> list[str]:
    return [found.subject.text for found in services.store.follows.of_chat(chat)]


def labels(message: Message | None) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons] if message else []


def press_label(services: Services, message: Message, label: str, session: Session = ANNA) -> Response:
    data = next(button.callback_data for row in message.buttons for button in row if button.label == label)
    assert data is not None
    assert len(str(data).encode()) <= LONGEST
    return press(services, session, data)


def test_following_says_what_will_come_and_when(services: Services) -> None:
    said = follow(services, ANNA, "沐江经开区")
    assert said.text == "已关注“沐江经开区”：有了它的新报道，我就把原文发到这里。22:00–8:00 之间不打扰，过后再发。"
    assert follow(services, ANNA, "沐江经开区").text == ZH.already.format(subject="沐江经开区")
    assert follow(services, ANNA, "银川经开区").text.endswith(ZH.unknown_park)
    assert follow(services, replace(ANNA, chat=8, language="en"), "How many firms?").text.startswith(
        "Following “How many firms?”: when a new report"
    )
    assert followed(services) == ["沐江经开区", "银川经开区"]


def test_a_bare_follow_is_about_the_last_question_or_says_how(services: Services) -> None:
    assert follow(services, ANNA, "").text.startswith(ZH.usage.partition("{")[0] + "沐江经开区\n/follow 沐江经开区")
    ask(services, ANNA, Typed(QUESTION))
    follow(services, ANNA, "")
    assert followed(services) == [QUESTION]


def test_unfollowing_by_the_number_in_the_list(services: Services) -> None:
    for subject in ("沐江经开区", "临樾高新区", "2"):
        follow(services, ANNA, subject)
    assert unfollow(services, ANNA, "2").text == ZH.no_more.format(subject="2")  # what is followed under that very name goes first
    assert unfollow(services, ANNA, "1").text == ZH.no_more.format(subject="沐江经开区")
    assert unfollow(services, ANNA, "2").text == ZH.not_followed.format(subject="2")
    assert "临樾高新区" in overview(services, ANNA).text


def test_unfollowing_by_words_or_in_reply_to_an_answer(services: Services) -> None:
    answered = ask(services, ANNA, Typed(QUESTION))
    services.store.answers.sent(answered.shown.token, 55)
    follow(services, ANNA, "", replied_to=55)
    follow(services, ANNA, "沐江经开区")
    assert unfollow(services, ANNA, "", replied_to=55).text == ZH.no_more.format(subject=QUESTION)
    assert unfollow(services, ANNA, "沐江经开区").text == ZH.no_more.format(subject="沐江经开区")
    assert unfollow(services, ANNA, "沐江经开区").text == ZH.not_followed.format(subject="沐江经开区")
    assert unfollow(services, ANNA, "").text.startswith(ZH.list_empty)


def test_the_bell_below_an_answer_rings_for_the_question_that_was_asked(services: Services) -> None:
    ask(services, ANNA, Typed(QUESTION))
    answer = ask(services, ANNA, Typed("那2022年呢？")).message
    assert labels(answer)[-1] == ["👍", "👎", ZH.button_follow, "分享"]
    liked = press_label(services, answer, "👍")
    ringing = press_label(services, Message("").with_buttons(*(liked.buttons or ())), ZH.button_follow)
    assert ringing.toast == ZH.toast_now
    assert followed(services) == ["沐江经开区2022年表彰了多少家企业"]
    shown = Message("").with_buttons(*(ringing.buttons or ()))
    assert labels(shown)[-1] == ["👍✓", "👎", ZH.button_followed, "分享"]
    assert press_label(services, shown, ZH.button_followed).toast == ZH.toast_no_more
    assert press_label(services, shown, ZH.button_followed).toast == ZH.toast_no_more
    assert followed(services) == []


def test_where_no_news_comes_there_is_no_bell(services: Services) -> None:
    services.notifies = False
    assert labels(ask(services, ANNA, Typed(QUESTION)).message)[-1] == ["👍", "👎", "分享"]


def test_a_chat_follows_so_much_and_no_more(services: Services) -> None:
    for number in range(LIMIT):
        follow(services, ANNA, f"问题{number}")
    assert follow(services, ANNA, "再来一个").text == ZH.too_many.format(limit=LIMIT)
    answer = ask(services, ANNA, Typed(QUESTION)).message
    full = press_label(services, answer, ZH.button_follow)
    assert full.toast == ZH.too_many.format(limit=LIMIT)
    assert len(full.toast) <= 200
    assert len(EN.too_many) <= 200
    assert len(followed(services)) == LIMIT


def test_the_list_is_paged_and_each_entry_can_be_dropped_in_place(services: Services) -> None:
    for number in range(1, PAGE + 3):
        follow(services, ANNA, f"问题{number}")
    first = overview(services, ANNA)
    assert first.text.startswith(ZH.list_heading.format(count=PAGE + 2, limit=LIMIT) + "\n1. 问题1\n2. 问题2\n")
    assert labels(first)[PAGE] == ["2 ›"]
    second = press_label(services, first, "2 ›").edit
    assert labels(second)[:3] == [[f"✕ 问题{PAGE + 1}"], [f"✕ 问题{PAGE + 2}"], ["‹ 1"]]
    assert second
    once = press_label(services, second, f"✕ 问题{PAGE + 1}")
    assert once.toast == ZH.toast_no_more
    assert labels(once.edit)[:2] == [[f"✕ 问题{PAGE + 2}"], ["‹ 1"]]
    assert press_label(services, second, f"✕ 问题{PAGE + 1}").toast == ""  # an old button
    assert once.edit
    assert labels(press_label(services, once.edit, f"✕ 问题{PAGE + 2}").edit)[0] == ["✕ 问题1"]


def test_quiet_hours_are_chosen_in_the_list(services: Services) -> None:
    listed = overview(services, ANNA)
    assert labels(listed) == [["不设", "22–8 点 ✓", "23–7 点", "20–9 点"]]
    chosen = press_label(services, listed, "不设").edit
    assert labels(chosen) == [["不设 ✓", "22–8 点", "23–7 点", "20–9 点"]]
    assert follow(services, ANNA, "沐江经开区").text.endswith(ZH.never_quiet)
    assert labels(overview(services, replace(ANNA, chat=8)))[-1][1] == "22–8 点 ✓"


def test_nobody_drops_what_another_chat_follows(services: Services) -> None:
    follow(services, ANNA, "沐江经开区")
    press_label(services, overview(services, ANNA), "✕ 沐江经开区", replace(ANNA, chat=99))
    assert followed(services) == ["沐江经开区"]


@pytest.mark.parametrize("number", [0, 1, 10**30])
@pytest.mark.parametrize("data", [Unfollow, FollowsPage, lambda page: SetQuietHours(1, page)])
def test_any_number_on_a_button_of_the_list_shows_the_list(services: Services, data: Callable[[int], CallbackData], number: int) -> None:
    shown = press(services, ANNA, data(number)).edit
    assert shown
    assert shown.text.startswith(ZH.list_empty)


def test_a_choice_of_quiet_hours_that_is_no_longer_offered(services: Services) -> None:
    assert press(services, ANNA, SetQuietHours(99, 0)).toast == ZH_TEXTS.button_gone


def test_in_a_group_only_its_admins_stop_what_it_follows_and_choose_its_hours(services: Services) -> None:
    member = replace(ANNA, chat=-5, private=False)
    follow(services, member, "沐江经开区")
    listed = overview(services, member)
    assert unfollow(services, member, "沐江经开区").text == ZH_TEXTS.groups.not_yours
    for data in (Unfollow(services.store.follows.of_chat(-5)[0].number), SetQuietHours(0, 0)):
        assert press(services, member, data).toast == ZH_TEXTS.groups.not_yours
    assert (followed(services, -5), overview(services, member)) == (["沐江经开区"], listed)
    assert unfollow(services, replace(member, manages=True), "沐江经开区").text == ZH.no_more.format(subject="沐江经开区")
    assert followed(services, -5) == []


def test_the_bell_below_an_answer_is_stopped_by_whoever_asked(services: Services) -> None:
    anna, other = replace(ANNA, chat=-5, private=False), Session(8, -5, private=False, language="zh")
    shown = ask(services, anna, Typed(QUESTION)).shown
    press(services, other, FollowQuestion(shown.token, on=True))
    assert followed(services, -5) == [QUESTION]
    bell = FollowQuestion(shown.token, on=False)
    assert press(services, other, bell).toast == ZH_TEXTS.groups.not_yours
    assert press(services, anna, bell).toast == ZH.toast_no_more
    assert followed(services, -5) == []
