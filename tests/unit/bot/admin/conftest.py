"""An admin_services over a corpus of one article and an index of it, with fakes for model and dictionary."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.admin.services import AdminServices
from bot.settings.settings import Settings
from corpus.settings import CorpusSettings
from retrieval.progress import StageProgress
from retrieval.question.reading import read_question
from retrieval.settings import IndexSettings
from tests.fake_answerers import services_with
from tests.workshop import Workshop

NORTH = (
    "北山园区引进项目\n来源：北山日报    发布时间：2023-05-06\n\n北山园区去年引进了三十六个工业项目。总投资九十亿元,其中外资项目五个。\n"
)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.put("north.txt", NORTH)
    workshop.reindex()
    return workshop


@pytest.fixture
def admin_services(workshop: Workshop) -> AdminServices:
    settings = Settings(corpus=CorpusSettings(folder=workshop.corpus), index=IndexSettings(folder=workshop.directory.root))  # type: ignore[call-arg]
    analyzer = workshop.analyzer
    answerer = SimpleNamespace(
        index=workshop.live_index(),
        analyzer=analyzer,
        read=lambda text, asked_on: read_question(text, asked_on, analyzer),
    )
    return AdminServices(services_with(answerer), settings)  # type: ignore[arg-type]


async def no_report(_: StageProgress) -> None:
    """Nobody waits for progress."""
