"""A local Bot API server: as strict as Telegram, and as moody as the network when told so.

Tests talk to the bot through it: `say` is a user's message, `ask` waits for the reply, `press` presses a button under it. A request that
breaks one of Telegram's rules is refused as Telegram would and kept in `violations`, so that a test fails even when the bot shrugs the
refusal off.
"""

from __future__ import annotations

from tests.telegram_server.flood import FloodLimits
from tests.telegram_server.mishaps import Mishap
from tests.telegram_server.people import BOT, TOKEN, basic_group, channel, forum, group_chat, private_chat, user
from tests.telegram_server.queries import InlineQuery, Press
from tests.telegram_server.sent import Document, SentMessage
from tests.telegram_server.server import TelegramServer
from tests.telegram_server.wire import Json

__all__ = [
    "BOT",
    "TOKEN",
    "Document",
    "FloodLimits",
    "InlineQuery",
    "Json",
    "Mishap",
    "Press",
    "SentMessage",
    "TelegramServer",
    "basic_group",
    "channel",
    "forum",
    "group_chat",
    "private_chat",
    "user",
]
