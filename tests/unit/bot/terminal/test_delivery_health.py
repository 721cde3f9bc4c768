from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from bot.errors import ConfigError, WebhookRefused
from bot.monitoring.endpoints import monitoring
from bot.monitoring.metrics import Metrics
from bot.settings.sections import BotSettings, MonitoringSettings, WebhookSettings
from bot.settings.settings import Settings
from bot.terminal.delivery_health import monitoring_state, webhook_state
from tests.telegram_server import TOKEN, TelegramServer

SECRET = "an-invented-secret_of-exactly-32"
URL = "https://example.org/parkqa"


def settings_with(url: str | None = URL, base_url: str | None = None, token: str | None = None, port: int | None = None) -> Settings:
    return Settings(
        bot=BotSettings(token=SecretStr(token) if token else None, base_url=base_url),
        webhook=WebhookSettings(url=url, secret=SecretStr(SECRET)),
        monitoring=MonitoringSettings(port=port),
    )


async def told_by(server_says: Callable[[TelegramServer], None]) -> str:
    """What the doctor says when Telegram knows a webhook."""
    async with TelegramServer() as server:
        server_says(server)
        return await asyncio.to_thread(webhook_state, settings_with(base_url=server.url, token=TOKEN))


def test_without_a_webhook() -> None:
    assert webhook_state(settings_with(url=None)) == "none is set; the bot asks for updates itself"


def test_without_a_token_the_settings_are_looked_at_all_the_same() -> None:
    assert webhook_state(settings_with()) == f"{URL} leads to 127.0.0.1:8443"
    with pytest.raises(ConfigError, match="https://"):
        webhook_state(settings_with(url="http://example.org"))


async def test_what_telegram_says_of_it() -> None:
    def registered(server: TelegramServer) -> None:
        server.webhook.url = URL

    def failing(server: TelegramServer) -> None:
        server.webhook.url = URL
        server.webhook.last_error = (int(time.time()) - 60, "Wrong response from the webhook: 502 Bad Gateway")
        server.updates.add({"message": {}})

    assert (await told_by(lambda server: None)).endswith("the bot will tell Telegram when it starts")
    assert (await told_by(registered)).endswith("Telegram delivers there, 0 updates wait")
    with pytest.raises(WebhookRefused, match=r"502 Bad Gateway\), 1 updates wait"):
        await told_by(failing)


def test_a_server_that_does_not_answer_is_no_fault_of_the_webhook() -> None:
    assert webhook_state(settings_with(base_url="http://127.0.0.1:1", token=TOKEN)).endswith("Telegram cannot be asked about it")


async def test_monitoring() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    settings = settings_with(port=port)
    assert monitoring_state(settings_with()) == "off; nothing needs it"
    assert "the bot does not run" in await asyncio.to_thread(monitoring_state, settings)
    with monitoring(settings.monitoring, Metrics(), alive=lambda: None, ready=lambda: None):
        assert await asyncio.to_thread(monitoring_state, settings) == f"127.0.0.1:{port} says: ok"
    with pytest.raises(ConfigError, match="are both 8443"):
        monitoring_state(settings_with(port=8443))
