"""What `parkqa doctor` says of the two ports that a bot may listen on: Telegram's webhook and the one for monitoring."""

from __future__ import annotations

import asyncio
import time
from ipaddress import ip_address
from typing import TYPE_CHECKING

from bot.errors import ConfigError, WebhookRefused

if TYPE_CHECKING:
    from telegram import WebhookInfo

    from bot.settings.settings import Settings

RECENT_SECONDS = 3600
"""How old a failed delivery may be to count as a problem of today."""
PATIENCE = 2.0


def webhook_state(settings: Settings) -> str:
    """Where updates come in, and what Telegram says of that. Raises ConfigError or WebhookRefused where something is wrong."""
    from bot.telegram.transport.webhook import check_webhook

    webhook = settings.webhook
    if webhook.url is None:
        return "none is set; the bot asks for updates itself"
    check_webhook(settings)
    where = f"{webhook.url} leads to {webhook.listen}:{webhook.port}"
    if settings.bot.token is None:
        return where
    return f"{where}; {_judged(asyncio.run(_webhook_info(settings)), webhook.url)}"


def monitoring_state(settings: Settings) -> str:
    """What is served to programs, and whether somebody answers there now. Raises ConfigError where it cannot be."""
    import httpx

    monitoring, webhook = settings.monitoring, settings.webhook
    if monitoring.port is None:
        return "off; nothing needs it"
    if webhook.url and monitoring.port == webhook.port:
        raise ConfigError(f"monitoring.port and webhook.port are both {webhook.port}: give one of them another.")
    warning = "" if _loopback(monitoring.listen) else f"; whoever reaches {monitoring.listen} can read it"
    try:
        said = httpx.get(f"http://{monitoring.listen}:{monitoring.port}/healthz", timeout=PATIENCE).text.strip()
    except httpx.HTTPError:
        return f"{monitoring.listen}:{monitoring.port}, where nothing answers now: the bot does not run{warning}"
    return f"{monitoring.listen}:{monitoring.port} says: {said[:200]}{warning}"


async def _webhook_info(settings: Settings) -> WebhookInfo | None:
    """What Telegram has noted; None where it cannot be asked, which is another check's business."""
    from telegram import Bot
    from telegram.error import TelegramError

    token = settings.bot.token.get_secret_value() if settings.bot.token else ""
    bot = Bot(token, base_url=settings.bot.base_url) if settings.bot.base_url else Bot(token)
    try:
        async with bot:
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


def _loopback(listen: str) -> bool:
    try:
        return ip_address(listen).is_loopback
    except ValueError:
        return listen == "localhost"
