"""What `parkqa doctor` says of Telegram: whether it knows the bot's token, and how it delivers updates."""

from __future__ import annotations

import asyncio
import time

from telegram import Bot, WebhookInfo
from telegram.error import TelegramError

from bot.errors import TokenRejected, WebhookRefused
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.telegram.transport.webhook import check_webhook

RECENT_SECONDS = 3600
"""How old a failed delivery may be to count as a problem of today."""


def token_state(settings: Settings) -> str:
    """Whether Telegram knows the token. Raises TokenRejected where it does not, or where nobody answers."""
    if settings.bot.token is None:
        return "no token is set; only `parkqa bot` needs one, in PARKQA_BOT__TOKEN"
    try:
        return f"@{asyncio.run(_username(settings.bot))} answers; {len(settings.bot.admins)} admins"
    except TelegramError as error:
        reason = str(error).replace(settings.bot.token.get_secret_value(), "[secret]")
        raise TokenRejected(
            f"Telegram does not answer this token ({reason}): check PARKQA_BOT__TOKEN, bot.base_url and the network."
        ) from None


def webhook_state(settings: Settings) -> str:
    """Where updates come in, and what Telegram says of that. Raises ConfigError or WebhookRefused where something is wrong."""
    webhook = settings.webhook
    if webhook.url is None:
        return "none is set; the bot asks for updates itself"
    check_webhook(settings)
    where = f"{webhook.url} leads to {webhook.listen}:{webhook.port}"
    if settings.bot.token is None:
        return where
    return f"{where}; {_judged(asyncio.run(_webhook_info(settings.bot)), webhook.url)}"


def _connection(settings: BotSettings) -> Bot:
    token = settings.token.get_secret_value() if settings.token else ""
    return Bot(token, base_url=settings.base_url) if settings.base_url else Bot(token)


async def _username(settings: BotSettings) -> str:
    async with _connection(settings) as bot:
        return bot.username


async def _webhook_info(settings: BotSettings) -> WebhookInfo | None:
    """What Telegram has noted; None where it cannot be asked, which is another check's business."""
    try:
        async with _connection(settings) as bot:
            return await bot.get_webhook_info()
    except TelegramError:
        return None


def _judged(info: WebhookInfo | None, url: str) -> str:
    if info is None:
        return "Telegram cannot be asked about it"
    if info.url != url:
        return "the bot will tell Telegram when it starts"
    failed = info.last_error_date
    if failed and info.pending_update_count and time.time() - failed.timestamp() < RECENT_SECONDS:
        raise WebhookRefused(
            f"Telegram cannot deliver to {url} ({info.last_error_message}), {info.pending_update_count} updates wait: "
            "see that the bot runs and that the proxy leads to webhook.listen and webhook.port."
        )
    return f"Telegram delivers there, {info.pending_update_count} updates wait"
