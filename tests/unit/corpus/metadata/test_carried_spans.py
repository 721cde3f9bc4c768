from __future__ import annotations

from corpus.article import RecognisedSpan
from corpus.metadata.carried_spans import carried_over

PAGE = "碧湾简报\n会议在碧湾召开。\n打印本页\n会上表彰了32家企业，发放奖励。责任编辑：王一\n会议要求抓好招商。"


def told(article: str, *spans: RecognisedSpan) -> list[tuple[int, str]]:
    return [(span.page, article[span.start : span.end]) for span in carried_over(spans, PAGE, article)]


def test_spans_follow_the_lines_that_cleaning_keeps() -> None:
    article = "会议在碧湾召开。\n会上表彰了32家企业，发放奖励。\n会议要求抓好招商。"
    second = RecognisedSpan(2, PAGE.index("打印"), PAGE.index("，发放"))
    third = RecognisedSpan(3, PAGE.index("，发放"), len(PAGE))
    assert told(article, second, third) == [(2, "会上表彰了32家企业"), (3, "，发放奖励。"), (3, "会议要求抓好招商。")]


def test_what_no_line_is_left_of_is_nowhere() -> None:
    assert told("会议在碧湾召开。", RecognisedSpan(1, 0, 4)) == []
