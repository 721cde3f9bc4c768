from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading.folder import list_sources
from corpus.reading.preview import preview
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules

PAGE = """URL: https://example.org/news/1.html
首页 > 园区动态 > 正文
望亭产业园扩建标准厂房
来源：望亭产业园    发布时间：2024-02-09
浏览次数：318

2月8日，望亭产业园扩建标准厂房，新增面积12万平方米。
园区表示，新厂房今年底交付企业使用。

分享到：微信 微博
相关阅读
望亭产业园举行招聘会
"""


def test_what_a_page_becomes_and_what_cleaning_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (source,) = list_sources(tmp_path)
    seen = preview(tmp_path, source, ReadingRules(20_000))
    (article,) = seen.articles
    assert article.title == "望亭产业园扩建标准厂房"
    assert "浏览次数：318" in seen.left_out
    assert "望亭产业园举行招聘会" in seen.left_out
    assert not {*article.text.split("\n"), article.title, "URL: https://example.org/news/1.html"} & {*seen.left_out}


@pytest.mark.parametrize(
    ("name", "code"), [("a.exe", ReasonCode.UNSUPPORTED_TYPE), ("b.txt", ReasonCode.EMPTY_FILE), ("c.docx", ReasonCode.BROKEN)]
)
def test_what_gives_no_article_is_rejected_with_its_reason(tmp_path: Path, name: str, code: ReasonCode) -> None:
    (tmp_path / name).write_bytes(b"PK" if name != "b.txt" else b"")
    (source,) = list_sources(tmp_path)
    seen = preview(tmp_path, source, ReadingRules(20_000))
    assert seen.articles == seen.left_out == ()
    assert seen.rejections[0].reason.code == code


def test_the_lines_of_a_jsonl_file_are_articles(tmp_path: Path) -> None:
    line = '{"id": "%s", "text": "望亭产业园扩建标准厂房，新增面积12万平方米。"}\n'
    (tmp_path / "news.jsonl").write_text(line % "a" + line % "b" + "{}\n", encoding="utf-8")
    (source,) = list_sources(tmp_path)
    seen = preview(tmp_path, source, ReadingRules(20_000))
    assert [article.id for article in seen.articles] == ["a", "b"]
    assert [rejection.path for rejection in seen.rejections] == ["news.jsonl:3"]
