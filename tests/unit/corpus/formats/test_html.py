"""HTML pages: visible text by blocks, metadata from the tags, no menus."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.html import parse
from corpus.metadata.from_document import to_article

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>海棠经开区新开工28个项目_园区要闻_海棠经开区管委会</title>
<meta name="ArticleTitle" content="海棠经开区新开工28个项目"><meta name="PubDate" content="2021-04-12 10:20">
<meta name="ContentSource" content="海棠日报"><link rel="canonical" href="https://www.example.com/art/1.html">
<style>p {color: red}</style><script>document.write("<p>脚本里的字</p>")</script></head>
<body><nav><ul><li><a>首页</a></li><li><a>政务公开</a></li></ul></nav><div class="crumbs">当前位置：<a>首页</a></div>
<h1>海棠经开区新开工28个项目</h1><div class="info"><span>2021-04-12</span> <span>来源：海棠日报</span></div>
<div id="zoom"><p>　　4月10日，海棠经济技术开发区新开工项目<strong>28</strong>个，<br/>总投资63.5亿元。</p>
<p style="display:none">看不见的字</p><!-- 注释 --><p>具体如下：</p>
<table><tr><th>项目</th><th>投资</th></tr><tr><td>轴承</td><td>3.2亿元</td></tr></table>
<p>园区将继续推行<a href="/x">帮办代办</a>。</p></div><div class="share">分享到：微信 微博</div>
<div><h3>相关阅读</h3><ul><li><a>海棠经开区召开安全生产会议，部署夏季检查任务。</a></li><li><a>二</a></li><li><a>三</a></li></ul></div>
<footer>版权所有 海棠经开区管委会</footer></body></html>"""
BODY = "4月10日，海棠经济技术开发区新开工项目28个，总投资63.5亿元。\n具体如下：\n项目：轴承 · 投资：3.2亿元\n园区将继续推行帮办代办。"


def test_a_page_becomes_an_article() -> None:
    article = to_article(parse(PAGE.encode()), "1", "1.html")
    assert article.text == BODY
    assert article.title == "海棠经开区新开工28个项目"
    assert article.published == date(2021, 4, 12)
    assert article.publisher == "海棠日报"
    assert article.url == "https://www.example.com/art/1.html"


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_the_declared_charset_is_followed(charset: str, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = f"<html><head>{meta}</head><body><p>科技工業區今年增加三百個工作。</p></body></html>"
    assert parse(page.encode(encoding)).text == "科技工業區今年增加三百個工作。"


def test_a_wrongly_declared_charset_does_no_harm() -> None:
    page = '<meta charset="gb2312"><p>海棠经开区新开工28个项目，总投资63.5亿元。</p>'
    assert parse(page.encode()).text == "海棠经开区新开工28个项目，总投资63.5亿元。"


def test_tables_that_only_lay_out_the_page_do_not_join_paragraphs() -> None:
    page = "<table><tr><td><p>第一段到此为止。</p><p>第二段从这里开始。</p></td></tr></table>"
    assert parse(page.encode()).text == "第一段到此为止。\n第二段从这里开始。"


def test_very_deep_nesting_is_read() -> None:
    assert "底" in parse(("<div>" * 200 + "底" + "</div>" * 200).encode()).text


def test_nothing_is_reported() -> None:
    with pytest.raises(UnreadableFile, match="no_text"):
        parse(b"   ")


@given(st.text(alphabet="<>/div pabtrscript=\"'&#;园区。\n", max_size=200))
def test_any_markup_is_read_or_reported(markup: str) -> None:
    try:
        assert isinstance(parse(markup.encode()).text, str)
    except UnreadableFile as error:
        assert str(error)


def test_a_page_saved_by_a_browser_names_its_address() -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0034)https://example.org/park/news/17.html -->\n<p>园区今年新增企业九家。</p>"
    assert parse(page.encode()).url == "https://example.org/park/news/17.html"
    own = '<link rel="canonical" href="https://example.org/own.html">'
    assert parse((page + own).encode()).url == "https://example.org/own.html"


def test_a_page_cannot_say_that_it_lies_on_another_site() -> None:
    page = "<!-- saved from url=(0034)https://example.org/park/news/17.html -->\n<p>园区今年新增企业九家。</p>"
    for own in (
        '<link rel="canonical" href="https://www.gov.cn/own.html">',
        '<meta property="og:url" content="https://example.org.evil.net/own.html">',
        '<link rel="canonical" href="https://example.org@evil.net/own.html">',
    ):
        assert parse((page + own).encode()).url == "https://example.org/park/news/17.html"
        assert parse(own.encode() + b"<p>x</p>").url is not None


def test_what_stands_above_a_table_goes_into_its_rows() -> None:
    rows = "<tr><th>开发区</th><th>产值总量</th><th>产值增速</th></tr><tr><td>鹤坪经开区</td><td>342.6</td><td>7.1</td></tr>"
    page = f"<p>现将上半年完成情况通报如下。</p><p align=right>单位：亿元、%</p><div><table>{rows}</table></div><p>特此通报。</p>"
    document = parse(page.encode())
    row = "开发区：鹤坪经开区 · 产值总量：342.6 · 产值增速：7.1 · 单位：亿元、%"
    assert document.text.split("\n") == ["现将上半年完成情况通报如下。", "单位：亿元、%", row, "特此通报。"]
    assert document.rows == {row}
