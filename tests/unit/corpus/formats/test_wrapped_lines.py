from __future__ import annotations

import pytest

from corpus.formats.text import parse
from corpus.formats.wrapped_lines import unwrapped
from tests.processor_time import processor_seconds

TITLE = "榆川签约"
WRAPPED = ["　　6月8日，榆川高新区举行第二季度项目集中", "签约活动，现场签约项目14个，总投资63.8", "亿元，其中制造业项目9个。"]
SECOND = ["　　今年以来，高新区已新签约项目33个，总投", "资120亿元，同比多签7个。"]
WHOLE = ["　　6月8日，榆川高新区举行第二季度项目集中签约活动，现场签约项目14个，总投资63.8亿元，其中制造业项目9个。"]


def test_paragraphs_that_were_broken_at_a_width_are_whole_again() -> None:
    assert unwrapped([TITLE, *WRAPPED, *SECOND]) == [TITLE, *WHOLE, "　　今年以来，高新区已新签约项目33个，总投资120亿元，同比多签7个。"]


def test_english_is_joined_with_blanks() -> None:
    lines = [
        "Signing",
        "Yuchuan Zone signed fourteen projects worth 6.4 billion yuan on",
        "Thursday, officials said. Nine are in manufacturing and",
        "the rest in services.",
    ]
    assert unwrapped(lines)[1] == " ".join(lines[1:])


@pytest.mark.parametrize(
    "lines",
    [
        [
            TITLE,
            "榆川精密机械制造有限公司 年度贡献奖",
            "榆川光电科技发展有限公司 年度创新奖",
            "榆川食品工业集团有限公司 年度成长奖",
            "会议于6月8日举行，共表彰3家企业。",
        ],
        [TITLE, "来源：榆川日报 2023-06-09", *WHOLE, "　　会议由管委会主任主持，各部门负责人参加。"],
        [
            TITLE,
            "一、总体情况怎么样、有什么特点和不足之处",
            "二、主要做法有哪些、还有什么可以改进的呢",
            "三、下一步打算是什么、由哪些部门负责落实",
        ],
        [
            "榆川园区网",
            "当前位置：首页>政务公开>招商引资",
            "榆川高新区赴外地招商 签约11个项目",
            "发布日期：2023-06-05 字号：[ 大 中 小 ]",
            "6月1日至3日，榆川高新区管委会主任带队赴外地开展招商活动，走访企业14家，集中签约项目11个，总投资67.3亿元。",
        ],
        [],
    ],
)
def test_lines_of_their_own_stay(lines: list[str]) -> None:
    assert unwrapped(lines) == lines


def test_spread_labels_are_closed_and_figures_stay() -> None:
    text = parse("工　业　总　产　值：　5 1 2 . 3 亿元\n税　　收：28.7亿元\n张 三 丰 说".encode()).text
    assert text == "工业总产值：　5 1 2 . 3 亿元\n税收：28.7亿元\n张 三 丰 说"


def test_an_address_stays_the_first_line() -> None:
    document = parse("\n".join(["URL: https://example.org/1", TITLE, *WRAPPED]).encode())
    assert document.text.split("\n") == ["URL: https://example.org/1", TITLE, *WHOLE]


def test_many_lines_take_no_time() -> None:
    lines = [TITLE, *(WRAPPED[:2] * 20_000)]
    assert processor_seconds(lambda: unwrapped(lines)) < 10


def test_a_line_that_ends_with_a_comma_goes_on_below() -> None:
    lines = [TITLE, "　　一季度，", "", "榆川高新区新签约项目14个、", "　　总投资63.8亿元，", "一、基本情况", "增长9%。"]
    assert unwrapped([TITLE, "产值达到88.6", "亿元，增长9%。", "共3", "家。"]) == [TITLE, "产值达到88.6亿元，增长9%。", "共3家。"]
    cut = "    6月8日，榆川高新区举行第二季度项目集中签约活动，其中规模以上工"
    assert unwrapped([TITLE, cut, "业项目9个。", "    会后参观。"]) == [TITLE, f"{cut}业项目9个。", "    会后参观。"]
    assert unwrapped([TITLE, "2023", "企业增加"]) == [TITLE, "2023", "企业增加"]
    assert unwrapped(lines) == [TITLE, "　　一季度，榆川高新区新签约项目14个、总投资63.8亿元，", "一、基本情况", "增长9%。"]


def test_a_text_may_be_broken_after_so_many_characters_however_narrow_its_figures_are() -> None:
    lines = [
        "海棠经开区举行上半年工作会",
        "　　7月9日下午，海棠经开区召开上半年工作总结暨下半年工作部",
        "署会议。园区管委会主任林未主持会议，副主任石南通报上半年工作",
        "情况。",
        "　　会议指出，上半年园区实现工业总产值73.8亿元，同比增长",
        "9.2%；新入园企业45家，盘活闲置厂房6.3万平方米，帮助",
        "企业争取各类扶持资金2960万元，解决用地、用电、用工等问题",
        "184个。",
    ]
    _, first, second = unwrapped(lines)
    assert first.endswith("通报上半年工作情况。")
    assert second.strip() == "".join(lines[4:]).strip()
