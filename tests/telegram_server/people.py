"""Who is who: the bot, users and chats as Telegram describes them in updates."""

from __future__ import annotations

from tests.telegram_server.wire import Json

TOKEN = "4200042:local-server-token-of-35-characters"
BOT: Json = {"id": 4200042, "is_bot": True, "first_name": "园区问答", "username": "parkqa_bot"}
ANONYMOUS_ADMIN: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Stands in `from` when an admin of a group writes in the group's name."""
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
"""Stands in `from` when somebody writes in a channel's name."""


def user(number: int, name: str = "某人", language: str | None = "zh-hans") -> Json:
    fields: Json = {"id": number, "is_bot": False, "first_name": name}
    return fields | ({"language_code": language} if language else {})


def private_chat(who: Json) -> Json:
    return {"id": who["id"], "type": "private", "first_name": who["first_name"]}


def group_chat(number: int = -1001) -> Json:
    return {"id": number, "type": "supergroup", "title": "园区研究组"}


def basic_group(number: int = -55) -> Json:
    """A group of the old sort, which becomes a supergroup one day (`TelegramServer.migrate`)."""
    return {"id": number, "type": "group", "title": "园区小组"}


def forum(number: int = -1002) -> Json:
    """A group with topics."""
    return group_chat(number) | {"is_forum": True}


def channel(number: int = -1003) -> Json:
    return {"id": number, "type": "channel", "title": "园区快讯", "username": "park_news"}
