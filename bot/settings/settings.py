"""The settings of a process: the sections of retrieval and those of the bot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic.fields import FieldInfo

from bot.settings.sections import BotSettings, LogSettings, MonitoringSettings, WebhookSettings
from corpus.settings import Section
from retrieval.settings import RetrievalSettings


class Settings(RetrievalSettings):
    """Everything that can be set. Build it with `load_settings`."""

    bot: BotSettings = BotSettings()
    webhook: WebhookSettings = WebhookSettings()
    monitoring: MonitoringSettings = MonitoringSettings()
    log: LogSettings = LogSettings()


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
