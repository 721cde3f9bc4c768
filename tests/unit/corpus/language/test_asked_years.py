from __future__ import annotations

import pytest

from corpus.language.asked_years import asked_years_in_full
from corpus.language.rewriting import rewritten_text


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("青岚经开区23工业总产值", "青岚经开区2023年工业总产值"),
        ("青岚22销售收入", "青岚2022年销售收入"),
        ("23青岚经开区投资", "2023年青岚经开区投资"),
        ("青岚机械22年交了多少税", "青岚机械2022年交了多少税"),
        ("20年青岚经开招商多少", "2020年青岚经开招商多少"),
        ("青岚24年春季招聘会", "青岚2024年春季招聘会"),
        ("青岚24年的春季招聘会", "青岚2024年的春季招聘会"),
        ("青岚二三年双11卖了多少", "青岚2023年双11卖了多少"),
        ("青岚综保二三年出口", "青岚综保2023年出口"),
        ("青岚厂房一期23年产值", "青岚厂房一期2023年产值"),
        ("2024年gdp比23年多了多少", "2024年gdp比2023年多了多少"),
        ("青岚2023领军团队比22年多几个", "青岚2023年领军团队比2022年多几个"),
        ("2021青岚经开区固投", "2021年青岚经开区固投"),
        ("2024上半年", "2024年上半年"),
        ("2023底", "2023年底"),
    ],
)
def test_a_year_of_a_question_is_written_in_four_digits_with_its_word(typed: str, full: str) -> None:
    assert rewritten_text(typed, asked_years_in_full(typed)) == full
    assert rewritten_text(full, asked_years_in_full(full)) == full


@pytest.mark.parametrize(
    "text",
    [
        *(
            "建园20年的变化",
            "青岚经开区20年发展历程",
            "合作18年了",
            "成立22年",
            "干了20年",
            "20年使用权",
            "15年规划",
            "质保25年",
            "20年的老厂",
            "20年房龄的厂房",
            "他22年党龄",
            "厂房20年折旧",
            "20年特许经营权归谁",
            "20年运营权归谁",
            "投资20年回收",
            "2000平厂房",
            "2000多家企业",
        ),
        *(
            "免租二三年",
            "二三年能回本吗",
            "二三年后",
            "比20年前",
            "比20年来",
            "23家企业",
            "23个项目",
            "23个产业园区",
            "第23届",
            "前23重点企业",
        ),
        *("2000万元", "2022家企业", "2022届毕业生", "2022和2023年", "2022-2023年", "编号2023-5", "18号线", "12英寸晶圆", "2023.5"),
    ],
)
def test_a_count_and_a_length_of_time_stay(text: str) -> None:
    assert rewritten_text(text, asked_years_in_full(text)) == text
