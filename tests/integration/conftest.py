"""Fixtures for tests that run real processes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.settings.loading import load_settings
from retrieval.factory import open_indexer
from tests.integration.chatting import Chatting, newcomer, started_bot
from tests.integration.command_line import REPOSITORY, SAMPLE_CORPUS
from tests.telegram_server import Json


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample corpus, made once; tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    settings = load_settings(REPOSITORY / "config.yaml", corpus=SAMPLE_CORPUS, index=folder)
    assert open_indexer(settings).reindex(lambda stage, done, total: None).rejected == ()
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chatting(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chatting]:
    """One bot for all tests of a module."""
    async with started_bot(tmp_path_factory.mktemp("site")) as chatting:
        yield chatting


@pytest.fixture
def somebody() -> Json:
    """A user of their own for each test."""
    return newcomer()
