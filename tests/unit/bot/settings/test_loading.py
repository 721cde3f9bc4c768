from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings.environment import unknown_variables
from bot.settings.loading import find_config, load_settings, passed_over
from bot.settings.settings import Settings, setting_names
from corpus.errors import ParkQAError
from retrieval.settings import RetrievalSettings
from tests.config_files import written

REPOSITORY = Path(__file__).parents[4]


def test_the_shipped_config_states_the_defaults() -> None:
    shipped = load_settings(REPOSITORY / "config.yaml")
    assert shipped.corpus.folder == REPOSITORY / "corpus/articles"
    assert shipped.index.folder == REPOSITORY / "index"
    for section in ("embedding", "workers", "reranker", "reader", "answer", "bot", "webhook", "monitoring", "log"):
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


@pytest.mark.parametrize("folder", ["x" * 5000, "~nobody-has-this-name/articles"])
def test_what_can_be_no_path_is_one_line(folder: str, tmp_path: Path) -> None:
    for section in ("corpus", "index"):
        with pytest.raises(ParkQAError, match=r"^[^\n]{1,200} is no path \([^\n]+\): name another one\.$"):
            load_settings(written(tmp_path, f"{section}:\n  folder: {folder}\n"))
    with pytest.raises(ParkQAError, match="is no path"):
        load_settings(written(tmp_path, ""), corpus=Path(folder))


def test_without_a_home_only_what_lies_in_it_is_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert load_settings(written(tmp_path, "index:\n  folder: here\n")).index.folder == tmp_path / "here"
    with pytest.raises(ParkQAError, match=r"is no path \(Could not determine home directory"):
        load_settings(written(tmp_path, "index:\n  folder: ~/here\n"))


@pytest.mark.parametrize("text", ["[" * 100_000, "corpus: " + "{a: " * 3000])
def test_a_file_that_is_nested_too_deep_is_one_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(ParkQAError, match="is not valid YAML: it is nested too deep"):
        load_settings(written(tmp_path, text))


def test_without_a_given_file_the_one_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_config(None) == REPOSITORY / "config.yaml"
    written(tmp_path, "answer:\n  quotes: 9\n")
    assert load_settings().answer.quotes == 9


def test_parkqa_yaml_comes_before_config_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "answer:\n  quotes: 9\n")
    (tmp_path / "parkqa.yaml").write_text("answer:\n  quotes: 7\n", encoding="utf-8")
    assert load_settings().answer.quotes == 7


@pytest.mark.parametrize(
    "text",
    ["database:\n  host: here\n", "- a\n- b\n", "answers: 1\n", "# mine\n---\nkey: !secret x\n---\nother: 2\n", "{broken", "\ufeffx: 1"],
)
def test_a_config_of_another_program_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, text)
    assert find_config(None) == REPOSITORY / "config.yaml"
    assert passed_over(None) == Path("config.yaml")
    assert passed_over(tmp_path / "config.yaml") is None


@pytest.mark.parametrize(
    "text", ["answer: [1\n", "database: 1\nanswer:\n  quotes: 2\n", "", "# nothing\n", "{answer: {quotes: 2}}", "\ufeff'bot':\n"]
)
def test_a_config_with_a_section_of_ours_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, text)
    assert find_config(None) == Path("config.yaml")
    assert passed_over(None) is None


def test_variables_that_no_setting_reads_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARKQA_ANSWR__QUOTES", "PARKQA_DEPLOY_HOST", "PARKQA_ANSWER__QUOTES", "PARKQA_ANSWER__QUOTSE"):
        monkeypatch.setenv(name, "3")
    assert list(unknown_variables(setting_names())) == [
        ("PARKQA_ANSWER__QUOTSE", "PARKQA_ANSWER__QUOTES"),
        ("PARKQA_ANSWR__QUOTES", "PARKQA_ANSWER__QUOTES"),
        ("PARKQA_DEPLOY_HOST", None),
    ]
    assert load_settings(REPOSITORY / "config.yaml").answer.quotes == 3


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "bot:\nanswer:\n", "---\n"])
def test_an_empty_file_or_section_leaves_the_defaults(tmp_path: Path, text: str) -> None:
    settings = load_settings(written(tmp_path, text))
    assert settings.corpus.folder == Path.cwd() / "corpus/articles"
    assert settings.answer == Settings().answer
    assert settings.bot == Settings().bot


def test_admins_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "bot:\n  admins: [1]\n")
    assert load_settings(path).bot.admins == (1,)
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "20, 30")
    assert load_settings(path).bot.admins == (20, 30)
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "[4, 5]")
    assert load_settings(path).bot.admins == (4, 5)
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "[]")
    assert load_settings(path).bot.admins == ()
    monkeypatch.setenv("PARKQA_BOT__ADMINS", "")
    assert load_settings(path).bot.admins == ()


@pytest.mark.parametrize(
    ("said", "devices"),
    [("cuda:0, cuda:1", ("cuda:0", "cuda:1")), ('["cpu", "cpu"]', ("cpu", "cpu")), ("mps", ("mps",)), ("[]", ()), ("", ())],
)
def test_devices_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, devices: tuple[str, ...]) -> None:
    path = written(tmp_path, "embedding:\n  devices: [cuda:7]\n")
    assert load_settings(path).embedding.devices == ("cuda:7",)
    monkeypatch.setenv("PARKQA_EMBEDDING__DEVICES", said)
    assert load_settings(path).embedding.devices == devices


@pytest.mark.parametrize(
    ("said", "addresses"), [("gpu1:9300, 10.0.0.2:9301", ("gpu1:9300", "10.0.0.2:9301")), ("[[::1]:9300]", ("[::1]:9300",)), ("", ())]
)
def test_workers_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, addresses: tuple[str, ...]) -> None:
    monkeypatch.setenv("PARKQA_WORKERS__ADDRESSES", said)
    assert load_settings(written(tmp_path, "")).workers.addresses == addresses


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/", "http://127.0.0.1:8081/bot", "http://127.0.0.1:8081/bot/"]
)
def test_the_address_of_a_bot_api_server_ends_in_bot(tmp_path: Path, address: str) -> None:
    assert load_settings(written(tmp_path, f"bot:\n  base_url: {address}\n")).bot.base_url == "http://127.0.0.1:8081/bot"


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().answer.quotes = 4  # type: ignore[misc]


def test_retrieval_takes_the_settings_as_its_own(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "answer:\n  quotes: 5\n"))
    assert isinstance(settings, RetrievalSettings)
    assert list(setting_names()) == [*RetrievalSettings.model_fields, "bot", "webhook", "monitoring", "log"]


def test_keys_of_fields_come_from_the_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "corpus:\n  keys: {title: 标题名, text: [稿件, 正文段]}\n")
    assert load_settings(path).corpus.rules.keys == {"title": ("标题名",), "text": ("稿件", "正文段")}
    monkeypatch.setenv("PARKQA_CORPUS__KEYS", "text=稿件, title=标题名，text=正文段")
    assert load_settings(path).corpus.rules.keys == {"text": ("稿件", "正文段"), "title": ("标题名",)}
