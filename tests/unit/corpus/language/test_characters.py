"""What looks the same is the same: radicals, compatibility forms, and characters that cannot be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.characters import visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("⻘禾⾼新区⻓⻛⻋业⼀季度", "青禾高新区长风车业一季度"),
        ("⺠营企业⻚⻝品⻩⾦⻰头", "民营企业页食品黄金龙头"),
        ("經濟技術開發區", "經濟技術開發區"),
        ("\uf9ca\uf938", "流露"),
        ("工业\u200b园\ufeff区\u00ad管委会", "工业园区管委会"),
        ("季\ufe0f望川为启川\u180e新材颁奖", "季望川为启川新材颁奖"),
        ("ef\ufb01cient of\ufb01ce", "efficient office"),
        ("一行\u2028又一行", "一行\n又一行"),
        ("︵一期︶", "(一期)"),
    ],
)
def test_other_codes_of_one_character(written: str, seen: str) -> None:
    assert visible(written) == seen


@pytest.mark.parametrize("text", ["18万㎡、36km²、３０％、㎏、℃", "“十四五”——①②③", "Park QA — naïve\tcafé\n", "第Ⅲ期２０２３年", "𠮷野家"])
def test_what_looks_like_itself_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_seeing_again_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
