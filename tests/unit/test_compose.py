"""compose.yaml: its settings are ours, and whatever it names is there. Docker itself is not asked."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings.environment import unknown_variables
from bot.settings.loading import load_settings
from bot.settings.settings import Settings, setting_names
from bot.store.postgresql import postgresql_place
from bot.telegram.transport.webhook import check_webhook
from tests import composed as files
from tests.composed import GIVEN, NEEDED, ROOT, compose_text, image_environment, instructions


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    assert set(NEEDED.findall(compose_text())) == set(GIVEN) == set(re.findall(r"^#   (\w+)=", compose_text(), re.MULTILINE))
    return files.composed()


def settings_of(service: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """As the service's container has them; no variable goes unread."""
    for name, value in (image_environment() | service["environment"]).items():
        monkeypatch.setenv(name, str(value))
    assert list(unknown_variables(setting_names())) == []
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
    known = {name for name, given in GIVEN.items() if given in str(reindex["environment"])}
    assert known == {"PARKQA_WORKERS__SECRET"}


def test_a_reindex_finds_the_workers_whoever_begins_it(composed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    worker = composed["services"]["worker"]
    assert {name for name, given in GIVEN.items() if given in str(worker)} == {"PARKQA_WORKERS__SECRET"}
    theirs = settings_of(worker, monkeypatch).workers
    assert theirs.listen == "0.0.0.0"
    for service in ("bot", "reindex"):
        ours = settings_of(composed["services"][service], monkeypatch).workers
        assert ours.addresses == (f"worker:{theirs.port}",)
        assert ours.secret == theirs.secret


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


def test_all_lies_in_volumes_that_the_image_knows_of(composed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    bot = composed["services"]["bot"]
    settings = settings_of(bot, monkeypatch)
    mounted = {Path(volume.split(":")[1]) for volume in bot["volumes"]}
    assert mounted == {settings.corpus.folder, settings.index.folder, Path(image_environment()["XDG_CACHE_HOME"])}
    [kept] = [json.loads(rest) for name, rest in instructions() if name == "VOLUME"]
    assert set(map(Path, kept)) == mounted - {settings.corpus.folder} | {Path(image_environment()["XDG_STATE_HOME"])}


def test_whatever_the_image_copies_is_there() -> None:
    copied = [path for name, rest in instructions() if name == "COPY" for path in rest.split()[:-1]]
    assert len(copied) >= 9
    assert [path for path in copied if not (ROOT / path).exists()] == []


@pytest.mark.skipif(shutil.which("caddy") is None, reason="Caddy is not installed")
def test_the_proxy_takes_its_config(composed: dict[str, Any], tmp_path: Path) -> None:
    config = tmp_path / "Caddyfile"
    config.write_text(composed["configs"]["proxy"]["content"], encoding="utf-8")
    adapted = subprocess.run(["caddy", "adapt", "--validate", "--config", config], capture_output=True, check=True)
    assert '"dynamic_upstreams":{"name":"bot","port":"8443"' in adapted.stdout.decode()
