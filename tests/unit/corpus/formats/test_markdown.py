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
