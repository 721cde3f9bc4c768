"""Publishers: a label, the byline, the dateline, the reporters, the owner; never an empty phrase."""

import pytest

from corpus.metadata.publisher import byline_publisher, labelled_publisher, owner_publisher, signature_publisher, text_publisher


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("发布时间：2021-05-06  来源：枫林日报  浏览次数：7 次", "枫林日报"),
        ("信息来源：枫林高新区管委会办公室", "枫林高新区管委会办公室"),
        ("来源：枫林发布 编辑：周舟", "枫林发布"),
        ("来源：枫林晚报缩小字体放大字体收藏微博", "枫林晚报"),
        ("（来源：荆楚网（湖北日报网））", "荆楚网（湖北日报网）"),
        ("【来源：枫林日报-枫林网】", "枫林日报"),
        ("Source: Maple Daily", "Maple Daily"),
        ("2021-05-06 16:21来源：枫林发布阅读次数：1024", "枫林发布"),
        ("来源：枫林日报2021-05-06 16:21", "枫林日报"),
        ("稿源：枫林日报　编辑：周舟", "枫林日报"),
        ("来源｜枫林日报", "枫林日报"),
        ("来源：本站原创", None),
        ("来源：网络", None),
        ("数据来源：统计局", None),
        ("能量来源：太阳能", None),
        ("来源：", None),
    ],
)
def test_labels(line: str, name: str | None) -> None:
    assert labelled_publisher([line]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2021-05-06 枫林高新区", "枫林高新区"),
        ("2021-05-06 08:11 | 枫林日报 | 阅读：33", "枫林日报"),
        ("2021年05月06日 08:11:22", None),
        ("2021年05月06日 星期四", None),
        ("【信息时间：2021/5/6　阅读次数：212】【我要打印】【关闭】", None),
        ("枫林高新区党政办公室编2021年5月6日", "枫林高新区党政办公室"),
        ("原创 枫小园 枫林发布 2021-05-06 18:30 发表于浙江", "枫林发布"),
        ("枫林发布 2021-05-06 18:30 发表于浙江", "枫林发布"),
        ("枫林高新区", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    assert byline_publisher(line) == name


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("湖北日报讯（记者 赵敏）园区投产。", "湖北日报"),
        ("人民网合肥8月3日电（记者 赵敏）园区投产。", "人民网"),
        ("中新社香港8月3日电 园区投产。", "中新社"),
        ("红网时刻新闻7月26日讯（记者 赵敏）园区投产。", "红网时刻新闻"),
        ("2021-08-03 09:00，正文：原标题：园区投产长沙晚报8月3日讯（记者 赵敏）园区投产。", "长沙晚报"),
        ("深圳新闻网2023年7月28日讯（记者 赵敏）园区投产。", "深圳新闻网"),
        ("极目新闻记者 赵敏 园区投产。", "极目新闻"),
        ("来源：人民网－安徽频道园区投产。", "人民网－安徽频道"),
        ("本报讯（记者 赵敏）园区投产。", None),
        ("园区8月3日电力供应恢复。", None),
    ],
)
def test_openings(opening: str, name: str | None) -> None:
    assert text_publisher(opening, "", opening) == name


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        ("园区投产。来源：上海松江返回搜狐，查看更多责任编辑：", "上海松江"),
        ("园区投产。（来源：上海宝山 ）", "上海宝山"),
        ("园区投产。《 人民日报 》（ 2023年08月17日   06 版）", "人民日报"),
        ("园区投产。（央视新闻客户端）", "央视新闻"),
        ("园区投产。*文汇独家稿件，转载请注明出处。", "文汇"),
        ("园区投产。（记者 赵敏）", None),
    ],
)
def test_closings(closing: str, name: str | None) -> None:
    assert text_publisher("园区投产。", closing, "园区投产。") == name


def test_owner_and_signature() -> None:
    assert owner_publisher(["网站首页", "主办单位：枫林高新区管理委员会  网站地图"]) == "枫林高新区管理委员会"
    assert owner_publisher(["枫林日报社版权所有 未经授权不得转载"]) == "枫林日报社"
    assert signature_publisher(("各企业：", "请按时申报。", "石桥工业园区管委会", "2019年5月20日")) == "石桥工业园区管委会"
    assert signature_publisher(("各企业：", "请按时申报。", "截止日期是", "2019年5月20日")) is None
