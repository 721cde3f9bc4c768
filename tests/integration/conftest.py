"""Fixtures for tests that run real processes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from bot.conversation.services import Services
from bot.monitoring.index_facts import facts_of
from bot.settings.loading import load_settings
from bot.store.store import open_store
from retrieval.evaluation.evaluation import UNHURRIED
from retrieval.factory import open_answerer, open_indexer
from retrieval.models import bundled_embedder
from tests.integration.chatting import Chatting, newcomer, started_bot
from tests.integration.command_line import REPOSITORY, SAMPLE_CORPUS
from tests.telegram_server import Json


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample corpus, made once; tests only read it. In full precision, so that no processor changes an answer."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    settings = load_settings(REPOSITORY / "config.yaml", corpus=SAMPLE_CORPUS, index=folder)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(bundled_embedder, "has_bulk_engine", lambda: False)
        assert open_indexer(settings).reindex(lambda stage, done, total: None).rejected == ()
    return folder


@pytest.fixture(scope="module")
def services(sample_index: Path) -> Services:
    """What conversations over the sample corpus need; the reader is unhurried, so that a busy machine changes no answer."""
    settings = load_settings(REPOSITORY / "config.yaml", corpus=SAMPLE_CORPUS, index=sample_index)
    settings = settings.model_copy(update={"reader": settings.reader.model_copy(update={"budget_ms": UNHURRIED})})
    return Services(open_answerer(settings), open_store(None), settings.answer.quotes, partial(facts_of, settings))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chatting(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chatting]:
    """One bot for all tests of a module."""
    async with started_bot(tmp_path_factory.mktemp("site")) as chatting:
        yield chatting


@pytest.fixture
def somebody() -> Json:
    """A user of their own for each test."""
    return newcomer()
