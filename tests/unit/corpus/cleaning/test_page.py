"""Whole pages: everything around the article goes, every line of the article stays, nothing is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.page import clean

BODY = (
    "四月十日，记者从海棠经济技术开发区获悉，一季度新开工项目28个，总投资63.5亿元。",
    "一、项目进度",
    "截至三月底，已有12个项目完成桩基施工。责任编辑出身的副主任周明说，手续快了一半。",
    "图为项目现场。李四 摄",
    "63.5亿元！",
    "园区将继续推行帮办代办。免责声明、承诺书等材料可以网上提交。",
    "（记者 李四）",
)
TITLE = "海棠经开区一季度新开工项目28个"
HEADS = {
    "government": f"""无障碍浏览 | 长者模式 | 登录 | 注册
首页 政务公开 互动交流 办事服务 走进园区
您当前的位置：首页 > 新闻中心 > 园区动态
{TITLE}
日期：2021-04-12 10:20 作者：张三 来源：海棠经开区管委会办公室 浏览量：310 字体：大 中 小 打印""",
    "trade site": f"""创新驱动发展 实干成就未来
园区 产业 项目 政策 人才 园区 园区

{TITLE}

   2021-04-12 海棠经开区
40
核心提示:四月十日，记者从海棠经济技术开发区获悉，一季度新开工项目28个，总投""",
    "flat": f"""{TITLE} - 海棠经开区网
登录 注册 | 设为首页 | 加入收藏
2021-04-12 | 海棠日报 | 阅读：3359
分享到：微信 微博 QQ空间""",
    "cell by cell": f"""海棠经开区
园区要闻
{TITLE}
发布时间：
2021-04-12 09:00
信息来源：
海棠日报
阅读次数：1203""",
    "bare": TITLE,
}
FEET = {
    "government": """【打印本页】【关闭窗口】
扫一扫在手机打开当前页
上一篇：海棠经开区召开安全会
下一篇：海棠经开区春季招聘会举行
主办：海棠经济技术开发区管理委员会 承办：信息中心
网站标识码：6401000001 宁ICP备12345678号-1 宁公网安备 64010002000001号
建议使用1024×768分辨率浏览本站""",
    "trade site": """免责声明:本网转载自其它媒体的文章，不代表本网赞同其观点。如果侵犯了您的版权，请与我们联系，我们将及时删除。
更多>同类资讯
推荐图文
推荐资讯
点击排行
网站首页  |  关于我们  |  联系方式  |  免责声明  |   |  宁ICP备05000000号
宁公网安备 64040200000000号""",
    "related": """相关阅读：
海棠经开区出台人才新政
海棠经开区获批国家孵化器
声明：本网站所刊载信息，不代表本网观点。如涉及侵权，请联系删除。
热门推荐
1 某地举办灯会
Copyright © 2021 海棠新闻网 All Rights Reserved""",
    "none": "",
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET.keys())
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_body_is_left_whole_and_alone(head: str, foot: str) -> None:
    page = clean(f"{head}\n\n　　" + "\n　　".join(BODY) + f"\n\n{foot}\n")
    assert page.body == BODY
    assert page.title is not None
    assert page.title.startswith(TITLE)


def test_a_list_inside_the_article_goes_and_the_article_goes_on() -> None:
    page = clean(f"{TITLE}\n2021-04-12 海棠日报\n{BODY[0]}\n相关阅读\n海棠经开区获批孵化器\n{BODY[2]}\n")
    assert page.body == (BODY[0], BODY[2])


def test_a_summary_that_says_more_than_the_text_stays() -> None:
    page = clean(f"{TITLE}\n2021-04-12 海棠日报\n核心提示：这一轮开工里，民营项目首次过半。\n{BODY[0]}\n")
    assert page.body == ("核心提示：这一轮开工里，民营项目首次过半。", BODY[0])


def test_repeated_paragraphs_and_titles_are_kept_once() -> None:
    page = clean(f"{TITLE}\n2021-04-12 海棠日报\n{TITLE}\n{BODY[0]}\n{BODY[2]}\n{BODY[0]}\n")
    assert page.body == (BODY[0], BODY[2])


def test_a_source_line_below_the_text_is_no_head() -> None:
    page = clean(f"{TITLE}\n{BODY[0]}\n{BODY[2]}\n来源：海棠日报 2021-04-12\n（完）\n")
    assert page.body[:2] == (BODY[0], BODY[2])


def test_an_interview_keeps_its_questions() -> None:
    lines = (
        "记者：今年的目标是什么？",
        "主任：产值增长百分之七以上，力争新引进项目六十个。",
        "记者：怎么做到？",
        "主任：靠服务，把审批压到五天以内。",
    )
    assert clean("对话园区主任\n2021-04-12 海棠日报\n" + "\n".join(lines)).body == lines


def test_a_notice_keeps_its_addressee_and_signature() -> None:
    lines = (
        "各有关企业：",
        "现将申报事项通知如下。",
        "一、申报时间：即日起至六月三十日。",
        "联系电话：0000-1234567",
        "石桥工业园区管委会",
        "2019年5月20日",
    )
    assert clean("关于申报创新券的通知\n" + "\n".join(lines)).body == lines


def test_who_holds_an_event_is_part_of_its_notice_but_who_runs_a_site_is_not() -> None:
    lines = ("主办单位：海棠市总工会", "地址：创业路1号 电话：0000-1234567", "请在五月三十一日以前报名，名额三十个。")
    page = clean(
        "技能大赛报名开始\n2021-04-12 海棠日报\n" + "\n".join(lines) + "\n主办单位：海棠经开区管委会\n地址：政务路2号 邮编：750000\n"
    )
    assert page.body == lines


def test_a_subtitle_belongs_to_the_title() -> None:
    assert clean(f"十年一座城\n——海棠经开区发展纪实\n2021-04-12 海棠日报\n{BODY[0]}\n").title == "十年一座城——海棠经开区发展纪实"
    broken = "海棠经开区召开上半年工作总结暨\n下半年工作部署会议"
    assert clean(f"{broken}\n2021-04-12 海棠日报\n{BODY[0]}\n").title == broken.replace("\n", "")


def test_one_flattened_line_keeps_its_prose() -> None:
    page = clean(f"2021-04-12 09:50，正文：原标题：{TITLE}{BODY[0]}返回搜狐，查看更多责任编辑：\n")
    assert page.text == TITLE + BODY[0]


def test_line_ends_of_all_systems() -> None:
    assert clean(f"{BODY[0]}\r\n{BODY[2]}\r{BODY[5]}\n").body == (BODY[0], BODY[2], BODY[5])


PIECES = st.sampled_from(
    [
        *BODY,
        TITLE,
        "2021-04-12 海棠日报",
        "来源：",
        "海棠日报",
        "相关阅读",
        "核心提示：四月",
        "免责声明：本网",
        "首页 > 新闻",
        "上一篇：无",
        "记者：",
        "　　",
        "一二三 四五六 七八九 十",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=30), st.sampled_from(["\n", "\r\n", "\n\n　　"]))
def test_no_line_is_invented(lines: list[str], end: str) -> None:
    source = end.join(lines)
    pieces = source.replace("\r", "\n").split("\n")
    for line in clean(source).body:
        assert any(line in piece for piece in pieces)


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=6, unique=True))
def test_bodies_without_a_frame_stay_as_they_are(lines: list[str]) -> None:
    text = clean("\n".join(lines))
    assert [line for line in (*([text.title] if text.title else []), *text.body)] == lines


def test_rows_of_tables_are_neither_heads_nor_noise() -> None:
    rows = ("序号：1 · 日期：2021-04-12 · 来源：海棠日报", "主办单位：海棠经开区管委会 · 电话：0311-1234567 · 邮编：050000")
    page = clean("\n".join((TITLE, *rows)), rows=frozenset(rows))
    assert (page.title, page.body) == (TITLE, rows)
    assert clean("\n".join((TITLE, *rows))).body != rows


def test_who_builds_a_project_is_no_owner_of_the_page() -> None:
    lines = ("项目名称：高端轴承", "建设单位：海棠轴承公司", "总投资：5.2亿元", "建设地点：海棠高新区创业路")
    assert clean("\n".join(lines)).body == lines
    assert clean("\n".join((BODY[0], *lines))).text.endswith("\n".join(lines))
    assert clean("\n".join((*BODY, "主办单位：海棠高新区管委会", "地址：创业路1号 邮编：750000"))).text.endswith(BODY[-1])


def test_the_title_behind_a_label_is_not_repeated() -> None:
    assert clean(f"{TITLE}\n2021-04-12 海棠日报\n原标题：{TITLE}\n{BODY[0]}").body == (BODY[0],)
