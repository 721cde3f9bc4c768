"""Which messages are questions to the bot, and what they ask."""

from __future__ import annotations

from collections.abc import Mapping

import telegram
from telegram.constants import ChatType, MessageEntityType


def question_in(message: telegram.Message, me: telegram.User) -> str | None:
    """The question that a message puts to the bot: "" when it addresses the bot without one, None when it is not for the bot.

    In private everything is a question. In a group /ask is, and a reply to the bot, and a mention of it (which Telegram delivers only while
    the bot's privacy mode is off). A bare /ask or mention takes the message that it replies to as its question. What a channel posts into
    its discussion group is for nobody in particular, and a quote that somebody has shared from the bot is an answer.
    """
    if message.is_automatic_forward or message.via_bot == me:
        return None
    text = _without_command(message, me)
    if text is None:
        written = written_in(message)
        if written is None or written.startswith("/"):
            return None
        text = written if message.chat.type == ChatType.PRIVATE else _addressed(message, me)
    if text is None:
        return None
    return text.strip() or _replied_to(message, me)


def guest_question(message: telegram.Message, me: telegram.User) -> str:
    """What somebody asks who names the bot in a chat that it is not in; "" where they ask nothing."""
    text = _without_command(message, me)
    if text is None:
        text = _addressed(message, me)
    return (written_in(message) or "" if text is None else text).strip() or _replied_to(message, me)


def written_in(message: telegram.Message) -> str | None:
    """What a message says in words: its text, or what stands below its picture or file."""
    return message.text or message.caption


def entities_in(message: telegram.Message, *kinds: str) -> Mapping[telegram.MessageEntity, str]:
    """Where its words name something of these kinds, and how."""
    return message.parse_entities([*kinds]) if message.text else message.parse_caption_entities([*kinds])


def _replied_to(message: telegram.Message, me: telegram.User) -> str:
    """What the message of somebody else says that a message replies to."""
    replied = message.reply_to_message
    return (written_in(replied) or "" if replied and replied.from_user != me else "").strip()


def _without_command(message: telegram.Message, me: telegram.User) -> str | None:
    """What follows /ask or /ask@bot at the start of a message."""
    for entity, command in entities_in(message, MessageEntityType.BOT_COMMAND).items():
        if entity.offset == 0 and command.lower() in {"/ask", f"/ask@{me.username}".lower()}:
            return (written_in(message) or "").removeprefix(command)
    return None


def _addressed(message: telegram.Message, me: telegram.User) -> str | None:
    """The text of a group message without the bot's name, where it mentions the bot or replies to it."""
    text = written_in(message) or ""
    for entity, name in entities_in(message, MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION).items():
        if entity.user == me or name.lower() == f"@{me.username}".lower():
            return text.replace(name, " ", 1)
    replied = message.reply_to_message
    return text if replied and replied.from_user == me and not replied.forum_topic_created else None
