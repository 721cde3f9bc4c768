"""`parkqa articles` and `parkqa show`: what a person sees who checks what was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.command_line import parkqa_here

PAGE = """望亭产业园扩建标准厂房
来源：望亭日报    发布时间：2024-02-09
浏览次数：318
2月8日，望亭产业园扩建标准厂房，新增面积12万平方米。
园区表示，新厂房今年底交付企业使用。
"""
ENGLISH = """Wangting Industrial Park adds factory space
Source: Wangting Bulletin  2024-02-10
The park added 120,000 square metres of standard factory space on Thursday.
"""
LINES = [{"id": "b-1", "text": "望亭产业园今年新增企业46家。", "title": "新增企业"}, {"id": "b-2", "text": ""}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "扩建.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    return tmp_path


def test_every_article_is_one_json_object_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "articles", "--json", "--corpus", folder)
    first, english, page = map(json.loads, process.stdout.splitlines())
    assert process.returncode == 0
    assert page == {
        "id": "news/扩建",
        "title": "望亭产业园扩建标准厂房",
        "publisher": "望亭日报",
        "published": "2024-02-09",
        "url": None,
        "parks": ["望亭产业园"],
        "path": "news/扩建.txt",
        "text": "2月8日，望亭产业园扩建标准厂房，新增面积12万平方米。\n园区表示，新厂房今年底交付企业使用。",
    }
    assert (first["id"], first["published"], english["publisher"]) == ("b-1", None, "Wangting Bulletin")
    assert "\n  ✗ b.jsonl:2: " in process.stderr


def test_a_list_for_people_names_what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = parkqa_here(capsys, "articles", "--corpus", folder).stdout.splitlines()
    assert lines[:2] == ["b-1  新增企业", "    没有日期 · 没有来源 · 15字"]
    assert lines[2].startswith("english  Wangting")


def test_a_folder_without_articles_gives_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "articles", "--json", "--corpus", tmp_path)
    assert (process.returncode, process.stdout, process.stderr) == (0, "", "")


@pytest.mark.parametrize("id", ["news/扩建", "news/扩建.txt"])
def test_one_article_is_shown_with_what_was_left_out(folder: Path, id: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = parkqa_here(capsys, "show", id, "--corpus", folder).stdout.splitlines()
    assert lines[:2] == ["望亭产业园扩建标准厂房", "2024-02-09 · 望亭日报 · 望亭产业园 · 47字"]
    assert "▎ 园区表示，新厂房今年底交付企业使用。" in lines
    assert lines[-3:] == ["没有收进文章的2行：", "  − 来源：望亭日报    发布时间：2024-02-09", "  − 浏览次数：318"]


def test_one_of_many_articles_in_a_file_is_shown_in_the_language_of_its_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "▎ 望亭产业园今年新增企业46家。" in parkqa_here(capsys, "show", "b-1", "--corpus", folder).stdout
    assert "Lines left out: 1" in parkqa_here(capsys, "show", "english", "--corpus", folder).stdout


def test_what_to_look_at_stands_below_the_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "指标.csv").write_text("指标,产值（亿元）\n望亭产业园一区,21.4\n望亭产业园二区,18.9\n", encoding="utf-8")
    lines = parkqa_here(capsys, "show", "指标", "--corpus", folder).stdout.splitlines()
    assert lines[3:5] == ["  ! 表格 2 行", "  ! 没有找到发布日期"]


def test_an_unknown_article_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "show", "nope", "--corpus", folder)
    assert process.returncode == 1
    assert process.stderr.startswith(f"{folder} has no article nope; ")
    assert process.stderr.count("\n") == 1
