"""Starting, stopping and surviving: each test with a bot process and a server of its own."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.zh import ZH
from tests.filled import is_filled
from tests.free_port import free_port
from tests.integration.bot_process import ADMIN, BotProcess, Site, ended, make_site, start_bot
from tests.telegram_server import TOKEN, Mishap, TelegramServer, basic_group, private_chat, user

SOMEBODY = user(11)
CHAT = private_chat(SOMEBODY)
ADMINISTRATOR = user(ADMIN, "管理员")
QUESTION = "林州湾经开区2022年奖励了多少家企业？"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server
        print("\n".join(["", *server.transcript]))  # noqa: T201
        assert server.violations == []
        assert server.unanswered_callbacks == []


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index made once, to be copied."""
    site = make_site(tmp_path_factory.mktemp("indexed"), "http://127.0.0.1:1")
    site.reindex()
    return site.folder / "index"


@pytest.fixture
def site(tmp_path: Path, server: TelegramServer, indexed: Path) -> Site:
    site = make_site(tmp_path / "site", server.url)
    shutil.copytree(indexed, site.folder / "index")
    return site


@pytest_asyncio.fixture
async def bots() -> AsyncIterator[list[BotProcess]]:
    """Bots that a test has started; they end with it."""
    started: list[BotProcess] = []
    yield started
    for bot in started:
        code, output = await bot.end()
        assert code in {0, 1, -signal.SIGKILL}, output
        assert TOKEN.split(":")[1] not in output
        assert "Traceback" not in output


def webhook() -> dict[str, str]:
    """The environment of a bot that is delivered to."""
    port = str(free_port())
    return {
        "PARKQA_WEBHOOK__URL": f"http://127.0.0.1:{port}/",
        "PARKQA_WEBHOOK__PORT": port,
        "PARKQA_WEBHOOK__SECRET": "an-invented-secret_of-exactly-32",
    }


async def test_a_server_that_knows_next_to_nothing_is_enough(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    server.unknown_methods = {"setMyCommands", "deleteWebhook", "sendChatAction", "answerCallbackQuery"}
    bots.append(await start_bot(site))
    assert "37家" in (await server.ask(CHAT, SOMEBODY, QUESTION)).text
    await server.wait_until(lambda: "setMyCommands" in server.requests, what="the menus")
    assert "37家" in (await server.ask(CHAT, SOMEBODY, QUESTION)).text
    assert server.requests.count("setMyCommands") == 1


async def test_a_rejected_token_ends_the_bot_with_one_line(site: Site) -> None:
    code, output = await (await start_bot(site, token="4200042:a-token-that-nobody-has-handed-out", PARKQA_LOG__LEVEL="WARNING")).wait()
    assert code == 1
    assert output.splitlines() == ["Telegram rejects the bot's token: check PARKQA_BOT__TOKEN, or get a new one from @BotFather."]


async def test_no_token_ends_the_bot_with_one_line(site: Site) -> None:
    code, output = await (await start_bot(site, token="")).wait()
    assert code == 1
    assert output.splitlines() == ["The bot has no token: set PARKQA_BOT__TOKEN to the one that @BotFather gave you."]


@pytest.mark.parametrize(
    ("secret", "line"),
    [
        ("", "The webhook has no secret: set PARKQA_WEBHOOK__SECRET to 32 or more characters (`openssl rand -hex 32`)."),
        (
            "short-and-yet-secret",
            "Environment variable PARKQA_WEBHOOK__SECRET must be 32 to 256 characters out of A-Z a-z 0-9 _ - (try `openssl rand -hex 32`).",
        ),
    ],
)
async def test_a_webhook_without_a_good_secret_ends_the_bot_with_one_line(site: Site, secret: str, line: str) -> None:
    code, output = await (await start_bot(site, PARKQA_WEBHOOK__URL="https://example.org/bot", PARKQA_WEBHOOK__SECRET=secret)).wait()
    assert code == 1
    assert output.splitlines() == [line]


async def test_sigterm_answers_what_was_asked_and_confirms_it(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    bots.append(await start_bot(site))
    await server.ask(CHAT, SOMEBODY, "/start")
    server.go_wrong("sendMessage", Mishap(delay=1.0), Mishap(500))
    asked = await server.say(CHAT, SOMEBODY, QUESTION)
    await server.wait_until(lambda: server.requests.count("sendMessage") == 2, what="the answer on its way")
    code, output = await bots[0].end()
    assert code == 0, output
    assert "37家" in (await server.wait_for_reply(asked)).text
    assert server.unconfirmed == 0


async def test_sigterm_answers_everybody_who_is_waiting(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    people = [user(number) for number in range(20, 40)]
    bots.append(await start_bot(site))
    await server.ask(CHAT, SOMEBODY, QUESTION)
    for text in ("/start", QUESTION):
        for person in people:
            await server.say(private_chat(person), person, text)
    await server.wait_until(lambda: server.unconfirmed == 0, what="the bot to have taken everything")
    assert any(len(server.sent[person["id"]]) < 2 for person in people)
    code, output = await bots[0].end()
    assert code == 0, output
    for person in people:
        texts = [sent.text for sent in server.sent[person["id"]]]
        assert len(texts) == 2
        assert is_filled(texts[0], ZH.start)
        assert "37家" in texts[1]


@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_a_bot_killed_amid_questions_leaves_none_unanswered(
    site: Site, server: TelegramServer, bots: list[BotProcess], by: str
) -> None:
    people, environment = [user(number) for number in range(20, 40)], webhook() if by == "webhook" else {}
    bots.append(await start_bot(site, **environment))
    await server.ask(CHAT, SOMEBODY, QUESTION)
    for person in people:
        await server.say(private_chat(person), person, QUESTION)
    await server.wait_until(lambda: sum(len(server.sent[person["id"]]) for person in people) >= 3, what="some answers")
    await bots[0].end(signal.SIGKILL)
    bots.append(await start_bot(site, **environment))
    for person in people:
        assert "37家" in (await server.wait_for_message(person["id"], 0)).text
    await server.wait_until_confirmed()
    answers = [len(server.sent[person["id"]]) for person in people]
    assert 20 <= sum(answers) < 40  # again only what was on its way when the bot was killed
    assert "37家" in (await server.ask(CHAT, SOMEBODY, QUESTION)).text


async def test_what_is_asked_while_the_server_is_away_is_answered(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    bots.append(await start_bot(site))
    await server.ask(CHAT, SOMEBODY, "/start")
    async with server.outage():
        asked = await server.say(CHAT, SOMEBODY, QUESTION)
        await asyncio.sleep(0.3)
    assert "37家" in (await server.wait_for_reply(asked)).text
    await server.wait_until_confirmed()
    assert len(server.sent[CHAT["id"]]) == 2


async def test_a_group_goes_on_under_another_number(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    bots.append(await start_bot(site))
    group = basic_group()
    await server.ask(group, SOMEBODY, f"/ask {QUESTION}")
    server.go_wrong("sendMessage", Mishap(delay=0.5))
    await server.say(group, SOMEBODY, f"/ask {QUESTION}")
    await server.wait_until(lambda: server.requests.count("sendMessage") == 2, what="the answer on its way")
    supergroup = await server.migrate(group, SOMEBODY, -100777)
    assert "37家" in (await server.wait_for_message(supergroup["id"], 0)).text
    assert "37家" in (await server.ask(supergroup, SOMEBODY, f"/ask {QUESTION}")).text


async def test_who_asks_too_much_is_told_and_nobody_else_waits(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    bots.append(await start_bot(site, PARKQA_BOT__QUESTIONS_PER_MINUTE="1"))
    asked = [await server.say(CHAT, SOMEBODY, QUESTION) for _ in range(3)]
    other = user(12)
    assert "37家" in (await server.ask(private_chat(other), other, QUESTION)).text
    assert (await server.wait_for_reply(asked[1])).text == ZH.too_many_questions.format(per_minute=1)
    await server.wait_until_confirmed()
    assert len(server.sent[CHAT["id"]]) == 2


async def test_what_a_killed_bot_did_not_answer_the_next_one_does_and_its_buttons_too(
    site: Site, server: TelegramServer, bots: list[BotProcess]
) -> None:
    bots.append(await start_bot(site))
    before = await server.ask(CHAT, SOMEBODY, QUESTION)
    server.go_wrong("sendMessage", Mishap(429, retry_after=60))
    asked = await server.say(CHAT, SOMEBODY, QUESTION)
    await server.wait_until(lambda: server.requests.count("sendMessage") == 2, what="the answer on its way")
    await bots[0].end(signal.SIGKILL)
    bots.append(await start_bot(site))
    assert "37家" in (await server.wait_for_reply(asked)).text
    assert len(server.sent[CHAT["id"]]) == 2
    await server.press(before, "上下文")
    assert "管委会主任梁启航在会上说" in (await server.wait_for_message(CHAT["id"], 2)).quotes[0]


async def test_a_start_in_bad_times_answers_what_was_asked_before_it(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    asked = await server.say(CHAT, SOMEBODY, "蓝宝石")
    await server.edit(asked, QUESTION)
    server.go_wrong("getMe", Mishap(502), Mishap(429, retry_after=1))
    bots.append(await start_bot(site))
    reply = await server.wait_for_reply(asked)
    await server.wait_until(lambda: "37家" in reply.text, what="the answer to the edited question")


async def test_without_an_index_the_bot_says_so_until_an_admin_makes_one(
    site: Site, server: TelegramServer, bots: list[BotProcess]
) -> None:
    shutil.rmtree(site.folder / "index")
    bots.append(await start_bot(site))
    chat = private_chat(ADMINISTRATOR)
    assert (await server.ask(chat, ADMINISTRATOR, QUESTION)).text == ZH.index_missing
    assert "parkqa reindex" in (await server.ask(chat, ADMINISTRATOR, "/status")).text
    report = await server.ask(chat, ADMINISTRATOR, "/reindex now")
    await server.wait_until(lambda: ended(report), 60, "the end of the reindex")
    assert "000001" in report.text
    assert "37家" in (await server.ask(chat, ADMINISTRATOR, QUESTION)).text


async def test_a_reindex_that_fails_says_why(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    shutil.rmtree(site.folder / "articles")
    bots.append(await start_bot(site))
    report = await server.ask(private_chat(ADMINISTRATOR), ADMINISTRATOR, "/reindex now")
    await server.wait_until(lambda: ended(report), 60, "the end of the reindex")
    assert report.text.startswith(ZH.reindex_failed.split("\n")[0])
    assert str(site.folder / "articles") in report.text
    assert "37家" in (await server.ask(CHAT, SOMEBODY, QUESTION)).text


async def test_the_end_of_the_bot_ends_its_reindex(site: Site, server: TelegramServer, bots: list[BotProcess]) -> None:
    bots.append(await start_bot(site))
    report = await server.ask(private_chat(ADMINISTRATOR), ADMINISTRATOR, "/reindex now")
    code, output = await bots[0].end()
    assert code == 0, output
    assert report.text == ZH.reindex_stopped
    await asyncio.to_thread(site.reindex)  # nobody holds the lock
