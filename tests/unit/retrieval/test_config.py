from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from retrieval.config import Settings, find_config, load_settings, setting_names
from retrieval.errors import ConfigError

REPOSITORY = Path(__file__).parents[3]
TOKEN = "1234567:an-invented-token-that-no-bot-has-00000"
SECRET = "an-invented-secret_of-exactly-32"


@pytest.fixture(autouse=True)
def no_settings_in_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("PARKQA_")]:
        monkeypatch.delenv(name)


def written(folder: Path, text: str) -> Path:
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def error_of(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_shipped_config_states_the_defaults() -> None:
    shipped = load_settings(REPOSITORY / "config.yaml")
    assert shipped.corpus.folder == REPOSITORY / "corpus/articles"
    assert shipped.index.folder == REPOSITORY / "index"
    for section in ("embedding", "reranker", "answer", "bot", "webhook", "monitoring", "log"):
        assert getattr(shipped, section) == getattr(Settings(), section)


def test_the_shipped_config_holds_every_setting() -> None:
    text = (REPOSITORY / "config.yaml").read_text(encoding="utf-8")
    for section, keys in setting_names().items():
        assert f"\n{section}:" in text
        for key in keys:
            assert f"\n  {key}:" in text


def test_flags_go_before_environment_before_file_before_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "corpus:\n  folder: from-file\nanswer:\n  quotes: 5\n  false_answers: 0.2\n")
    monkeypatch.setenv("PARKQA_CORPUS__FOLDER", "from-environment")
    monkeypatch.setenv("PARKQA_ANSWER__QUOTES", "6")
    settings = load_settings(path, corpus=Path("from-flag"))
    assert settings.corpus.folder == Path.cwd() / "from-flag"
    assert settings.answer.quotes == 6
    assert settings.answer.false_answers == 0.2
    assert settings.answer.quote_length == Settings().answer.quote_length
    assert load_settings(path).corpus.folder == Path.cwd() / "from-environment"


def test_paths_in_the_file_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    models = "embedding:\n  model: model\nreranker:\n  model: model\n"
    path = written(tmp_path, f"index:\n  folder: here\nlog:\n  file: logs/parkqa.log\n{models}")
    settings = load_settings(path)
    assert settings.index.folder == tmp_path / "here"
    assert settings.log.file == tmp_path / "logs/parkqa.log"
    assert settings.embedding.model == settings.reranker.model == str(tmp_path / "model")


def test_a_model_name_is_no_path(tmp_path: Path) -> None:
    path = written(tmp_path, "embedding:\n  model: intfloat/multilingual-e5-base\n")
    assert load_settings(path).embedding.model == "intfloat/multilingual-e5-base"


def test_absolute_paths_and_the_home_folder(tmp_path: Path) -> None:
    path = written(tmp_path, "corpus:\n  folder: /srv/articles\nindex:\n  folder: ~/parkqa-index\n")
    settings = load_settings(path)
    assert settings.corpus.folder == Path("/srv/articles")
    assert settings.index.folder == Path.home() / "parkqa-index"


def test_without_a_given_file_the_one_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_config(None) == REPOSITORY / "config.yaml"
    written(tmp_path, "answer:\n  quotes: 9\n")
    assert load_settings().answer.quotes == 9


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "bot:\nanswer:\n", "---\n"])
def test_an_empty_file_or_section_leaves_the_defaults(tmp_path: Path, text: str) -> None:
    settings = load_settings(written(tmp_path, text))
    assert settings.corpus.folder == Path.cwd() / "corpus/articles"
    assert settings.answer == Settings().answer
    assert settings.bot == Settings().bot


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("answer:\n  quotez: 3\n", "line 2", "unknown key 'answer.quotez'; did you mean answer.quotes?"),
        ("answer:\n  folder: here\n", "line 2", "did you mean corpus.folder?"),
        ("answr:\n  quotes: 3\n", "line 1", "unknown section 'answr'; did you mean answer?"),
        ("quotes: 3\n", "line 1", "did you mean answer.quotes?"),
        ("xyzzy: 3\n", "line 1", "there are corpus, index, embedding, reranker, answer, bot, webhook, monitoring, log."),
        ("answer: 3\n", "line 1", "answer must hold lines of the form `key: value`."),
        ("- answer\n", "line 1", "the file must hold lines of the form `key: value`."),
        ("answer:\n  quotes: many\n", "line 2", "answer.quotes is 'many', but must be a whole number."),
        ("answer:\n  quotes: 0\n", "line 2", "answer.quotes is 0, but must be greater than 0."),
        ("answer:\n  quotes:\n", "line 2", "answer.quotes is empty, but must be a whole number."),
        ("answer:\n  false_answers: 1.5\n", "line 2", "answer.false_answers is 1.5, but must be at most 1.0."),
        ("answer:\n  threshold: 0.5\n", "line 2", "there are answer.quotes, answer.false_answers, answer.quote_length."),
        ("log:\n  level: loud\n", "line 2", "log.level is 'LOUD', but must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("bot:\n  admins: [7, '@someone']\n", "line 2", "bot.admins is '@someone', but must be numeric Telegram user ids."),
        ("bot:\n  admins: -4\n", "line 2", "bot.admins is -4, but must be numeric Telegram user ids."),
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
        ("PARKQA_ANSWR__QUOTES", "3", "PARKQA_ANSWR__QUOTES is no setting; did you mean PARKQA_ANSWER__QUOTES?"),
        ("PARKQA_BOT", TOKEN, "PARKQA_BOT is no setting; did you mean PARKQA_BOT__TOKEN?"),
        ("PARKQA_BOT__ADMINS", "7,x", "PARKQA_BOT__ADMINS is 'x', but must be numeric Telegram user ids."),
        ("PARKQA_BOT__BASE_URL", f"ftp://{TOKEN}", "PARKQA_BOT__BASE_URL must begin with http:// or https://."),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, problem: str) -> None:
    monkeypatch.setenv(variable, value)
    message = error_of(written(tmp_path, ""))
    assert problem in message
    assert TOKEN not in message


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


def test_admins_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "bot:\n  admins: [1]\n")
    assert load_settings(path).bot.admins == (1,)
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "20, 30")
    assert load_settings(path).bot.admins == (20, 30)
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "")
    assert load_settings(path).bot.admins == ()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/", "http://127.0.0.1:8081/bot", "http://127.0.0.1:8081/bot/"]
)
def test_the_address_of_a_bot_api_server_ends_in_bot(tmp_path: Path, address: str) -> None:
    assert load_settings(written(tmp_path, f"bot:\n  base_url: {address}\n")).bot.base_url == "http://127.0.0.1:8081/bot"


def test_the_token_is_read_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", f" {TOKEN}\n")
    settings = load_settings(written(tmp_path, ""))
    assert settings.bot.token is not None
    assert settings.bot.token.get_secret_value() == TOKEN
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    "text", [f"bot: {TOKEN}\n", f"bot:\n  tokn: {TOKEN}\n", f"bot:\n  token: [{TOKEN}]\n", f"bot:\n  language: {TOKEN}\n"]
)
def test_a_misplaced_token_is_not_shown_either(tmp_path: Path, text: str) -> None:
    assert TOKEN not in error_of(written(tmp_path, text))


def test_a_blank_token_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", " ")
    assert load_settings(written(tmp_path, "")).bot.token is None


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory); give an existing file with --config." in error_of(tmp_path / "absent.yaml")
    assert "cannot be read" in error_of(tmp_path)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("# Größe\n".encode("latin-1"))
    assert "is not UTF-8 text" in error_of(latin)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().answer.quotes = 4  # type: ignore[misc]


@given(st.text(max_size=60))
def test_any_text_is_settings_or_one_clear_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("config") / "config.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        load_settings(path)
    except ConfigError as error:
        assert str(path) in str(error)
