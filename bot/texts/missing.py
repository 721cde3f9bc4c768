"""Why nothing was found, and what there is instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """What is said at the head of an answer that found nothing, where that is sure. {park} is the one asked about."""

    no_park: str
    """{park}"""
    alike: str
    """{park}: which may have been meant."""
    which: str
    """{parks}: one of which may have been meant."""
    either: str
    """Between these."""
    no_reports: str
    """{times}: asked for; what is told of other times follows."""
    not_told: str
    """{years}: likewise, where there are reports of them, the times asked for."""
    not_told_of_times: str
    """{times}, {years}: likewise, where the times lie in those years."""
    not_whole: str
    """{times}: likewise, where parts of them are told."""
    told: str
    """{times}: of which it is told"""
    told_of_park: str
    """{park}, {times}"""
    no_reports_at_all: str
    """{times}: asked for; nothing follows."""
    no_reports_on_park: str
    """{park}, {times}"""
    unsure: str
    """Above the nearest reports, of which the first is of the time asked for."""
    word: str
    """{word}: which no report has"""
    word_of_park: str
    """{park}, {word}"""


ZH = Missing(
    no_park="没有{park}的报道。",
    alike="是{park}吗？",
    which="是{parks}？",
    either="，还是",
    no_reports="没有{times}的报道；",
    not_told="{years}的报道里没有找到；",
    not_told_of_times="{years}的报道里没有找到{times}的；",
    not_whole="没有找到整个{times}的；",
    told="有{times}的。",
    told_of_park="{park}有{times}的。",
    no_reports_at_all="没有{times}的报道。",
    no_reports_on_park="没有{park}{times}的报道。",
    unsure="下面是最接近的报道，但不确定能回答这个问题。",
    word="报道里没有提到{word}。",
    word_of_park="{park}的报道里没有提到{word}。",
)
EN = Missing(
    no_park="There is no report on {park}. ",
    alike="Did you mean {park}?",
    which="Did you mean {parks}?",
    either=" or ",
    no_reports="There is no report of {times}. ",
    not_told="The reports of {years} do not tell it. ",
    not_told_of_times="The reports of {years} do not tell it for {times}. ",
    not_whole="Nothing was found for the whole of {times}. ",
    told="It is told of {times}.",
    told_of_park="On {park}, it is told of {times}.",
    no_reports_at_all="There is no report of {times}.",
    no_reports_on_park="There is no report on {park} of {times}.",
    unsure="The nearest reports are below, but it is not sure that they answer the question.",
    word="No report mentions {word}.",
    word_of_park="The reports on {park} do not mention {word}.",
)
