from __future__ import annotations

import asyncio
import socket

import pytest
from pydantic import SecretStr

from bot.errors import ConfigError
from bot.monitoring.endpoints import monitoring
from bot.monitoring.health import monitoring_state
from bot.monitoring.metrics import Metrics
from bot.settings.sections import MonitoringSettings, WebhookSettings
from bot.settings.settings import Settings


async def test_off_silent_and_answering() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    settings = Settings(monitoring=MonitoringSettings(port=port))
    assert monitoring_state(Settings()) == "off; nothing needs it"
    assert "the bot does not run" in await asyncio.to_thread(monitoring_state, settings)
    with monitoring(settings.monitoring, Metrics(), alive=lambda: None, ready=lambda: None):
        assert await asyncio.to_thread(monitoring_state, settings) == f"127.0.0.1:{port} says: ok"


def test_one_port_for_two_things() -> None:
    webhook = WebhookSettings(url="https://example.org/parkqa", secret=SecretStr("an-invented-secret_of-exactly-32"))
    with pytest.raises(ConfigError, match="are both 8443"):
        monitoring_state(Settings(webhook=webhook, monitoring=MonitoringSettings(port=8443)))
