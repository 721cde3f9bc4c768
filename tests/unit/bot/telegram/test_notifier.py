from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TimedOut

from bot.store.follows import Subject
from bot.texts.following import ZH
from retrieval.answering.answerer import Answerer
from retrieval.errors import IndexMissing
from retrieval.text.analyzer import Analyzer
from tests.newsroom import BRIDGE, HONOURS, HOUR, OLD, PARK, QUESTION, Newsroom
from tests.park_reports import article

ANSWER = "青屏经开区2024年表彰了63家企业，拿出1500万元奖励。"


class Killed(BaseException):
    """The process ends here and now."""


@pytest.fixture
async def newsroom(tmp_path: Path, analyzer: Analyzer) -> Newsroom:
    """A bot that has seen an index with one article, in which one chat follows a park."""
    newsroom = Newsroom(tmp_path, analyzer)
    newsroom.follow(PARK)
    assert await newsroom.told(OLD) == []
    return newsroom


async def test_a_new_article_about_a_park_is_told_once_with_its_source(newsroom: Newsroom) -> None:
    (text,) = await newsroom.told(OLD, HONOURS)
    assert text.startswith("🔔 你关注的“青屏经开区”有新报道：\n\n" + ANSWER)
    assert "— 青屏经开区2024年工作会议 · 2024-02-20" in text
    assert newsroom.telegram.sent[0].buttons[-1] == ZH.button_stop
    assert await newsroom.told() == []


async def test_neither_a_restart_nor_anything_done_to_its_file_makes_an_article_new_again(newsroom: Newsroom) -> None:
    assert len(await newsroom.told(OLD, HONOURS)) == 1
    newsroom.start()
    assert await newsroom.told() == []
    assert await newsroom.told(OLD, HONOURS) == []  # a full reindex
    assert await newsroom.told(OLD, replace(HONOURS, id="renamed")) == []
    assert await newsroom.told(OLD, replace(HONOURS, id="moved", text=HONOURS.text.replace("。", "。\n\n"))) == []
    assert await newsroom.told(OLD, replace(HONOURS, text=HONOURS.text[:40])) == []


async def test_an_undo_and_a_redo_tell_nothing_again(newsroom: Newsroom) -> None:
    newsroom.publish(OLD, HONOURS)
    assert len(await newsroom.told()) == 1
    newsroom.go_back_to("000001")
    assert await newsroom.told() == []
    newsroom.go_back_to("000002")
    assert await newsroom.told() == []


async def test_near_duplicates_are_folded_and_later_ones_are_no_news(newsroom: Newsroom) -> None:
    reprint, later = (replace(HONOURS, id=id_, publisher=f"{id_}日报", published=date(2024, 2, 22)) for id_ in ("reprint", "later"))
    (text,) = await newsroom.told(OLD, HONOURS, reprint)
    assert text.count(ANSWER) == 1
    assert "另有 1 家转载" in text
    assert await newsroom.told(OLD, HONOURS, reprint, replace(later, text=later.text + "记者现场看到。")) == []


async def test_a_question_is_told_when_a_new_article_answers_it_and_not_because_an_old_one_does(newsroom: Newsroom) -> None:
    newsroom.follow(Subject("青屏经开区去年表彰了多少家企业"), chat=2)
    newsroom.follow(QUESTION, chat=3)
    told = await newsroom.told(OLD, article("canteen", "北岭食堂换了新灶具。", title="食堂"))
    assert told == []
    await newsroom.told(OLD, HONOURS)
    (to_three,) = [message for message in newsroom.telegram.sent if message.chat == 3]
    assert ANSWER in to_three.text
    assert "去年表彰了12家" not in "".join(message.text for message in newsroom.telegram.sent)


async def test_a_question_that_is_refused_keeps_no_news_from_others(newsroom: Newsroom) -> None:
    newsroom.follow(Subject("青屏经开区表彰了多少家企业" * 40), chat=2)  # followed when longer ones were read
    newsroom.follow(QUESTION, chat=3)
    await newsroom.told(OLD, HONOURS)
    assert [message.chat for message in newsroom.telegram.sent if ANSWER in message.text] == [1, 3]


async def test_a_chat_gets_one_message_whatever_it_follows(newsroom: Newsroom) -> None:
    newsroom.follow(QUESTION)
    newsroom.follow(PARK, chat=2)
    await newsroom.told(OLD, HONOURS, BRIDGE)
    first, second = newsroom.telegram.sent
    assert first.text.startswith("🔔 你关注的“青屏经开区”、“青屏经开区2024年表彰了多少家企业”有 2 篇新报道：")
    assert first.text.count(ANSWER) == 1
    assert "滨河大桥通车，全长820米" in first.text
    assert first.buttons[-1] == ZH.button_list
    assert (second.chat, second.buttons[-1]) == (2, ZH.button_stop)


async def test_a_chat_is_told_the_same_words_once(newsroom: Newsroom) -> None:
    newsroom.follow(Subject("分组讨论了什么"))
    newsroom.follow(Subject("与会代表分组讨论了什么安排"))
    long = replace(HONOURS, text="全体人员起立奏唱国歌，随后观看了短片。" * 20 + "与会代表分组讨论了全年的招商安排。")
    (text,) = await newsroom.told(OLD, long)
    assert text.count("— 青屏经开区2024年工作会议") == 1
    assert "与会代表分组讨论了全年的招商安排。" in text


async def test_many_articles_are_folded_into_a_few_quotes_and_a_button_for_the_rest(newsroom: Newsroom) -> None:
    many = [
        article(f"n{n}", f"青屏经开区第{n}号厂房封顶，面积{n}00平方米，{'东西南北中'[n]}侧道路同时完工。", parks=PARK.parks)
        for n in range(5)
    ]
    (text,) = await newsroom.told(OLD, *many)
    assert "有 5 篇新报道" in text
    assert text.count("号厂房封顶") == 3 + text.count("— 青屏经开区第")
    assert "更多" in newsroom.telegram.sent[0].buttons


async def test_in_quiet_hours_news_waits_and_comes_together(newsroom: Newsroom) -> None:
    newsroom.now += 12 * HOUR
    assert await newsroom.told(OLD, HONOURS) == []
    newsroom.start()
    assert await newsroom.told(OLD, HONOURS, BRIDGE) == []
    newsroom.now += 10 * HOUR
    (text,) = await newsroom.told()
    assert "有 2 篇新报道" in text
    assert await newsroom.told() == []


async def test_what_was_taken_back_meanwhile_is_not_told(newsroom: Newsroom) -> None:
    newsroom.now += 12 * HOUR
    await newsroom.told(OLD, HONOURS)
    newsroom.go_back_to("000001")
    newsroom.now += 10 * HOUR
    assert await newsroom.told() == []


async def test_a_process_killed_while_it_looks_for_news_tells_it_later(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.follow(QUESTION)

    def die(self: Answerer, question: str, **options: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Answerer, "ask", die)
        with pytest.raises(Killed):
            await newsroom.told(OLD, HONOURS)
    newsroom.start()
    assert len(await newsroom.told()) == 1


async def test_a_process_killed_while_it_sends_repeats_itself_once_at_most(newsroom: Newsroom) -> None:
    newsroom.telegram.afterwards = [Killed(), Killed()]
    for messages in (1, 2):
        newsroom.start()
        with pytest.raises(Killed):
            await newsroom.told(OLD, HONOURS)
        assert len(newsroom.telegram.sent) == messages
    newsroom.start()
    assert await newsroom.told() == []


async def test_after_a_time_out_it_is_tried_once_more(newsroom: Newsroom) -> None:
    newsroom.telegram.troubles = [TimedOut()]
    assert await newsroom.told(OLD, HONOURS) == []
    assert len(await newsroom.told()) == 1
    assert await newsroom.told() == []


async def test_nothing_is_given_up_while_telegram_cannot_be_reached(newsroom: Newsroom) -> None:
    import httpx

    for _ in range(5):
        refused = NetworkError("refused")
        refused.__cause__ = httpx.ConnectError("refused")
        newsroom.telegram.troubles.append(refused)
    assert [await newsroom.told(*articles) for articles in ((OLD, HONOURS), (), (), (), ())] == [[]] * 5
    assert len(await newsroom.told()) == 1


@pytest.mark.parametrize("error", [Forbidden("bot was blocked by the user"), BadRequest("Chat not found")])
async def test_whoever_blocks_the_bot_follows_nothing_any_more(newsroom: Newsroom, error: Exception) -> None:
    newsroom.telegram.troubles = [error]
    assert await newsroom.told(OLD, HONOURS) == []
    assert newsroom.store.follows.of_chat(1) == []
    assert await newsroom.told(OLD, HONOURS, BRIDGE) == []


async def test_a_message_that_telegram_does_not_take_holds_up_no_later_one(newsroom: Newsroom) -> None:
    newsroom.telegram.troubles = [BadRequest("Something about entities")]
    assert await newsroom.told(OLD, HONOURS) == []
    (text,) = await newsroom.told(OLD, HONOURS, BRIDGE)
    assert ANSWER not in text


async def test_a_group_that_moved_is_followed_to_its_new_number(newsroom: Newsroom) -> None:
    newsroom.telegram.troubles = [ChatMigrated(-100)]
    assert await newsroom.told(OLD, HONOURS) == []
    assert len(await newsroom.told()) == 1
    assert newsroom.telegram.sent[0].chat == -100


async def test_news_comes_to_the_topic_where_it_was_asked_for_or_else_to_the_group(newsroom: Newsroom) -> None:
    newsroom.follow(PARK, chat=-5, thread=8)
    await newsroom.told(OLD, HONOURS)
    assert newsroom.telegram.sent[0][:2] == (-5, 8)
    newsroom.telegram.troubles = [BadRequest("Message thread not found")]
    await newsroom.told(OLD, HONOURS, BRIDGE)
    assert newsroom.telegram.sent[2][:2] == (-5, None)


async def test_a_question_is_asked_once_for_all_and_one_that_fails_holds_up_no_other(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, asked = Answerer.ask, []

    def note(self: Answerer, question: str, **options: object) -> object:
        asked.append(question)
        if question == "坏":
            raise ZeroDivisionError
        return ask(self, question, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Answerer, "ask", note)
    for chat in (2, 3, 4):
        newsroom.follow(Subject("坏"), chat)
        newsroom.follow(QUESTION, chat)
    assert len(await newsroom.told(OLD, HONOURS)) == 4
    assert asked.count("坏") == 1
    assert asked.count(QUESTION.text) == 3  # whether it is answered; whether other articles answer it better; by which sentence


async def test_a_version_that_is_replaced_meanwhile_is_looked_at_anew(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.follow(QUESTION)
    ask = Answerer.ask

    def overtake(self: Answerer, question: str, **options: object) -> object:
        monkeypatch.undo()
        newsroom.publish(OLD, HONOURS, BRIDGE)
        return ask(self, question, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Answerer, "ask", overtake)
    assert await newsroom.told(OLD, HONOURS) == []
    (text,) = await newsroom.told()
    assert "有 2 篇新报道" in text


async def test_without_an_index_there_is_no_news(tmp_path: Path, analyzer: Analyzer) -> None:
    newsroom = Newsroom(tmp_path, analyzer)
    with pytest.raises(IndexMissing):
        await newsroom.told()
