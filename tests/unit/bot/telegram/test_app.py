from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import ANY

import pytest
from telegram import Chat, Message, Update

from bot.conversation.keyboards import AskAgain
from bot.errors import ConfigError, StoreUnavailable
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.answers import ShownAnswer
from bot.store.inbox import LINE_CAPACITY, Arrived, Inbox, open_inbox
from bot.store.store import Store, open_store
from bot.telegram.app import build_application, run_bot, serve
from bot.telegram.context import BotData
from bot.telegram.transport.work_queue import WorkQueue
from bot.texts.zh import ZH
from retrieval.errors import EmbedderUnavailable, IndexDamaged, IndexIncompatible, IndexMissing, IndexUnreachable, QuestionTooCostly
from retrieval.settings import IndexSettings
from tests.fake_answerers import FakeAnswerer, services_with
from tests.telegram_server import TOKEN, FloodLimits, Mishap, TelegramServer, group_chat, private_chat, user

SOMEBODY = user(5)
CHAT = private_chat(SOMEBODY)
ANSWER = ShownAnswer("abcdefgh", CHAT["id"], 5, 8, 7, "答过", "答过", (), date(2024, 3, 1), True, 0.9, "000001", 0, (), time.time())


@asynccontextmanager
async def serving(
    answerer: FakeAnswerer,
    queue: WorkQueue | None = None,
    flood: FloodLimits | None = None,
    store: Store | None = None,
    inbox: Inbox | None = None,
    **bot: object,
) -> AsyncIterator[TelegramServer]:
    """The bot in this process, with a server to talk to."""
    async with TelegramServer(flood=flood) as server:
        settings = Settings(bot=BotSettings(base_url=f"{server.url}/bot", **bot))  # type: ignore[arg-type]
        services = services_with(answerer)
        services.store = store or services.store
        data = BotData(settings, services, (), work_queue=queue or WorkQueue())
        application = build_application(TOKEN, data)
        running = asyncio.create_task(serve(application, inbox or open_inbox(None)))
        try:
            yield server
        finally:
            running.cancel()
            await running


async def test_nothing_is_begun_before_it_can_be_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = threading.Event()
    monkeypatch.setattr("bot.telegram.app.warm_up", lambda _: ready.wait(10))
    with closing(open_inbox(None)) as inbox:
        async with serving(FakeAnswerer(), inbox=inbox) as server:
            question = await server.say(CHAT, SOMEBODY, "问")
            await server.wait_until(lambda: inbox.unhandled() == 1, what="the update")
            (waiting,) = inbox.claim(1)  # another process could
            assert waiting.begun == 1
            inbox.leave()
            ready.set()
            assert (await server.wait_for_reply(question)).text == ZH.not_found


def failing(error: Exception) -> Callable[[str], None]:
    def act(question: str) -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (IndexMissing("x"), ZH.index_missing),
        (IndexDamaged("x"), ZH.index_unavailable),
        (IndexIncompatible("x"), ZH.index_unavailable),
        (IndexUnreachable("x"), ZH.index_unreachable),
        (EmbedderUnavailable("x"), ZH.embedder_unavailable),
        (QuestionTooCostly("x"), ZH.asking.too_costly),
        (ZeroDivisionError("a bug"), ZH.internal_error),
    ],
)
async def test_whoever_asks_is_told_that_there_is_no_answer_and_not_more(error: Exception, text: str) -> None:
    async with serving(FakeAnswerer(act=failing(error))) as server:
        assert (await server.ask(CHAT, SOMEBODY, "园区面积多大？")).text == text


async def test_the_chat_shows_typing_while_an_answer_takes_its_time() -> None:
    async with serving(FakeAnswerer(act=lambda question: question == "慢" and time.sleep(0.6))) as server:
        assert (await server.ask(CHAT, SOMEBODY, "快")).text == ZH.not_found
        assert "sendChatAction" not in server.requests
        assert (await server.ask(CHAT, SOMEBODY, "慢")).text == ZH.not_found
        assert ("sendChatAction", {"chat_id": ANY, "action": "typing"}) in server.calls


async def test_nobody_sees_typing_while_very_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.handlers.question.MANY_WAITING", -1)
    async with serving(FakeAnswerer(act=lambda _: time.sleep(0.5))) as server:
        assert (await server.ask(CHAT, SOMEBODY, "慢")).text == ZH.not_found
        assert "sendChatAction" not in server.requests


async def test_typing_that_fails_delays_no_answer() -> None:
    async with serving(FakeAnswerer(act=lambda question: question == "慢" and time.sleep(0.5))) as server:
        server.go_wrong("sendChatAction", Mishap(429, retry_after=60))
        assert (await server.ask(CHAT, SOMEBODY, "慢")).text == ZH.not_found


async def test_a_slow_answer_holds_up_no_other_chat() -> None:
    go_on = threading.Event()
    async with serving(FakeAnswerer(act=lambda question: question == "慢" and go_on.wait(10))) as server:
        slow = await server.say(CHAT, SOMEBODY, "慢")
        other = user(6)
        await server.ask(private_chat(other), other, "快")
        assert server.sent[CHAT["id"]] == []
        go_on.set()
        await server.wait_for_reply(slow)


async def test_a_flood_wait_in_one_chat_holds_up_no_other() -> None:
    async with serving(FakeAnswerer()) as server:
        await server.ask(CHAT, SOMEBODY, "/start")
        server.go_wrong("sendMessage", Mishap(429, retry_after=3))
        slow = await server.say(CHAT, SOMEBODY, "问")
        await server.wait_until(lambda: server.requests.count("sendMessage") == 2)
        other = user(6)
        await server.ask(private_chat(other), other, "问")
        assert len(server.sent[CHAT["id"]]) == 1
        await server.wait_for_reply(slow)


async def test_a_storm_of_refusals_costs_no_answer_and_doubles_none() -> None:
    async with serving(FakeAnswerer()) as server:
        server.go_wrong("sendMessage", *[Mishap(429, retry_after=1), Mishap(503)] * 10)
        people = [user(number) for number in range(30, 45)]
        asked = [await server.say(private_chat(person), person, "问") for person in people]
        for question in asked:
            await server.wait_for_reply(question)
        assert [len(server.sent[person["id"]]) for person in people] == [1] * 15


async def test_telegrams_own_limits_are_kept() -> None:
    async with serving(FakeAnswerer(), flood=FloodLimits(strict=True)) as server:
        for chat in (CHAT, group_chat(-1001)):
            for _ in range(3):
                await server.say(chat, SOMEBODY, "/ask 问")
        await server.wait_for_message(-1001, 2)
        await server.wait_for_message(CHAT["id"], 2)
        assert server.violations == []


async def test_who_asks_too_much_is_told_once_and_others_are_answered() -> None:
    async with serving(FakeAnswerer(), questions_per_minute=2) as server:
        asked = [await server.say(CHAT, SOMEBODY, f"问 {number}") for number in range(5)]
        assert (await server.wait_for_reply(asked[2])).text == ZH.too_many_questions.format(per_minute=2)
        other = user(6)
        assert (await server.ask(private_chat(other), other, "问")).text == ZH.not_found
        assert (await server.ask(CHAT, SOMEBODY, "/help")).text.startswith(ZH.help)
        assert [message.text for message in server.sent[CHAT["id"]]][:2] == [ZH.not_found] * 2
        assert len(server.sent[CHAT["id"]]) == 4


async def test_anonymous_admins_of_different_groups_are_not_one_user() -> None:
    async with serving(FakeAnswerer(), questions_per_minute=1) as server:
        for number in (-1001, -1002):
            asked = await server.say_anonymously(group_chat(number), "/ask 问")
            assert (await server.wait_for_reply(asked)).text == ZH.not_found


async def test_an_answer_that_cannot_be_noted_is_an_answer_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("database is locked")

    async with serving(FakeAnswerer()) as server:
        for step in ("sent", "replied_to", "to_question", "keep"):
            monkeypatch.setattr(f"bot.store.answers.Answers.{step}", locked)
        asked = await server.say(CHAT, SOMEBODY, "问")
        assert (await server.wait_for_reply(asked)).text == ZH.not_found
        await server.edit(asked, "再问")
        await server.wait_for_message(CHAT["id"], 1)
        assert [message.text for message in server.sent[CHAT["id"]]] == [ZH.not_found] * 2


async def test_what_somebody_else_has_said_is_no_command_of_an_admin() -> None:
    forwarded = {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "某人"}}
    async with serving(FakeAnswerer(), admins=(SOMEBODY["id"],)) as server:
        await server.say(CHAT, SOMEBODY, "/gaps", **forwarded)
        await server.say(CHAT, SOMEBODY, "/reindex now", **forwarded)
        assert (await server.ask(CHAT, SOMEBODY, "/gaps")).text == ZH.oversight.no_gaps
        assert len(server.sent[CHAT["id"]]) == 1


async def test_one_person_with_many_channels_is_no_crowd() -> None:
    group = group_chat(-1001)
    async with serving(FakeAnswerer(), questions_per_minute=2) as server:
        channels = [{"id": -1002 - number, "type": "channel", "title": f"频道{number}"} for number in range(4)]
        for channel in channels:
            await server.say_as(channel, group, "/ask 问")
        await server.wait_until_confirmed()
        await server.wait_for_message(-1001, 2)
        assert [message.text for message in server.sent[-1001]] == [*[ZH.not_found] * 2, ZH.too_many_questions.format(per_minute=2)]


async def test_a_button_that_asks_anew_is_a_question_like_any_other() -> None:
    asked: list[str] = []
    async with serving(FakeAnswerer(act=asked.append), questions_per_minute=2) as server:
        answer = await server.ask(CHAT, SOMEBODY, "园区面积多大？")
        again = str(AskAgain(answer.keyboard[0][0]["callback_data"].split("/")[1]))
        presses = [await server.send_callback(answer, again) for _ in range(3)]
        await server.wait_until(lambda: all(press.answered for press in presses), what="an answer to each press")
        assert [press.toast for press in presses] == ["", ZH.too_many_questions.format(per_minute=2), ""]
        assert len(asked) == 2


async def test_typing_in_other_chats_and_turning_pages_have_an_end_too() -> None:
    asked: list[str] = []
    async with serving(FakeAnswerer(act=asked.append), questions_per_minute=1) as server:
        typed = [await server.type_inline(SOMEBODY, f"园区面积{number}") for number in range(7)]
        assert [query.results for query in typed[4:]] == [[]] * 3
        assert len(asked) == 4


async def test_an_edit_is_a_question_like_any_other() -> None:
    async with serving(FakeAnswerer(), questions_per_minute=2) as server:
        asked = await server.say(CHAT, SOMEBODY, "问")
        await server.wait_for_reply(asked)
        await server.edit(asked, "再问")
        await server.edit(asked, "又问")
        assert (await server.wait_for_message(CHAT["id"], 1)).text == ZH.too_many_questions.format(per_minute=2)


async def test_what_was_answered_when_its_process_was_killed_is_not_answered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise StoreUnavailable("the process has ended")

    store, answerer = open_store(None), FakeAnswerer()
    with monkeypatch.context() as ending:
        for name in ("done", "leave"):
            ending.setattr(Inbox, name, killed)
        async with serving(answerer, store=store, inbox=open_inbox(tmp_path / "inbox.sqlite")) as server:
            await server.ask(CHAT, SOMEBODY, "先问")
    async with serving(answerer, store=store, inbox=open_inbox(tmp_path / "inbox.sqlite")) as server:
        await server.say(CHAT, SOMEBODY, "先问")  # delivered again
        await server.ask(CHAT, SOMEBODY, "再问")
        await server.wait_until_confirmed()
        assert len(server.sent[CHAT["id"]]) == 1
    assert answerer.asked == ["先问", "再问"]


async def test_who_asked_what_two_processes_ended_at_is_told_so_unless_it_was_answered(tmp_path: Path) -> None:
    answered = Message(8, datetime.now(UTC), Chat(CHAT["id"], "private"), text="答过")
    for number, message in ((1, answered), (2, Message(9, answered.date, answered.chat, text="没答"))):
        with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
            inbox.take([Arrived(number, Update(number, message=message).to_json())], 0)
    for _ in (1, 2):
        with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
            assert len(inbox.claim(9)) == 2
    store = open_store(None)
    store.answers.keep(ANSWER)
    async with serving(FakeAnswerer(), store=store, inbox=open_inbox(tmp_path / "inbox.sqlite")) as server:
        server.chat(CHAT)
        told = await server.wait_for_message(CHAT["id"], 0)
        await server.ask(CHAT, SOMEBODY, "再问")
        assert (told.text, len(server.sent[CHAT["id"]])) == (ZH.internal_error, 2)


async def test_a_question_that_cannot_be_kept_is_put_off_once_and_answered_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(*_: object) -> None:
        raise StoreUnavailable("the server is restarting")

    async with serving(FakeAnswerer()) as server:
        with monkeypatch.context() as away:
            away.setattr(Inbox, "take", unavailable)
            asked = await server.say(CHAT, SOMEBODY, "问")
            assert (await server.wait_for_reply(asked)).text == ZH.later
        await server.wait_for_message(CHAT["id"], 1)
        await server.wait_until_confirmed()
        assert [sent.text for sent in server.sent[CHAT["id"]]] == [ZH.later, ZH.not_found]


async def test_a_full_queue_says_so() -> None:
    go_on = threading.Event()
    queue = WorkQueue(threads=1, capacity=1)
    people = [user(number) for number in (21, 22, 23)]
    async with serving(FakeAnswerer(act=lambda question: go_on.wait(10)), queue=queue) as server:
        await server.ask(CHAT, SOMEBODY, "/start")  # and so the one thread has warmed up
        first = await server.say(private_chat(people[0]), people[0], "问")
        await server.say(private_chat(people[1]), people[1], "问")
        await server.wait_until(lambda: queue.waiting == 1)
        assert (await server.ask(private_chat(people[2]), people[2], "问")).text == ZH.busy
        go_on.set()
        assert (await server.wait_for_reply(first)).text == ZH.not_found
        assert (await server.wait_for_message(22, 0)).text == ZH.not_found


async def test_a_chat_in_which_too_much_waits_is_told_so_once() -> None:
    begun, go_on = threading.Event(), threading.Event()
    async with serving(FakeAnswerer(act=lambda _: begun.set() or go_on.wait(10)), questions_per_minute=1) as server:  # type: ignore[func-returns-value]
        await server.say(CHAT, SOMEBODY, "慢")
        await asyncio.to_thread(begun.wait)
        asked = [await server.say(CHAT, SOMEBODY, f"问 {number}") for number in range(LINE_CAPACITY + 3)]
        turned_away = await server.wait_for_message(CHAT["id"], 0)
        assert (turned_away.text, turned_away.reply_to) == (ZH.busy, asked[LINE_CAPACITY - 1]["message_id"])  # one is in work
        go_on.set()
        await server.wait_for_message(CHAT["id"], 2)
        await server.wait_until_confirmed()
        assert [message.text for message in server.sent[CHAT["id"]]] == [
            ZH.busy,
            ZH.not_found,
            ZH.too_many_questions.format(per_minute=1),
        ]


async def test_a_chat_that_is_closed_to_the_bot_is_forgotten(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        async with serving(FakeAnswerer()) as server:
            await server.ask(CHAT, SOMEBODY, "问")
            await server.block(SOMEBODY)
            await server.wait_until_confirmed()
            other = user(6)
            await server.ask(private_chat(other), other, "问")
    assert f"Chat {SOMEBODY['id']} is closed to the bot" in caplog.messages


def test_without_a_token_nothing_starts(tmp_path: Path) -> None:
    settings = Settings(index=IndexSettings(folder=tmp_path / "index"))  # type: ignore[call-arg]
    with pytest.raises(ConfigError, match="PARKQA_BOT__TOKEN"):
        run_bot(settings, None)
    assert not (tmp_path / "index").exists()
