"""Takes apart a question that sets parks or times beside each other: A和B谁的税收高, 2023年比2022年多多少, A vs B.

By the places where it names them. Every part is the whole question with one of them in place of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from corpus.language.comparing_words import (
    AND,
    BESIDE,
    COMPARISON,
    DIFFERENCE,
    EACH,
    ENGLISH_MORE,
    GENERAL,
    MORE_THAN,
    TO_COMPARE,
    VERSUS,
)
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.marked import Marked
from retrieval.question.years import is_part_of_year, part_of_year

MOST_SIDES = 6
"""Three parks in two years, two in three."""
_MOST_LISTED = 5
_COMMA = "[,，]"
_COMMA_ALONE = lazy_pattern(rf"\s*{_COMMA}\s*")
_BARE_YEAR = lazy_pattern(r"(?:19|20)\d\d年?")
_BETWEEN = lazy_pattern(
    rf"\s*(?:[高低多少大小](?=还是))?(?!{_COMMA}\s*$)(?:(?:{AND}|{VERSUS})\s*){{1,2}}(?:(?:(?:of|in|for|at|during)\s+)?(?:the\s+)?)?",
    re.IGNORECASE,
)
_LINK = lazy_pattern(rf"(?<!\s)\s*(?:[,，]\s*)?(?:{BESIDE})\s*$", re.IGNORECASE)
_THAN = lazy_pattern(r"[高低多少大小]于$")
_ENGLISH_THAN = lazy_pattern(r"\s*\bthan (?:(?:that|those) )?(?:(?:of|in|at|for) )?(?:the )?$", re.IGNORECASE)
_MORE = lazy_pattern(rf"\s*{ENGLISH_MORE}(?!\s+than\b)", re.IGNORECASE)
_DIFFER = lazy_pattern(r"(?:by )?how (?:much )?(?:did|do|does) (?P<what>.+?) differ(?: between| in)?(?: the)?\s*$", re.IGNORECASE)
"""What is asked of both sides is how much each is."""
_COMPARE = lazy_pattern(r"(?:please\s+)?compare\b", re.IGNORECASE)
_YES_OR_NO = lazy_pattern(r"^(?:did|do(?:es)?|is|are|was|were|ha[sd]|have)\s+", re.IGNORECASE)
"""Begins a question that asks whether one thing is more than another."""
_AMOUNT_OF_EACH = lazy_pattern(r"^(?!.*(?:合计|总共|一共|共|之间|合作|联合|签(?!约))).*(?:是多少|有?多少|几[个家])")
"""Asks how much each of the things that it lists is: not of what they do together."""
_LOOSE = lazy_pattern(r"[,，]?\s*(?:[与和跟同]|and|with)", re.IGNORECASE)
_YEAR_BEFORE = lazy_pattern("[去上]年同期|上一?年")
"""Behind a year in figures the one before that, of which the same report tells."""
_YEAR = lazy_pattern(r"(?:19|20)?\d\d年|去年|前年|今年")
_GROWN_BETWEEN = lazy_pattern(
    r"相比(?:较|起来)?[,，]?(?:是|总共|一共|各)?(?:增加|增长|提高|上升|减少|下降|变化|[增升降多少])了?(?:多少|几(?=[个家项户件亿万千百]))"
)
"""By how much something grew from one of two years that are named to the other: what either tells is its amount."""
_FOUR_DIGITS = lazy_pattern(r"(?:19|20)\d\d")
_PART_OF_YEAR = lazy_pattern(r"(?P<part>(?=[a-z]).+?(?:,? |,? of |,? in ))(?:19|20)\d\d", re.IGNORECASE)
"""First quarter of 2022, Q1 2022: of the other years it is the same part."""
_ASKED_AGAIN = lazy_pattern(r"(?<=多少)(?P<unit>[^,，?？。]{0,8})[,，?？](?:相|又)?多少(?=[?？。]*$)")
"""What 分别是多少，相差多少 leaves behind the amount that is asked for."""
_TWO_MARKS = lazy_pattern(r"[,，]?([?？。])[?？]*")
_MARK_BEFORE = lazy_pattern(r"[,，]?[?？](?=多少)")
_WHOLE_YEAR = lazy_pattern("全年|整年")
_SPACES = lazy_pattern(r"\s{2,}")
_NOTHING = lazy_pattern(r"(?:的|是|有|多少|怎么?样|如何|[,，?？。!！\s])*")


class _Run(NamedTuple):
    """Parks or times set beside each other: what stands in the place of all, and which stretches of the text these take."""

    things: Sequence[str]
    first: Span
    """Where the thing goes."""
    others: Span
    """What is left out; empty where the first stretch holds all."""


def sides_of(question: Marked, *, times: bool = True) -> tuple[str, ...]:
    """The question once for each of the parks and times that it compares, two to six; empty where it compares none.

    Without `times`, only for each of the parks.
    """
    in_time = _run(question, question.times, listed=True) if times else None
    in_place = _run(question, question.parks, listed=compares(question.text) or _AMOUNT_OF_EACH.search(question.text) is not None)
    runs = [run for run in (in_place, in_time) if run]
    if len(runs) == 2 and (runs[0].first.overlaps(runs[1].first) or len(runs[0].things) * len(runs[1].things) > MOST_SIDES):
        runs = runs[:1]
    return tuple(_with(question.text, list(zip(runs, things, strict=True))) for things in product(*(run.things for run in runs)) if things)


def side_by_side(text: str, spans: Sequence[Span]) -> list[Span]:
    """The first two or more spans with only conjunctions between them; empty where there are none."""
    run: list[Span] = []
    for span in spans:
        if not run or _are_listed(text, run[-1], span):
            run.append(span)
        elif len(run) > 1:
            break
        else:
            run = [span]
    return run if len(run) > 1 else []


def _are_listed(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but conjunctions stands between two spans; between two years also a comma."""
    if _BETWEEN.fullmatch(text, one.end, other.start):
        return True
    years = all(_BARE_YEAR.fullmatch(text, *span) for span in (one, other))
    return years and _COMMA_ALONE.fullmatch(text, one.end, other.start) is not None


def compares(text: str) -> bool:
    """Whether a question compares what it names, or asks for each of it."""
    return any(pattern.search(text) for pattern in (EACH, COMPARISON, TO_COMPARE, DIFFERENCE, MORE_THAN))


def _run(question: Marked, spans: Sequence[Span], *, listed: bool) -> _Run | None:
    """What a question lists, where that is enough, or else two things of which one is compared with the other."""
    text, words = question.text, question.words
    spans = [Span(span.start, whole.end() if (whole := _WHOLE_YEAR.match(text, span.end)) else span.end) for span in spans]
    if listed and (run := side_by_side(text, spans)):
        return _Run(_whole_times(words(run[:_MOST_LISTED])), Span(run[0].start, run[-1].end), Span(0, 0))
    return next(filter(None, (_pair(text, *pair, _whole_times(words(pair))) for pair in pairwise(spans))), None)


def _pair(text: str, one: Span, other: Span, things: Sequence[str]) -> _Run | None:
    """甲的税收比乙多多少, 甲的税收和乙的税收对比, 甲的年会和乙的年会奖金对比.

    Not 甲的税收比乙增长多少 or 比去年同期多多少, which one of them tells.
    """
    than = _ENGLISH_THAN.search(text, one.end, other.start)
    if than and MORE_THAN.search(text):
        return _Run(things, one, Span(than.start(), other.end))
    link = _LINK.search(text, one.end, other.start)
    if (
        link is None
        or (text[one.start].isdecimal() and _YEAR_BEFORE.match(text, other.start))
        or not _is_compared(link[0].strip(), text[other.end :], text[: one.start])
    ):
        return None
    between, after = text[one.end : link.start()], without_comparing(text[other.end :])
    if _share_words(between, after):
        asked_of_both = after.removeprefix(between) if between.strip() and after.startswith(between) else ""
        return _Run((f"{things[0]}{between}{asked_of_both}", f"{things[1]}{after}"), Span(one.start, len(text)), Span(0, 0))
    if _LOOSE.fullmatch(link[0].strip()) and not _NOTHING.fullmatch(after):
        return None  # two events, each with a time or park of its own
    return _Run(things, one, Span(link.start(), other.end))


def _is_compared(link: str, after: str, before: str) -> bool:
    """Whether the words before and after the second of two things compare them, or those that the question begins with."""
    if link.lower() in ("with", "to") and _COMPARE.match(before):
        return True
    if link in ("比", "较", "有没有"):
        return DIFFERENCE.search(after) is not None or (link == "有没有" and TO_COMPARE.match(f"年{after}", 1) is not None)
    return _THAN.fullmatch(link) is not None or compares(f"年{after}") or compares(link)


def _share_words(one: str, other: str) -> bool:
    """Whether two texts share two characters in a row: 2022年的税收, 2022年税收."""
    return any(one[place : place + 2] in other for place in range(len(one) - 1))


def _whole_times(times: Sequence[str]) -> Sequence[str]:
    """Times that stand beside each other, each with what the other leaves to it: 2022年上半年和下半年, 2024年一季度比2023年."""
    if in_english := _PART_OF_YEAR.fullmatch(times[0]):
        return [f"{in_english['part']}{time}" if _FOUR_DIGITS.fullmatch(time) else time for time in times]
    if _YEAR.match(times[-1]):
        times = [f"{time}年" if _FOUR_DIGITS.fullmatch(time) else time for time in times]
    first = _YEAR.match(times[0])
    with_year = [f"{first[0]}{time}" if first and is_part_of_year(time) else time for time in times]
    part = part_of_year(with_year[0]) or part_of_year(with_year[-1])
    return [f"{time}{part}" if part and _YEAR.fullmatch(time) else time for time in with_year]


def _with(text: str, chosen: Sequence[tuple[_Run, str]]) -> str:
    """The question with the chosen things in their places, without the words that compare."""
    changes = sorted([*((run.first, thing) for run, thing in chosen), *((run.others, "") for run, _ in chosen if any(run.others))])
    part = _SPACES.sub(" ", "".join(_pieces(text, changes)))
    return _TWO_MARKS.sub(r"\1", _MARK_BEFORE.sub("", _ASKED_AGAIN.sub(r"\g<unit>", part))).strip(" ,，")


def _pieces(text: str, changes: Sequence[tuple[Span, str]]) -> Iterator[str]:
    position = 0
    for span, new in changes:
        yield without_comparing(text[position : span.start])
        yield new
        position = max(position, span.end)
    yield without_comparing(text[position:])


def without_comparing(text: str) -> str:
    """哪个产值更高 → 产值, did it export more → it export."""
    text = _GROWN_BETWEEN.sub("多少", _DIFFER.sub(r"\g<what> in the ", text))
    asked = COMPARISON.sub(lambda match: GENERAL.sub("", match[0]), EACH.sub("", text))
    return DIFFERENCE.sub("多少", TO_COMPARE.sub("", _MORE.sub("", _YES_OR_NO.sub("", asked))))
