"""Titles: cleaned of labels and site names, and found at the seam between a title and the text glued to it."""

import pytest

from corpus.metadata.title import bare_title, glued_title, labelled_title, official_title

TITLE = "海棠经开区启动夏季送清凉活动"


@pytest.mark.parametrize(
    "raw",
    [
        TITLE,
        f"{TITLE} - 海棠市园区网",
        f"{TITLE}_园区要闻_海棠经开区管委会",
        f"{TITLE}|海棠日报",
        f"{TITLE}-海棠新闻网",
        f"原标题：{TITLE}",
        f"标题：{TITLE}",
    ],
)
def test_labels_and_site_names_go(raw: str) -> None:
    assert bare_title(raw) == TITLE


@pytest.mark.parametrize(
    "title", ["十年磨一剑——海棠经开区发展纪实", "“双11”首日订单过万", "定目标 鼓干劲 - 海棠经开区部署新一年工作", "中国—东盟产业园开园"]
)
def test_dashes_inside_a_title_stay(title: str) -> None:
    assert bare_title(title) == title


@pytest.mark.parametrize(
    "body",
    [
        "8月3日，海棠经开区总工会走访了十二家企业。",
        "近日，海棠经开区总工会走访了十二家企业。",
        "为进一步关心户外劳动者，总工会走访了十二家企业。",
        "本报讯（记者 赵敏）总工会走访了十二家企业。",
        "湖北日报讯（记者 赵敏）总工会走访了十二家企业。",
        "人民网武汉8月3日电（记者 赵敏）总工会走访了十二家企业。",
        "来源：海棠发布总工会走访了十二家企业。",
        "记者 赵敏 通讯员 钱进 总工会走访了十二家企业。",
        "“这杯绿豆汤真解暑，喝完浑身都有劲，谢谢你们！”环卫工人老周说。",
        "海棠经开区总工会走访了十二家企业。",
        f"{TITLE}总工会走访了十二家企业。",
        f"{TITLE} 总工会走访了十二家企业。",
        "   总工会走访了十二家企业。",
        "随着气温升高，总工会走访了十二家企业。",
    ],
)
def test_the_seam_between_title_and_text(body: str) -> None:
    assert glued_title(f"2021-08-03 09:00，正文：原标题：{TITLE}{body}") == TITLE


def test_without_a_visible_seam_there_is_no_title() -> None:
    assert glued_title("原标题：一二三四五六七八九十甲乙丙丁戊己庚辛壬癸。") is None
    assert glued_title(f"{TITLE}8月3日，走访。") is None


def test_a_labelled_line() -> None:
    assert labelled_title(f"标题：{TITLE}") == TITLE
    assert labelled_title("标题：甲。乙。") is None


def test_an_official_letter_printed_in_full() -> None:
    text = "8月12日，省政府网站发布批复，具体如下：某省人民政府关于设立海棠高新技术产业开发区的批复海棠市人民政府：你市请示收悉。"
    assert official_title(text) == "某省人民政府关于设立海棠高新技术产业开发区的批复"
    assert official_title("园区转发了关于安全生产的通知，要求各企业落实。") is None
