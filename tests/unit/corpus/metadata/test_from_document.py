"""Document to article: what a file declares wins, what its page shows comes next, and None where nothing says so."""

from datetime import date

from corpus.formats.document import Document
from corpus.metadata.from_document import to_article

PAGE = """URL: https://example.com/art/7.html

海棠市园区网
首页 园区概况 新闻动态 招商引资 政务公开
海棠经开区一季度新开工28个项目
发布时间：2021-04-12  来源：海棠日报  浏览次数：7 次

　　4月10日，海棠经济技术开发区举行开工仪式，28个项目同时动土。
　　海棠经开区管委会主任说，下半年还有19个。

主办单位：海棠经济技术开发区管理委员会
"""


def test_a_page_shows_all_its_metadata() -> None:
    article = to_article(Document(PAGE, url_line=True), "a/b", "a/b.txt")
    assert article.id == "a/b"
    assert article.path == "a/b.txt"
    assert article.title == "海棠经开区一季度新开工28个项目"
    assert article.published == date(2021, 4, 12)
    assert article.publisher == "海棠日报"
    assert article.url == "https://example.com/art/7.html"
    assert article.parks == ("海棠经济技术开发区",)
    assert article.text == "4月10日，海棠经济技术开发区举行开工仪式，28个项目同时动土。\n海棠经开区管委会主任说，下半年还有19个。"


def test_declared_fields_win() -> None:
    document = Document(PAGE, None, "标题甲乙丙丁", "甲报", date(2020, 1, 1), "https://example.com/x", ("甲区",))
    article = to_article(document, "a", "a.md")
    assert (article.title, article.publisher, article.published, article.url, article.parks) == (
        "标题甲乙丙丁",
        "甲报",
        date(2020, 1, 1),
        "https://example.com/x",
        ("甲区",),
    )


def test_plain_text_has_no_metadata() -> None:
    article = to_article(Document("厂房建好了，机器也装好了，只等工人上岗。", url_line=True), "a", "a.txt")
    assert (article.title, article.publisher, article.published, article.url, article.parks) == (None, None, None, None, ())


def test_the_first_url_line_counts_only_in_txt_pages() -> None:
    assert to_article(Document("URL: https://example.com/\n厂房建好了，只等工人上岗。"), "a", "a.md").url is None


def test_the_date_comes_from_header_address_opening_or_signature() -> None:
    body = "园区新建厂房三万平方米，已有八家企业预订，年底以前全部投产。"
    flat = to_article(Document(f"2021-05-06 08:30，正文：{body}"), "a", "a")
    address = to_article(Document(body, url="https://example.com/2021-05/06/c.html"), "a", "a")
    opening = to_article(Document(f"5月6日，2021年园区招商大会开幕。{body}"), "a", "a")
    signature = to_article(Document(f"关于厂房的公告\n{body}\n海棠园区管委会\n2021年5月6日"), "a", "a")
    assert {article.published for article in (flat, address, opening, signature)} == {date(2021, 5, 6)}
    assert signature.publisher == "海棠园区管委会"


def test_a_page_inside_a_heading_is_no_title() -> None:
    page = "海棠经开区举行开工仪式，28个项目同时动土。下半年还有19个项目开工。" * 20
    article = to_article(Document(page, None, page), "a", "a.html")
    assert article.title is None
    assert article.text == page


def test_names_that_nobody_has_and_lists_without_end_are_not_taken_over() -> None:
    parks = ("甲" * 5000, *(f"{number}园区" for number in range(500)))
    article = to_article(Document("海棠经开区举行开工仪式，28个项目同时动土。", publisher="报" * 5000, parks=parks), "a", "a.jsonl")
    assert article.publisher is None
    assert article.parks == tuple(f"{number}园区" for number in range(20))
