"""Parks: proper names with their kind, most mentioned first, one spelling for one park."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.parks import find_parks, without_kind


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("银川经开区召开工作会议。", ("银川经开区",)),
        ("记者从海棠高新区获悉，产值增长。", ("海棠高新区",)),
        ("临港新片区和洋山特殊综合保税区联合办税。", ("临港新片区", "洋山特殊综合保税区")),
        ("位于济宁市高新区的工厂投产。", ("济宁高新区",)),
        ("整个园区都在建设，该产业园很新。", ()),
        ("全省开发区工作会议召开。", ()),
        ("2013年朔川高新技术产业开发区交出答卷。", ("朔川高新技术产业开发区",)),
        ("港商到訪棲港綜合保稅區。", ("棲港綜合保稅區",)),
        ("The Harbour View Economic Zone opened. Harbour View Economic Zone grows.", ("Harbour View Economic Zone",)),
        ("今天天气很好。", ()),
        ("海棠高新区的智能装备产业园和冷链物流产业园开工。", ("海棠高新区",)),
        ("苏州生物医药产业园招商。", ("苏州生物医药产业园",)),
        ("云澜经开区（Yunlan Economic Zone）招商。", ("云澜经开区",)),
        ("云澜经开区比朔川高新区多几家企业", ("云澜经开区", "朔川高新区")),
        ("请问云澜经开区跟朔川高新区哪个大", ("云澜经开区", "朔川高新区")),
        ("王明任岚川经开区党工委书记。", ("岚川经开区",)),
        ("李明曾担任经济技术开发区管委会主任。", ()),
        ("我们要建设一流高新区，跻身全国百强高新区。", ()),
        ("国家级经开区榆川经济技术开发区签约。", ("榆川经济技术开发区",)),
        ("梧川经开区（高新区）招商。", ("梧川经开区", "梧川高新区")),
        ("海棠、青屏、朔川经开区签约。", ("海棠经开区", "青屏经开区", "朔川经开区")),
        ("会后，甲海棠、乙青屏、朔川高新区三地联合招商。", ("甲海棠高新区", "乙青屏高新区", "朔川高新区")),
        ("记者从合肥、石家庄、芜湖综保区获悉，通关提速。", ("合肥综保区", "石家庄综保区", "芜湖综保区")),
        ("领导、高校、朔川经开区和企业座谈。", ("朔川经开区",)),
        ("半导体、新材料、朔川经开区签约。", ("朔川经开区",)),
        ("", ()),
        ("项目选址青屏经开区，厂房整体搬入青屏综保区。", ("青屏经开区", "青屏综保区")),
        ("关于调整高新区班车1线的通告。麓川高新区职工可乘2线（高铁北站—软件园）。", ("麓川高新区",)),
        ("一筐荔枝的一天——蹲点禾港综保区。全年综保区进出口增长两成，海关驻综保区。", ("禾港综保区",)),
        ("第六届园区杯落幕，岩溪经开区得第一。", ("岩溪经开区",)),
        ("经研究，沈望舒同志任高新区党工委委员，蓝晓笙任高新区招商局局长。", ()),
        ("选址经开区，是因为电价便宜；我们跟高新区谈过。市委常委、高新区书记到会。", ()),
    ],
)
def test_names(text: str, parks: tuple[str, ...]) -> None:
    assert find_parks(None, text) == parks


def test_full_name_and_short_form_are_one_park() -> None:
    text = "云澜经济技术开发区今天开会。云澜经开区党工委书记说，云澜经开区要争先。"
    assert find_parks("云澜经开区开会", text) == ("云澜经济技术开发区",)


def test_the_title_weighs_more_than_one_mention() -> None:
    assert find_parks("海棠经开区开会", "枫林高新区代表到会。海棠经开区领导讲话。")[0] == "海棠经开区"


def test_words_before_a_name_that_do_not_recur_are_no_part_of_it() -> None:
    text = "数读青岚工业园。青岚工业园在增长。青岚工业园还要招工。"
    assert find_parks(None, text) == ("青岚工业园",)


def test_at_most_five() -> None:
    names = ["合肥", "芜湖", "蚌埠", "淮南", "安庆", "滁州", "宿州"]
    assert len(find_parks(None, "、".join(f"{name}经开区" for name in names))) == 5


@given(st.text(alphabet="银川经开区高新技术产业园（）“”一的在和2年\n", max_size=80))
def test_every_park_is_short_and_has_a_name(text: str) -> None:
    for park in find_parks(None, text):
        assert 4 <= len(park) <= 30


@pytest.mark.parametrize(
    ("park", "name"),
    [
        ("云澜经开区", "云澜"),
        ("云澜经济技术开发区", "云澜"),
        ("云澜高新技术产业开发区", "云澜"),
        ("临港新片区", "临港"),
        ("汀州工业园区", "汀州"),
        ("云澜园区产业园", "云澜园区"),
        ("云澜", "云澜"),
        ("经开区", "经开区"),
        ("云澜经开区管委会", "云澜经开区管委会"),
        ("", ""),
    ],
)
def test_the_name_without_its_kind(park: str, name: str) -> None:
    assert without_kind(park) == name


@given(st.text(alphabet="云澜经济技术开发区高新产业园", max_size=20))
def test_a_name_is_where_its_park_begins(park: str) -> None:
    assert park.startswith(without_kind(park))
    assert without_kind(park) or not park


def test_a_name_that_begins_the_title_needs_no_second_mention() -> None:
    assert find_parks("南浔岭产业园政策问答", "落户奖励怎么申请？") == ("南浔岭产业园",)
    assert find_parks("特色产业园建设提速", "各地都在建设。") == ()
