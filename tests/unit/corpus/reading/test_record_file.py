"""Files of many articles as crawlers and people export them: JSON lines, arrays, CSV, in any charset and under any usual names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.reading.folder import list_sources, read_source
from corpus.reading.source_file import Reading
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules
from tests.excel_files import Rows, workbook

TEXT = "6月8日，榆川高新区举行集中签约活动，签约项目14个，总投资63.8亿元。"
SECOND = "第二段到此为止。"
DAY = date(2023, 6, 9)


def read(folder: Path, name: str, content: str | bytes, keys: dict[str, tuple[str, ...]] | None = None) -> Reading:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_source(folder, list_sources(folder)[0], ReadingRules(keys=keys or {}))


def lines(*records: object) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


@pytest.mark.parametrize(
    "record",
    [
        {"_id": "x", "headline": "签约", "content": TEXT, "pub_time": "2023-06-09 10:00", "source": "榆川日报", "link": "https://e.com/1"},
        {"uid": "x", "标题": "签约", "正文": TEXT, "发布时间": 20230609, "来源": "榆川日报", "链接": "https://e.com/1"},
        {"id": "x", "title": "签约", "body": TEXT, "ctime": 1686268800.5, "source": {"name": "榆川日报"}, "url": "https://e.com/1"},
        {"ID": "x", "Title": "签约", "Text": TEXT, "Date": "2023-06-08T17:30:00Z", "Publisher": "榆川日报", "Href": "https://e.com/1"},
        {
            "article_id": "x",
            "newsTitle": "签约",
            "Article Content": TEXT,
            "publish-time": "2023/6/9",
            "siteName": "榆川日报",
            "page_url": "https://e.com/1",
        },
        {
            "文章ID": "x",
            "新闻标题": "签约",
            "新闻内容": TEXT,
            "发表日期": "2023年6月9日",
            "文章来源": "榆川日报",
            "原文链接": "https://e.com/1",
        },
        {
            "_id": "x",
            "_source": {
                "title": "签约",
                "text": TEXT,
                "date": "2023-06-09",
                "website": "https://e.com",
                "media": "榆川日报",
                "uri": "https://e.com/1",
            },
        },
        {
            "_id": "x",
            "_source": {"title": "签约", "body": TEXT, "date": "2023-06-09", "source": {"name": "榆川日报"}, "url": "https://e.com/1"},
        },
        {"id": "x", "标题": "签约", "正文": TEXT, "时间": "时间：2023-06-09 07:30", "来源": "来源：榆川日报", "网址": "https://e.com/1"},
        {"id": "x", "title": "签约", "content": TEXT, "inputtime": "1686268800", "copyfrom": "榆川日报|0", "url": "https://e.com/1"},
        {
            "id": "x",
            "title": "签约",
            "content_noencode": TEXT,
            "create_time": "2023-06-09",
            "nickname": "榆川日报",
            "link": "https://e.com/1",
        },
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_fields_have_many_names(tmp_path: Path, name: str, record: dict[str, object]) -> None:
    (article,) = read(tmp_path, name, lines(record)).articles
    assert (article.id, article.title, article.text, article.published) == ("x", "签约", TEXT, DAY)
    assert (article.publisher, article.url) == ("榆川日报", "https://e.com/1")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f'<p style="x">{TEXT}</p><p>&nbsp;&nbsp;{SECOND}</p>', f"{TEXT}\n{SECOND}"),
        (f"<p>{TEXT}<\\/p><p>{SECOND}<\\/p>", f"{TEXT}\n{SECOND}"),
        (f"<p>今年以来，</p><p>{TEXT}</p>", f"今年以来，{TEXT}"),
        (f"今年以来，\n{TEXT}", f"今年以来，{TEXT}"),
        (f"{TEXT}<br/>{SECOND}", f"{TEXT}\n{SECOND}"),
        (f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;", f"{TEXT}\n{SECOND}"),
        (f"{TEXT}\\r\\n\\n{SECOND}", f"{TEXT}\n{SECOND}"),
        (f"{TEXT}\u2028{SECOND}", f"{TEXT}\n{SECOND}"),
        (f"园区&ldquo;双招双引&rdquo;，{SECOND}", f"园区“双招双引”，{SECOND}"),
        (f"产值<强>1<2，且3>2，{SECOND}", f"产值<强>1<2，且3>2，{SECOND}"),
    ],
)
def test_markup_and_escapes_in_a_text_are_read(tmp_path: Path, text: str, shown: str) -> None:
    assert read(tmp_path, "a.jsonl", lines({"id": "x", "text": text})).articles[0].text == shown


def test_a_table_in_a_text_is_read_by_rows(tmp_path: Path) -> None:
    table = "<table><tr><td>指标</td><td>2021年</td><td>2022年</td></tr><tr><td>税收</td><td>26.1</td><td>28.7</td></tr></table>"
    (article,) = read(tmp_path, "a.jsonl", lines({"id": "x", "title": "指标", "text": f"<p>{TEXT}</p>{table}"})).articles
    assert article.text == f"{TEXT}\n指标：税收 · 2021年：26.1 · 2022年：28.7"


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("a.json", [{"text": TEXT}, {"text": SECOND}], ["a:1", "a:2"]),
        ("a.jsonl", [{"id": "b1", "text": TEXT}, {"id": "b2", "text": SECOND}], ["b1", "b2"]),
        ("a.json", {"code": 0, "data": {"list": [{"id": "c", "content": TEXT}]}}, ["c"]),
        ("a.json", {"id": "d", "body": TEXT}, ["d"]),
        ("a.json", {"101": {"title": "签约", "body": TEXT}, "102": {"title": "开工", "body": SECOND}}, ["101", "102"]),
        ("a.json", [{"type": "header"}, {"type": "table", "name": "news", "data": [{"id": "e", "content": TEXT}]}], ["e"]),
        ("a.jsonl", {"content": TEXT, "link": "https://e.com/1"}, ["https://e.com/1"]),
    ],
)
def test_arrays_and_objects_hold_articles(tmp_path: Path, name: str, value: object, ids: list[str]) -> None:
    assert [article.id for article in read(tmp_path, name, json.dumps(value)).articles] == ids


def test_a_json_file_may_hold_one_record_a_line(tmp_path: Path) -> None:
    reading = read(tmp_path, "a.json", lines({"id": "x", "text": TEXT}, {"text": SECOND}) + "\n{\n")
    assert [(article.id, article.text) for article in reading.articles] == [("x", TEXT), ("a:2", SECOND)]
    assert [(left.path, left.reason.code) for left in reading.rejections] == [("a.json:3", ReasonCode.NO_OBJECT)]


def test_rows_of_a_workbook_below_the_name_of_a_long_text_are_articles(tmp_path: Path) -> None:
    rows: Rows = [["标题", "正文", "发布时间"], ["签约", f"{TEXT}\n{TEXT[4:]}", "2023-06-09"], ["开工", SECOND, "2023-06-10"]]
    found = read(tmp_path, "a.xlsx", workbook(("Sheet1", rows))).articles
    assert [(each.id, each.title, each.text) for each in found] == [("a:1", "签约", f"{TEXT}\n{TEXT[4:]}"), ("a:2", "开工", SECOND)]
    assert found[0].published == DAY
    tasks: Rows = [["标题", "内容", "时间"], ["签约", "会后落实", "6月"], ["开工", "加快进度", "7月"]]
    (table,) = read(tmp_path, "a.xlsx", workbook(("Sheet1", tasks))).articles
    assert table.title is None
    assert table.text == "标题：签约 · 内容：会后落实 · 时间：6月\n标题：开工 · 内容：加快进度 · 时间：7月"


def test_what_somebody_should_look_at_in_a_file_of_one_article_is_remarked(tmp_path: Path) -> None:
    reading = read(tmp_path, "指标.csv", "指标,2021年,2022年\n税收,26.1,28.7\n")
    assert [str(remark.reason) for remark in reading.remarks] == ["table_rows (rows: 1)", "no_date", "short (characters: 31)"]


def test_a_bad_record_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    reading = read(tmp_path, "a.json", json.dumps([{"text": TEXT}, {"title": "无"}, 5]))
    assert [article.text for article in reading.articles] == [TEXT]
    assert [(left.path, left.reason.code) for left in reading.rejections] == [
        ("a.json:2", ReasonCode.NO_TEXT_FIELD),
        ("a.json:3", ReasonCode.NO_OBJECT),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_lines_in_any_charset(tmp_path: Path, encoding: str) -> None:
    reading = read(tmp_path, "a.jsonl", lines({"id": "x", "text": TEXT}, {"id": "y", "text": TEXT}).encode(encoding))
    assert [(article.id, article.text) for article in reading.articles] == [("x", TEXT), ("y", TEXT)]


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "gb18030"), ("\t", "utf-8-sig"), (";", "utf-8")])
def test_rows_below_the_name_of_a_text_are_articles(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["编号", "标题", "正文", "发布时间", "来源"], ["7", "签约", f'"{TEXT}\n{SECOND}"', "2023/6/9", "榆川日报"]]
    (article,) = read(tmp_path, "a.csv", "\n".join(map(delimiter.join, rows)).encode(encoding)).articles
    assert (article.id, article.title, article.text) == ("7", "签约", f"{TEXT}\n{SECOND}")
    assert (article.published, article.publisher) == (DAY, "榆川日报")


def test_a_table_of_figures_is_one_article_called_as_its_file(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "2022年主要指标.csv", "指标,2021年,2022年\n税收,26.1,28.7\n").articles
    assert (article.id, article.title) == ("2022年主要指标", "2022年主要指标")
    assert article.text == "指标：税收 · 2021年：26.1 · 2022年：28.7"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.json", "{", ReasonCode.NOT_JSON), ("a.csv", "\n\n", ReasonCode.NO_TEXT), ("a.json", "[]", ReasonCode.NO_LINES)],
)
def test_a_file_without_records_says_so(tmp_path: Path, name: str, content: str, code: ReasonCode) -> None:
    assert [left.reason.code for left in read(tmp_path, name, content).rejections] == [code]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_other_keys_are_named_in_the_settings(tmp_path: Path, name: str) -> None:
    keys = {"title": ("标题名",), "text": ("稿子", "段 落"), "published": ("日子",), "publisher": ("哪家",), "url": ("网页",)}
    record = {"标题名": "签约", "段落": TEXT, "日子": "2023-06-09", "哪家": "榆川日报", "网页": "https://e.com/1"}
    content = f"{','.join(record)}\n{','.join(record.values())}\n" if name == "a.csv" else lines(record)
    (article,) = read(tmp_path, name, content, keys).articles
    assert (article.title, article.text, article.published, article.publisher) == ("签约", TEXT, DAY, "榆川日报")
    assert article.url == article.id == "https://e.com/1"


def test_a_named_key_goes_before_a_usual_one(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.jsonl", lines({"id": "x", "text": "摘要。", "稿件": TEXT}), {"text": ("稿件",)}).articles
    assert article.text == TEXT


def test_a_text_may_be_a_list_of_its_paragraphs(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.jsonl", lines({"id": "x", "content": ["<p>园区签约11个项目。</p>", "<p>总投资67亿元。</p>"]})).articles
    assert article.text == "园区签约11个项目。\n总投资67亿元。"


def test_a_text_may_be_a_list_of_parts_with_a_text_each(tmp_path: Path) -> None:
    parts = [
        {"type": "text", "text": "园区签约11个项目。"},
        {"type": "image", "src": "a.jpg"},
        {"type": "text", "content": "总投资67亿元。"},
    ]
    (article,) = read(tmp_path, "a.json", json.dumps({"id": "x", "content": parts})).articles
    assert article.text == "园区签约11个项目。\n总投资67亿元。"


def test_objects_inside_a_record_hold_fields_of_it(tmp_path: Path) -> None:
    record = {
        "articleId": 7,
        "info": {"title": "签约", "publishTime": "2023-06-09"},
        "detail": {"content": TEXT},
        "source": {"name": "榆川日报"},
    }
    (article,) = read(tmp_path, "a.json", json.dumps({"code": 0, "data": {"total": 1, "list": [record]}}, ensure_ascii=False)).articles
    assert (article.id, article.title, article.text, article.published) == ("7", "签约", TEXT, DAY)
    assert article.publisher == "榆川日报"
