"""Titles, days and publishers in the writings that pages have besides the orderly ones."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.formats.document import Document
from corpus.metadata.from_document import to_article

BODY = "榆川高新区举行集中签约活动，签约项目14个，总投资63.8亿元。\n会议由管委会主任主持，各部门和企业代表参加。"
TITLE = "榆川签约活动举行"
DAY = date(2023, 6, 9)


def article(page: str, url: str | None = None) -> Article:
    return to_article(Document(text=page, url=url), "x", "x.txt")


@pytest.mark.parametrize(
    "line",
    [
        "2023-06-09 09:19:15來源:經濟參考報",
        "2023-06-09來源：經濟參考報 作者：顾言",
        "发布时间：2023 年 6 月 9 日 來源：經濟參考報",
        "發布日期：112年6月9日 來源：經濟參考報",
        "發布時間：民國112年6月9日 來源：經濟參考報",
        "發布日期：112/06/09 來源：經濟參考報",
    ],
)
def test_bylines(line: str) -> None:
    read = article(f"{TITLE}\n{line}\n{BODY}")
    assert (read.published, read.publisher) == (DAY, "經濟參考報")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://e.com/content/2022033068950.html", date(2022, 3, 30)),
        ("https://e.com/art/2023/6/9/art_1_2.html", DAY),
        ("https://e.com/art/t20230609_12.html", DAY),
        ("https://e.com/2020_6/12345.html", date(2020, 6, 9)),
        ("https://e.com/2020_7/12345.html", None),
        ("https://e.com/goods/20991231.html", None),
    ],
)
def test_days_in_addresses(url: str, day: date | None) -> None:
    assert article(f"{TITLE}\n6月9日，{BODY}", url).published == day


def test_the_day_in_the_name_of_the_file_comes_last() -> None:
    for name in ("2023-06-09 签约.txt", "20230609_签约.txt", "签约/榆川2023年6月9日会议.docx"):
        assert to_article(Document(BODY), "x", name).published == DAY
    assert to_article(Document(f"{TITLE}\n2023-06-09 来源：榆川日报\n{BODY}"), "x", "2024-01-01.txt").published == DAY


def test_days_in_the_text() -> None:
    assert article(f"{TITLE}\n2023年6月9日，{BODY}").published == DAY
    assert article(f"榆川高新区召开2018年工作会议\n1月25日，榆川高新区召开2018年工作会议。\n{BODY}").published == date(2018, 1, 25)
    assert article(f"{TITLE}\n发布时间：2091-06-09\n{BODY}").published is None


@pytest.mark.parametrize(
    "page",
    [
        f"第A7版:要闻\n{TITLE}",
        f"{TITLE}\nBy Wang Yu",
        f"{TITLE} | 榆川高新区管委会",
        f"{TITLE}\n(资料图)",
        f"{TITLE}\n】【打 印】【关 闭",
        f"{TITLE}\n放大+ 缩小-",
    ],
)
def test_titles(page: str) -> None:
    assert article(f"{page}\n2023-06-09 来源：榆川日报\n{BODY}").title == TITLE


def test_the_office_that_sent_a_report_in_stands_below_it() -> None:
    read = article(f"{TITLE}\n{BODY}\n供稿单位：榆川高新区审批局\n2023年6月9日")
    assert (read.publisher, read.published) == ("榆川高新区审批局", DAY)


def test_a_page_of_a_digital_paper_is_called_as_its_report() -> None:
    above = "榆川日报数字报\n第03版：经济\n上一版  下一版\n2023年06月09日 星期五\n上一篇  下一篇\n放大 缩小 默认"
    read = article(f"{above}\n{TITLE}\n{BODY}")
    assert (read.title, read.published, read.publisher) == (TITLE, DAY, None)
