"""Noise glued to a line goes; what remains is one piece of the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.trimming import strip, trim

BODY = "枫林高新区今天启用第二座标准厂房。"


@pytest.mark.parametrize(
    "prefix",
    [
        "2021-05-06 08:30，正文：",
        "2021-05-06 08:30:15，正文：",
        "2021/05/06 ，正文：",
        "21-05-06 08:30，正文：",
        "，正文：",
        "来源：枫林日报  |  2021年05月06日 08:30:15，正文：      ",
        "2021-05-06，正文：原标题：",
        "原标题：",
        "（原标题：",
        "\u3000\u3000",
        "\ufeff\xa0",
    ],
)
def test_noise_before_a_line_goes(prefix: str) -> None:
    assert trim(prefix + BODY) == BODY


@pytest.mark.parametrize(
    "suffix",
    [
        "返回搜狐，查看更多责任编辑：",
        "返回搜狐，查看更多                        责任编辑：",
        "责任编辑：赵敏",
        "(责任编辑：赵敏 NO012)",
        "【编辑:赵敏】",
        " 编辑：赵敏",
        "责编：赵敏 | 审核：钱进 | 监制：孙立",
        "分享让更多人看到",
        "更多精彩内容请进入地方频道",
        "（来源：枫林发布 ）",
        "【来源：枫林日报-枫林网】",
        "来源：枫林发布返回搜狐，查看更多责任编辑：",
        "新闻线索报料通道：应用市场下载“枫林快讯”APP，记者在线等你。",
        "*枫林独家稿件，转载请注明出处。",
        "版权说明：未经书面许可不得转载本网站上的文字。 如有版权问题请与本网联系。",
        "[打印] [关闭]",
    ],
)
def test_noise_behind_a_line_goes(suffix: str) -> None:
    assert trim(BODY + suffix) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "她当过责任编辑，也做过记者。",
        "开发商在免责声明：“本资料仅供参考”一栏签了字，业主不同意。",
        "文件的原标题：字太小，没人看清。",
        "园区编辑：一份企业名录，收录企业500家。",
        "能量来源：太阳能、风能和地热。",
        "（记者 李四）",
    ],
)
def test_prose_that_mentions_such_words_stays(line: str) -> None:
    assert trim(line) == line


@given(st.text(max_size=200))
def test_what_remains_is_a_piece_of_the_line(line: str) -> None:
    assert trim(line) in line
    assert strip(line) in line
    assert trim(trim(line)) in trim(line)
