from __future__ import annotations

import re
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

import retrieval.text.segmenter as segmenter_module
from corpus.language.folding import SHORT_FORMS
from retrieval.text.compiled_segmenter import CompiledSegmenter
from retrieval.text.segmenter import Segmenter

RUNS = ("沐江经开区签约亿元以上项目", "研究生命的起源", "小S在江南Style里", "一", "龢", "𠮷林市的阿Q", "麓璟科技园管委会主任")
OWN_WORDS = ("经开区", "管委会")
SAMPLES = Path(__file__).parents[4] / "corpus" / "articles"
HAN = re.compile("[一-鿿]+")
LAZY = Segmenter(SHORT_FORMS)


@pytest.fixture(scope="module")
def compiled() -> CompiledSegmenter:
    return CompiledSegmenter(SHORT_FORMS)


@pytest.fixture(scope="module")
def whole() -> jieba.Tokenizer:
    """jieba as it is, with the whole dictionary."""
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word in OWN_WORDS:
        tokenizer.add_word(word)
    return tokenizer


def test_words_are_those_of_jieba_with_its_whole_dictionary(whole: jieba.Tokenizer) -> None:
    segmenter = Segmenter(OWN_WORDS)
    for run in RUNS:
        assert list(segmenter.search_words(run)) == list(whole.cut_for_search(run))
        assert list(segmenter.words(run)) == list(whole.cut(run, HMM=False))


def test_every_word_of_the_dictionary_is_found_by_its_first_two_characters(whole: jieba.Tokenizer) -> None:
    segmenter = Segmenter(OWN_WORDS)
    firsts = set(sorted({word[0] for word in whole.FREQ})[::20])
    words = {word: frequency for word, frequency in whole.FREQ.items() if word[0] in firsts}
    for beginning in {word[:2] for word in words}:
        segmenter._read(beginning)
    found = segmenter._jieba.FREQ
    assert {word: found[word] for word in words} == words
    assert all(frequency == whole.FREQ.get(word, 0) for word, frequency in found.items())
    assert segmenter._jieba.total == whole.total


def test_only_words_are_read_that_a_run_may_hold() -> None:
    segmenter = Segmenter()
    assert list(segmenter.words("银川市")) == ["银川市"]
    assert {"银川", "银川市", "银", "川", "市"} <= set(segmenter._jieba.FREQ)
    assert "银行" not in segmenter._jieba.FREQ


def test_another_dictionary_is_read_whole(whole: jieba.Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenter_module, "_SIZE", 1)
    segmenter = Segmenter(OWN_WORDS)
    assert [list(segmenter.search_words(run)) for run in RUNS] == [list(whole.cut_for_search(run)) for run in RUNS]


@given(
    st.text(
        st.sampled_from("经开区高新产业园管委会主任签约亿元以上项目去年研究生命的起源中华人民共和国一二三十麓璟苏银银川鄂尔多斯"),
        min_size=1,
    )
)
def test_the_compiled_segmenter_makes_the_same_words(compiled: CompiledSegmenter, run: str) -> None:
    assert list(compiled.search_words(run)) == list(LAZY.search_words(run))
    assert list(compiled.words(run)) == list(LAZY.words(run))


def test_it_makes_the_same_words_of_every_article_of_the_samples(compiled: CompiledSegmenter) -> None:
    runs = {
        run
        for path in SAMPLES.iterdir()
        if path.suffix in {".txt", ".md"}
        for run in HAN.findall(path.read_text(encoding="utf-8", errors="ignore"))
    }
    assert len(runs) > 500
    assert {run: list(compiled.search_words(run)) for run in runs} == {run: list(LAZY.search_words(run)) for run in runs}
