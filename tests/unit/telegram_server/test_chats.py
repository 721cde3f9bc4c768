"""Who hears what, and where the bot may write."""

from __future__ import annotations

import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.telegram_server import BOT, Json, TelegramServer, basic_group, channel, group_chat, private_chat, user
from tests.unit.telegram_server.stepped_bot import SteppedBot

SOMEBODY, ADMIN = user(11), user(12, "群主")
CHAT, GROUP = private_chat(SOMEBODY), group_chat()

NOT_FOR_BOT = ["大家好", "@parkqa_bot 问", "/ask@another_bot 问", "说说 /ask 问"]
FOR_BOT = ["/ask 问", "/ask@parkqa_bot 问", "/ASK@Parkqa_Bot\n问"]


@pytest.mark.parametrize(("text", "heard"), [*((text, False) for text in NOT_FOR_BOT), *((text, True) for text in FOR_BOT)])
async def test_privacy_mode(server: TelegramServer, text: str, heard: bool) -> None:
    await server.say(GROUP, SOMEBODY, text)
    assert server.unconfirmed == heard
    server.privacy = False
    await server.say(GROUP, SOMEBODY, text)
    assert server.unconfirmed == heard + 1


async def test_privacy_mode_lets_replies_and_service_messages_through(server: TelegramServer, bot: SteppedBot) -> None:
    command = await server.say(GROUP, SOMEBODY, "/ask 问")
    chatter = await server.say(GROUP, SOMEBODY, "早")
    await bot.send_message(-1001, "答")
    await server.say(GROUP, SOMEBODY, "那2022年呢", reply_to=server.sent[-1001][0])
    await server.say(GROUP, SOMEBODY, "同问", reply_to=command)
    await server.say(GROUP, SOMEBODY, "早啊", reply_to=chatter)
    await server.say(GROUP, SOMEBODY, None, new_chat_members=[ADMIN])
    updates = await bot.get_updates(timeout=0)
    assert [update.message.text for update in updates if update.message] == ["/ask 问", "那2022年呢", "同问", None]


async def test_edits_follow_the_same_rule(server: TelegramServer) -> None:
    server.updates.choose_kinds([])
    await server.edit(await server.say(GROUP, SOMEBODY, "早"), "早安")
    assert server.unconfirmed == 0
    await server.edit(await server.say(GROUP, SOMEBODY, "/ask 问"), "/ask 改问")
    assert server.unconfirmed == 2


async def test_admins_hear_everything_but_other_bots(server: TelegramServer, bot: SteppedBot) -> None:
    await server.promote_bot(GROUP, ADMIN)
    change = (await bot.next_update()).my_chat_member
    assert change is not None
    assert change.new_chat_member.status == "administrator"
    await server.say(GROUP, user(13) | {"is_bot": True}, "我也是机器人")
    await server.say(GROUP, SOMEBODY, "早")
    assert [update.message.text for update in await bot.get_updates(bot.offset, timeout=0) if update.message] == ["早"]


async def test_anonymous_admins_and_channels_in_groups(server: TelegramServer, bot: SteppedBot) -> None:
    await server.say_anonymously(GROUP, "/ask 问")
    await server.say_as(channel(), GROUP, "/ask 问")
    first, second = [update.message for update in await bot.get_updates(timeout=0)]
    assert first is not None
    assert second is not None
    assert (first.sender_chat, first.from_user.id if first.from_user else 0) == (telegram.Chat.de_json(GROUP, None), 1087968824)
    assert second.sender_chat is not None
    assert second.sender_chat.type == "channel"


async def test_posts_of_channels(server: TelegramServer, bot: SteppedBot) -> None:
    post = await server.post(channel(), "快讯")
    await server.edit(post, "快讯（更正）")
    first, second = await bot.get_updates(timeout=0)
    assert first.channel_post is not None
    assert first.channel_post.from_user is None
    assert second.edited_channel_post is not None
    await server.remove_bot(channel(), ADMIN)
    await server.post(channel(), "没人听见")
    assert server.unconfirmed == 3


async def test_a_user_who_blocks_the_bot(server: TelegramServer, bot: SteppedBot) -> None:
    await server.say(CHAT, SOMEBODY, "/start")
    await server.block(SOMEBODY)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(11, "推送")
    with pytest.raises(AssertionError, match="unblock it first"):
        await server.say(CHAT, SOMEBODY, "在吗")
    await server.unblock(SOMEBODY)
    await bot.send_message(11, "推送")
    changes = [update.my_chat_member for update in await bot.get_updates(timeout=0) if update.my_chat_member]
    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]
    assert server.violations == []


async def test_coming_into_a_group_and_going(server: TelegramServer, bot: SteppedBot) -> None:
    await server.add_bot(GROUP, ADMIN)
    added, service = await bot.get_updates(timeout=0)
    assert added.my_chat_member is not None
    assert (added.my_chat_member.old_chat_member.status, added.my_chat_member.new_chat_member.status) == ("left", "member")
    assert service.message is not None
    assert service.message.new_chat_members[0].id == BOT["id"]
    await server.remove_bot(GROUP, ADMIN)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(-1001, "答")
    await server.say(GROUP, SOMEBODY, "/ask 问")
    assert server.unconfirmed == 3


async def test_a_group_that_moves(server: TelegramServer, bot: SteppedBot) -> None:
    group = basic_group()
    await server.say(group, SOMEBODY, "/ask 问")
    new = await server.migrate(group, ADMIN, -100777)
    _, moved_to, moved_from = await bot.get_updates(timeout=0)
    assert moved_to.message is not None
    assert moved_from.message is not None
    assert (moved_to.message.migrate_to_chat_id, moved_from.message.migrate_from_chat_id) == (-100777, group["id"])
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group["id"], "答")
    assert caught.value.new_chat_id == new["id"]
    await bot.send_message(new["id"], "答")
    assert server.violations == []


@pytest.mark.parametrize(
    ("chat", "first", "second"), [(group_chat(-7), 1, 1), (group_chat(-8), 1, 1), (private_chat(user(21)), 1, 2), (basic_group(-9), 1, 2)]
)
async def test_supergroups_count_their_own_messages(server: TelegramServer, chat: Json, first: int, second: int) -> None:
    assert (await server.say(CHAT if second == 2 else chat, SOMEBODY, "/ask 一"))["message_id"] == first
    other = chat if second == 2 else group_chat(-10)
    assert (await server.say(other, SOMEBODY, "/ask 二"))["message_id"] == second


async def test_who_is_who(server: TelegramServer, bot: SteppedBot) -> None:
    server.supports_guests = False
    me = await bot.get_me()
    assert (me.can_read_all_group_messages, me.supports_inline_queries, me.supports_guest_queries) == (False, True, False)
    await server.say(GROUP, SOMEBODY, "/ask 问")
    server.make_admin(GROUP, ADMIN)
    assert [(await bot.get_chat_member(-1001, who["id"])).status for who in (SOMEBODY, ADMIN, BOT)] == ["member", "administrator", "member"]
    assert (await bot.get_chat(-1001)).title == GROUP["title"]
    with pytest.raises(BadRequest, match=r"(?i)user not found"):
        await bot.get_chat_member(-1001, 99)


async def test_menus_and_profile(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    menu = [telegram.BotCommand("ask", "提问")]
    await bot.set_my_commands(menu, telegram.BotCommandScopeChat(11), "zh")
    await bot.set_my_commands(menu)
    await bot.delete_my_commands()
    assert server.commands == {("chat", 11, "zh"): ["ask"]}
    await bot.set_my_description("园区问答", "zh")
    await bot.set_my_short_description("短")
    await bot.set_my_name("园区问答")
    await bot.set_chat_menu_button(11, telegram.MenuButtonCommands())
    assert server.profile["setMyDescription", "zh"] == "园区问答"
    assert server.menu_buttons == {11: {"type": "commands"}}
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.set_my_commands(menu, telegram.BotCommandScopeChat(99))
    assert server.violations == []
    with pytest.raises(BadRequest, match=r"(?i)description is longer"):
        await bot.set_my_description("字" * 513)
    with pytest.raises(BadRequest, match=r"(?i)short_description is longer"):
        await bot.set_my_short_description("字" * 121)
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.call("setMyCommands", commands=[{"command": "问", "description": "提问"}])
    assert len(server.violations) == 3
