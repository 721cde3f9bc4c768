from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.admin.gaps import Gap, fold_alike, gaps_file, gaps_message
from bot.store.answers import AskedInVain
from bot.texts.zh import ZH
from retrieval.text.analyzer import Analyzer


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def folded(analyzer: Analyzer, *questions: str) -> list[tuple[str, int]]:
    """Gaps of questions, the last asked first, and how often each was asked."""
    asked = [AskedInVain(question, 1000.0 - age) for age, question in enumerate(questions)]
    return [(gap.question, gap.times) for gap in fold_alike(asked, analyzer)]


def test_wordings_of_one_question_are_one_gap_under_the_latest(analyzer: Analyzer) -> None:
    questions = ("银川经开区2022年奖励了多少家企业？", "银川经开区2022年奖励多少企业", "銀川經開區２０２２年獎勵了多少家企業")
    assert folded(analyzer, *questions, "苏州工业园有多少博士") == [(questions[0], 3), ("苏州工业园有多少博士", 1)]


@pytest.mark.parametrize(
    "other",
    [
        "银川经开区2023年奖励了多少家企业？",
        "银川高新区2022年奖励了多少家企业？",
        "银川经开区2022年引进了多少个项目？",
        "奖励了多少家企业？",
    ],
    ids=["another year", "another park", "another matter", "no park"],
)
def test_different_questions_stay_apart(analyzer: Analyzer, other: str) -> None:
    assert len(folded(analyzer, "银川经开区2022年奖励了多少家企业？", other)) == 2


GAPS = [Gap(f"问题{number}", 20 - number, datetime(2024, 3, 1, 8, tzinfo=UTC), ("别的说法",) * (number == 0)) for number in range(12)]


def test_the_most_frequent_are_shown_and_all_exported() -> None:
    message = gaps_message(GAPS, ZH)
    assert message.text.splitlines()[:2] == [ZH.oversight.gaps.format(questions=174, gaps=12), "· 问题0（20 次，最近 2024-03-01）"]
    assert message.text.endswith(ZH.more.format(count=2))
    lines = [json.loads(line) for line in gaps_file(GAPS).content.decode().splitlines()]
    assert len(lines) == 12
    assert lines[0] == {"question": "问题0", "times": 20, "last_asked": "2024-03-01T08:00:00+00:00", "also_asked_as": ["别的说法"]}


def test_without_gaps_there_is_nothing_to_press() -> None:
    assert gaps_message([], ZH).buttons == ()
