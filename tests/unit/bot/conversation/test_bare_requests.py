from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.bare_requests import BareRequest, bare_request

ASKED = {
    BareRequest.WHY: "为什么 / 为什么呢？ / 那为什么呢 / 點解 / 点解呀？ / 為什麼 / Why? / but why / how come?",
    BareRequest.SOURCE: "谁说的 / 誰說的？ / 边个讲㗎 / 邊個講嘅 / 出处 / 有出处吗 / 来源是什么？ / who says so? / Source?",
    BareRequest.SURE: "你确定吗 / 你確定？ / 真的吗 / 真的假的 / 系咪真㗎 / Are you sure? / really?",
    BareRequest.MORE: "还有吗 / 還有嗎？ / 还有没有别的了 / 还有呢 / 仲有冇 / 仲有冇呀 / 更多 / any more? / Anything else? / what else",
    BareRequest.CONTEXT: "再详细点 / 詳細一點 / 能说详细点吗 / 上下文 / 什么意思？ / more details / Tell me more! / 上下文　",
    BareRequest.WHOLE: "全文 / 看全文 / 给我看原文 / 全文呢 / Full text / show me the full article / can i read the whole report?",
}


@pytest.mark.parametrize(("wanted", "typed"), [(wanted, typed) for wanted, listed in ASKED.items() for typed in listed.split(" / ")])
def test_what_means_the_sentence_just_shown(wanted: BareRequest, typed: str) -> None:
    assert bare_request(typed) is wanted


@pytest.mark.parametrize(
    "typed",
    [
        "为什么下降",
        "为什么沐江经开区的外贸下降了",
        "谁说的那句话",
        "谁",
        "来源地",
        "那2022年呢",
        "对",
        "ok",
        "还有沐江高新区呢",
        "原文化局在哪里",
        "数据",
        "why fewer companies?",
        "more companies",
        "article 5",
        "那",
        "的",
        "呢",
        "",
        "?",
        "a",
    ],
)
def test_a_question_of_its_own_is_none(typed: str) -> None:
    assert bare_request(typed) is None


@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(typed: str) -> None:
    assert bare_request(typed) in {None, *BareRequest}
