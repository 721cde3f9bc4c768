from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import cast

import httpx
import pytest
from pydantic import SecretStr
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

import bot.telegram.transport.webhook
from bot.errors import ConfigError, WebhookRefused
from bot.settings.sections import BotSettings, WebhookSettings
from bot.settings.settings import Settings
from bot.store.inbox import Arrived
from bot.telegram.transport.intake import Intake, NotAccepted
from bot.telegram.transport.updates import UPDATES
from bot.telegram.transport.webhook import MAX_BODY_BYTES, SECRET_HEADER, Webhook, check_webhook
from tests.free_port import free_port

SECRET = "an-invented-secret_of-exactly-32"
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "问"}


class FakeTelegram:
    """Is told about webhooks."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.webhooks: list[dict[str, object]] = []
        self.told = asyncio.Event()

    async def set_webhook(self, url: str, **parameters: object) -> bool:
        if self.errors:
            raise self.errors.pop(0)
        self.webhooks.append({"url": url, **parameters})
        self.told.set()
        return True


class FakeIntake:
    """Takes updates while there is room."""

    def __init__(self) -> None:
        self.taken: list[Arrived] = []
        self.room = True

    async def accept(self, updates: Sequence[Arrived]) -> None:
        if not self.room:
            raise NotAccepted("2000 updates are waiting already")
        self.taken += updates


def settings_with(port: int) -> WebhookSettings:
    return WebhookSettings(url="https://example.org/parkqa", port=port, secret=SecretStr(SECRET))


@asynccontextmanager
async def listening(telegram: FakeTelegram, intake: FakeIntake) -> AsyncIterator[httpx.AsyncClient]:
    """A client at the address that Telegram would deliver to, behind any proxy."""
    port = free_port()
    running = asyncio.create_task(Webhook(settings_with(port), cast("Bot", telegram), cast("Intake", intake)).run())
    await asyncio.wait_for(telegram.told.wait(), 2)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={SECRET_HEADER: SECRET}) as client:
        try:
            yield client
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


async def test_telegram_is_told_where_and_what() -> None:
    telegram = FakeTelegram()
    async with listening(telegram, FakeIntake()):
        assert telegram.webhooks == [
            {"url": "https://example.org/parkqa", "max_connections": 100, "allowed_updates": UPDATES, "secret_token": SECRET}
        ]


@pytest.mark.parametrize("path", ["/parkqa", "/", "/whatever/the/proxy/makes?of=it"])
async def test_an_update_is_taken_over(path: str) -> None:
    intake = FakeIntake()
    async with listening(FakeTelegram(), intake) as client:
        assert (await client.post(path, json={"update_id": 3, "message": MESSAGE})).status_code == 200
    assert [(update.number, json.loads(update.content)) for update in intake.taken] == [(3, {"update_id": 3, "message": MESSAGE})]


@pytest.mark.parametrize("given", [None, "", "guess", SECRET[:-1], SECRET + "x", SECRET.upper(), "猜".encode()])
async def test_nobody_else_gets_in_and_what_they_tried_is_not_logged(given: str | bytes | None, caplog: pytest.LogCaptureFixture) -> None:
    intake = FakeIntake()
    with caplog.at_level(logging.DEBUG):
        async with listening(FakeTelegram(), intake) as client:
            del client.headers[SECRET_HEADER]
            headers = {} if given is None else {SECRET_HEADER: given}
            answers = [
                await client.post("/parkqa", json={"update_id": 3, "message": MESSAGE}, headers=headers),  # type: ignore[arg-type]
                await client.get("/parkqa", headers=headers),  # type: ignore[arg-type]
            ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert intake.taken == []
    assert "guess" not in caplog.text
    assert SECRET[:-1] not in caplog.text


async def test_what_is_not_taken_is_to_come_again() -> None:
    intake = FakeIntake()
    async with listening(FakeTelegram(), intake) as client:
        intake.room = False
        answer = await client.post("/parkqa", json={"update_id": 3})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


async def test_what_is_no_update_does_not_come_again() -> None:
    intake = FakeIntake()
    async with listening(FakeTelegram(), intake) as client:
        assert (await client.post("/parkqa", json={"update_id": 4, "message": 7})).status_code == 200
        assert (await client.post("/parkqa", json=[1])).status_code == 200
        assert (await client.post("/parkqa", content=b"<html>")).status_code == 400
        assert (await client.post("/parkqa", content=b"[" * 100_000)).status_code == 400
        assert (await client.post("/parkqa", content=b'{"update_id": ' + b"9" * 5000 + b"}")).status_code == 400
        assert (await client.get("/parkqa")).status_code == 405
    assert [update.number for update in intake.taken] == [4]


async def test_a_body_too_long_is_not_read() -> None:
    intake = FakeIntake()
    async with listening(FakeTelegram(), intake) as client:
        with suppress(httpx.TransportError):  # the connection is closed while the rest is on its way
            assert (await client.post("/parkqa", content=b" " * (MAX_BODY_BYTES + 1))).status_code == 400
    assert intake.taken == []


async def test_a_bad_moment_is_outlived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.webhook, "RETRY_SECONDS", 0.01)
    telegram = FakeTelegram(NetworkError("down"), TelegramError("odd"))
    async with listening(telegram, FakeIntake()):
        assert len(telegram.webhooks) == 1


@pytest.mark.parametrize("error", [BadRequest("bad webhook: HTTPS url must be provided"), InvalidToken("Not Found")])
async def test_a_webhook_that_telegram_does_not_take_ends_the_bot(error: TelegramError) -> None:
    with pytest.raises(WebhookRefused, match=r"webhook\.url"):
        await Webhook(settings_with(free_port()), cast("Bot", FakeTelegram(error)), cast("Intake", FakeIntake())).run()


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ConfigError, match=f"127.0.0.1:{taken.getsockname()[1]}"):
            await Webhook(settings_with(taken.getsockname()[1]), cast("Bot", FakeTelegram()), cast("Intake", FakeIntake())).run()


def checked(url: str, secret: str | None = SECRET, base_url: str | None = None) -> None:
    webhook = WebhookSettings(url=url, secret=SecretStr(secret) if secret else None)
    check_webhook(Settings(bot=BotSettings(base_url=base_url), webhook=webhook))


def test_what_telegram_would_not_take_is_refused_beforehand() -> None:
    checked("https://example.org/parkqa")
    checked("https://example.org:8443/parkqa")
    checked("http://127.0.0.1:9000/", base_url="http://127.0.0.1:8081/bot")
    with pytest.raises(ConfigError, match="PARKQA_WEBHOOK__SECRET"):
        checked("https://example.org/parkqa", secret=None)
    with pytest.raises(ConfigError, match="https://"):
        checked("http://example.org/parkqa")
    with pytest.raises(ConfigError, match="8443"):
        checked("https://example.org:9000/parkqa")
