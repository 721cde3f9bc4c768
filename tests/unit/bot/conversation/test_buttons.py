from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from bot.conversation.asking import Answered, ask, ask_edited, forget
from bot.conversation.follow_up import Unclear
from bot.conversation.keyboards import MoreQuotes, ShowContext, ShowSource, TakeOut, Undo
from bot.conversation.reading_on import ReadArticle, SendArticle, linked_quote
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import LONGEST
from bot.messages.message import Message
from bot.messages.utf16 import index_of
from bot.settings.language import Language
from bot.store.answers import ANSWERS
from bot.store.topics import Topic
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press

ANNA = Session(7, 7, private=True, language="zh")


def article(number: int, text: str = "", url: str | None = "https://example.org/{}") -> Article:
    body = text or f"沐江经开区第{number}次会议表彰企业{number}家。\n会后另有安排。第二段讲招商{number}场。"
    published = date(2024, 1, number)
    return Article(
        f"a{number}", f"会议{number}", body, "沐江日报", published, url and url.format(number), ("沐江经开区",), f"a{number}.txt"
    )


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*(article(number) for number in range(1, 6)))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def labels(message: Message | None) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons] if message else []


def press_label(services: Services, message: Message, label: str, session: Session = ANNA, replied: str = "") -> Response:
    data = next(button.callback_data for row in message.buttons for button in row if button.label == label)
    assert data is not None
    assert len(str(data).encode()) <= LONGEST
    return press(services, session, data, replied)


def part(message: Message | None, kind: str) -> list[str]:
    assert message is not None
    text = message.text
    return [text[index_of(text, e.offset) : index_of(text, e.offset + e.length)] for e in message.entities if e.kind == kind]


def asked(services: Services, question: str = "沐江经开区2023年表彰了多少家企业") -> Answered:
    return ask(services, ANNA, Typed(question, message=1))


def test_an_answer_has_its_buttons(services: Services) -> None:
    assert labels(asked(services).message) == [["上下文", "出处", "更多"], ["✕ 沐江经开区", "✕ 2023年"], ["👍", "👎", "分享"]]


def test_without_inline_mode_there_is_nothing_to_share_with(services: Services) -> None:
    services.shares = False
    first = asked(services)
    assert labels(first.message)[-1] == ["👍", "👎"]
    changed = press_label(services, first.message, "👍").buttons
    assert changed is not None
    assert [button.label for button in changed[-1]] == ["👍✓", "👎"]


def test_more_quotes_come_until_there_are_no_more(services: Services) -> None:
    more = press_label(services, asked(services).message, "更多").send
    assert part(more, "blockquote") == [article(4).text.split("\n")[0], article(5).text.split("\n")[0]]
    assert labels(more) == []


@pytest.mark.parametrize(
    ("language", "heading", "cut"),
    [
        ("zh", "接着列出说到的报道，第 4 至 5 篇，共 {} 篇：", "只列出最新的 5 篇。加上园区或年份再问，可以看到更早的。"),
        ("zh-hant", "接著列出說到的報導，第 4 至 5 篇，共 {} 篇：", "只列出最新的 5 篇。加上園區或年份再問，可以看到更早的。"),
        (
            "en",
            "Reports that tell of it, continued: 4 to 5 of {}.",
            "Only the newest 5 are listed. Name a park or a year to see earlier ones.",
        ),
    ],
)
@pytest.mark.parametrize("listed", [5, 8])
def test_a_list_goes_on_and_says_where_it_is_cut(services: Services, language: Language, heading: str, cut: str, listed: int) -> None:
    shown = asked(services).shown
    services.store.answers.keep(replace(shown, typed="", listed=listed))
    more = press(services, replace(ANNA, language=language), MoreQuotes(shown.token, 3)).send
    assert more is not None
    pieces = more.text.split("\n\n")
    assert pieces[0] == heading.format(listed)
    assert (pieces[-1] == cut) == (listed == 8)


def test_the_context_holds_the_quote_and_grows_to_the_whole_article(services: Services, answerer: FakeAnswerer) -> None:
    body = "\n".join(f"第{line}句讲了一些别的事情，共有几十个字，用来看看上下文有多长，这样就够了吧。" for line in range(40))
    answerer.index.articles = (article(1, f"表彰企业9家。\n{body}"),)
    card = press_label(services, asked(services).message, "上下文").send
    lengths = []
    while card and any("再展开一些" in row for row in labels(card)):
        (shown,) = part(card, "blockquote")
        assert shown in answerer.index.articles[0].text
        assert part(card, "bold") == ["表彰企业9家。"]
        lengths.append(len(shown))
        card = press_label(services, card, "再展开一些").edit
    assert lengths == sorted(set(lengths))


def test_the_source_tells_the_article_and_leads_to_the_next_quote(services: Services) -> None:
    card = press_label(services, asked(services).message, "出处").send
    assert card is not None
    assert card.text.startswith("标题：会议1\n发布：沐江日报\n日期：2024-01-01\n园区：沐江经开区\n")
    assert labels(card) == [["打开原文网页"], ["在这里读全文", "发送全文文件"], ["摘录 2 ›", "复制摘录和出处", "复制摘录链接"]]
    copied = next(button.copy for row in card.buttons for button in row if button.label == "复制摘录和出处")
    assert copied == f"{article(1).text.splitlines()[0]}\n— 会议1 · 沐江日报 · 2024-01-01"
    following = press_label(services, card, "摘录 2 ›").edit
    assert following is not None
    assert "标题：会议2" in following.text


def test_an_article_without_an_address_is_read_in_the_chat_or_sent_as_a_file(services: Services, answerer: FakeAnswerer) -> None:
    long = article(1, "表彰企业9家。\n" + "".join(f"第{n}句内容比较长，足以让这篇文章分成好几页来看。\n" for n in range(200)), url=None)
    answerer.index.articles = (long,)
    card = press_label(services, asked(services).message, "出处").send
    assert labels(card)[0] == ["在这里读全文", "发送全文文件"]
    assert card
    page = press_label(services, card, "在这里读全文").edit
    read = []
    while page:
        read += part(page, "blockquote")
        onward = [label for row in labels(page) for label in row if label.endswith("›")]
        page = press_label(services, page, onward[0]).edit if onward else None
    assert "\n".join(read).split() == long.text.split()
    file = press_label(services, card, "发送全文文件").file
    assert file is not None
    assert file.name == "会议1.txt"
    assert long.text in file.content.decode()


def test_taking_out_a_park_asks_again_in_place_and_can_be_undone(services: Services, answerer: FakeAnswerer) -> None:
    first = asked(services)
    without_park = press_label(services, first.message, "✕ 沐江经开区").edit
    assert without_park
    assert answerer.asked[-1] == "2023年表彰了多少家企业"
    assert without_park.text.startswith("按“2023年表彰了多少家企业”查找：")
    assert labels(without_park)[1] == ["✕ 2023年", "↩ 恢复"]
    assert press_label(services, without_park, "↩ 恢复").edit == first.message


def test_a_follow_up_carries_over_visibly(services: Services, answerer: FakeAnswerer) -> None:
    asked(services)
    going_on = ask(services, ANNA, Typed("那2022年呢？", 2))
    assert answerer.asked[-1] == "沐江经开区2022年表彰了多少家企业"
    assert going_on.message.text.startswith("按“沐江经开区2022年表彰了多少家企业”查找：")
    assert labels(going_on.message)[1] == ["✕ 沐江经开区", "✕ 2022年"]  # 那2022年呢 asks nothing by itself: there is no way back to it
    ask(services, ANNA, Typed("那税收呢", 3))
    assert answerer.asked[-1] == "沐江经开区2022年税收"


def test_what_is_a_question_of_its_own_too_can_be_asked_as_typed(services: Services, answerer: FakeAnswerer) -> None:
    asked(services)
    going_on = ask(services, ANNA, Typed("那奖金一共发给了沐江高新区的谁", 2))
    assert answerer.asked[-1].startswith("2023年")
    press_label(services, going_on.message, "↩ 恢复")
    assert answerer.asked[-1] == "那奖金一共发给了沐江高新区的谁"


def test_a_reply_to_an_answer_goes_on_from_that_one(services: Services, answerer: FakeAnswerer) -> None:
    earlier = asked(services)
    services.store.answers.sent(earlier.shown.token, 40)
    ask(services, ANNA, Typed("东澜产业园2024年引进多少项目", 3))
    ask(services, ANNA, Typed("那2022年呢？", 4, replied_to=40))
    assert answerer.asked[-1] == "沐江经开区2022年表彰了多少家企业"
    ask(services, replace(ANNA, person=8), Typed("那2021年呢？", 5, replied_to=40))
    assert answerer.asked[-1] == "沐江经开区2021年表彰了多少家企业"


def test_a_reply_to_what_is_no_answer_goes_on_from_the_last_question(services: Services, answerer: FakeAnswerer) -> None:
    asked(services)
    ask(services, ANNA, Typed("那2022年呢？", 2, replied_to=77))
    assert answerer.asked[-1] == "沐江经开区2022年表彰了多少家企业"


def test_new_forgets(services: Services, answerer: FakeAnswerer) -> None:
    asked(services)
    assert forget(services, ANNA).text == ZH.forgotten
    with pytest.raises(Unclear):
        ask(services, ANNA, Typed("那2022年呢？", 2))
    assert len(answerer.asked) == 1


def test_people_in_one_group_have_topics_of_their_own(services: Services, answerer: FakeAnswerer) -> None:
    ask(services, replace(ANNA, chat=-5), Typed("沐江经开区2023年表彰了多少家企业"))
    with pytest.raises(Unclear):
        ask(services, replace(ANNA, chat=-5, person=8), Typed("那2022年呢？"))
    assert len(answerer.asked) == 1


def test_nothing_found_offers_what_came_nearest(services: Services) -> None:
    nothing = asked(services, "没有的事2023年")
    assert labels(nothing.message)[0] == ["放宽再找"]
    wider = press_label(services, nothing.message, "放宽再找").send
    assert wider
    assert wider.text.startswith(ZH.wider_quotes)
    assert len(part(wider, "blockquote")) == 3


def test_an_edited_question_keeps_its_place(services: Services) -> None:
    first = asked(services)
    edited = ask_edited(services, ANNA, Typed("沐江经开区2022年表彰了谁"), first.shown)
    assert edited.shown.token == first.shown.token
    shown = services.store.answers.to_question(7, 1)
    assert shown
    assert shown.question == "沐江经开区2022年表彰了谁"


def test_what_was_asked_before_there_was_a_limit_is_gone_on_from_as_nothing(services: Services, answerer: FakeAnswerer) -> None:
    first = asked(services)
    long = replace(first.shown, question="沐江经开区2023年表彰了多少家企业" * 40)
    services.store.answers.keep(long)
    services.store.topics.set(7, 7, Topic(long.question, True))
    response = press_label(services, first.message, "👍")
    assert response.buttons is not None
    assert [[button.label for button in row] for row in response.buttons] == [["上下文", "出处", "更多"], ["👍✓", "👎", "分享"]]
    ask(services, ANNA, Typed("临樾高新区税收多少", 2))
    assert answerer.asked[-1] == "临樾高新区税收多少"


def test_opinions_are_kept_and_shown_and_may_change(services: Services) -> None:
    first = asked(services)
    response = press_label(services, first.message, "👎")
    assert response.toast == ZH.thanks_bad
    assert response.buttons is not None
    assert [button.label for button in response.buttons[-1]] == ["👍", "👎✓", "分享"]
    press_label(services, first.message, "👍")
    (opinion,) = services.store.feedback.all()
    assert (opinion.good, opinion.question, opinion.article) == (True, first.shown.question, "a1")


def test_a_quote_that_moved_is_found_and_one_that_changed_has_expired(services: Services, answerer: FakeAnswerer) -> None:
    first = asked(services)
    moved = article(1, "新加的一句。\n" + article(1).text)
    answerer.index.articles = (moved,)
    card = press_label(services, first.message, "上下文").send
    assert part(card, "bold") == [article(1).text.split("\n")[0]]
    answerer.index.articles = (article(1, "全部改写过了。"),)
    gone = press_label(services, first.message, "上下文").send
    assert gone
    assert gone.text == ZH.answer_expired
    again = press_label(services, gone, "重新提问").edit
    assert part(again, "blockquote") == ["全部改写过了。"]


def test_a_button_of_a_forgotten_answer_offers_to_ask_again(services: Services, answerer: FakeAnswerer) -> None:
    first = asked(services)
    services.store.database.run(delete(ANSWERS))
    assert press_label(services, first.message, "出处").toast == ZH.button_expired
    offer = press_label(services, first.message, "出处", replied="沐江经开区表彰了谁").send
    assert offer
    anew = press_label(services, offer, "重新提问")
    assert answerer.asked[-1] == "沐江经开区表彰了谁"
    assert anew.edit
    assert labels(anew.edit)[0] == ["上下文", "出处", "更多"]


def test_an_answer_of_another_chat_is_not_shown(services: Services) -> None:
    first = asked(services)
    stranger = replace(ANNA, chat=99, person=99)
    assert press_label(services, first.message, "上下文", stranger).send is None


def test_a_shared_link_leads_to_its_quote(services: Services) -> None:
    first = asked(services)
    reader = replace(ANNA, chat=99, language="en")
    response = linked_quote(services, reader, first.shown.token, 1)
    card = response.send
    assert card
    assert part(card, "blockquote") == [article(2).text.split("\n")[0]]
    assert card.text.endswith(EN.linked_quote_is)
    assert labels(card) == [["Context", "Source", "Ask again"]]
    source = press_label(services, card, "Source", reader).send
    assert source
    assert "会议2" in source.text
    assert linked_quote(services, ANNA, "nonsense", 0) == Response(send=Message(ZH.link_expired))


def test_what_a_link_led_to_can_be_followed_up(services: Services, answerer: FakeAnswerer) -> None:
    reader = replace(ANNA, chat=99)
    linked_quote(services, reader, asked(services).shown.token, 0)
    ask(services, reader, Typed("那2022年呢"))
    assert answerer.asked[-1] == "沐江经开区2022年表彰了多少家企业"


@given(st.one_of(st.text(max_size=64), st.from_regex(r"[a-z]{1,8}[:/][A-Za-z_-]{1,9}[:/]\d{1,20}", fullmatch=True)))
def test_any_callback_data_is_answered(data: str) -> None:
    services = services_with(FakeAnswerer(article(1)))
    assert press(services, ANNA, data).toast in (ZH.button_unknown, ZH.button_expired)


@pytest.mark.parametrize("number", [0, 1, 7, 999, 10**15])
def test_numbers_out_of_range_expire(services: Services, number: int) -> None:
    answer = asked(services).shown.token
    for data in (
        MoreQuotes(answer, number),
        ShowContext(answer, number, number),
        ShowContext(answer, 0, number, in_place=True),
        ShowSource(answer, number),
        ReadArticle(answer, number, number),
        ReadArticle(answer, 0, number),
        SendArticle(answer, number),
        TakeOut(answer, number),
        Undo(answer),
    ):
        response = press(services, ANNA, data)
        assert response.send or response.edit or response.file


@pytest.mark.parametrize(("manages", "changed"), [(False, False), (True, True)])
def test_in_a_group_nobody_but_the_asker_and_admins_ask_anew_in_the_place_of_an_answer(
    services: Services, answerer: FakeAnswerer, manages: bool, changed: bool
) -> None:
    anna, other = (Session(person, -5, private=False, language="zh", manages=manages) for person in (7, 8))
    shown = ask(services, replace(anna, manages=False), Typed("沐江经开区2023年表彰了多少家企业")).shown
    response = press(services, other, TakeOut(shown.token, 1))
    assert (response.toast, response.edit is not None) == (("", True) if changed else (ZH.groups.not_yours, False))
    topic = services.store.topics.get(-5, 7)
    assert topic
    assert (topic.question != shown.question) == changed
    assert press(services, anna, TakeOut(shown.token, 0)).edit
