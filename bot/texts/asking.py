"""About questions that cannot be answered as they stand, and about the sentence just shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """What is said instead of an answer."""

    too_long: str
    """{most}: characters of a question."""
    too_costly: str
    nothing_shown: str
    """To 全文 where no answer has been shown."""
    in_reply: str
    """To 全文 in a group, where it replies to no answer."""
    nothing_found: str
    """To 全文 after a question that nothing answers."""
    noted_wrong: str
    """To 不对; `how_to_ask` follows."""
    how_to_ask: str
    no_more: str
    word_for_word: str
    """Before the source, to whoever asks whether it is true."""
    which_park: str
    """{asked}: what was typed; as in the next two. One of `examples` or `pick` follows."""
    which_matter: str
    which_park_and_matter: str
    pick: str
    """Above buttons that hold examples."""
    examples: str
    """Above examples as lines."""
    example: str
    matters: Mapping[int, str]
    """What can be asked of most parks, numbered from 1; stands in examples."""
    of_park: str
    """{matter}, {park}: a question."""
    reason: str
    """{subject}: a question for the reason of what has been told of it."""


ZH = Asking(
    too_long="问题太长了，最多 {most} 个字。请写短一些，一次只问一件事：哪个园区、哪一年、什么事。",
    too_costly="这个问题要查的太多，没有查完就停了。请拆开来问，一次只问一件事：哪个园区、哪一年、什么事。",
    nothing_shown="你指的是哪条答案？请回复那条答案再说一次，或者按它下面的按钮。想问别的，直接提问就行。",
    in_reply="群里答案多，请回复你指的那条答案再说一次，或者按它下面的按钮。",
    nothing_found="刚才的问题没有找到答案，没有原文可看。换个说法、换个园区或年份再问一次吧。",
    noted_wrong="谢谢指出，这条答案记作 👎，我们会改进。",
    how_to_ask="这样问更准：写明哪个园区、哪一年、什么事，一次只问一件；不要的园区或时间，按答案下面的 ✕ 去掉；说法不同，换个词再问一次。",
    no_more="没有更多摘录了。",
    word_for_word="我只照引报道原文，一字不改，不作判断。是否可信，请看出处：",
    which_park="“{asked}”，问的是哪个园区？",
    which_matter="“{asked}”，想了解什么事？",
    which_park_and_matter="“{asked}”，问的是哪个园区的什么事？",
    pick="点一个例子，或者直接补充：",
    examples="例如：",
    example="· {question}",
    matters={1: "税收", 2: "进出口总额", 3: "固定资产投资"},
    of_park="{park}{matter}",
    reason="{subject}的原因是什么",
)
EN = Asking(
    too_long="That is too long: up to {most} characters, please. Ask for one thing at a time: which park, which year, what.",
    too_costly="That takes too long to look up, so it was given up. Ask for one thing at a time: which park, which year, what.",
    nothing_shown="Which answer do you mean? Reply to it and say so again, or press a button below it. For anything else, just ask.",
    in_reply="There may be several answers here: please reply to the one you mean, or press a button below it.",
    nothing_found="Nothing was found for that question, so there is nothing to read. Try other words, another park or another year.",
    noted_wrong="Thank you, this answer is noted as 👎. We will work on it.",
    how_to_ask=(
        "Asked like this, I find more: name the park, the year and one thing that you want to know of it; "
        "take out a park or a time with ✕ below the answer; try another word for it."
    ),
    no_more="There are no more quotes.",
    word_for_word="I only quote reports, word for word, and judge nothing. How far to trust it, see the source:",
    which_park="“{asked}”: of which park?",
    which_matter="“{asked}”: what would you like to know?",
    which_park_and_matter="“{asked}”: of which park, and what about it?",
    pick="Pick an example, or just add what is missing:",
    examples="For example:",
    example="· {question}",
    matters={1: "tax revenue", 2: "foreign trade", 3: "fixed asset investment"},
    of_park="{matter} of {park}",
    reason="Why: {subject}",
)
