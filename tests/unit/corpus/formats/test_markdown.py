"""Markdown: front matter and text without marks."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.markdown import parse


def test_front_matter_gives_the_fields() -> None:
    fields = 'title: "园区开工"\ndate: 2021-04-12\npublisher: 海棠日报\nurl: https://example.com/1\nparks: [海棠经开区, 枫林高新区]'
    document = parse(f"---\n{fields}\n---\n正文。\n".encode())
    assert document.title == "园区开工"
    assert document.published == date(2021, 4, 12)
    assert document.publisher == "海棠日报"
    assert document.url == "https://example.com/1"
    assert document.parks == ("海棠经开区", "枫林高新区")
    assert document.text.strip() == "正文。"


def test_marks_go_and_words_stay() -> None:
    source = """# 园区**开工**

> 产值增长 *9%*，详见[公报](https://example.com)。

- 轴承
- `铝材`
- [x] 铜材

![图](a.png)

| 项目 | 投资 |
| --- | --- |

***
<!-- 注 -->3 * 4 * 5
"""
    document = parse(source.encode())
    assert document.title == "园区开工"
    assert [line.strip() for line in document.text.splitlines() if line.strip()] == [
        "园区开工",
        "产值增长 9%，详见公报。",
        "轴承",
        "铝材",
        "铜材",
        "| 项目 | 投资 |",
        "3 * 4 * 5",
    ]


def test_a_file_without_front_matter_or_heading_has_no_fields() -> None:
    document = parse("只有正文。".encode())
    assert (document.text, document.title, document.published, document.publisher) == ("只有正文。", None, None, None)


@given(st.text(alphabet="#*_-`[]()!|<>: \n园区title", max_size=120))
def test_any_marks_are_read(source: str) -> None:
    try:
        assert isinstance(parse(source.encode()).text, str)
    except UnreadableFile as error:
        assert str(error)


def test_yaml_lists_folded_titles_and_comments() -> None:
    fields = "title: >-\n  榆川高新区举行\n  集中签约\ndate: 2023-06-09T08:30:00+08:00 # 发布\nsource: 榆川日报\nparks:"
    fields += "\n  - 榆川高新区\n  - 澄江经开区"
    document = parse(f"---\r\n{fields}\n---\n\n正文。".encode())
    assert (document.title, document.published, document.publisher) == ("榆川高新区举行 集中签约", date(2023, 6, 9), "榆川日报")
    assert document.parks == ("榆川高新区", "澄江经开区")


def test_toml_and_what_is_no_yaml() -> None:
    assert parse('+++\ntitle = "签约活动"\ndate = 2023-06-09\n+++\n正文。'.encode()).published == date(2023, 6, 9)
    document = parse("---\ntitle: 榆川高新区: 签约\ndate: 2023-06-09\n---\n正文。".encode())
    assert (document.title, document.published, document.text) == ("榆川高新区: 签约", date(2023, 6, 9), "正文。")


def test_underlined_headings_notes_escapes_and_struck_words() -> None:
    document = parse("榆川高新区指标\n====\n\n强度为 2\\*1.6%[^1]，企业~~310~~326家。\n后文&lt;1&gt;。\n\n[^1]: 初步核算数。\n".encode())
    assert document.title == "榆川高新区指标"
    lines = [line for line in document.text.split("\n") if line]
    assert lines == ["榆川高新区指标", "强度为 2*1.6%，企业326家。", "初步核算数。", "后文<1>。"]


def test_rows_of_tables_stand_with_their_headers_and_unit() -> None:
    table = "表1 主要指标（单位：亿元）\n\n| 指标 | 2021年 | 2022年 |\n|:---|---:|---:|\n| **税收** | 26.1 | 28.7 |\n后文。"
    document = parse(table.encode())
    row = "指标：税收 · 2021年：26.1 · 2022年：28.7 · 单位：亿元"
    assert document.text.split("\n") == ["表1 主要指标（单位：亿元）", row, "后文。"]
    assert document.rows == {row}


def test_tables_in_html_are_read_by_rows() -> None:
    rows = "<tr><td>指标</td><td>本周</td><td>上周</td></tr>\n<tr><td>出租率</td><td>91.3%</td><td>90.8%</td></tr>"
    assert parse(f"# 周报\n\n<table>{rows}</table>\n\n完毕。".encode()).rows == {"指标：出租率 · 本周：91.3% · 上周：90.8%"}


def test_marks_of_notebooks_and_calls_to_templates_go() -> None:
    source = (
        "> [!note]- 摘要\n> 明渠经开区有[[纺织|纺织服装]]企业 ==312== 家，见[[2023年报]]。 ^blk1\n\n![[厂房.png]]\n\n"
        '%%先别发%%\n\n{{< figure src="a.jpg" title="机房" >}}\n用工2.9万人，占比5%%。\n'
    )
    text = parse(source.encode()).text
    assert list(filter(None, text.split("\n"))) == ["摘要", "明渠经开区有纺织服装企业 312 家，见2023年报。", "用工2.9万人，占比5%%。"]
