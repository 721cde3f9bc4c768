"""The words that answer, cut down to what is asked for: 80人 of 首期80人, 方远桥 of 招商局局长方远桥, 6月30日 of 有效期至6月30日.

The reader finds the right words more often than where they begin and end. That is said by the kind of thing which is asked for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import unified
from corpus.language.span import Span
from corpus.language.times import find_times
from corpus.language.vocabulary import any_of, table, word_list
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.answering_figure import answering_figure, asked_words, clause_after, clause_before, shared_pairs, with_whole_figures

_AT_ENDS = ' \n\t，。、；：,;:.!！?？“”"「」'
_PART = lazy_pattern(r"[底初末中]|[上中下]旬")
"""Which part of a month or a year: belongs to the time before it."""
_RANGE = lazy_pattern(r"[\s—~～－–至到-]+")
_CLOCK = lazy_pattern(r"\d{1,2}[:：]\d{2}")
_REASON = lazy_pattern(r"^.*?(?:原因是|原因在于|主要是|是因为|因为|由于)")
_SO_IT_IS = lazy_pattern(r"，?(?:这?是|成为)[^，。]*原因$")
_ASKS_IN_WORDS = lazy_pattern(r"什么|怎|如何|[吗么没]\W*$|是不是|是否|为何|哪|谁")
_LINK = lazy_pattern(r"[是为由叫归至：: ]+")
_NEXT_ITEM = lazy_pattern(r"[^，。；;：:!！?？\n、（(]+(?:[（(][^）)\n]*[）)][^，。；;：:!！?？\n、]*)?")
"""A thing of a list with 、 between them, up to the next."""
_AND_OTHERS = lazy_pattern(r"(?<![平高中初优同对均相上下头])等(?!级|离子|待|候|比)")
"""Ends what a list names."""

_Rule = Callable[[Question, str, Span, date | None], Span]


def narrowed(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """Part of the words that were marked in a text, or a figure near them that fits better; the words themselves where nothing is surer."""
    rule = _rule(question)
    cut = rule(question, text, marked, published)
    cut = cut if rule in (_time, _person) else with_whole_figures(text, cut)
    words = text[slice(*cut)]
    kept = words.strip(_AT_ENDS)
    start = cut.start + len(words) - len(words.lstrip(_AT_ENDS))
    return Span(start, start + len(kept)) if kept else marked


def repeats(question: Question, words: str) -> bool:
    """Whether a question that asks which there are says the words itself."""
    return question.kind is Kind.LIST and unified(words) in question.plain


def _rule(question: Question) -> _Rule:
    """By the kind of thing asked for; who only names an office or a measure asks for its holder or its figure.

    Of several things that are asked for at once, none is singled out: 从多少涨到多少.
    """
    asking = [word for word in question.of(MentionKind.ASKING) if isinstance(word.meaning, Kind)]
    if len(asking) > 1 and not question.in_english:  # how and much are two words of one
        return _as_marked
    if question.kind is Kind.OTHER and not _ASKS_IN_WORDS.search(question.plain):
        return _person if _ends_in_office().search(question.plain) else _figure
    return {Kind.NUMBER: _figure, Kind.TIME: _time, Kind.PERSON: _person, Kind.REASON: _reason, Kind.LIST: _list}.get(
        question.kind, _said_before
    )


def _as_marked(question: Question, text: str, marked: Span, published: date | None) -> Span:
    return marked


def _figure(question: Question, text: str, marked: Span, published: date | None) -> Span:
    times = [time.span for time in find_times(text, published or question.asked_on)]
    return answering_figure(question, text, marked, times) or _said_before(question, text, marked, published)


def _time(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """The time in the words; of several the one whose clause says most of what is asked, unless they are a range."""
    words = text[slice(*marked)]
    found = [time.span for time in find_times(words, published or question.asked_on)] or [Span(*at.span()) for at in _CLOCK.finditer(words)]
    if not found:
        return _said_before(question, text, marked, published)
    times = [_with_part(text, time.moved(marked.start)) for time in found]
    if all(_RANGE.fullmatch(text, one.end, other.start) for one, other in pairwise(times)):
        return times[0].joined(times[-1])

    asked = asked_words(question)

    def fit(time: Span) -> tuple[int, int, int]:
        behind, before = clause_after(text, time.end), clause_before(text, time.start)
        return shared_pairs(behind, asked), shared_pairs(before, asked), -time.start

    return max(times, key=fit)


def _with_part(text: str, time: Span) -> Span:
    more = _PART.match(text, time.end)
    return Span(time.start, more.end() if more else time.end)


def _person(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """The one name in the words, without office and company before it and what the person does behind it."""
    found = {match["name"]: Span(*match.span("name")) for match in _named().finditer(text[slice(*marked)])}
    return next(iter(found.values())).moved(marked.start) if len(found) == 1 else marked


def _reason(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """Without the words that only say that it is one."""
    words = text[slice(*marked)]
    begun, ended = _REASON.match(words), _SO_IT_IS.search(words)
    start, end = begun.end() if begun else 0, ended.start() if ended else len(words)
    return Span(start, end).moved(marked.start) if start < end else marked


def _list(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """All things of the list whose first ones are marked."""
    start, end = _said_before(question, text, marked, published)
    while text[end : end + 1] == "、" and (item := _NEXT_ITEM.match(text, end + 1)):
        others = _AND_OTHERS.search(text, item.start(), item.end())
        end = others.start() if others else item.end()
    return Span(start, end)


def _said_before(question: Question, text: str, marked: Span, published: date | None) -> Span:
    """Without what the question says itself, where a figure or a name follows it."""
    words = text[slice(*marked)]
    said = next((length for length in range(len(words) - 1, 1, -1) if unified(words[:length]) in question.plain), 0)
    link = _LINK.match(words, said)
    start = link.end() if link else said
    wanted = said and start < len(words) and (words[start].isdigit() or _ends_in_office().search(words[:said]))
    return Span(marked.start + start, marked.end) if wanted else marked


@functools.cache
def _ends_in_office() -> re.Pattern[str]:
    return re.compile(rf"(?:{_offices()})$")


@functools.cache
def _named() -> re.Pattern[str]:
    """A name behind an office, or a surname and more behind a word that leads to it; before what is no part of a name."""
    surname = any_of(word_list("surnames.txt"))
    return re.compile(
        rf"(?:(?:^|[为是由归叫姐哥：:，,（(])(?={surname})|(?:{_offices()})[为是：:]?)(?P<name>[一-鿿]{{2,4}}?)"
        r"(?=$|[^一-鿿]|[管说任]|牵头|负责|担任|出任|介绍|表示|带队|先生|女士|同志|等)"
    )


def _offices() -> str:
    return "|".join(table("offices.toml")["offices"].values())
