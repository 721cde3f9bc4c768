"""The shapes of single lines on Chinese government and news pages."""

import pytest

from corpus.cleaning.noise import (
    is_byline,
    is_control,
    is_disclaimer,
    is_field_line,
    is_footer,
    is_label,
    is_menu,
    is_owner,
    is_prose,
    opens_list,
    tells_origin,
)


@pytest.mark.parametrize(
    "line",
    [
        "分享到：微信 微博 QQ空间",
        "【打印本页】【关闭窗口】",
        "[打印] [关闭]",
        "字号：[大 中 小]",
        "大 中 小",
        "扫一扫在手机打开当前页",
        "当前位置：首页 > 新闻 > 要闻",
        "首页 >> 园区动态 >> 正文",
        "您现在的位置是：首页 - 新闻",
        "登录 注册 | 设为首页 | 加入收藏",
        "浏览次数：1203",
        "1203次阅读",
        "（责任编辑：赵敏）",
        "编辑：赵敏",
        "广告 点击查看更多 ×",
        "返回顶部",
        "暂无评论",
        "微信 微博 朋友圈",
        "点击蓝字关注我们",
        "↑点击上方“枫林发布”关注我们",
        "喜欢就点个在看吧",
        "长按识别二维码关注",
        "点击“阅读原文”查看更多",
        "— END —",
        "阅读 3021",
        "第 3 页 共 9 页",
        "上一版  下一版",
        "枫林融媒 04-19 08:30 阅读 2.3万",
        "举报",
        "·212·        枫林年鉴（2022）",
        "点击收听",
        "来源｜枫林日报",
        "放大 缩小 默认",
        "小字号",
        "听全文",
        "【纠错】【责任编辑:赵敏】",
        "010020010010000000000000011100001129588",
        "第二章 空间布局........................ 3",
        "目　录",
    ],
)
def test_controls(line: str) -> None:
    assert is_control(line)


@pytest.mark.parametrize(
    "line", ["首页 园区概况 新闻动态 招商引资 政务公开", "园区 | 产业 | 项目 | 政策 | 人才", "氢能 光伏 储能 芯片 园区 园区"]
)
def test_menus(line: str) -> None:
    assert is_menu(line)


@pytest.mark.parametrize(
    "line",
    [
        "相关阅读",
        "相关新闻：",
        "推荐图文",
        "点击排行",
        "更多>同类资讯",
        "热门推荐",
        "上一篇：关于放假的通知",
        "下一篇：没有了",
        "猜你喜欢",
        "喜欢此内容的人还喜欢",
        "友情链接",
        "Related articles",
    ],
)
def test_lists_of_other_articles(line: str) -> None:
    assert opens_list(line)


@pytest.mark.parametrize(
    "line",
    [
        "网站首页 | 联系我们",
        "网站首页  |  关于我们  |  联系方式",
        "宁ICP备12345678号-1",
        "宁公网安备 64010000000001号",
        "版权所有 枫林高新区融媒体中心 未经授权不得转载",
        "Copyright © 2021 枫林网 All Rights Reserved",
        "建议使用1024×768分辨率浏览本站",
        "网站标识码：6401000001",
    ],
)
def test_footers(line: str) -> None:
    assert is_footer(line)


@pytest.mark.parametrize("line", ["主办单位：枫林高新区管委会  网站地图 | 联系我们", "地址：创业路1号 邮编：750000", "举报电话：12345"])
def test_owners(line: str) -> None:
    assert is_owner(line)


@pytest.mark.parametrize(
    "line",
    [
        "免责声明：本网转载的文章不代表本网观点。",
        "声明：以上内容不代表本网观点。",
        "枫林声明：此消息系转载自合作媒体，风险自担。",
        "【版权声明】",
    ],
)
def test_disclaimers(line: str) -> None:
    assert is_disclaimer(line)


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2021-05-06  来源：枫林日报  浏览次数：7 次  字号：[大 中 小]",
        "2021-05-06 枫林高新区",
        "2021-05-06 | 枫林日报 | 阅读：33",
        "日期：2021-05-06 10:20 作者：张三 来源：管委会办公室",
        "2021年05月06日 08:11:22",
        "来源：枫林日报 2021-05-06 08:11",
        "March 3, 2021 | Source: Maple Daily",
        "By Zhang Wei | Maple Daily | Updated: Mar 3, 2021 10:02",
        "枫林高新区管委会办公室　　　2021年5月6日",
        "枫林高新区党政办公室编2021年5月6日",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2021年5月6日，枫林高新区召开大会。",
        "2021年5月6日上午十点，枫林高新区第三届运动会在体育中心隆重开幕",
        "截至2021年5月6日，园区已有企业五百家，其中上市公司七家",
        "枫林高新区",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑出身的他，现在是一名招商员。",
        "免责声明、承诺书等材料可以网上提交。",
        "一、项目进度",
        "1300万元!",
        "图为项目现场。李四 摄",
        "主办方表示，明年还会再办。",
        "首页改版后，网站的访问量翻了一番。",
        "相关阅读材料已经发到企业手中。",
        "推荐图文并茂的展板三十块。",
        "版权交易额达到3亿元，增长两成。",
        "问：补贴标准是多少？",
        "上一篇报道见报后，企业的订单多了。",
        "特别提示：申报截止到六月三十日，过期不再受理。",
        "声明：本公司从未授权任何个人招工。",
        "技术支持方面，园区新聘专家九名",
        "目录里的项目已开工八个",
    ],
)
def test_lines_of_articles_are_none_of_these(line: str) -> None:
    assert not (is_control(line) or is_menu(line) or opens_list(line) or is_footer(line) or is_disclaimer(line) or is_byline(line))


def test_fields() -> None:
    assert is_field_line("来源：枫林日报 作者：张三 点击：12")
    assert tells_origin("来源：枫林日报 作者：张三")
    assert tells_origin("09:19:15稿源：枫林日报")
    assert not tells_origin("作者：张三")
    assert not is_field_line("记者：今年的目标是什么？")
    assert is_label("信息来源：")
    assert not is_label("主任：")


def test_prose() -> None:
    assert is_prose("枫林高新区今天启用第二座标准厂房，面积三万平方米。")
    assert not is_prose("枫林高新区召开安全生产会议")


@pytest.mark.parametrize(
    "piece",
    ["打印 ", "返回顶部", "登录 注册 ", "首页 > ", "相关阅读>>>>", "微信 QQ空间 ", "【关闭】", "来源：甲 ", "字号：大 中 小 ", "  "],
)
def test_endless_repetition_is_judged_at_once(piece: str) -> None:
    line = (piece * 160)[:150] + "甲，乙"
    assert not (is_control(line) and opens_list(line) and is_footer(line) and is_byline(line) and is_field_line(line))


def test_what_an_article_tells_of_a_time_is_no_byline() -> None:
    assert not is_byline("开标时间：2024年6月18日9时30分")
    assert is_byline("公告时间：2023年12月08日 17:55")
    assert is_byline("By Zhang Wei | maple.example.com | Updated: 2023-11-02 09:31")


def test_those_who_made_a_page_are_none_of_its_text() -> None:
    assert is_control("（供稿：綦然　审核：戚凡）")
    assert not is_control("文字：由各部门负责整理的材料共30份")
