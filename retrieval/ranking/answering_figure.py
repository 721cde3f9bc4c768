"""Which figure answers, of those in and around the words that the reader marked: 11.3% of 上半年增长6.1%，下半年增长11.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import Measure, any_measure
from corpus.language.script import unified
from corpus.language.span import Span
from retrieval.question.question import Question

_COUNTED = any_measure(*Measure)
_NUMERAL = r"(?:\d[\d,，.]*\d|\d|[一二三四五六七八九十百千万两]+)"
_SCALED = rf"{_NUMERAL}[余多]?(?:万亿|[百千万亿])*[余多]?"
_ENGLISH_UNIT = r" ?(?:(?:thousand|[mb]illion) ?)?(?:yuan|percent|dollars|mu|square (?:kilo)?met(?:re|er)s)?"
_AFTER_GE = "个(?:百分点|月|小时|工作日|标准箱)"
"""What 个 counts that is a measure itself; of 36个项目, 20个单位 and 3个批次 the next character only begins what is counted."""
_UNIT = rf"(?:{_AFTER_GE}|[%％‰㎡]|km²|{_COUNTED}(?:[/／·每][一-鿿·/]{{1,5}})?|{_ENGLISH_UNIT})"
_FIGURE = lazy_pattern(rf"(?<![\d.第]){_SCALED}{_UNIT}?(?:[—~～－–至到-]+{_SCALED}{_UNIT}?)?")
_LONGEST_FIGURE = 12
"""Characters of one that begins before the words that were marked."""
_LONGEST_UNIT = 5
"""Characters of a unit that no table has: 毫克/升."""
_ENDS_IN_MEASURE = lazy_pattern(rf"{_COUNTED}$")
_GROWTH = lazy_pattern(r"增速|增长|增幅|降幅|涨幅|同比|环比|增减|下降|上升|涨了|降了|growth|increase")
_SHARE = lazy_pattern(r"[%％]|百分点")
_BEFORE_CHANGE = lazy_pattern(r"[由从]$")
"""What stands before the figure that no longer holds: 由17个压减到11个."""
_INTO = lazy_pattern(r"[^，。；,;\d]{0,8}?[到至为](?=[约近]?\d)[约近]?")
_FORMER_ASKED = lazy_pattern(r"原|之前|以前|此前|过去|[由从]")
_CLAUSE_END = lazy_pattern(r"[。；：、;:\n！？!?（(]|[，,](?!\d{3}(?!\d))")
_LONGEST_CLAUSE = 60
_SENTENCE_END = lazy_pattern(r"[。！？\n]")


class _Fit(NamedTuple):
    """How well a figure answers; the first that differs decides."""

    asked: bool
    """Whether it is of the unit or the growth that is asked for."""
    in_digits: bool
    lasting: bool
    """Whether it is not the one that changed into another."""
    named: int
    """Pairs of characters of the question in the clause before it."""
    foreign: int
    """Those that it has not, negative."""
    first: int
    figure: Span


def answering_figure(question: Question, text: str, marked: Span, times: Sequence[Span]) -> Span | None:
    """The figure in the words, or in their sentence where only there is one of the unit or the growth asked for; None without any.

    With what it counts, where the question says it too: 37家企业. `times` are those that the text tells, which are no figures.
    """
    fits = [_fit(question, text, figure) for figure in _figures(text, marked, times)]
    if not any(fit.asked for fit in fits):
        fits += [fit for figure in _figures(text, _sentence(text, marked), times) if (fit := _fit(question, text, figure)).asked]
    if not fits:
        return None
    best = max(fits)
    figure = best.figure if best.lasting else _changed_into(question, text, best.figure, times)
    rest = text[figure.end : marked.end]
    unit = text[figure.end - 1].isdigit() and len(rest) <= _LONGEST_UNIT
    return Span(figure.start, _word_end(question, text, marked.end)) if rest and (unit or unified(rest) in question.plain) else figure


def _changed_into(question: Question, text: str, figure: Span, times: Sequence[Span]) -> Span:
    """The figure that one changed into: 2.9% of 由2.6%提高到2.9%; itself where the question asks what it was, or none follows."""
    clause = _CLAUSE_END.search(text, figure.end)
    rest = Span(figure.end, clause.start() if clause else len(text))
    into = _INTO.match(text, *rest)
    if into is None or _FORMER_ASKED.search(question.plain):
        return figure
    return next((found for found in _figures(text, Span(into.end(), rest.end), times) if found.start == into.end()), figure)


def _word_end(question: Question, text: str, end: int) -> int:
    """Where what the question says goes on beyond a place in it: 36个项目 of 36个项."""
    while unified(text[end - 1 : end + 1]) in question.plain and end < len(text):
        end += 1
    return end


def with_whole_figures(text: str, span: Span) -> Span:
    """The words with all of a figure that they end or begin within: 1.8亿元 of 1.8亿."""
    for match in _FIGURE.finditer(text, max(0, span.start - _LONGEST_FIGURE)):
        if match.start() >= span.end:
            break
        figure = Span(*match.span())
        if figure.overlaps(span) and any(map(str.isdigit, match[0])):
            span = span.joined(figure)
    return span


def clause_before(text: str, place: int) -> str:
    """What a clause says up to a place in it, in plain characters."""
    begin = max(0, place - _LONGEST_CLAUSE)
    return unified(text[max((match.end() for match in _CLAUSE_END.finditer(text, begin, place)), default=begin) : place])


def clause_after(text: str, place: int) -> str:
    """What it says from a place on."""
    end = _CLAUSE_END.search(text, place)
    return unified(text[place : end.start() if end else len(text)])


def asked_words(question: Question) -> str:
    """What a question says; where it has Latin letters with the Chinese words for that, among which those of a report are looked for."""
    return "，".join((question.plain, *(word for thing in question.things for word in thing.words)))


def shared_pairs(text: str, other: str) -> int:
    """How many pairs of neighbouring characters of a text another one has too."""
    return sum(text[place : place + 2] in other for place in range(len(text) - 1))


def _fit(question: Question, text: str, figure: Span) -> _Fit:
    words, clause = text[slice(*figure)], clause_before(text, figure.start)
    of_unit = question.unit is not None and question.unit in words
    of_growth = bool(_GROWTH.search(question.plain) and _SHARE.search(words) and _GROWTH.search(clause))
    return _Fit(
        asked=of_unit or of_growth,
        in_digits=any(map(str.isdigit, words)),
        lasting=not _BEFORE_CHANGE.search(clause),
        named=(named := shared_pairs(clause, asked_words(question))),
        foreign=named - len(clause),
        first=-figure.start,
        figure=figure,
    )


def _figures(text: str, span: Span, times: Sequence[Span]) -> Iterator[Span]:
    """Those that reach into a span and are no times."""
    for match in _FIGURE.finditer(text, max(0, span.start - _LONGEST_FIGURE)):
        if match.start() >= span.end:
            return
        found = Span(*match.span())
        counts = match[0][0].isdigit() or _ENDS_IN_MEASURE.search(match[0])
        if counts and found.overlaps(span) and not any(found.overlaps(time) for time in times):
            yield found


def _sentence(text: str, span: Span) -> Span:
    start = max((match.end() for match in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    end = _SENTENCE_END.search(text, span.end)
    return Span(start, end.start() if end else len(text))
