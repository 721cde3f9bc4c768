from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.admin.gaps import Gap, fold_alike, gaps_file, gaps_message
from bot.store.answers import AskedInVain
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer

YEAR = 366 * 86_400.0


def folded(*questions: str, apart: float = 1.0) -> list[tuple[str, int]]:
    """Gaps of questions, the last asked first, so many seconds apart, and how often each was asked."""
    asked = [AskedInVain(question, 4 * YEAR - age * apart) for age, question in enumerate(questions)]
    return [(gap.question, gap.times) for gap in fold_alike(asked, FakeAnswerer().read)]


def test_wordings_of_one_question_are_one_gap_under_the_latest() -> None:
    questions = ("银川经开区2022年奖励了多少家企业？", "银川经开区2022年奖励多少企业", "銀川經開區２０２２年獎勵了多少家企業")
    assert folded(*questions, "苏州工业园有多少博士") == [(questions[0], 3), ("苏州工业园有多少博士", 1)]


@pytest.mark.parametrize(
    "other",
    [
        "银川经开区2023年奖励了多少家企业？",
        "银川高新区2022年奖励了多少家企业？",
        "银川经开区2022年引进了多少个项目？",
        "银川经开区2022年为什么奖励企业？",
        "奖励了多少家企业？",
    ],
    ids=["another year", "another park", "another matter", "another kind", "no park"],
)
def test_different_questions_stay_apart(other: str) -> None:
    assert len(folded("银川经开区2022年奖励了多少家企业？", other)) == 2


def test_last_year_is_another_one_a_year_later() -> None:
    question = "银川经开区去年奖励了多少家企业？"
    assert folded(question, question) == [(question, 2)]
    assert folded(question, question, apart=YEAR) == [(question, 1), (question, 1)]


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
