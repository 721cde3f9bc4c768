"""compose.yaml: its settings are ours, and whatever it names is there. Docker itself is not asked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.store.postgresql import postgresql_place
from bot.telegram.transport.webhook import check_webhook
from tests.telegram_server import TOKEN

ROOT = Path(__file__).parents[2]
GIVEN = {
    "PARKQA_BOT__TOKEN": TOKEN,
    "PARKQA_DOMAIN": "parkqa.example.org",
    "PARKQA_WEBHOOK__SECRET": "an-invented-secret_of-exactly-32",
    "POSTGRES_PASSWORD": "invented0password",
}
"""What its first lines ask for."""


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    needed = re.compile(r"\$\{(\w+):\?[^}]+\}")
    assert set(needed.findall(text)) == set(GIVEN) == set(re.findall(r"^#   (\w+)=", text, re.MULTILINE))
    return dict(yaml.safe_load(needed.sub(lambda match: GIVEN[match[1]], text)))


def settings_of(service: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in service["environment"].items():
        monkeypatch.setenv(name, str(value))
    return load_settings(None)


def test_the_bots_share_database_index_and_address(composed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    services = composed["services"]
    settings = settings_of(services["bot"], monkeypatch)
    check_webhook(settings)
    assert settings.webhook.url == "https://parkqa.example.org/"
    assert settings.bot.database
    address = postgresql_place(settings.bot.database).engine.url
    assert (address.host, address.username, address.password, address.database) == ("postgres", "parkqa", "invented0password", "parkqa")
    assert services["postgres"]["environment"] == {"POSTGRES_USER": address.username, "POSTGRES_PASSWORD": address.password}
    assert services["bot"]["deploy"]["replicas"] == 2
    proxy = composed["configs"]["proxy"]["content"]
    assert proxy.startswith("parkqa.example.org {")
    assert f"dynamic a bot {settings.webhook.port}" in proxy


def test_the_reindex_writes_where_the_bots_read_and_knows_none_of_their_secrets(
    composed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    reindex, bot = composed["services"]["reindex"], composed["services"]["bot"]
    assert reindex["volumes"] == bot["volumes"]
    settings = settings_of(reindex, monkeypatch)
    assert (settings.index.engine, settings.milvus.uri) == ("milvus", "http://milvus:19530")
    assert not any(given in str(reindex["environment"]) for given in GIVEN.values())


def named(composed: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every service, config and volume that a service names."""
    for service in composed["services"].values():
        yield from (("services", name) for name in service.get("depends_on", ()))
        yield from (("configs", config["source"]) for config in service.get("configs", ()))
        volumes = (volume.split(":")[0] for volume in service.get("volumes", ()))
        yield from (("volumes", name) for name in volumes if not name.startswith("."))


def test_whatever_it_names_is_there(composed: dict[str, Any]) -> None:
    assert {(kind, name) for kind, name in named(composed) if name not in composed[kind]} == set()
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(re.findall(r"\w+", composed["services"]["bot"]["build"]["args"]["EXTRAS"])) <= set(extras)
