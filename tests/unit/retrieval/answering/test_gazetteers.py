"""The gazetteer of the version in use."""

from __future__ import annotations

from retrieval.answering.gazetteers import GazetteerCache
from retrieval.text.analyzer import Analyzer
from tests.fake_answerers import FakeSnapshot
from tests.park_reports import article


def test_it_is_grown_once_for_a_version(analyzer: Analyzer) -> None:
    cache = GazetteerCache()
    first = FakeSnapshot([article("a", "正文。", parks=("青屏經濟技術開發區",))])
    second = FakeSnapshot([article("b", "正文。", parks=("沐江高新区",))])
    grown = cache.of(first, analyzer)  # type: ignore[arg-type]
    assert set(grown.parks) == {"青屏经开区"}
    assert cache.of(first, analyzer) is grown  # type: ignore[arg-type]
    assert set(cache.of(second, analyzer).parks) == {"沐江高新区"}  # type: ignore[arg-type]
