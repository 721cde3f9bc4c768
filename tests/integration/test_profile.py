"""What Telegram shows of the bot: menus by kind of chat and language, descriptions. The real bot over real HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.integration.bot_process import ADMIN, make_site, start_bot
from tests.integration.chatting import Chatting
from tests.telegram_server import Json, TelegramServer, private_chat, user

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_profile_speaks_chinese_and_english(chatting: Chatting) -> None:
    server = chatting.server
    await server.wait_until(lambda: ("chat", ADMIN, "en") in server.commands, what="the last menu")
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


async def test_who_is_no_admin_gets_no_menu_of_admins(chatting: Chatting, somebody: Json) -> None:
    await chatting.server.ask(private_chat(somebody), somebody, "/start")
    await chatting.server.ask(private_chat(somebody), somebody, "/help")
    assert {number for scope, number, _ in chatting.server.commands if scope == "chat"} <= {ADMIN}


async def test_an_admin_who_has_never_written_gets_the_menu_with_the_first_word(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        server.supports_inline = False
        site, admin = make_site(tmp_path, server.url), user(ADMIN)
        bot = await start_bot(site)
        try:
            await server.wait_until(lambda: ("all_group_chats", None, "en") in server.commands, what="the menus")
            assert not any(scope == "chat" for scope, _, _ in server.commands)
            await server.ask(private_chat(admin), admin, "/start")
            await server.wait_until(lambda: ("chat", ADMIN, "en") in server.commands, what="the admin's menu")
            assert "reindex" in server.commands["chat", ADMIN, None]
        finally:
            code, _ = await bot.end()
        assert code == 0
        assert server.violations == []
        assert "/setinline" in site.log.read_text(encoding="utf-8")
