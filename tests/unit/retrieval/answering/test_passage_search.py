"""What comes first does not hang on how many passages there was time to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.language.span import Span
from retrieval.models.reader.reading import Reading
from retrieval.ranking.close_reading import CloseReading
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over

OTHER_PARK = {"meeting-2021": 1.0, "meeting-2022": 0.0}
"""By article, best first, whether it is of another park than the one asked for."""


class SlowReader:
    """Takes a second for each passage, and sees no answer in any."""

    def __init__(self) -> None:
        self.read_so_far: list[str] = []

    def load(self) -> None:
        pass

    def read(self, question: str, context: str, passage: str) -> Reading:
        self.read_so_far.append(passage)
        return Reading(-1.0, Span(0, 1), -1.0)

    def clock(self) -> float:
        return float(len(self.read_so_far))


def candidates(found: list[Ranked], features: Mapping[str, float]) -> list[Ranked]:
    """Of each article one passage, a point apart, in the order of the features."""
    of_article = {each.evidence.passage.article.id: each.evidence for each in found}
    return [
        Ranked(replace(of_article[id_], features={**of_article[id_].features, "other park": value}), 9.0 - place)
        for place, (id_, value) in enumerate(features.items())
    ]


@pytest.mark.parametrize("budget", [0.5, 60.0])
def test_the_park_asked_for_comes_first_however_many_are_read(budget: float, reports_index: Path, analyzer: Analyzer) -> None:
    answerer, reader = answerer_over(reports_index, analyzer), SlowReader()
    search = replace(answerer.search, close_reading=CloseReading(reader, budget, clock=reader.clock))
    question = answerer.read("青屏经开区表彰了多少家企业", date(2024, 6, 15))
    with answerer.index.open() as (_, snapshot):
        [found] = search.rank([question], snapshot)
        [part] = search.look_closely([question], [candidates(found, OTHER_PARK)], snapshot)
    assert [each.evidence.passage.article.id for each in part.folded] == ["meeting-2022", "meeting-2021"]
    assert reader.read_so_far[0] == part.folded[0].evidence.passage.text
