"""/about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What the answers are taken from, and how far they can be trusted."""

    holdings: str
    """{articles}, {passages}, {parks}, {date}: when the index was made"""
    years: str
    """{years}: a period; follows `holdings`"""
    promise: str
    measured: str
    """{count} questions without an answer, {share} of them answered nevertheless, most likely between {low} and {high}"""
    unmeasured: str
    accepted: str
    """{share}; follows `measured` or `unmeasured`"""
    method: str
    """{model}"""


ZH = About(
    holdings="这里收有 {articles} 篇报道，切成 {passages} 个段落，写到 {parks} 个园区，整理于 {date}。",
    years="报道发布于{years}。",
    promise="我只摘录报道原文，一字不改，不生成任何文字。没有答案的问题，我应当说没有找到，但有时会误答。",
    measured=(
        "自测专挑难的：从报道里出题，再把答案抽走。这样的 {count} 个问题，有 {share} 仍被当作找到（真实比例多半在 {low} 到 {high} 之间）。"
    ),
    unmeasured="误答的比例还没有测过。",
    accepted="设定的目标是不超过 {share}。",
    method="找法：语义模型 {model}，加上词语、时间和园区的比对，全部在本机运行。",
)

EN = About(
    holdings="Taken in on {date}: reports {articles}, passages {passages}, parks {parks}. ",
    years="Years of publication: {years}.",
    promise=(
        "I only quote reports word for word; nothing is generated. "
        "To a question without an answer I should say that I found nothing, but at times I fail to. "
    ),
    measured=(
        "My test is a hard one: questions made from the reports, with their answers taken away. Of {count} such questions, "
        "I answered {share} nevertheless (the true share most likely lies between {low} and {high}). "
    ),
    unmeasured="How often was not measured yet. ",
    accepted="The aim is {share} at most.",
    method="How I search: the language model {model}, together with words, times and parks, all on one machine.",
)
