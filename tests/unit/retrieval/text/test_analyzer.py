"""Terms for matching: words, bigrams, and one form for all writings of the same thing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.text.analyzer import Analyzer


@pytest.mark.parametrize(
    ("text", "words", "bigrams"),
    [
        ("", (), ()),
        ("，。！😀", (), ()),
        ("产业园", ("产业", "产业园"), ("产业", "业园")),
        ("园", ("园",), ("园",)),
        ("企业，企业", ("企业", "企业"), ("企业", "企业")),
        ("增长12.5%", ("增长", "12.5%"), ("增长", "12.5%")),
        ("3.76吨", ("3.76", "吨"), ("3.76", "吨")),
        ("GDP与5G", ("gdp", "与", "5g"), ("gdp", "与", "5g")),
        ("Covid-19 park", ("covid", "19", "park"), ("covid", "19", "park")),
        ("𠮷林", ("𠮷", "林"), ("𠮷林",)),
        ("カナ", ("カ", "ナ"), ("カ", "ナ")),
    ],
)
def test_words_and_bigrams(analyzer: Analyzer, text: str, words: tuple[str, ...], bigrams: tuple[str, ...]) -> None:
    terms = analyzer.terms(text)
    assert terms.words == words
    assert terms.bigrams == bigrams


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青屏經濟開發區", "青屏经开区"),
        ("青屏高新技术产业开发区管理委员会", "青屏高新区管委会"),
        ("一千三百萬元", "13000000元"),
        ("1,300万元", "13000000元"),
        ("百分之十二点五", "12.5%"),
        ("１２．５％", "12.5%"),
        ("ＧＤＰ", "gdp"),
        ("（一期）", "(一期)"),
        ("㎡", "m2"),
        ("獎勵後裡", "奖励后里"),
    ],
)
def test_writings_of_the_same_thing_have_the_same_terms(analyzer: Analyzer, one: str, other: str) -> None:
    assert analyzer.normalize(one) == other
    assert analyzer.terms(one) == analyzer.terms(other)


def test_names_that_no_dictionary_knows_share_bigrams(analyzer: Analyzer) -> None:
    asked, told = analyzer.terms("麓璟科技"), analyzer.terms("走进麓璟科技园")
    assert set(asked.bigrams) <= set(told.bigrams)


@given(st.text(st.characters(), max_size=60))
@example("\ud800园区\udfff")
@example("\x00a\u2028ﷺİ")
def test_any_text_has_terms_that_any_library_takes(analyzer: Analyzer, text: str) -> None:
    terms = analyzer.terms(text)
    assert all(term and term == "".join(term.split()) for term in (*terms.words, *terms.bigrams))
    assert not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in "".join(terms.bigrams))


def test_half_a_character_parts_what_it_stands_between(analyzer: Analyzer) -> None:
    assert analyzer.normalize("园\ud800区") == "园 区"


def test_the_dictionary_is_not_loaded_until_it_is_needed() -> None:
    code = "import sys, retrieval.text.analyzer as a; a.Analyzer(); print('jieba' in sys.modules, 'opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == ["False", "False"]
