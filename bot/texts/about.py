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
    promise="我只摘录报道原文，一字不改，不作任何生成。",
    measured=(
        "没有答案的问题，我应当说没有找到，偶尔也会误答：自测问了 {count} 个抽走答案的问题，"
        "其中 {share} 仍被当作找到（真实比例多半在 {low} 到 {high} 之间）。"
    ),
    unmeasured="没有答案的问题，我应当说没有找到，偶尔也会答错；误答的比例还没有测过。",
    accepted="管理员接受的误答比例是 {share}。",
    method="找法：语义模型 {model}，加上词语、时间和园区的比对，全部在本机运行。",
)

EN = About(
    holdings="Here are {articles} reports in {passages} passages, on {parks} parks, taken in on {date}. ",
    years="Years of publication: {years}.",
    promise="I only quote reports word for word; nothing is generated. ",
    measured=(
        "To a question without an answer I should say that I found nothing, and now and then I fail to: tested with {count} questions "
        "whose answers had been taken away, I answered {share} of them nevertheless "
        "(the true share most likely lies between {low} and {high}). "
    ),
    unmeasured=(
        "To a question without an answer I should say that I found nothing, and now and then I fail to; how often was not measured yet. "
    ),
    accepted="The admins accept {share}.",
    method="How I search: the language model {model}, together with words, times and parks, all on one machine.",
)
