from __future__ import annotations

import pytest

from bot.conversation.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize("typed", ["你好", "您好！", "哈喽～", "Hello", "hi!", "在吗？", "早上好", "你好呀 😀"])
def test_a_greeting_is_returned(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.GREETING


@pytest.mark.parametrize("typed", ["谢谢", "谢谢您！", "多謝", "好的，谢谢", "Thanks!", "thank you very much", "辛苦了", "感谢🙏"])
def test_thanks_are_answered(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.THANKS


@pytest.mark.parametrize(
    "typed",
    [
        "ok",
        "OK!",
        "好的",
        "好吧。",
        "嗯嗯",
        "收到！",
        "明白了",
        "知道啦",
        "瞭解",
        "Got it.",
        "I see",
        "算了",
        "哈哈",
        "哈哈哈",
        "lol",
        "对的",
    ],
)
def test_an_ok_is_no_question(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.ACKNOWLEDGEMENT


@pytest.mark.parametrize("typed", ["再见", "再見！", "拜拜啦", "晚安", "Bye!", "see you later"])
def test_a_farewell(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.FAREWELL


@pytest.mark.parametrize("typed", ["1", "2.", " 12 ", "３"])
def test_a_number_alone(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.NUMBER


@pytest.mark.parametrize("typed", ["😀😀", "？？？", "。", "\u200b", ""])
def test_what_holds_no_word_is_asked_for_in_words(typed: str) -> None:
    assert small_talk(typed) is SmallTalk.WORDLESS


@pytest.mark.parametrize(
    "typed",
    [
        "你好，银川经开区2022年奖励了多少家企业",
        "谢谢，那2022年呢",
        "12345",
        "帮助企业的政策",
        "怎么用地",
        "好的，那2022年呢",
        "行业",
        "了解一下沐江经开区",
        "ok 2023",
        "谢集园区",
        "早年的税收",
        "hi-tech zone",
        "在建项目",
        "谢谢你们园区获了什么奖",
    ],
)
def test_a_question_is_none_of_these(typed: str) -> None:
    assert small_talk(typed) is None
