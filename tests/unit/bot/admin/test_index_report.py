from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from bot.admin.index_report import progress_text, report_text, status_text, worker_lines
from bot.conversation.about_index import about
from bot.conversation.session import Session
from bot.texts import TEXTS, Language
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.reading.source_file import Rejection, Remark
from corpus.reason import Reason, ReasonCode
from retrieval.building.report import ReindexReport
from retrieval.index.self_check_record import SelfCheckFigures
from retrieval.progress import StageProgress
from retrieval.workers.exchange import WorkerState
from tests.fake_answerers import FACTS, FakeAnswerer, services_with

REPORT = ReindexReport("000003", ("a", "b"), ("c",), (), 4, (), articles=7, passages=30, embedded=5, seconds=1.26)


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (StageProgress("embedding", 30, 120), "正在更新索引\n计算向量：30 / 120（25%）"),
        (StageProgress("polishing", 0, 0), "正在更新索引\npolishing：0 / 0（0%）"),
    ],
)
def test_progress(progress: StageProgress, text: str) -> None:
    assert progress_text(progress, ZH, ZH.reindex_progress) == text


def test_report() -> None:
    assert report_text(REPORT, ZH) == (
        "索引已更新，版本 000003，用时 1.3 秒。\n新增 2，修改 1，删除 0，未变 4。\n现有文章 7 篇，段落 30 个。"
    )


def test_a_report_tells_what_the_self_check_found() -> None:
    figures = SelfCheckFigures(questions=150, right=141, wrong=3, withheld=148, false_answers=12)
    line = "自测：由文章生成 150 个问题，答对 94%，答错 2%；抽走原文后仍然作答的占 8%（95% 置信区间 5%–14%）"
    assert report_text(replace(REPORT, self_check=figures), ZH).splitlines()[-1] == line
    too_few = replace(REPORT, self_check=SelfCheckFigures(1, 1, 0, 0, 0))
    assert report_text(too_few, EN).splitlines()[-1] == "Self-check: too few articles to measure false answers"


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (None, "Self-check: not done yet; an update of the index does it"),
        (SelfCheckFigures(0, 0, 0, 0, 0), "Self-check: too few articles to measure false answers"),
        (
            SelfCheckFigures(40, 39, 0, 40, 1),
            "Self-check with 40 questions made from the articles: 98% answered right, 0% wrong; "
            "with their article withheld, 2% answered nevertheless (95% interval 0%–13%)",
        ),
    ],
)
def test_status_tells_measured_and_accepted_false_answers(figures: SelfCheckFigures | None, line: str) -> None:
    facts = replace(FACTS, accepted_false_answers=0.08, self_check=figures)
    assert status_text(facts, EN, UTC).splitlines()[-2:] == [line, "Accepted share of false answers: 8%"]


def test_status_tells_of_each_worker() -> None:
    silent = "Worker gpu3:9300 does not answer (timed out): see that `parkqa work` runs there."
    workers = {"gpu1:9300": WorkerState("m", 1280, busy=True), "gpu2:9300": WorkerState("m", 0, busy=False), "gpu3:9300": silent}
    facts = replace(FACTS, workers=workers)
    assert worker_lines(facts, EN, "en") == [
        "Worker gpu1:9300 is at work, 1280 passages embedded",
        "Worker gpu2:9300 is idle, 0 passages embedded",
        silent,
    ]
    assert worker_lines(facts, ZH, "zh") == [
        "工作进程 gpu1:9300 正在计算，已计算 1280 个段落的向量",
        "工作进程 gpu2:9300 空闲，已计算 0 个段落的向量",
        "工作进程 gpu3:9300 没有回应（timed out）：请看看那里是否运行着 parkqa work。",
    ]
    assert worker_lines(FACTS, EN, "en") == []


@pytest.mark.parametrize("language", TEXTS)
def test_about_tells_the_numbers_of_status_and_both_the_day_by_the_same_clock(language: Language) -> None:
    facts, shanghai = replace(FACTS, articles=641, passages=2937, created_at="2026-03-01T20:30:00+00:00"), ZoneInfo("Asia/Shanghai")
    services = replace(services_with(FakeAnswerer()), facts_of=lambda *_: facts, zone=shanghai)
    status, told = status_text(facts, TEXTS[language], shanghai), about(services, Session(7, 7, private=True, language=language)).text
    assert "2026-03-02 04:30" in status
    for told_by_both in ("641", "2937", "2026-03-02"):
        assert told_by_both in status
        assert told_by_both in told


def test_nothing_changed() -> None:
    assert report_text(replace(REPORT, version=None), EN) == "Nothing has changed, the index is up to date: 7 articles in 30 passages."


def test_rejected_files_are_named_but_a_message_is_never_too_long() -> None:
    rejected = tuple(Rejection(f"{'深' * 300}/{n}.txt", Reason(ReasonCode.UNREADABLE, {"error": "不" * 500})) for n in range(200))
    text = report_text(replace(REPORT, rejected=rejected), ZH)
    assert "200 个文件未收入：" in text
    assert "/0.txt：读不出来：不不" in text
    assert text.endswith("……另有 190 个")
    assert len(text) < 4096


def test_what_is_to_be_known_of_files_stands_below() -> None:
    remarks = tuple(Remark(f"{number}.txt", Reason(ReasonCode.NO_DATE)) for number in range(12))
    lines = report_text(replace(REPORT, remarks=remarks), ZH).splitlines()
    assert lines[-12:] == ["已收入，请留意（12 条）：", *(f"· {number}.txt：没有找到发布日期" for number in range(10)), "……另有 2 个"]
