from __future__ import annotations

from pathlib import Path
from unittest import mock

import bot.admin.inspecting
from bot.admin.inspecting import inspect
from bot.admin.inspection import FAILED
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules
from tests.unit.bot.admin.conftest import no_report

PAGE = "望亭产业园扩建标准厂房\n来源：望亭产业园    发布时间：2024-02-09\n浏览次数：318\n\n望亭产业园扩建标准厂房，新增面积12万平方米。\n"


async def test_each_file_is_read_and_a_bad_one_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (tmp_path / "c.jsonl").write_text('{"id": "1", "text": "园区今年新增企业九家，都是制造业。"}\n{}\n' * 30, encoding="utf-8")
    page, broken, many = await inspect(tmp_path, ["a.txt", "b.pdf", "c.jsonl"], ReadingRules(1_000_000), no_report)
    assert page.articles[0].title == "望亭产业园扩建标准厂房"
    assert "浏览次数：318" in page.examples
    assert (page.total, page.rejections) == (1, ())
    assert broken.rejections[0].reason.code == ReasonCode.BROKEN
    assert (many.total, len(many.articles), len(many.rejections)) == (30, 20, 5)
    assert (many.rejections[0].path, many.rejections[0].reason) == ("c.jsonl:2", Reason(ReasonCode.NO_TEXT_FIELD))


async def test_a_file_that_kills_its_reader_is_rejected_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = await inspect(tmp_path, ["a.txt", "missing.txt", "c.txt"], ReadingRules(1_000_000), no_report)
    assert [inspection.total for inspection in found] == [1, 0, 1]
    assert found[1] == FAILED


async def test_a_file_that_takes_too_long_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    with mock.patch.object(bot.admin.inspecting, "READING_SECONDS", 0.0):
        assert await inspect(tmp_path, ["a.txt"], ReadingRules(1_000_000), no_report) == [FAILED]


async def test_an_upload_of_nothing_but_bad_files_has_an_end(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(50)]
    with mock.patch.object(bot.admin.inspecting, "READING_SECONDS", 0.0):
        assert await inspect(tmp_path, names, ReadingRules(1_000_000), no_report) == [FAILED] * 50


async def test_a_whole_upload_has_one_deadline_however_often_its_process_says_something(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    with mock.patch.object(bot.admin.inspecting, "UPLOAD_SECONDS", 0.0):
        assert await inspect(tmp_path, ["a.txt", "b.txt"], ReadingRules(1_000_000), no_report) == [FAILED] * 2
