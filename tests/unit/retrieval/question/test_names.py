"""Names of companies, projects and people, which no dictionary has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.names import find_names
from retrieval.text.analyzer import Analyzer


@pytest.mark.parametrize(
    ("plain", "names"),
    [
        ("拓岭传动营收多少", ["拓岭传动"]),
        ("星衡动力第二工厂占地多少亩", ["星衡动力第二工厂"]),
        ("衡野机器人关节基地投产", ["衡野机器人关节基地"]),
        ("海翎供应链投入分拣设备", ["海翎供应链"]),
        ("裴松年怎么说", ["裴松年"]),
        ("司徒宁怎么说", ["司徒宁"]),
        ("《园区条例》的规定", ["《园区条例》"]),
        ("从业人员和进出口总额", []),
        ("高新技术企业多少家", []),
        ("新登记企业几家", []),
        ("发展动力不足", []),
        ("亩均税收", []),
        ("", []),
    ],
)
def test_a_name_is_what_no_dictionary_has_and_what_names_end_in(plain: str, names: list[str], analyzer: Analyzer) -> None:
    assert [plain[slice(*span)] for span in find_names(plain, analyzer.dictionary_words)] == names


@given(st.text(max_size=60) | st.lists(st.sampled_from(["星", "衡", "动力", "第二", "工厂", "的", "王", "《", "》", " "])).map("".join))
def test_names_of_any_text_are_spans(analyzer: Analyzer, plain: str) -> None:
    assert all(0 <= span.start < span.end <= len(plain) for span in find_names(plain, analyzer.dictionary_words))
