"""The commands that Telegram offers in its menus: by kind of chat and language, those for admins only where admins read."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from telegram import Bot, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import InvalidToken, TelegramError

from bot.texts import TEXTS, Language
from bot.texts.wording import Texts

MENU_LANGUAGES: tuple[Language, ...] = ("zh", "en")
"""Telegram tells menus apart by the two letters of a language only; both scripts of Chinese share one."""

logger = logging.getLogger(__name__)


async def set_command_menus(bot: Bot, default: Language, admins: tuple[int, ...]) -> None:
    """Tell Telegram the menus. A server that does not take one is no reason to stop: the commands work without menus."""
    for scope, language, commands in _menus(default, admins):
        try:
            await bot.set_my_commands(list(commands.items()), scope=scope, language_code=language)
        except InvalidToken:  # what the library calls a 404: the token is good, so the server does not know the method
            logger.warning("The Bot API server does not know command menus; going on without")
            return
        except TelegramError as error:
            logger.warning("The command menu of %s was not set: %s", scope.type, error)


def _menus(default: Language, admins: tuple[int, ...]) -> Iterator[tuple[BotCommandScope, str | None, Mapping[str, str]]]:
    """Scope, language (None: everybody whose language has no menu) and commands of each menu."""
    languages: list[tuple[str | None, Texts]] = [(None, TEXTS[default]), *((code, TEXTS[code]) for code in MENU_LANGUAGES)]
    for language, texts in languages:
        yield BotCommandScopeAllPrivateChats(), language, texts.commands
        yield (
            BotCommandScopeAllGroupChats(),
            language,
            {name: texts.commands[name] for name in ("ask", "new", "follow", "following", "latest", "sources", "help")},
        )
        for admin in admins:
            yield BotCommandScopeChat(admin), language, {**texts.commands, **texts.admin_commands}
