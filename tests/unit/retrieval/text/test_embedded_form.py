"""A question and a passage are embedded alike in simplified and traditional characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.embedded_form import embedded_form


def test_both_scripts_come_to_one_form() -> None:
    traditional, simplified = "臨港產業園區簽約專案總投資額達一百二十億元", "临港产业园区签约专案总投资额达一百二十亿元"
    assert embedded_form(traditional) == embedded_form(simplified) == simplified


def test_all_else_stays_as_it_is_written() -> None:
    text = "Mujiang ETDZ：规模以上工业增加值增长8.5%，其中４家企业……\n"
    assert embedded_form(text) == text


@given(st.text(alphabet=st.characters()))
def test_any_text_can_be_embedded(text: str) -> None:
    embedded_form(text).encode()
