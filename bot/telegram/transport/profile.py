"""What Telegram shows of the bot before anybody has written to it: descriptions, and the button that opens the menu of commands."""

from __future__ import annotations

import logging

from telegram import Bot, MenuButtonCommands
from telegram.error import InvalidToken, TelegramError

from bot.settings.language import Language
from bot.telegram.transport.command_menu import menu_languages

logger = logging.getLogger(__name__)


async def set_profile(bot: Bot, default: Language) -> None:
    """Tell Telegram, as far as it does not know yet: it takes few changes a day. A server that takes none is no reason to stop."""
    try:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        for language, texts in menu_languages(default):
            profile = texts.profile
            if (await bot.get_my_description(language)).description != profile.description:
                await bot.set_my_description(profile.description, language)
            if (await bot.get_my_short_description(language)).short_description != profile.short_description:
                await bot.set_my_short_description(profile.short_description, language)
    except InvalidToken:  # what the library calls a 404: the token is good, so the server does not know the method
        logger.warning("The Bot API server does not know descriptions; going on without")
    except TelegramError as error:
        logger.warning("The bot's profile was not set: %s", error)
