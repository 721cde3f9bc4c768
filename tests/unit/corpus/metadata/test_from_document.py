"""Document to article: what a file declares wins, what its page shows comes next, and None where nothing says so."""

from datetime import date

from corpus.article import LONGEST_TITLE
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
    republic = to_article(Document(f"关于厂房的公告\n{body}\n海棠园区管理局\n中華民國110年5月6日"), "a", "a")
    assert republic.published == date(2021, 5, 6)


def test_a_page_inside_a_heading_is_no_title() -> None:
    page = "海棠经开区举行开工仪式，28个项目同时动土。下半年还有19个项目开工。" * 20
    article = to_article(Document(page, None, page), "a", "a.html")
    assert article.title is None
    assert article.text == page


def test_a_title_without_end_is_none() -> None:
    text = "海棠经开区举行开工仪式，28个项目同时动土。下半年还有19个项目开工。"
    for title in ("海棠经开区" * 500, "海棠 " * 833, "海" * (LONGEST_TITLE + 1)):
        article = to_article(Document(text, title=title), "a", "a.jsonl")
        assert article.title is None
        assert article.heading == text[:31] + "…"
    longest = "海" * LONGEST_TITLE
    assert to_article(Document(text, title=longest), "a", "a.jsonl").title == longest


def test_names_that_nobody_has_and_lists_without_end_are_not_taken_over() -> None:
    parks = ("甲" * 5000, *(f"{number}园区" for number in range(500)))
    article = to_article(Document("海棠经开区举行开工仪式，28个项目同时动土。", publisher="报" * 5000, parks=parks), "a", "a.jsonl")
    assert article.publisher is None
    assert article.parks == tuple(f"{number}园区" for number in range(20))


LETTER = """关于支持企业上市的通知
各有关企业：
对在境内主板上市的企业，分阶段给予奖励。
海棠园区管委会
2021年5月6日
"""


def test_what_is_printed_below_a_letter_is_not_its_signature() -> None:
    for imprint in (
        "海棠园区管委会办公室　2021年5月8日印发",
        "抄送：市政府办公室。\n海棠园区党政办 2021年5月8日印发",
        "（共印80份）",
        "（此件公开发布）",
    ):
        article = to_article(Document(LETTER + imprint), "a", "a")
        assert (article.published, article.publisher) == (date(2021, 5, 6), "海棠园区管委会")
        assert "印" not in article.text
    unsigned = to_article(Document("\n".join((*LETTER.split("\n")[:3], "海棠园区党政办 2021年5月8日印发"))), "a", "a")
    assert unsigned.published == date(2021, 5, 8)


def test_the_day_of_a_speech_stands_below_its_title() -> None:
    speech = "政府工作报告\n——2022年1月20日在海棠园区职工代表大会上\n各位代表：\n过去一年，园区产值增长9%。"
    assert to_article(Document(speech), "a", "a").published == date(2022, 1, 20)


def test_a_text_copied_from_a_public_account() -> None:
    text = "直播到田头\n原创 海小园 海棠发布 2021-05-06 18:30 发表于浙江\n蜜橘成熟了，12间直播间灯火通明。"
    article = to_article(Document(text), "a", "a")
    assert (article.title, article.publisher, article.published) == ("直播到田头", "海棠发布", date(2021, 5, 6))
    assert article.text == "蜜橘成熟了，12间直播间灯火通明。"


def test_a_page_that_names_no_park_is_of_the_one_that_its_file_or_folder_names() -> None:
    text = Document("我区产值增长9%，新增企业30家。")
    assert to_article(text, "a", "海棠经开区/2023年总结.txt").parks == ("海棠经开区",)
    assert to_article(text, "a", "2023/海棠经开区总结.docx").parks == ("海棠经开区",)
    assert to_article(Document("朔川高新区产值增长9%。"), "a", "海棠经开区/a.txt").parks == ("朔川高新区",)


def test_a_notice_of_labels_alone_is_text_and_no_head() -> None:
    text = "污水管网工程招标公告\n招标人：海棠建设公司\n控制价：1.43亿元\n开标时间：2024年6月18日9时30分\n发布日期：2024年5月27日"
    article = to_article(Document(text), "a", "a")
    assert article.published == date(2024, 5, 27)
    assert "控制价：1.43亿元\n开标时间：2024年6月18日9时30分" in article.text


def test_an_office_or_an_annex_above_the_title_is_not_the_title() -> None:
    for above in ("海棠高新区管委会", "附件1"):
        article = to_article(Document(f"{above}\n关于安全检查的通知\n各企业：\n现决定开展安全检查，共76家。"), "a", "a")
        assert article.title == "关于安全检查的通知"


def test_a_page_in_english_or_from_taiwan_says_who_published_it() -> None:
    english = "Zone opens center\nBy Zhang Wei | maple.example.com | Updated: 2023-11-02 09:31\nThe zone opened a robotics center on Nov 1."
    article = to_article(Document(english), "a", "a")
    assert (article.title, article.publisher, article.published) == ("Zone opens center", "maple.example.com", date(2023, 11, 2))
    taiwan = "園區滯洪池啟用\n發布單位：楓林科學園區管理局\n發布日期：113-05-06\n點閱數：231\n滯洪池面積3.8公頃，已經啟用。"
    article = to_article(Document(taiwan), "a", "a")
    assert (article.title, article.publisher, article.published) == ("園區滯洪池啟用", "楓林科學園區管理局", date(2024, 5, 6))
    assert article.text == "滯洪池面積3.8公頃，已經啟用。"


def test_a_page_that_says_only_high_tech_zone_is_of_the_one_that_is_meant() -> None:
    text = "高新区产值增长9%，新增企业30家。全区再开工8个项目。"
    assert to_article(Document(text, publisher="海棠高新区管委会"), "a", "a").parks == ("海棠高新区",)
    assert to_article(Document(f"开工仪式举行\n2021-05-06 来源：海棠高新区\n{text}"), "a", "a").parks == ("海棠高新区",)
    assert to_article(Document(f"{text}\n地址：海棠高新区创业路1号　邮编：310000"), "a", "a").parks == ("海棠高新区",)
    assert to_article(Document(f"记者从海棠市获悉，{text}"), "a", "a").parks == ("海棠高新区",)
    assert to_article(Document(f"海棠市和朔川市会商，{text}"), "a", "a").parks == ()
    assert to_article(Document(f"朔川高新区招商。{text}", publisher="海棠高新区管委会"), "a", "a").parks == ("朔川高新区",)
    part = Document(f"智能装备产业园开工。智能装备产业园再添3家企业。{text}", publisher="海棠高新区管委会")
    assert to_article(part, "a", "a").parks == ("海棠高新区", "智能装备产业园")
