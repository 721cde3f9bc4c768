"""What Telegram shows of the bot, by kind of chat and language, and the language that it speaks: the real bot over real HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.admin.services import AdminServices
from bot.conversation.session import Session
from bot.settings.settings import Settings
from bot.texts import TEXTS
from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer, services_with
from tests.filled import is_filled
from tests.front_end import obey
from tests.integration.bot_process import ADMIN, make_site, start_bot
from tests.integration.chatting import Chatting, newcomer
from tests.telegram_server import BOT, Json, TelegramServer, group_chat, private_chat, user

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_profile_speaks_chinese_and_english(chatting: Chatting) -> None:
    server = chatting.server
    await server.wait_until(lambda: ("setMyShortDescription", "en") in server.profile, what="the last description")
    assert server.profile == {
        ("setMyDescription", None): ZH.profile.description,
        ("setMyDescription", "en"): EN.profile.description,
        ("setMyShortDescription", None): ZH.profile.short_description,
        ("setMyShortDescription", "en"): EN.profile.short_description,
    }
    assert server.menu_buttons == {None: {"type": "commands"}}


async def test_menus_differ_by_kind_of_chat(chatting: Chatting) -> None:
    server = chatting.server
    await server.wait_until(lambda: ("chat", ADMIN, "en") in server.commands, what="the last menu")
    private, group, admin = (
        server.commands[key] for key in (("all_private_chats", None, "zh"), ("all_group_chats", None, "zh"), ("chat", ADMIN, "zh"))
    )
    assert "about" in private
    assert "about" not in group
    assert set(group) < set(private) < set(admin)
    assert "reindex" in admin
    assert not {"reindex", "status"} & {*private, *group}


def help_text(*, private: bool) -> str:
    """What an admin reads in Chinese."""
    services = AdminServices(services_with(FakeAnswerer()), Settings())
    return obey(services, Session(ADMIN, 1, private=private, language="zh", admin=True), "/help").text


async def test_what_admins_may_do_is_told_to_them_alone(chatting: Chatting) -> None:
    server, admin, group = chatting.server, user(ADMIN), group_chat()
    assert (await server.ask(private_chat(admin), admin, "/help")).text == help_text(private=True)
    assert (await server.ask(group, admin, "/help")).text == help_text(private=False)


async def test_who_is_no_admin_gets_no_menu_of_admins(chatting: Chatting, somebody: Json) -> None:
    await chatting.server.ask(private_chat(somebody), somebody, "/start")
    await chatting.server.ask(private_chat(somebody), somebody, "/help")
    assert {number for scope, number, _ in chatting.server.commands if scope == "chat"} <= {ADMIN}


async def test_who_writes_traditional_characters_is_answered_in_them_with_the_quote_as_it_is(chatting: Chatting, somebody: Json) -> None:
    reply = await chatting.server.ask(private_chat(somebody), somebody, "林州灣經開區2022年獎勵了多少家企業？")
    assert "奖励了37家企业" in reply.quotes[0]
    assert "出處" in reply.buttons


@pytest.mark.parametrize("code", ["zh-hant", "zh-TW"])
async def test_who_reads_traditional_characters_is_spoken_to_in_them(chatting: Chatting, code: str) -> None:
    reader = newcomer(code)
    text = (await chatting.server.ask(private_chat(reader), reader, "/start")).text
    before, _, behind = TEXTS["zh-hant"].start.partition("{example}")
    assert (text.startswith(before), text.endswith(behind)) == (True, True)
    assert "東瀾產業園" in text


async def test_a_bot_that_has_just_been_set_up(tmp_path: Path) -> None:
    """It hears everything in groups, cannot be asked inline, has no index yet, and its admin has never written to it."""
    async with TelegramServer() as server:
        server.supports_inline = server.privacy = False
        site, admin, group = make_site(tmp_path, server.url), user(ADMIN), group_chat()
        bot = await start_bot(site)
        try:
            await server.wait_until(lambda: ("setMyShortDescription", "en") in server.profile, what="the profile")
            assert not any(scope == "chat" for scope, _, _ in server.commands)
            assert is_filled((await server.ask(private_chat(admin), admin, "/start")).text, ZH.start)
            await server.wait_until(lambda: ("chat", ADMIN, "en") in server.commands, what="the admin's menu")
            assert "reindex" in server.commands["chat", ADMIN, None]
            for command in ("/latest", "/sources", "/about"):
                assert (await server.ask(private_chat(admin), admin, command)).text == ZH.index_missing
            assert (await server.type_inline(admin, "多少家企业")).button == {"text": ZH.inline.unavailable, "start_parameter": "help"}
            await server.add_bot(group, admin)
            assert ZH.groups.hears_all.format(username=BOT["username"]) in (await server.wait_for_message(group["id"], 0)).text
            assert (await server.ask(group, admin, f"@{BOT['username']} 多少家企业")).text == ZH.index_missing
        finally:
            code, _ = await bot.end()
        assert code == 0
        assert server.violations == []
        assert "/setinline" in site.log.read_text(encoding="utf-8")
