"""HTML as sites and word processors write it: what is text, what stands aside, what the page declares."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.errors import UnreadableFile
from corpus.formats.html import parse
from corpus.metadata.from_document import to_article
from corpus.reason import ReasonCode

FIRST = "4月18日，榆川高新区召开一季度经济运行分析会，工业总产值达到88.6亿元，增长9.4%。"
SECOND = "会议要求各部门抓好项目，确保实现“双过半”。"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
TITLE = "榆川高新区一季度开门红"
HEADING = f"<h1>{TITLE}</h1>"
HEADLINES = (("甲高新区获奖88家", "2026-01-02"), ("乙开发区签约9个", "2026-01-03"), ("丙园区引才12名", "2026-01-05"))
DAY = date(2023, 4, 19)


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>{TITLE}_榆川高新区管委会</title>{head}</head><body>{body}</body></html>".encode()


def article(body: str, head: str = "") -> Article:
    return to_article(parse(page(body, head)), "x", "x.html")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>榆川高新区<x-y>工业</x-y>总产值<st1:num>88</st1:num><o:p></o:p>亿元。</p>", "榆川高新区工业总产值88亿元。"),
        ("<p>榆川高新区工业\n   总产值88\n  .6亿元，增加1\n2家。</p>", "榆川高新区工业总产值88.6亿元，增加12家。"),
        ("<p>Yuchuan reported\n   output of 8.86 billion\nyuan.</p>", "Yuchuan reported output of 8.86 billion yuan."),
        (
            "<p>减排CO<sub>2</sub>约3×10<sup>4</sup>吨，投资<s>5</s><del>4</del><ins>6</ins>亿元。</p>",
            "减排CO₂约3×10⁴吨，投资6亿元。",
        ),
        ("<p>园区位于<ruby>榆<rp>(</rp><rt>yú</rt><rp>)</rp></ruby>川<wbr>市，今年投产。</p>", "园区位于榆川市，今年投产。"),
        ("<pre>园区今天开工。\n总投资60亿元。</pre>", "园区今天开工。\n总投资60亿元。"),
        ("<details><summary>名单</summary><p>特等奖：甲科技。</p></details>", "名单\n特等奖：甲科技。"),
    ],
)
def test_lines_are_as_a_browser_shows_them(source: str, shown: str) -> None:
    assert parse(page(source)).text == shown


@pytest.mark.parametrize("names", ["news-share main", "content links", "related-box", "menu-right", "copyright-text", "comment"])
def test_a_name_alone_makes_no_aside(names: str) -> None:
    assert article(f'{HEADING}<div class="{names}">{BODY}</div>').text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("opening", ['<form id="form1">', '<div style="display:none">', "<div hidden>", '<div style="visibility: hidden">'])
def test_what_holds_the_text_is_shown(opening: str) -> None:
    assert article(f"{opening}{HEADING}{BODY}").text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "aside", ['<div style="display:none">推广文字，不要收。</div>', "<noscript>请开启脚本。</noscript>", "<footer>某备</footer>"]
)
def test_what_stands_aside_goes(aside: str) -> None:
    assert article(f"{HEADING}{BODY}{aside}").text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "row",
    [
        "<li><a>{title}</a><span>{day}</span></li>",
        "<li>[{day}] <a>{title}</a></li>",
        "<div><a>{title}</a></div><div>{day}</div>",
        "<p>· <a>{title}</a></p>",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_headlines_with_their_days_are_not_the_article(row: str, above: bool) -> None:
    rows = f"<div>{''.join(row.format(title=title, day=day) for title, day in HEADLINES)}</div>"
    text = f"{HEADING}<p>来源：榆川日报 2023-04-19</p>{BODY}"
    read = article(rows + text if above else text + rows)
    assert (read.text, read.published, read.publisher) == (f"{FIRST}\n{SECOND}", DAY, "榆川日报")


def test_headlines_with_their_days_in_a_table_are_not_the_article() -> None:
    rows = "".join(f"<tr><td><a href='/{day}'>{title}</a></td><td>{day}</td></tr>" for title, day in HEADLINES)
    assert article(f"{HEADING}{BODY}<table>{rows}</table>").text == f"{FIRST}\n{SECOND}"
    files = "".join(f"<tr><td><a href='/{day}'>{title}</a></td><td>{title[0]}城区经济发展局</td></tr>" for title, day in HEADLINES)
    assert article(f"{HEADING}{BODY}<table><tr><th>文件</th><th>部门</th></tr>{files}</table>").text.count("部门：") == len(HEADLINES)


@pytest.mark.parametrize("after", ["", f"<p>{SECOND}</p>"])
def test_a_list_of_links_in_the_text_stays(after: str) -> None:
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("甲科技", "乙重工", "丙电子"))
    read = article(f"{HEADING}<p>{FIRST}</p><p>获得表彰的企业名单如下：</p><ul>{links}</ul>{after}")
    assert "获得表彰的企业名单如下：\n甲科技\n乙重工\n丙电子" in read.text


def test_rows_of_a_table_stand_with_their_headers() -> None:
    table = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>2023年</th></tr><tr><th>总量</th><th>增速</th></tr>"
        "<tr><td>财政收入</td><td>30.1</td><td>7%</td></tr></table>"
    )
    assert article(HEADING + BODY + table).text.endswith("指标：财政收入 · 2023年总量：30.1 · 2023年增速：7%")


@pytest.mark.parametrize(
    "box",
    [
        "<table><tr><td>索 引 号：</td><td>0012/2023-018</td><td>发布机构：</td><td>榆川市商务局</td></tr>"
        "<tr><td>名　　称：</td><td>关于一季度经济运行的通报</td><td>成文日期：</td><td>2023年04月19日</td></tr></table>",
        "<ul><li><b>索引号：</b>0012</li><li><b>发文机关：</b>榆川市商务局</li><li><b>标题：</b>关于一季度经济运行的通报</li>"
        "<li><b>发布日期：</b>2023-04-19</li></ul>",
        "<div>索引号</div><div>0012</div><div>发布机构</div><div>榆川市商务局</div><div>名称</div><div>关于一季度经济运行的通报</div>"
        "<div>生成日期</div><div>2023-04-19</div>",
    ],
)
def test_the_box_of_a_government_notice_declares_it(box: str) -> None:
    read = article(box + BODY)
    assert (read.title, read.publisher, read.published) == ("关于一季度经济运行的通报", "榆川市商务局", DAY)
    assert read.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("PubDate", "2023年4月19日 09:12"),
        ("Maketime", "2023-04-19 09:12:00"),
        ("publishdate", "20230419"),
        ("article:published_time", "1681862400"),
        ("PubDate", "1681862400000"),
        ("firstpublishedtime", "2023-04-19-09:12:00"),
        ("publish-date", "2023.04.19 08:00"),
        ("DC.Date.Issued", "2023-04-18T17:12:00Z"),
        ("date", "April 19, 2023"),
    ],
)
def test_days_of_publication_in_meta_tags(name: str, content: str) -> None:
    assert article(HEADING + BODY, f'<meta name="{name}" content="{content}">').published == DAY


@pytest.mark.parametrize(
    "line",
    [
        "更新时间：2024-11-02　发布时间：2023-04-19",
        "发布时间：2023-04-19 更新时间：2024-11-02",
        "更新时间：2023-04-19",
        '<time datetime="2023-04-19T09:00:00+08:00">4月19日</time>',
        "<span>2023</span><span>/04</span><span>/19</span>",
    ],
)
def test_days_of_publication_on_the_page(line: str) -> None:
    today = "<div>今天是2026年11月29日 星期日</div>"
    assert article(f"{today}{HEADING}<div>{line}</div>{BODY}").published == DAY


def test_a_day_that_lies_ahead_is_none() -> None:
    ahead = '<meta name="PubDate" content="2099-01-01">'
    assert article(f"{HEADING}<p>发布时间：2023-04-19</p>{BODY}", ahead).published == DAY
    assert parse(page(BODY, ahead)).published == date(2099, 1, 1)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h1>榆川高新区召开<br/>一季度经济分析会</h1>", "榆川高新区召开一季度经济分析会"),
        ("<h1>Yuchuan Zone<br>Opens New Plant</h1>", "Yuchuan Zone Opens New Plant"),
        (f"<div><h1>榆川高新区管委会</h1></div><b>{TITLE}</b>", TITLE),
    ],
)
def test_titles(heading: str, title: str) -> None:
    read = article(f"{heading}<div>2023-04-19</div>{BODY}")
    assert (read.title, read.text) == (title, f"{FIRST}\n{SECOND}")


def test_a_saved_wechat_page() -> None:
    read = article(
        '<h1 id="activity-name">榆川开门红</h1><a id="js_name">\n 榆川高新发布 </a><em id="publish_time"></em>'
        f'<div id="js_content" style="visibility: hidden; opacity: 0;">{BODY}</div><div>阅读 1032 在看 12</div>'
        '<script>var ct = "1681862400";</script>',
        '<meta property="og:site_name" content="微信公众平台">',
    )
    assert (read.title, read.publisher, read.published) == ("榆川开门红", "榆川高新发布", DAY)
    assert read.text == f"{FIRST}\n{SECOND}"


def test_a_text_that_is_only_in_the_structured_data() -> None:
    declared = (
        '{"@graph": [{"@type": ["NewsArticle"], "headline": "榆川高新区开工", "datePublished": "2023-04-18T17:30:00Z",'
        f' "publisher": {{"name": "榆川日报"}}, "articleBody": "{FIRST}\\n{SECOND}"}}]}}'
    )
    read = article("<div id=root></div>", f'<script type="application/ld+json">{declared}</script>')
    assert (read.text, read.published, read.publisher) == (f"{FIRST}\n{SECOND}", DAY, "榆川日报")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("", '<meta name="weibo: article:create_at" content="2023-04-19 09:05:00">'),
        ('<span itemprop="datePublished" content="2023-04-19">4月19日</span>', ""),
        (
            "",
            '<script type="application/ld+json">[{"@type": "WebPage"}, {"@type": "Article", "datePublished": "2023-04-19"}]</script>',
        ),
        ("", '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2023-04-19"}</script>'),
    ],
)
def test_days_of_publication_in_further_forms(body: str, head: str) -> None:
    assert parse(page(HEADING + body + BODY, head)).published == DAY


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (f'<div>您的浏览器版本过低，请升级后访问。</div><script>var d = "<p>{FIRST}</p>"</script>', ReasonCode.TEXT_IN_SCRIPT),
        ('<div>加载中</div><script>var d = "' + "\\u699c" * 30 + '"</script>', ReasonCode.TEXT_IN_SCRIPT),
        ("<noscript>您的浏览器不支持JavaScript，请开启后再访问本页面。</noscript><div id='app'></div>", ReasonCode.TEXT_IN_SCRIPT),
        ("</body><frameset cols='20%,80%'><frame src='l.html'><noframes>不支持框架</noframes></frameset>", ReasonCode.FRAMES),
    ],
)
def test_a_page_without_its_text_says_where_it_is(source: str, code: ReasonCode) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parse(page(source))
    assert refused.value.reason.code == code


def test_the_links_to_other_pages_of_an_article_go() -> None:
    pager = "<div>首页 上一页 1 <a>2</a> <a>3</a> <a>下一页</a> <a>尾页</a> 共 3 页</div>"
    assert article(HEADING + BODY + pager).text == f"{FIRST}\n{SECOND}"
    assert parse(page(HEADING + BODY + pager)).left_out == ()


def test_the_first_of_several_pages_says_so() -> None:
    pager = '<div><a href="#">1</a> <a href="a_1.html">2</a> <a href="a_1.html">下一页</a> 共2页</div>'
    for more in (pager, "<script>createPageHTML(3, 0, 't2023', 'html');</script>"):
        assert [reason.code for reason in parse(page(HEADING + BODY + more)).left_out] == [ReasonCode.FURTHER_PAGES]
    assert parse(page(f"{HEADING}{BODY}<script>createPageHTML(1, 0, 't2023', 'html');</script>")).left_out == ()


def test_the_title_of_a_window_is_cut_down_to_what_the_page_shows() -> None:
    for window in (f"榆川高新区 - 园区要闻 - {TITLE}", f"榆川日报数字报-{TITLE}", f"榆川高新区_{TITLE}"):
        source = f"<html><head><title>{window}</title></head><body><b>{TITLE}</b><div>2023-04-19</div>{BODY}</body></html>"
        assert to_article(parse(source.encode()), "x", "x.html").title == TITLE


def test_a_letter_to_an_office_is_called_as_its_writer_calls_it() -> None:
    rows = f"<tr><th>信件标题</th><td>关于增加公交车班次的来信建议</td></tr><tr><th>回复内容</th><td>{FIRST}</td></tr>"
    source = f"<html><head><title>领导信箱-榆川高新区</title></head><body><table>{rows}</table></body></html>"
    assert to_article(parse(source.encode()), "x", "x.html").title == "关于增加公交车班次的来信建议"


def test_a_heading_goes_before_the_name_of_a_section() -> None:
    source = f"<html><head><title>榆川高新区 - 最新消息</title></head><body><h2>{TITLE}</h2><p>发布日期：2023-04-19</p>{BODY}</body></html>"
    assert to_article(parse(source.encode()), "x", "x.html").title == TITLE


def test_the_marks_of_notes_are_not_read() -> None:
    assert parse(page("<p>生产总值<sup>[2]</sup>352.68亿元，面积12km<sup>2</sup>。</p>")).text.endswith("生产总值352.68亿元，面积12km²。")


def test_the_office_that_answered_a_letter_and_when() -> None:
    answer = (("回复单位", "榆川高新区人才办"), ("回复时间", "2023-04-19 09:05"), ("回复内容", FIRST))
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in (("信件标题", "补贴何时发放"), *answer))
    read = article(f"<table>{rows}</table>")
    assert (read.title, read.publisher, read.published) == ("补贴何时发放", "榆川高新区人才办", DAY)


def test_a_window_that_is_called_as_its_site_gives_no_title() -> None:
    shown = f"<p>榆川高新区</p><p>{TITLE}</p><p>2023-04-19 来源：榆川日报</p>{BODY}"
    for window in ("榆川高新区", "通知公告", "新闻详情"):
        source = f"<html><head><title>{window}</title></head><body>{shown}</body></html>"
        assert to_article(parse(source.encode()), "x", "x.html").title == TITLE


def test_what_stands_at_the_foot_of_a_table_is_read_last() -> None:
    table = "<table><thead><tr><th>镇</th><th>产值</th></tr></thead><tfoot><tr><td colspan=2>注：现价。</td></tr></tfoot>"
    lines = article(f"{HEADING}{BODY}{table}<tr><td>石埠</td><td>21.7</td></tr></table>").text.split("\n")
    assert lines[2:] == ["镇：石埠 · 产值：21.7", "注：现价。"]


def test_lines_that_end_with_a_comma_go_on() -> None:
    assert article(f"{HEADING}<p>一季度，</p><p>{FIRST}</p><p>{SECOND}</p>").text == f"一季度，{FIRST}\n{SECOND}"


def test_a_page_saved_as_a_single_file_says_from_where() -> None:
    address = "https://news.example.com/2023/04/t20230419_7.html"
    comment = f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {address} \n saved date: x\n-->"
    source = comment + f"<body><h1>{TITLE}</h1>{BODY}</body></html>"
    assert to_article(parse(source.encode()), "x", "x.html").published == DAY
