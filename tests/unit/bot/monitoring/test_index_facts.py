from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from bot.admin.index_report import status_text
from bot.monitoring.index_facts import read_facts
from bot.texts.zh import ZH
from retrieval.errors import IndexMissing
from retrieval.settings import IndexSettings, RetrievalSettings
from tests.fake_answerers import FACTS
from tests.workshop import Workshop

NORTH = "北山园区引进项目\n来源：北山日报    发布时间：2023-05-06\n\n北山园区去年引进了三十六个工业项目，总投资九十亿元。\n"
OLD = "北山園區開工\n來源：北山日報    發布時間：2019-03-02\n\n北山園區今天開工，園區負責人說，北山園區今年要建三座廠房。\n"


@pytest.mark.parametrize(
    ("embedder", "model"),
    [
        ("bundled:multilingual-e5-small:0a1b2c", "multilingual-e5-small"),
        ("sentence-transformers:BAAI/bge-small-zh:0a1b2c", "BAAI/bge-small-zh"),
        ("sentence-transformers:my-model:0a1b2c", "my-model"),
        ("something", "something"),
    ],
)
def test_the_model_goes_by_its_name(embedder: str, model: str) -> None:
    assert replace(FACTS, embedder=embedder).model == model


def test_the_facts_of_a_version(tmp_path: Path) -> None:
    workshop, settings = Workshop(tmp_path), RetrievalSettings(index=IndexSettings(folder=tmp_path / "index"))
    with pytest.raises(IndexMissing):
        read_facts(settings)
    for name, text in (("north.txt", NORTH), ("north-b.txt", NORTH.replace("三十六", "三十七")), ("old.txt", OLD), ("bad.exe", "MZ")):
        workshop.put(name, text)
    report = workshop.reindex()
    facts = read_facts(settings)
    assert (facts.index_version, facts.articles, facts.passages) == ("000001", 3, report.passages)
    assert (facts.parks, facts.years) == (("北山园区",), (2019, 2023))
    assert [(left["path"], left["code"]) for left in facts.as_dict()["rejected"]] == [("bad.exe", "unsupported_type")]
    assert facts.size_bytes > 0
    assert facts.self_check is None
    assert facts.up_to_date


def test_an_index_that_another_version_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, settings = Workshop(tmp_path), RetrievalSettings(index=IndexSettings(folder=tmp_path / "index"))
    workshop.put("north.txt", NORTH)
    workshop.reindex()
    monkeypatch.setattr("retrieval.building.made_with.MADE_WITH", "another way")
    facts = read_facts(settings)
    assert not facts.up_to_date
    assert "索引由较早的版本建成：重新更新一次索引（reindex），回答会更准" in status_text(facts, ZH, UTC)
    assert ZH.status_outdated not in status_text(FACTS, ZH, UTC)
