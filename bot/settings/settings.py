"""The settings of a process: the sections of retrieval and those of the bot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.environment import ENVIRONMENT_PREFIX
from bot.settings.sections import BotSettings, LogSettings, MonitoringSettings, WebhookSettings
from corpus.settings import Section
from retrieval.settings import RetrievalSettings


class Settings(RetrievalSettings, BaseSettings):
    """Everything that can be set. Build it with `load_settings`."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX,
        env_nested_delimiter="__",
        enable_decoding=False,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

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


def sections() -> dict[str, type[Section]]:
    """All sections, in the order of config.yaml."""
    annotations = {name: field.annotation for name, field in Settings.model_fields.items()}
    return {name: kind for name, kind in annotations.items() if isinstance(kind, type) and issubclass(kind, Section)}


def setting_names() -> dict[str, tuple[str, ...]]:
    """Sections and the keys of each, in the order of config.yaml."""
    return {name: tuple(section.model_fields) for name, section in sections().items()}


def facets(field: FieldInfo) -> Iterator[object]:
    """Every type that a setting may have, and everything that marks it, however deeply nested."""
    yield from field.metadata
    yield from _nested(field.annotation)


def _nested(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from _nested(part)
