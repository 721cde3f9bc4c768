"""What admins' actions work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.admin.staging import StagingArea, staging_area
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.monitoring.metrics import Metrics
from bot.settings.settings import Settings
from bot.store.store import Store
from bot.texts.wording import Texts
from corpus.settings import ReadingRules
from retrieval.factory import open_engine
from retrieval.index.engine import Engine

LARGEST_DOWNLOAD = 20 * 2**20
"""Bytes that Telegram hands out to a bot."""


@dataclass(frozen=True, slots=True)
class AdminServices:
    """The services that everybody's questions are answered at, and the folders behind it."""

    services: Services
    settings: Settings
    reindexing: Callable[[], bool] = lambda: False
    """Whether the bot itself reindexes."""
    metrics: Metrics = field(default_factory=Metrics)

    def texts(self, session: Session) -> Texts:
        """The sentences for somebody."""
        return self.services.texts(session)

    @property
    def store(self) -> Store:
        return self.services.store

    @property
    def staging(self) -> StagingArea:
        return staging_area(self.settings)

    @property
    def engine(self) -> Engine:
        return open_engine(self.settings)

    @property
    def index(self) -> Path:
        return self.settings.index.folder

    @property
    def max_bytes(self) -> int:
        """The largest file that can come into the corpus this way."""
        return min(self.settings.corpus.max_file_mb * 1_000_000, LARGEST_DOWNLOAD)

    @property
    def rules(self) -> ReadingRules:
        """How a file that comes in this way is read."""
        return replace(self.settings.corpus.rules, max_bytes=self.max_bytes)
