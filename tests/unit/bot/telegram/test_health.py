from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from bot.errors import ConfigError, TokenRejected, WebhookRefused
from bot.settings.sections import BotSettings, WebhookSettings
from bot.settings.settings import Settings
from bot.telegram.health import token_state, webhook_state
from tests.telegram_server import TOKEN, TelegramServer

SECRET = "an-invented-secret_of-exactly-32"
URL = "https://example.org/parkqa"


def settings_with(url: str | None = URL, base_url: str | None = None, token: str | None = None) -> Settings:
    return Settings(
        bot=BotSettings(token=SecretStr(token) if token else None, base_url=base_url),
        webhook=WebhookSettings(url=url, secret=SecretStr(SECRET)),
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


async def test_whether_telegram_knows_the_token() -> None:
    async with TelegramServer() as server:
        known = await asyncio.to_thread(token_state, settings_with(base_url=server.url, token=TOKEN))
        assert known.endswith(" answers; 0 admins")
        with pytest.raises(TokenRejected, match="does not answer this token") as caught:
            await asyncio.to_thread(token_state, settings_with(base_url=server.url, token=f"{TOKEN}x"))
    assert TOKEN not in str(caught.value)


def test_no_token_is_no_fault() -> None:
    assert token_state(settings_with()).startswith("no token is set")
