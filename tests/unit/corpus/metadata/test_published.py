"""The day of publication, and the year that a text itself is about."""

from datetime import date

import pytest

from corpus.metadata.published import date_of_url, labelled_date, opening_date, short_header_date, year_of


def test_a_label_points_to_its_date() -> None:
    assert labelled_date("截止2020-01-01 发布时间：2020-03-04 来源：甲报") == date(2020, 3, 4)
    assert labelled_date("2020-03-04 甲报") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/news/2022-02/09/c_1.html", date(2022, 2, 9)),
        ("https://example.com/xw/t20220209_88.html", date(2022, 2, 9)),
        ("https://example.com/2022/02/09/a.html", date(2022, 2, 9)),
        ("https://example.com/a/0001.html", None),
        (None, None),
    ],
)
def test_addresses_carry_days(url: str | None, day: date | None) -> None:
    assert date_of_url(url) == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年上半年，园区新增企业30家，较2019年增长一倍。", 2021),
        ("到2025年，园区产值要翻一番。", None),
        ("项目自2014年6月开工以来，今年进展最快。", None),
        ("截至2023年8月底，园区有企业500家。", 2023),
        ("条例自2023年10月1日起施行。", 2023),
        ("2023全国技能大赛在园区开幕。", 2023),
        ("今年园区产值增长9%。2021年，产值为80亿元。", None),
        ("投资2000万元，占地2010亩。", None),
    ],
)
def test_the_year_that_a_text_is_about(text: str, year: int | None) -> None:
    assert year_of(text) == year


def test_a_day_without_a_year_takes_the_year_of_the_text() -> None:
    assert opening_date("6月5日，桃源经开区发布2021年上半年数据。") == date(2021, 6, 5)
    assert opening_date("6月5日，桃源经开区召开会议。") is None


def test_short_headers() -> None:
    assert short_header_date("21-06-05 08:30", "") == date(2021, 6, 5)
    assert short_header_date("06-05 08:30", "园区2021年上半年产值出炉。") == date(2021, 6, 5)
    assert short_header_date("06-05 08:30", "园区召开会议。") is None
