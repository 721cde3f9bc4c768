"""Parks and times that a question sets beside each other, and questions that ask year by year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.asking_words import Kind
from retrieval.question.gazetteer import grown_from
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.reading import read_in_years, read_question
from retrieval.text.analyzer import Analyzer

ANALYZER = Analyzer()
KNOWN = grown_from(["沐江经开区", "临越高新区"] * 2, ANALYZER.normalize, ANALYZER.dictionary_words)
ANY_DAY = date(2024, 6, 15)


def read(text: str) -> Question:
    return read_question(text, ANY_DAY, ANALYZER, KNOWN)


def parts(text: str) -> tuple[str, ...]:
    return tuple(part.text for part in read(text).parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沐江经开区和临越高新区2022年GDP对比", ("沐江经开区2022年GDP", "临越高新区2022年GDP")),
        ("沐江经开区 vs 临越高新区 2022年税收", ("沐江经开区 2022年税收", "临越高新区 2022年税收")),
        ("沐江经开区对比临越高新区2022年税收", ("沐江经开区2022年税收", "临越高新区2022年税收")),
        ("2022年沐江经开区的税收比临越高新区高吗？", ("2022年沐江经开区的税收多少？", "2022年临越高新区的税收多少？")),
        ("沐江经开区2022年税收和临越高新区2022年税收比较", ("沐江经开区2022年税收", "临越高新区2022年税收")),
        ("沐江经开区和临越高新区2022年税收差多少", ("沐江经开区2022年税收多少", "临越高新区2022年税收多少")),
        ("沐江经开区跟临越高新区比，2022年税收哪个高", ("沐江经开区，2022年税收", "临越高新区，2022年税收")),
        ("2022年税收，沐江经开区高还是临越高新区高？", ("2022年税收，沐江经开区？", "2022年税收，临越高新区？")),
        ("2022年税收增长目标，沐江经开区和临越高新区谁定得高？", ("2022年税收增长目标，沐江经开区？", "2022年税收增长目标，临越高新区？")),
        ("沐江经开区和临越高新区2022年税收分别是多少，相差多大？", ("沐江经开区2022年税收是多少？", "临越高新区2022年税收是多少？")),
        ("沐江经开区和临越高新区2022年投资增速谁高？高几个百分点？", ("沐江经开区2022年投资增速多少？", "临越高新区2022年投资增速多少？")),
        (
            "2022年年会，沐江经开区和临越高新区各表彰了多少家企业",
            ("2022年年会，沐江经开区表彰了多少家企业", "2022年年会，临越高新区表彰了多少家企业"),
        ),
        (
            "difference in GDP between Mujiang ETDZ and Linyue High-tech Zone in 2022",
            ("GDP Mujiang ETDZ in 2022", "GDP Linyue High-tech Zone in 2022"),
        ),
        ("沐江經開區和臨越高新區2022年稅收對比", ("沐江经开区2022年税收", "临越高新区2022年税收")),
        (
            "Did Mujiang ETDZ export more than Linyue High-tech Zone in 2022?",
            ("Mujiang ETDZ export in 2022?", "Linyue High-tech Zone export in 2022?"),
        ),
        (
            "Is the tax revenue of Mujiang ETDZ higher than that of Linyue High-tech Zone?",
            ("the tax revenue of Mujiang ETDZ?", "the tax revenue of Linyue High-tech Zone?"),
        ),
    ],
)
def test_parks_are_set_beside_each_other(text: str, expected: tuple[str, ...]) -> None:
    question = read(text)
    assert tuple(part.text for part in question.parts) == expected
    assert question.differ_in == (MentionKind.PARK,)
    assert {part.kind for part in question.parts} == {Kind.NUMBER}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沐江经开区2023年GDP比2022年多多少", ("沐江经开区2023年GDP多少", "沐江经开区2022年GDP多少")),
        ("沐江经开区2023年税收比2022年多了吗", ("沐江经开区2023年税收多少", "沐江经开区2022年税收多少")),
        ("沐江经开区2023年和2022年投资差多少", ("沐江经开区2023年投资多少", "沐江经开区2022年投资多少")),
        ("沐江经开区2022年进出口compared with 2021年", ("沐江经开区2022年进出口", "沐江经开区2021年进出口")),
        ("沐江经开区2024年一季度税收比2023年少多少", ("沐江经开区2024年一季度税收多少", "沐江经开区2023年一季度税收多少")),
        ("沐江经开区2023年的GDP和2022年相比怎么样", ("沐江经开区2023年的GDP怎么样", "沐江经开区2022年的GDP怎么样")),
        ("沐江经开区2023年年会和2024年年会奖励金额对比", ("沐江经开区2023年年会奖励金额", "沐江经开区2024年年会奖励金额")),
        ("沐江经开区2023年税收和2024年税收增速对比", ("沐江经开区2023年税收增速", "沐江经开区2024年税收增速")),
        ("沐江经开区2022年的产值有没有2021年高", ("沐江经开区2022年的产值", "沐江经开区2021年的产值")),
        ("沐江经开区的税收，2022年和2023年哪年高？差多少？", ("沐江经开区的税收，2022年多少？", "沐江经开区的税收，2023年多少？")),
        ("沐江经开区税收2023年较2021年多出多少", ("沐江经开区税收2023年多少", "沐江经开区税收2021年多少")),
        ("沐江经开区的产值，2021年和2023年相比增加了多少", ("沐江经开区的产值，2021年多少", "沐江经开区的产值，2023年多少")),
        ("沐江经开区一季度税收，2022年和2023年哪年多", ("沐江经开区一季度税收，2022年", "沐江经开区一季度税收，2023年")),
        ("沐江经开区税收，2022年全年和2023年上半年各是多少", ("沐江经开区税收，2022年全年多少", "沐江经开区税收，2023年上半年多少")),
        (
            "How much did cargo of Linyue High-tech Zone differ between the first half of 2022 and the first half of 2023?",
            ("cargo of Linyue High-tech Zone in the first half of 2022?", "cargo of Linyue High-tech Zone in the first half of 2023?"),
        ),
        (
            "Compare the exports of Linyue High-tech Zone in 2022 with 2023",
            ("the exports of Linyue High-tech Zone in 2022", "the exports of Linyue High-tech Zone in 2023"),
        ),
        (
            "Compare the exports of Linyue High-tech Zone in the first quarter of 2022 and of 2023.",
            (
                "the exports of Linyue High-tech Zone in the first quarter of 2022",
                "the exports of Linyue High-tech Zone in the first quarter of 2023",
            ),
        ),
        (
            "How many projects did Mujiang Economic and Technological Development Zone sign in 2021, 2022 and 2023 respectively?",
            tuple(
                f"How many projects did Mujiang Economic and Technological Development Zone sign in {year}?" for year in (2021, 2022, 2023)
            ),
        ),
        (
            "How much more tax revenue did Mujiang ETDZ collect in 2023 than in 2022?",
            ("How much tax revenue did Mujiang ETDZ collect in 2023?", "How much tax revenue did Mujiang ETDZ collect in 2022?"),
        ),
        (
            "沐江经开区2022年、2023年、2024年一季度项目各有多少个",
            tuple(f"沐江经开区{year}年一季度项目多少个" for year in (2022, 2023, 2024)),
        ),
    ],
)
def test_times_are_set_beside_each_other(text: str, expected: tuple[str, ...]) -> None:
    question = read(text)
    assert tuple(part.text for part in question.parts) == expected
    assert question.differ_in == (MentionKind.TIME,)


def test_two_parks_in_two_years_are_four_sides() -> None:
    question = read("沐江经开区和临越高新区2022年和2023年税收对比")
    assert [part.text for part in question.parts] == [
        "沐江经开区2022年税收",
        "沐江经开区2023年税收",
        "临越高新区2022年税收",
        "临越高新区2023年税收",
    ]
    assert question.differ_in == (MentionKind.PARK, MentionKind.TIME)


@pytest.mark.parametrize(
    "text",
    [
        "沐江经开区2023年产值比2022年增长多少",
        "沐江经开区2022年一季度平均月薪比去年同期高多少",
        "沐江经开区户均用电多少",
        "沐江经开区与2022年相比产值增长多少",
        "沐江经开区的贸易顺差多少",
        "2023年食堂改造和2022年公交改线哪个更早",
        "沐江经开区和临越高新区签了什么协议",
        "沐江经开区有什么变化",
        "沐江经开区比较大的企业是哪家",
        "Did Mujiang ETDZ attract more than 20 projects in 2023?",
        "沐江经开区2023年财政收入比上年多了多少",
    ],
)
def test_nothing_is_set_beside_anything(text: str) -> None:
    question = read(text)
    assert (question.differ_in, question.series) == ((), None)


@pytest.mark.parametrize(
    ("text", "first", "last", "in_2022"),
    [
        ("沐江经开区历年GDP", None, None, "沐江经开区2022年GDP"),
        ("沐江经开区歷年稅收", None, None, "沐江经开区2022年税收"),
        ("沐江经开区每年的税收", None, None, "沐江经开区2022年税收"),
        ("沐江经开区这几年进出口总额的变化", None, None, "沐江经开区2022年进出口总额"),
        ("沐江经开区进出口总额走势", None, None, "沐江经开区2022年进出口总额"),
        ("沐江经开区近三年签约项目多少个", 2021, 2024, "沐江经开区2022年签约项目多少个"),
        ("沐江经开区2021到2023年税收增速", 2021, 2023, "沐江经开区2022年税收增速"),
        ("沐江经开区2020年到2024年一季度投资走势", 2020, 2024, "沐江经开区2022年一季度投资"),
        ("沐江经开区历年一季度产值", None, None, "沐江经开区2022年一季度产值"),
    ],
)
def test_what_is_asked_year_by_year(text: str, first: int | None, last: int | None, in_2022: str) -> None:
    question = read(text)
    assert question.series is not None
    assert (question.series.first, question.series.last) == (first, last)
    years = read_in_years(question, [2021, 2022], ANALYZER)
    assert years.parts[1].text == in_2022
    assert years.differ_in == (MentionKind.TIME,)
    assert read_in_years(question, [], ANALYZER) is question


@pytest.mark.parametrize(
    ("text", "years", "in_first"),
    [
        ("沐江经开区历年税收有什么变化（2021、2022、2023年）？", (2021, 2022, 2023), "沐江经开区2021年税收？"),
        ("沐江经开区历年税收多少亿元？请列出2021、2022、2023年。", (2021, 2022, 2023), "沐江经开区2021年税收多少亿元。"),
        ("沐江经开区近三年（2020、2021、2022年）每年税收多少", (2020, 2021, 2022), "沐江经开区2020年税收多少"),
        ("沐江经开区历年年底的企业数：2021、2023年分别有多少家？", (2021, 2023), "沐江经开区2021年年底的企业数有多少家？"),
        (
            "How did first-quarter exports in Linyue High-tech Zone change over 2021, 2022 and 2023?",
            (2021, 2022, 2023),
            "first quarter exports in Linyue High-tech Zone in 2021?",
        ),
    ],
)
def test_years_that_are_listed_are_those_asked_for(text: str, years: tuple[int, ...], in_first: str) -> None:
    question = read(text)
    assert question.series is not None
    assert (question.series.years, question.series.surely, question.series.in_figures) == (years, True, True)
    in_years = read_in_years(question, years, ANALYZER, KNOWN)
    assert in_years.parts[0].text == in_first
    assert [len({(time.first.year, time.last.year) for time in part.times}) for part in in_years.parts] == [1] * len(years)


def test_years_in_figures_go_before_those_counted_back() -> None:
    question = read("沐江经开区近三年（2020—2022年）的税收各是多少？")
    assert question.series is not None
    assert (question.series.first, question.series.last) == (2020, 2022)
    assert read_in_years(question, [2021, 2022], ANALYZER).parts[0].text == "沐江经开区2021年税收多少？"


@given(st.text("沐江经开区临越高新比和与对vs历年近三的变化2023年多少谁高、, ", max_size=24))
def test_any_text_has_no_side_or_several(text: str) -> None:
    question = read(text)
    assert len(question.parts) != 1
    assert all(part.parks if kind is MentionKind.PARK else part.times for part in question.parts for kind in question.differ_in)


def test_two_parks_each_with_years_of_its_own_are_two_sides() -> None:
    assert parts("沐江经开区2022年和2023年税收与临越高新区2022年和2023年税收对比") == (
        "沐江经开区2022年和2023年税收",
        "临越高新区2022年和2023年税收",
    )
    assert parts("沐江经开区和临越高新区合计签约多少个项目") == ()
    assert parts("沐江经开区和临越高新区签约了多少个项目") == ("沐江经开区签约了多少个项目", "临越高新区签约了多少个项目")
