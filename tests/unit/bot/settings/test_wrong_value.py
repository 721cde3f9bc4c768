from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError
from bot.settings.loading import load_settings
from tests.config_files import error_of, written

TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("answer:\n  quotez: 3\n", "line 2", "unknown key 'answer.quotez'; did you mean answer.quotes?"),
        ("answer:\n  folder: here\n", "line 2", "did you mean corpus.folder?"),
        ("answr:\n  quotes: 3\n", "line 1", "unknown section 'answr'; did you mean answer?"),
        ("quotes: 3\n", "line 1", "did you mean answer.quotes?"),
        (
            "xyzzy: 3\n",
            "line 1",
            "there are corpus, index, milvus, embedding, workers, reranker, reader, answer, bot, webhook, monitoring, log.",
        ),
        ("answer: 3\n", "line 1", "answer must hold lines of the form `key: value`."),
        ("- answer\n", "line 1", "must hold lines of the form `key: value`."),
        ("answer:\n  quotes: many\n", "line 2", "answer.quotes is 'many', but must be a whole number."),
        ("answer:\n  quotes: 0\n", "line 2", "answer.quotes is 0, but must be greater than 0."),
        ("answer:\n  quotes:\n", "line 2", "answer.quotes is empty, but must be a whole number."),
        ("answer:\n  false_answers: 1.5\n", "line 2", "answer.false_answers is 1.5, but must be at most 1.0."),
        ("answer:\n  threshold: 0.5\n", "line 2", "there are answer.quotes, answer.false_answers, answer.quote_length."),
        ("corpus:\n  keys: {titel: 标题名}\n", "line 2", "but must name fields of an article: 'titel' is none of id, title, text,"),
        ("corpus:\n  keys: {title: 名, text: [名]}\n", "line 2", "but must give each key to one field: '名' stands twice."),
        ("corpus:\n  keys: {title: ''}\n", "line 2", "but must give the keys by field of an article, such as {title: 标题名, text: 稿件}."),
        ("corpus:\n  keys: 标题名\n", "line 2", "but must give the keys by field of an article, such as"),
        ("log:\n  level: loud\n", "line 2", "log.level is 'LOUD', but must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("bot:\n  admins: [7, '@someone']\n", "line 2", "bot.admins is '@someone', but must be numeric Telegram user ids."),
        ("bot:\n  admins: -4\n", "line 2", "bot.admins is -4, but must be numeric Telegram user ids."),
        ("embedding:\n  devices: [GPU 0]\n", "line 2", "embedding.devices is ['GPU 0'], but must be names of torch's devices, such as"),
        ("workers:\n  addresses: [gpu1]\n", "line 2", "workers.addresses must be hosts with a port each, such as [gpu1:9300, gpu2:9300]."),
        ("workers:\n  secret: tooshort\n", "line 2", "workers.secret must be 32 to 256 characters out of A-Z a-z 0-9 _ -"),
        ("bot:\n  base_url: example.org\n", "line 2", "bot.base_url must begin with http:// or https://."),
        ("webhook:\n  url: example.org\n", "line 2", "webhook.url must begin with https://"),
        ("webhook:\n  secret: tooshort\n", "line 2", "webhook.secret must be 32 to 256 characters out of A-Z a-z 0-9 _ -"),
        ("webhook:\n  port: 70000\n", "line 2", "webhook.port must be at most 65535."),
        ("monitoring:\n  port: 0\n", "line 2", "monitoring.port is 0, but must be at least 1."),
        ("answer:\n  quotes: 3\n  quotes: 4\n", "line 3", "quotes stands twice, first in line 2; keep one."),
        ("answer:\n  quotes: [3\n", "line 3", "not valid YAML"),
        ("answer:\n  quotes: 2022-13-40\n", "line 2", "not a valid value"),
    ],
)
def test_a_wrong_file_is_one_line_that_names_file_line_and_remedy(tmp_path: Path, text: str, place: str, problem: str) -> None:
    path = written(tmp_path, text)
    message = error_of(path)
    assert message.startswith(f"{path}, {place}:")
    assert problem in message


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("PARKQA_ANSWER__QUOTES", "many", "Environment variable PARKQA_ANSWER__QUOTES is 'many', but must be a whole number."),
        ("PARKQA_BOT__TOKEN", "hello", "PARKQA_BOT__TOKEN must be the token that @BotFather gave you: digits, a colon,"),
        ("PARKQA_BOT__TOKEN", f"bot{TOKEN}", "PARKQA_BOT__TOKEN must be the token that @BotFather gave you"),
        ("PARKQA_BOT__ADMINS", "[7, x]", "PARKQA_BOT__ADMINS is ' x', but must be numeric Telegram user ids."),
        ("PARKQA_BOT__ADMINS", "7,x", "PARKQA_BOT__ADMINS is 'x', but must be numeric Telegram user ids."),
        ("PARKQA_BOT__BASE_URL", f"ftp://{TOKEN}", "PARKQA_BOT__BASE_URL must begin with http:// or https://."),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, problem: str) -> None:
    monkeypatch.setenv(variable, value)
    message = error_of(written(tmp_path, ""))
    assert problem in message
    assert TOKEN not in message


def test_all_mistakes_are_told_at_once_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_LOG__LEVEL", "loud")
    text = "answer:\n  quotez: 3\n  quotes: many\nbott:\n  x: 1\nindex: here\nwebhook:\n  port: 8443\n  port: 1\n  url: 2022-13-40\n"
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert str(caught.value).split("\n") == [
        "Environment variable PARKQA_LOG__LEVEL is 'LOUD', but must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'.",
        f"{path}, line 2: unknown key 'answer.quotez'; did you mean answer.quotes?",
        f"{path}, line 3: answer.quotes is 'many', but must be a whole number.",
        f"{path}, line 4: unknown section 'bott'; did you mean bot?",
        f"{path}, line 6: index must hold lines of the form `key: value`.",
        f"{path}, line 9: port stands twice, first in line 8; keep one.",
        f"{path}, line 10: not a valid value (month must be in 1..12); put text between quotation marks.",
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory); give an existing file with --config." in error_of(tmp_path / "absent.yaml")
    assert "cannot be read" in error_of(tmp_path)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("# Größe\n".encode("latin-1"))
    assert "is not UTF-8 text" in error_of(latin)


@given(st.text(max_size=60))
def test_any_text_is_settings_or_one_clear_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("config") / "config.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        load_settings(path)
    except ConfigError as error:
        assert str(path) in str(error)
