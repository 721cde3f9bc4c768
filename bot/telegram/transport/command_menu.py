"""The commands that Telegram offers in its menus: by kind of chat and language, those for admins only where admins read."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from telegram import Bot, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.conversation.command import Menu
from bot.conversation.dispatcher import Dispatcher
from bot.settings.language import Language
from bot.texts import TEXTS
from bot.texts.wording import Texts

logger = logging.getLogger(__name__)

TOLD_APART: tuple[Language, ...] = tuple(language for language in get_args(Language) if len(language) == 2)
"""Telegram knows languages by two letters only; both scripts of Chinese share what is set for one."""

ScopedMenu = tuple[BotCommandScope, str | None, Mapping[str, str]]
"""Scope, language (None: everybody whose language has no menu), and commands with their descriptions."""


async def set_command_menus(bot: Bot, default: Language, admins: Iterable[int], dispatcher: Dispatcher) -> None:
    """Tell Telegram all menus. An admin who has never written to the bot has to wait for theirs."""
    if await _set(bot, _public_menus(default, dispatcher)):
        for admin in admins:
            await set_admin_menu(bot, default, admin, dispatcher)


async def set_admin_menu(bot: Bot, default: Language, admin: int, dispatcher: Dispatcher) -> None:
    """Tell Telegram the menus of an admin's own chat."""
    await _set(bot, _admin_menus(default, admin, dispatcher))


def menu_languages(default: Language) -> Iterator[tuple[str | None, Texts]]:
    """The languages that Telegram tells apart; None stands for everybody else."""
    yield None, TEXTS[default]
    yield from ((language, TEXTS[language]) for language in TOLD_APART)


async def _set(bot: Bot, menus: Iterable[ScopedMenu]) -> bool:
    """Tell Telegram menus; whether the server knows what they are. One that does not is no reason to stop: the commands work without."""
    for scope, language, commands in menus:
        try:
            await bot.set_my_commands(list(commands.items()), scope=scope, language_code=language)
        except InvalidToken:  # what the library calls a 404: the token is good, so the server does not know the method
            logger.warning("The Bot API server does not know command menus; going on without")
            return False
        except BadRequest as error:  # an admin's chat that Telegram does not know yet
            logger.info("The command menus of %s were not set: %s", scope.type, error)
            break
        except TelegramError as error:
            logger.warning("The command menu of %s was not set: %s", scope.type, error)
    return True


def _public_menus(default: Language, dispatcher: Dispatcher) -> Iterator[ScopedMenu]:
    for language, texts in menu_languages(default):
        yield BotCommandScopeAllPrivateChats(), language, _listed(dispatcher, Menu.PRIVATE, texts)
        yield BotCommandScopeAllGroupChats(), language, _listed(dispatcher, Menu.GROUPS, texts)


def _admin_menus(default: Language, admin: int, dispatcher: Dispatcher) -> Iterator[ScopedMenu]:
    for language, texts in menu_languages(default):
        yield BotCommandScopeChat(admin), language, _listed(dispatcher, Menu.PRIVATE | Menu.ADMINS, texts)


def _listed(dispatcher: Dispatcher, menu: Menu, texts: Texts) -> dict[str, str]:
    return {command.name: texts.commands[command.name] for command in dispatcher.listed(menu)}
