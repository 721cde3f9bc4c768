"""Example questions out of the reports in use, in the reader's language; each of them is answered.

Asking costs, so that questions are tried only where a report has a figure beside their word.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.settings.language import Language
from bot.texts import TEXTS
from corpus.article import Article
from corpus.language.english_park_names import english_name
from corpus.language.script import simplified, traditional
from retrieval.answering.answerer import Answerer
from retrieval.answering.reports import years_told
from retrieval.index.engine import Headline
from retrieval.text.periods import periods

MOST = 3
_LOOKED_AT = 12
"""Reports on a park, the newest first, that examples are taken from."""
_TRIED = 6
"""Questions that are asked until enough are found that are answered."""

_NEAR = 8
"""Characters between a word and its figure."""

_Key = tuple[str, Language, str, int]


class Examples:
    """The examples of an index version by language and park, each made when it is first wanted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[_Key, tuple[str, ...]] = {}

    def of(self, answerer: Answerer, park: str, headlines: Sequence[Headline], language: Language, most: int = MOST) -> tuple[str, ...]:
        """Up to so many questions about a park with these reports, the last of which may only ask for its news. Raises IndexUnavailable."""
        with answerer.index.open() as (version, snapshot):
            key = version, language, park, most
            with self._lock:
                known = self._known.get(key)
            if known is not None:
                return known
            articles = [article for headline in headlines[:_LOOKED_AT] if (article := snapshot.article(headline.id))]
        name = park_in(language, park)
        questions = islice(_of_figures(name, articles, language), _TRIED)
        reports = [article.id for article in articles]
        made = list(islice((asked for asked in questions if answerer.ask(asked, top=1, only=reports).found), most))
        if len(made) < most:
            made.append(TEXTS[language].examples.of_news.format(park=name))
        with self._lock:
            self._known = {other: examples for other, examples in self._known.items() if other[0] == version} | {key: tuple(made)}
        return tuple(made)


def park_in(language: Language, park: str) -> str:
    """What to call a park in a language: in English by its name in pinyin and the kind, where there are such."""
    match language:
        case "en":
            return english_name(park)
        case "zh-hant":
            return traditional(park)
        case "zh":
            return park


def _of_figures(name: str, articles: Sequence[Article], language: Language) -> Iterator[str]:
    """For the usual figures of which a report tells, each once; none where the park has no name that a reader of English could type."""
    if language == "en" and not name.isascii():
        return
    plain = [(article, simplified(article.text)) for article in articles]
    for word, template in TEXTS[language].examples.of_figures.items():
        figure = re.compile(rf"{word}[^，。；！？]{{0,{_NEAR}}}\d")
        if year := next((year for article, text in plain if (year := _year_of(figure, article, text))), None):
            yield template.format(park=name, year=year)


def _year_of(figure: re.Pattern[str], article: Article, text: str) -> int | None:
    """The year that a figure in a report is of; None where it has no such figure, or not of a year. `text` is its own, simplified."""
    found = figure.search(text)
    if found is None:
        return None
    told = [period for span, told in periods(article) if span.start <= found.start() < span.end for period in told]
    of_it = next((period for period in told if period.span.start <= found.end() - 1 < period.span.end), None)
    if of_it:
        return of_it.first.year if of_it.first.year == of_it.last.year and not of_it.planned else None
    title = Headline(article.id, article.title or "", None, article.published, ())
    return max(years_told(title), default=None)
