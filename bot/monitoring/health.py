"""What `parkqa doctor` says of the port that programs read how the bot is from."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.settings.settings import Settings

PATIENCE = 2.0


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
        answer = httpx.get(f"http://{monitoring.listen}:{monitoring.port}/healthz", timeout=PATIENCE).text.strip()
    except httpx.HTTPError:
        return f"{monitoring.listen}:{monitoring.port}, where nothing answers now: the bot does not run{warning}"
    return f"{monitoring.listen}:{monitoring.port} says: {answer[:200]}{warning}"


def _loopback(listen: str) -> bool:
    try:
        return ip_address(listen).is_loopback
    except ValueError:
        return listen == "localhost"
