"""What a reader of an answer should mind: that its newest report is old, or that reports of different days give different figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.texts.wording import Texts
from corpus.language.asking_words import Kind
from corpus.language.measure_words import THOUSAND, UNITS, Measure, any_measure
from retrieval.answering.answer import Answer
from retrieval.answering.side import Side
from retrieval.ranking.quote import Quote

OLD = timedelta(days=2 * 365)
_COUNTED = f"个百分点|％|{any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.DEGREE, Measure.SHARE)}"
"""No times: 2022年 and 2023年 do not contradict each other."""
_FIGURE = re.compile(rf"(?<![第\d])(\d[\d,.]*)\s*((?:[万亿百]|{THOUSAND})*(?:{_COUNTED})?)")
_MEASURED = re.compile(rf"\d\s*(?:[万亿百]|{THOUSAND})*({any_measure(*UNITS)}|%)")


def hint_for(answer: Answer, texts: Texts) -> str:
    """One line, or nothing. A question that names a past time gets what it asks for; 目前 and 今年 are not past."""
    if answer.listed:
        return ""
    if answer.differ and len(answer.quotes) > 1:
        return texts.comparing.hint_differ
    question = answer.question
    about_now = all(time.last >= question.asked_on for time in question.times)
    if question.parts or not answer.quotes or not about_now:
        return ""
    if question.kind is Kind.NUMBER and _figures_differ(answer.quotes):
        return texts.hint_figures
    newest = max((quote.article.published for quote in answer.quotes if quote.article.published), default=None)
    if newest and question.asked_on - newest > OLD:
        return texts.hint_old.format(year=newest.year)
    return ""


def hint_of_sides(sides: Sequence[Side], texts: Texts) -> str:
    """One line where what is compared is told in different units, or nothing; of different things it may well be."""
    units = {unit for side in sides if not side.thing for quote in side.quotes[:1] if (unit := _unit(quote))}
    return texts.comparing.hint_units if len(units) > 1 else ""


def earlier_line(answer: Answer, texts: Texts) -> str:
    """From when a series is listed, where it leaves out earlier years; else nothing."""
    first = answer.sides[0].time if answer.leaves_out else None
    return texts.comparing.earlier.format(year=first.first.year) if first else ""


def _unit(quote: Quote) -> str | None:
    """What the words that answer measure in: 美元 of 1.9亿美元."""
    measured = _MEASURED.search(quote.article.text[slice(*quote.answer)]) if quote.answer else None
    return measured[1] if measured else None


def _figures_differ(quotes: tuple[Quote, ...]) -> bool:
    """Whether the answering sentences about one park, of different days, count the same unit with different numbers."""
    first, *others = quotes
    return any(
        _day(first) != _day(other) and not set(first.article.parks).isdisjoint(other.article.parks) and _contradict(first, other)
        for other in others
    )


def _contradict(one: Quote, other: Quote) -> bool:
    told, told_too = _figures(one), _figures(other)
    shared = told.keys() & told_too.keys() - {""}
    return any(told[unit].isdisjoint(told_too[unit]) for unit in shared)


def _figures(quote: Quote) -> dict[str, set[str]]:
    """The numbers of the answering sentence, by what they count."""
    found: dict[str, set[str]] = {}
    for start, end in quote.emphasis:
        for number, unit in _FIGURE.findall(quote.article.text[start:end]):
            found.setdefault(unit, set()).add(number.replace(",", "").rstrip("."))
    return found


def _day(quote: Quote) -> date | None:
    return quote.article.published
