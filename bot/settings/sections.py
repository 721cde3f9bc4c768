"""What can be set about the bot; the defaults are those of config.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PositiveInt

from bot.settings.kinds import ApiAddress, BotToken, DatabaseAddress, LogLevel, PublicAddress, TimeZoneName, UserIds
from bot.settings.language import Language
from bot.settings.time_zone import CHINA
from corpus.settings import AbsolutePath, NoneIfBlank, Section
from retrieval.settings import LongSecret, Port


class BotSettings(Section):
    """The Telegram bot."""

    token: BotToken = None
    base_url: ApiAddress = None
    admins: UserIds = ()
    language: Language = "zh"
    timezone: TimeZoneName = CHINA
    store: Annotated[AbsolutePath | None, NoneIfBlank] = None
    database: DatabaseAddress = None
    questions_per_minute: PositiveInt = 20
    watch: bool = False


class WebhookSettings(Section):
    """Where Telegram delivers updates; without a url the bot fetches them."""

    url: PublicAddress = None
    listen: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Port = 8443
    secret: LongSecret = None


class MonitoringSettings(Section):
    """Where programs read how the bot is; without a port nowhere."""

    listen: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[Port | None, NoneIfBlank] = None


class LogSettings(Section):
    """What is logged, and where."""

    level: LogLevel = "INFO"
    format: Literal["text", "json"] = "text"
    file: Annotated[AbsolutePath | None, NoneIfBlank] = None
