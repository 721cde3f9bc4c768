"""Who the bot is, and who is in a chat."""

from __future__ import annotations

from typing import Any

from tests.telegram_server.people import BOT
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World


def get_me(world: World, _: Json) -> Json:
    world.starts += 1
    return BOT | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.supports_inline,
        "supports_guest_queries": world.supports_guests,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, parameters: Json) -> Json:
    chat = world.chat_to_write_in(parameters)
    return chat.about | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


def get_chat_member(world: World, parameters: Json) -> Json:
    chat = world.chat_to_write_in(parameters)
    number = parameters["user_id"]
    if number == BOT["id"]:
        return membership(BOT, chat.status)
    if number not in chat.members and number not in world.people:
        world.violate("user not found")
    return membership(world.people[number], chat.members.get(number, "left"))


def membership(who: Json, status: str) -> Json:
    """ChatMember."""
    member: Json = {"user": who, "status": status}
    if status == "administrator":
        member |= dict.fromkeys(_RIGHTS, False) | {"can_be_edited": False, "can_manage_chat": True}
    if status == "kicked":
        member["until_date"] = 0
    if status == "creator":
        member["is_anonymous"] = False
    return member


_RIGHTS = (
    *("is_anonymous", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
)
_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
    False,
)

METHODS: dict[str, Any] = {"getMe": get_me, "getChat": get_chat, "getChatMember": get_chat_member}
