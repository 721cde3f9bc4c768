from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.question.spelt_out import spelt_out
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("青岚经开区嘅污水廠幾多錢整㗎", "青岚经开区的污水廠多少錢建的"),
        ("青岚经开区晶片專案總投資多少", "青岚经开区芯片项目總投資多少"),
        ("青岚经开区專案組有多少人", "青岚经开区專案組有多少人"),
        ("青岚经开区书记叫啥子名字嘛", "青岚经开区书记叫什么名字"),
        ("青岚经开区点解有咁多企业", "青岚经开区为什么有咁多企业"),
        ("qinglan经开区2023年税收几多", "青岚经开区2023年税收多少"),
        ("Qinglan ETDZ2023年税收多少", "青岚经开区2023年税收多少"),
        ("青岚经开区重点解决什么问题", "青岚经开区重点解决什么问题"),
        ("青岚经开区出口咋就降了", "青岚经开区出口为什么降了"),
        ("青岚经开区民间投资怎么跌了", "青岚经开区民间投资为什么跌了"),
        ("青岚经开区凭什么升了两位", "青岚经开区为什么升了两位"),
        ("青岚经开区人才房怎么申请才不会被退", "青岚经开区人才房怎么申请才不会被退"),
        ("青岚经开区税收怎么变化了", "青岚经开区税收怎么变化了"),
        ("青岚经开区有什么子公司", "青岚经开区有什么子公司"),
        ("How much tax did Qinglan ETDZ collect in 2023", "How much tax did Qinglan ETDZ collect in 2023"),
        ("青岚经开区税收多少𠮷", "青岚经开区税收多少𠮷"),
    ],
)
def test_models_are_asked_in_standard_words(typed: str, standard: str, analyzer: Analyzer) -> None:
    known = grown_from(["青岚经开区"] * 2, analyzer.normalize, analyzer.dictionary_words)
    question = read_question(typed, TODAY, analyzer, known)
    assert (question.text, question.in_full, spelt_out(question)) == (typed, standard, standard)
