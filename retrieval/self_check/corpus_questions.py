"""Makes labelled questions out of the articles themselves, without a language model.

A clause with a figure becomes the question for that figure: 会议表彰了44家企业 in a report on 青屏经开区 that tells of 2022 becomes
青屏经开区2022年会议表彰了多少家企业, and 44家 answers it. Such questions keep the report's own words, so they are easier than people's.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from corpus.article import Article
from corpus.language.measure_words import UNITS, Measure, any_measure
from corpus.language.parks import without_kind
from corpus.language.span import Span
from corpus.language.spoken_times import spoken
from retrieval.text.figure_times import SHORTEST_PERIOD
from retrieval.text.periods import Period, periods


@dataclass(frozen=True, slots=True)
class CorpusQuestion:
    """A question, the article that it was made from, and the figure that answers it, as it is written there."""

    text: str
    article: Article
    figure: str


_LENGTH = range(12, 33)
"""Characters of the clause that a question is made from: shorter ones could be about anything, longer ones nobody would type."""
_LENGTH_ALONE = range(16, 33)
"""The same where the article names no park that the question could begin with."""
_COUNTED = f"个百分点|{any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS)}"
"""No times: how long something took stands in too many reports, and 2022年 is no count."""
_FIGURE = re.compile(
    rf"(?:将近|超过|大约|共计|[近约逾超])?(?P<figure>(?<![\d.,，第a-zA-Z-])\d[\d.,]*(?:(?:万亿|[万亿])?[余多]?(?P<unit>{_COUNTED})|[%％]))"
)
_CLAUSE = re.compile(r"[^，；：。！？!?;:]+")
_TELLING = re.compile(r"\d.*\d")
"""A figure of a single digit stands in too many passages by chance."""
_PLAIN = re.compile(r"[一-鿿a-zA-Z·、]*")
_POINTING = re.compile(r"[我你他她它该此这那]|本次|后者|前者|随后|当天|上个?月|[同次]日")
"""Words for a thing or a day that an earlier sentence named."""
_OTHER_YEAR = re.compile(r"去年|前年|明年|上年末")
_NOW = re.compile(r"截至目前|到目前为止|今年以来|今年|目前|当前|如今|近日|日前|昨日|今天|现已")
_OPENING = re.compile(r"(?:其中|同时|此外|另外|据悉|据了解|据介绍|据统计|数据显示|并且|以及|并|还|也|而|且|仅|已|共)+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")


def make_questions(articles: Iterable[Article], count: int, asks_one_thing: Callable[[str], bool]) -> list[CorpusQuestion]:
    """Up to `count` different questions, spread over the articles: first one of each, then a second one of each, and so on.

    Taken are those of which `asks_one_thing` is true: another would be answered by two articles.

    Which articles and sentences come first depends on hashes of ids and texts alone, so that most questions stay the same while the corpus
    grows. Only as many articles are read as it takes.
    """
    waiting = deque(_questions_of(article, asks_one_thing) for article in sorted(articles, key=lambda article: _lot(article.id)))
    made: dict[str, CorpusQuestion] = {}
    while waiting and len(made) < count:
        questions = waiting.popleft()
        if question := next(questions, None):
            made.setdefault(question.text, question)
            waiting.append(questions)
    return list(made.values())


def _questions_of(article: Article, asks_one_thing: Callable[[str], bool]) -> Iterator[CorpusQuestion]:
    """At most one of each sentence."""
    for span, told in sorted(periods(article), key=lambda sentence: _lot(article.text[slice(*sentence[0])])):
        if question := _question(article, span, told, asks_one_thing):
            yield question


def _question(article: Article, span: Span, told: Sequence[Period], asks_one_thing: Callable[[str], bool]) -> CorpusQuestion | None:
    """The question for the first figure of a sentence that can be asked for; None where there is none."""
    sentence = article.text[slice(*span)]
    if _OTHER_YEAR.search(sentence):
        return None
    lengths = _LENGTH if article.parks else _LENGTH_ALONE
    for match in _FIGURE.finditer(sentence):
        clause = _clause(sentence, match, lengths.stop) if _TELLING.search(match["figure"]) else ""
        if len(clause) not in lengths:
            continue
        text = _in_context(article, clause, _spoken_time(article, told, span.start + match.start()))
        if asks_one_thing(text):
            return CorpusQuestion(text, article, match["figure"])
    return None


def _clause(sentence: str, figure: re.Match[str], limit: int) -> str:
    """The clause around a figure, asking for it, after as many of the clauses before it as fit; nothing where it says other figures too."""
    clauses = [match.span() for match in _CLAUSE.finditer(sentence)]
    place = next(row for row, (start, end) in enumerate(clauses) if start <= figure.start() < end)
    asking = f"多少{figure['unit'] or ''}"
    clause = ""
    for start, end in reversed(clauses[: place + 1]):
        before, after = sentence[start : min(end, figure.start())], sentence[figure.end() : end]
        if not _PLAIN.fullmatch(before + after) or _POINTING.search(before + after):
            break
        words = _tidy(before)
        wider = "，".join(filter(None, (words, clause))) if clause else words + asking + after
        if len(wider) >= limit:
            break
        clause = wider
    return clause


def _tidy(clause: str) -> str:
    """Without the words that only make sense where it stands."""
    plain = _NOW.sub("", clause)
    opening = _OPENING.match(plain)
    return plain[opening.end() :] if opening else plain


def _in_context(article: Article, clause: str, time: str) -> str:
    """The clause with its time and the park of its article, where it does not name that itself."""
    park = next(iter(article.parks), "")
    return f"{time}{clause}" if without_kind(park) in clause else f"{park}{time}{clause}"


def _spoken_time(article: Article, told: Sequence[Period], place: int) -> str:
    """The time of the figure at this place, as its sentence tells (nothing where it tells two); else the year of title or publication."""
    if told:
        of_it = {_said(period) for period in told if period.span.start <= place < period.span.end}
        return of_it.pop() if len(of_it) == 1 else ""
    year = _YEAR.search(article.title or "")
    return f"{year[0]}年" if year else f"{article.published.year}年" if article.published else ""


def _said(period: Period) -> str:
    """Nobody asks for what is so on one day by naming the day."""
    return spoken(period.first, period.last) if period.days >= SHORTEST_PERIOD else f"{period.first.year}年"


def _lot(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
