"""Settings: what can be set, and how flags, environment, config.yaml and defaults are put together.

Precedence, highest first: command-line flags, environment (`PARKQA_SECTION__KEY`), config.yaml, the defaults below. They are read once,
at the entry point of a process, and handed on as arguments.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from retrieval.config_file import ConfigFile, environment_variable, nearest, read_config_file
from retrieval.errors import ConfigError
from retrieval.setting_types import (
    ApiAddress,
    Folder,
    Port,
    PublicAddress,
    TimeZoneName,
    WebhookSecret,
    absolute,
    none_if_blank,
    upper,
    user_ids,
)
from retrieval.time_zone import CHINA

ENVIRONMENT_PREFIX = "PARKQA_"
PATH_KEYS = ("corpus.folder", "index.folder", "bot.store", "log.file")
"""Settings that hold a path: in config.yaml relative to that file, elsewhere to the working directory."""


class Section(BaseModel):
    """One section of config.yaml: immutable, and it knows all of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class CorpusSettings(Section):
    """Where the articles lie."""

    folder: Folder = Path("corpus/articles")
    max_file_mb: PositiveInt = 20


class IndexSettings(Section):
    """Where the index lies and how many of its versions stay."""

    folder: Folder = Path("index")
    keep_versions: PositiveInt = 3


class EmbeddingSettings(Section):
    """Which model turns text into vectors."""

    model: Annotated[str, Field(min_length=1)] = "bundled"
    batch_size: PositiveInt = 256


class RerankerSettings(Section):
    """A cross-encoder that reads the best passages again."""

    model: Annotated[str | None, BeforeValidator(none_if_blank)] = None
    budget_ms: PositiveInt = 300


class AnswerSettings(Section):
    """What an answer holds, and when it counts as found."""

    quotes: PositiveInt = 3
    false_answers: Annotated[float, Field(ge=0, le=1)] = 0.15
    quote_length: Annotated[int, Field(ge=20)] = 280


class BotSettings(Section):
    """The Telegram bot."""

    token: Annotated[SecretStr | None, BeforeValidator(none_if_blank)] = None
    base_url: ApiAddress = None
    admins: Annotated[tuple[PositiveInt, ...], BeforeValidator(user_ids)] = ()
    language: Literal["zh", "zh-hant", "en"] = "zh"
    timezone: TimeZoneName = CHINA
    store: Annotated[Folder | None, BeforeValidator(none_if_blank)] = None
    questions_per_minute: PositiveInt = 20


class WebhookSettings(Section):
    """Where Telegram delivers updates; without a url the bot fetches them."""

    url: PublicAddress = None
    listen: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Port = 8443
    secret: WebhookSecret = None


class MonitoringSettings(Section):
    """Where programs read how the bot is; without a port nowhere."""

    listen: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[Port | None, BeforeValidator(none_if_blank)] = None


class LogSettings(Section):
    """What is logged, and where."""

    level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(upper)] = "INFO"
    format: Literal["text", "json"] = "text"
    file: Annotated[Folder | None, BeforeValidator(none_if_blank)] = None


class Settings(BaseSettings):
    """Everything that can be set. Build it with `load_settings`."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX,
        env_nested_delimiter="__",
        enable_decoding=False,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    corpus: CorpusSettings = CorpusSettings()
    index: IndexSettings = IndexSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    reranker: RerankerSettings = RerankerSettings()
    answer: AnswerSettings = AnswerSettings()
    bot: BotSettings = BotSettings()
    webhook: WebhookSettings = WebhookSettings()
    monitoring: MonitoringSettings = MonitoringSettings()
    log: LogSettings = LogSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the arguments, which carry what config.yaml says."""
        return env_settings, init_settings


def setting_names() -> dict[str, tuple[str, ...]]:
    """Sections and the keys of each, in the order of config.yaml."""
    sections = {name: field.annotation for name, field in Settings.model_fields.items()}
    return {name: tuple(section.model_fields) for name, section in sections.items() if section is not None}


def find_config(given: Path | None) -> Path | None:
    """The config file to read: the one given, ./config.yaml, the one beside the packages, or none (then the defaults hold)."""
    if given is not None:
        return given
    beside_packages = Path(__file__).resolve().parent.parent / "config.yaml"
    return next((path for path in (Path("config.yaml"), beside_packages) if path.is_file()), None)


def load_settings(config: Path | None = None, *, corpus: Path | None = None, index: Path | None = None) -> Settings:
    """Read the settings of this process; `corpus` and `index` are the folders given as flags.

    Raises ConfigError, in one line, for a file that cannot be read, an unknown key or variable, or a wrong value.
    """
    path = find_config(config)
    names = setting_names()
    file = read_config_file(path, names) if path else ConfigFile()
    _check_environment(names)
    try:
        settings = Settings(**_anchored(file))
    except ValidationError as error:
        raise ConfigError(_message(error, file)) from None
    return _with_folders(settings, corpus, index)


def _with_folders(settings: Settings, corpus: Path | None, index: Path | None) -> Settings:
    """The settings with the folders of the flags, and both absolute: a child process may run in another working directory."""
    folders = {"corpus": corpus or settings.corpus.folder, "index": index or settings.index.folder}
    sections = {name: getattr(settings, name).model_copy(update={"folder": absolute(folder)}) for name, folder in folders.items()}
    return settings.model_copy(update=sections)


def _anchored(file: ConfigFile) -> dict[str, Any]:
    """The file's values, relative paths made relative to the folder of the file."""
    anchored: dict[str, Any] = {section: dict(keys) for section, keys in file.values.items()}
    for name in (*PATH_KEYS, "embedding.model", "reranker.model"):
        section, key = name.split(".")
        value = anchored.get(section, {}).get(key)
        if not isinstance(value, str) or not value.strip():
            continue
        path = file.path.parent / Path(value).expanduser()
        if name in PATH_KEYS or path.is_dir():  # the name of a model is a folder only where there is one
            anchored[section][key] = str(path)
    return anchored


def _check_environment(names: dict[str, tuple[str, ...]]) -> None:
    """Refuse PARKQA_ variables that no setting reads: a misspelt one would otherwise be ignored in silence."""
    known = {environment_variable(f"{section}.{key}") for section, keys in names.items() for key in keys}
    for variable in sorted(os.environ):
        name = variable.upper()
        if name.startswith(ENVIRONMENT_PREFIX) and name not in known:
            raise ConfigError(f"Environment variable {variable} is no setting; {nearest(name, sorted(known))}")


def _message(error: ValidationError, file: ConfigFile) -> str:
    first = error.errors(include_url=False)[0]
    section, *rest = (str(part) for part in first["loc"])
    name = ".".join([section, *rest[:1]])
    variable = environment_variable(name)
    where = f"Environment variable {variable}" if variable in {key.upper() for key in os.environ} else f"{file.place(name)}: {name}"
    if name == "bot.admins":
        return f"{where} is {first['input']!r}, but must be numeric Telegram user ids."
    return f"{where}{_stated(section, first['input'])} {_requirement(first['type'], first['msg'], first.get('ctx', {}))}."


def _stated(section: str, value: object) -> str:
    """What a setting holds. Nothing of these two is shown: a token or secret may be in it, or an address with a password."""
    if section in {"bot", "webhook"}:
        return ""
    return " is empty, but" if value is None else f" is {value!r}, but"


def _requirement(kind: str, message: str, context: dict[str, Any]) -> str:
    """What a value must be, in plain words, for the kinds of error that the settings above can raise."""
    plain = {
        "int_parsing": "must be a whole number",
        "int_type": "must be a whole number",
        "int_from_float": "must be a whole number",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "finite_number": "must be a finite number",
        "string_type": "must be text",
        "string_too_short": "must not be empty",
        "path_type": "must be a path",
        "greater_than": "must be greater than {gt}",
        "greater_than_equal": "must be at least {ge}",
        "less_than_equal": "must be at most {le}",
        "literal_error": "must be {expected}",
        "value_error": "{error}",
    }
    return plain.get(kind, message[:1].lower() + message[1:]).format(**context)
