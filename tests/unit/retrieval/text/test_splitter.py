"""Sentences and passages are spans: nothing is lost, nothing comes twice, nothing is changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.text.splitter import LONG_SENTENCE, TARGET_LENGTH, sentences, split
from tests.park_reports import article


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n　\t", []),
        ("园区开工。", ["园区开工。"]),
        ("甲厂投产。乙厂扩建！丙厂呢？没有句号的结尾", ["甲厂投产。", "乙厂扩建！", "丙厂呢？", "没有句号的结尾"]),
        ("主任说：“我们来了！”大家鼓掌。", ["主任说：“我们来了！”", "大家鼓掌。"]),
        ("“甲。”“乙。”『丙。』）丁", ["“甲。”", "“乙。”", "『丙。』）", "丁"]),
        ("真的？！当然……好。", ["真的？！", "当然……", "好。"]),
        ("第一段\n\n　　第二段　\r\n第三段", ["第一段", "第二段", "第三段"]),
        ("增长3.5%。产值99.5亿元", ["增长3.5%。", "产值99.5亿元"]),
        (
            "Output grew 3.5% in 2022. The park (phase 2) opened. Who came?",
            ["Output grew 3.5% in 2022.", "The park (phase 2) opened.", "Who came?"],
        ),
        ('He said "we won." They left.', ['He said "we won."', "They left."]),
        ("See www.park.example for details", ["See www.park.example for details"]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_an_endless_sentence_is_cut_at_semicolons_then_at_commas_then_anywhere() -> None:
    first, second, third = "园区" * 100 + "；", "企业" * 60 + "，", "项目" * 100
    assert cut(first + second + third + "。") == [first, second, third + "。"]
    assert cut("甲" * (2 * LONG_SENTENCE + 7)) == ["甲" * LONG_SENTENCE, "甲" * LONG_SENTENCE, "甲" * 7]
    listed = [f"企业{number}户，" for number in range(10, 80)]
    packed = cut("".join(listed))
    assert packed == ["".join(listed[:40]), "".join(listed[40:])]
    assert len(packed[0]) == LONG_SENTENCE


def test_a_sentence_of_just_the_limit_stays_whole() -> None:
    text = "甲，" * (LONG_SENTENCE // 2 - 1) + "乙。"
    assert cut(text) == [text]


def test_passages_are_packed_up_to_the_target() -> None:
    long, short = "长" * 119 + "。", "短" * 79 + "。"
    text = long + short + "\n" + short + short + long
    assert [passage.text for passage in split(article("a", text))] == [long + short, short + short, long]
    assert len(long + short) == TARGET_LENGTH


def test_a_passage_longer_than_the_target_is_one_sentence() -> None:
    sentence = "句" * (TARGET_LENGTH + 19) + "。"
    assert [passage.text for passage in split(article("a", "前。" + sentence + "后。"))] == ["前。", sentence, "后。"]


def test_an_article_without_words_has_no_passage() -> None:
    assert split(article("a", " \n ")) == []


@pytest.mark.parametrize(
    "text",
    [
        "园区启动“企业有难题？我来办！”专项行动，组织320名干部。|他说好。",
        "他以《民营经济怎么用？》为题宣讲，吸引210家企业。|会后散去。",
        "园区推出「办不成事？找我！」窗口，受理63件。",
        "“怎么办……”成了口头禅。|真的吗？|是的！",
        "他问：“来了多少家？”|记者答：“21家！”|随后离开。",
        "他说：“招商看什么？看服务！”|大家同意。".replace("？看", "？|看"),
        "园区有“三个一。”|其他照旧。",
        "没有合上的“引号怎么办？|照常断开！|就是这样。",
    ],
)
def test_marks_in_a_slogan_or_a_title_end_no_sentence(text: str) -> None:
    plain = text.replace("|", "")
    assert [plain[start:end] for start, end in sentences(plain)] == text.split("|")


def test_a_list_stays_whole_where_a_comma_can_be_cut() -> None:
    names = "、".join(f"企业{number:02}" for number in range(30))
    text = f"{'前' * 100}，{names}，后文。"
    assert [text[start:end] for start, end in sentences(text)] == [f"{'前' * 100}，", f"{names}，后文。"]


PIECES = st.sampled_from(
    ["园区", "二十家企业", "，", "；", "。", "！”", "？", "\n", " ", "　", "x" * 90, "3.5% ", "Park. ", "\r\n", "\u2028", "😀"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=80).map("".join))


@given(TEXTS)
@example("\ud800。\udfff")
@example("\x1c" * 300)
@example(" " * 300 + "，" * 300)
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() and 0 < end - start <= LONG_SENTENCE for start, end in spans)


@given(TEXTS)
def test_passages_are_whole_sentences_in_order(text: str) -> None:
    spans, passages = sentences(text), split(article("a", text))
    starts, ends = {span.start: row for row, span in enumerate(spans)}, {span.end: row for row, span in enumerate(spans)}
    rows = [(starts[passage.start], ends[passage.end]) for passage in passages]
    assert [row for first, last in rows for row in range(first, last + 1)] == list(range(len(spans)))
    for passage, (first, last) in zip(passages, rows, strict=True):
        assert passage.end - passage.start <= TARGET_LENGTH or first == last
        assert last + 1 == len(spans) or spans[last + 1].end - passage.start > TARGET_LENGTH


def test_a_row_of_a_table_is_one_sentence_whatever_its_cells_say() -> None:
    row = "项目：冷链物流 · 内容：新建冷库15万吨。达产后新增就业100个。 · 总投资（亿元）：5.2"
    text = f"项目清单\n{row}\n其中两个已开工。明年投产。"
    assert [text[slice(*span)] for span in sentences(text)] == ["项目清单", row, "其中两个已开工。", "明年投产。"]
    long = f"项目：冷链物流 · 内容：{'建设冷库、' * 60} · 总投资：5.2"
    assert [long[slice(*span)] for span in sentences(long)] == [long]
