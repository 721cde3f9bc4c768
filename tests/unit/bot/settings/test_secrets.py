from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings.loading import load_settings
from bot.settings.secrets import secret_sections, secrets_of, without_secrets
from bot.settings.sections import BotSettings, WebhookSettings
from bot.settings.settings import Settings
from tests.config_files import error_of, written

TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"
SECRET = "an-invented-secret_of-exactly-32"


@pytest.mark.parametrize("secret", [SECRET[1:], SECRET.replace("_", " "), f"{SECRET}，", "x" * 257])
def test_a_secret_that_is_no_good_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("PARKQA_WEBHOOK__SECRET", secret)
    message = error_of(written(tmp_path, ""))
    assert "PARKQA_WEBHOOK__SECRET must be 32 to 256 characters" in message
    assert secret not in message


def test_a_good_secret_is_not_shown_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_WEBHOOK__SECRET", SECRET)
    settings = load_settings(written(tmp_path, ""))
    assert settings.webhook.secret is not None
    assert settings.webhook.secret.get_secret_value() == SECRET
    assert SECRET not in repr(settings)


DATABASE = "postgresql://parkqa:an-invented%2Fpassword@db.example:5432/parkqa"


def test_the_address_of_a_database_is_a_secret_and_so_is_the_password_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__DATABASE", DATABASE)
    settings = load_settings(written(tmp_path, ""))
    assert settings.bot.database is not None
    assert settings.bot.database.get_secret_value() == DATABASE
    assert {DATABASE, "an-invented%2Fpassword", "an-invented/password"} <= set(secrets_of(settings))
    assert "invented" not in f"{settings!r} {settings} {settings.model_dump_json()}"
    assert "PARKQA_BOT__DATABASE" not in without_secrets(os.environ)


@pytest.mark.parametrize(
    "address",
    [
        "postgres://u@h/x",
        "postgresql:///x?host=/run/postgresql",
        "postgresql://u:%40@[::1]:5432/x?sslmode=require",
        "postgresql://u:#?@h-1.example/库",
    ],
)
def test_an_address_of_a_database_has_many_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("PARKQA_BOT__DATABASE", address)
    database = load_settings(written(tmp_path, "")).bot.database
    assert database
    assert database.get_secret_value() == address


@pytest.mark.parametrize(
    "address",
    [
        "an-invented-password",
        "mysql://u:an-invented-password@h/x",
        "postgresql://an-invented-password",
        "postgresql://u:an@invented-password@h/x",
        "postgresql://u:an/invented-password@h/x",
        "postgresql://u:an-invented-password@h:1,h:2/x",
        "postgresql://u:an-invented-password@h:one/x",
        "postgresql://u:an-invented-password@h/",
        "postgresql://u:an invented-password@h/x",
    ],
)
def test_what_is_no_address_of_a_database_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("PARKQA_BOT__DATABASE", address)
    message = error_of(written(tmp_path, ""))
    assert "PARKQA_BOT__DATABASE must be of the form postgresql://user:password@host:5432/name" in message
    assert "invented" not in message


def test_the_token_is_read_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", f" {TOKEN}\n")
    settings = load_settings(written(tmp_path, ""))
    assert settings.bot.token is not None
    assert settings.bot.token.get_secret_value() == TOKEN
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    "text",
    [
        f"bot: {TOKEN}\n",
        f"bot:\n  tokn: {TOKEN}\n",
        f"bot:\n  token: [{TOKEN}]\n",
        f"bot:\n  language: {TOKEN}\n",
        f"bot:\n  admins: [{TOKEN}]\n",
    ],
)
def test_a_misplaced_token_is_not_shown_either(tmp_path: Path, text: str) -> None:
    assert TOKEN not in error_of(written(tmp_path, text))


def test_a_blank_token_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", " ")
    assert load_settings(written(tmp_path, "")).bot.token is None


def test_the_settings_know_their_secrets() -> None:
    settings = Settings(bot=BotSettings(token=SecretStr(TOKEN)), webhook=WebhookSettings(secret=SecretStr(SECRET)))
    assert secret_sections() == {"milvus": ("token",), "workers": ("secret",), "bot": ("token", "database"), "webhook": ("secret",)}
    assert secrets_of(settings) == (TOKEN, SECRET)
    assert secrets_of(Settings()) == ()


def test_another_process_gets_no_secret_under_any_name() -> None:
    given = {
        "PATH": "/bin",
        "PARKQA_ANSWER__QUOTES": "4",
        "PARKQA_BOT__TOKEN": f"{TOKEN}\n",
        "parkqa_webhook__secret": SECRET,
        "PARKQA_BOT__BASE_URL": "http://user:password@example.org",
        "MY_TOKEN": TOKEN,
        "CURL": f"curl https://api.telegram.org/bot{TOKEN}/getMe",
    }
    assert without_secrets(given) == {"PATH": "/bin", "PARKQA_ANSWER__QUOTES": "4"}


def test_only_what_writes_the_index_may_log_in_to_its_server() -> None:
    given = {"PARKQA_MILVUS__TOKEN": "root:Milvus", "PARKQA_MILVUS__URI": "http://milvus:19530", "PARKQA_BOT__TOKEN": TOKEN}
    assert without_secrets(given) == {}
    assert without_secrets(given, for_index=True) == {"PARKQA_MILVUS__TOKEN": "root:Milvus", "PARKQA_MILVUS__URI": "http://milvus:19530"}


def test_only_a_reindex_knows_what_workers_know() -> None:
    given = {"PARKQA_WORKERS__SECRET": SECRET, "PARKQA_WORKERS__ADDRESSES": "gpu1:9300"}
    assert without_secrets(given) == {}
    assert without_secrets(given, for_index=True) == given


def test_a_blank_secret_hides_nothing_else() -> None:
    assert without_secrets({"PARKQA_BOT__TOKEN": " ", "HOME": "/home of somebody"}) == {"HOME": "/home of somebody"}


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() == 0, reason="only Linux has means, and none against root")
def test_no_other_process_reads_the_environment() -> None:
    program = "import sys\nfrom bot.settings.secrets import hide_memory\nhide_memory()\nprint(flush=True)\nsys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        with pytest.raises(PermissionError):
            Path(f"/proc/{child.pid}/environ").read_bytes()
        child.communicate()
