"""Everything that parkqa does with an index, over one that lies in a Milvus server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.terminal.health import examine
from retrieval.answering.answerer import Answerer
from retrieval.building.rollback import roll_back
from retrieval.errors import IndexUnreachable
from retrieval.factory import open_answerer, open_engine
from tests.config_files import written
from tests.integration.command_line import only_json, parkqa_here
from tests.milvus_servers import LiteServer

pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
STORY = """旧港园区新建码头
2023-04-05 来源：旧港日报
旧港园区的新码头昨天开工，计划两年建成，投资9亿元。园区管委会说，码头建成后能停靠五万吨的货轮。
"""
QUESTION = "旧港园区新码头投资多少"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiteServer]:
    server = LiteServer(tmp_path_factory.mktemp("milvus"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def config(server: LiteServer, tmp_path: Path) -> Path:
    """Settings of an index in the server, beside a corpus of one article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/harbour.txt").write_text(STORY, encoding="utf-8")
    return written(tmp_path, f"corpus:\n  folder: articles\nindex:\n  engine: milvus\n  folder: index\nmilvus:\n  uri: {server.uri}\n")


def settings_of(config: Path) -> Settings:
    settings = load_settings(config)
    return settings.model_copy(update={"reader": settings.reader.model_copy(update={"budget_ms": 0})})


def answered_again(answerer: Answerer) -> str:
    """The first quote, once the server is there again; nothing else is done for it."""
    for _ in range(100):
        try:
            return answerer.ask(QUESTION).quotes[0].text
        except IndexUnreachable:
            time.sleep(0.2)
    raise AssertionError("the server is not found again")


def test_index_ask_and_go_back(config: Path, tmp_path: Path, server: LiteServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert only_json(parkqa_here(capsys, "reindex", "--json", "--config", config))["version"] == "000001"
    assert "9亿元" in parkqa_here(capsys, "ask", "--config", config, QUESTION).stdout
    status = parkqa_here(capsys, "status", "--lang", "en", "--config", config).stdout
    assert f"The index lies in Milvus at {server.uri} (parkqa)" in status
    found = next(check for check in examine(load_settings(config)) if check.name == "index")  # those after it load models
    assert (found.healthy, found.detail) == (True, "version 000001, 1 articles, 1 passages, 0 files left out, found whole")

    (tmp_path / "articles/harbour.txt").write_text(STORY.replace("9亿元", "11亿元"), encoding="utf-8")
    assert only_json(parkqa_here(capsys, "reindex", "--json", "--config", config))["embedded"] == 1
    settings = settings_of(config)
    answerer = open_answerer(settings)
    assert "11亿元" in answerer.ask(QUESTION).quotes[0].text

    roll_back(open_engine(settings), settings.index.folder, made="000002", before="000001", restore=lambda: None)
    assert "投资9亿元" in answerer.ask(QUESTION).quotes[0].text

    server.kill()
    with pytest.raises(IndexUnreachable):
        answerer.ask(QUESTION)
    for command in (("ask", QUESTION), ("reindex",), ("reindex", "--dry-run"), ("status",)):
        refused = parkqa_here(capsys, command[0], "--lang", "en", "--config", config, *command[1:])
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.strip() == f"Milvus does not answer at {server.uri}: see that it runs, and that milvus.uri names it."

    server.start()
    assert "投资9亿元" in answered_again(answerer)


def test_a_backup_makes_the_index_again_in_another_server(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another name in the same one stands for it."""
    monkeypatch.setenv("PARKQA_MILVUS__NAME", "before")
    assert only_json(parkqa_here(capsys, "reindex", "--json", "--config", config))["embedded"] == 1
    said = parkqa_here(capsys, "backup", "--lang", "en", "--config", config, tmp_path / "b.tar.gz").stdout
    assert "not in it but in Milvus (index.engine)" in " ".join(said.split())

    monkeypatch.setenv("PARKQA_MILVUS__NAME", "after")
    (tmp_path / "there").mkdir()
    there = tmp_path / "there/config.yaml"
    said = parkqa_here(capsys, "restore", "--lang", "en", "--config", there, tmp_path / "b.tar.gz").stdout
    assert "run parkqa reindex, which embeds nothing anew" in " ".join(said.split())
    report = only_json(parkqa_here(capsys, "reindex", "--json", "--config", there))
    assert (report["version"], report["passages"], report["embedded"]) == ("000001", 1, 0)
    assert "9亿元" in parkqa_here(capsys, "ask", "--config", there, QUESTION).stdout
