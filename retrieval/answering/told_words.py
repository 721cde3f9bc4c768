"""Whether reports tell a word or a name: as it is written, or with others in between, as 办好十件实事 for 办实事."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus.article import Article
from corpus.language.everyday_words import official_words
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.answering.reports import Report
from retrieval.index.engine import Snapshot
from retrieval.text.analyzer import Analyzer
from retrieval.text.terms import Terms

MOST_READ = 200
"""Reports that are read for a word; where there are more, it is looked for in the passages that come nearest to it."""
NEAREST = 50
"""Passages that come nearest."""
_SHORTEST_APART = 3
"""Characters of a word from which on others may stand between them: 餐 and 厅 of two things are no 餐厅."""
_BETWEEN = r"[^，。；;!！?？\n]{0,4}"
_TAIL = lazy_pattern(r"(?<=..)(?:(?:股份|责任)*(?:有限)?公司|集团|项目|企业|工程)$")
"""What a name is asked with that reports may leave out."""
_HAN = lazy_pattern(r"[一-鿿]+")


@dataclass(frozen=True)
class ToldWords:
    """The words of some reports of an index version, read when they are first wanted."""

    snapshot: Snapshot
    analyzer: Analyzer
    reports: Sequence[Report] = field(repr=False)

    def have(self, word: str) -> bool:
        """Whether one of the reports tells a word, or an official one for it; of very many reports, whether any of the index does."""
        plain = self.analyzer.normalize(word)
        forms = dict.fromkeys([plain, _TAIL.sub("", plain), *map(self.analyzer.normalize, official_words((plain,)))])
        return any(self._is_told(form) for form in forms if form)

    def _is_told(self, form: str) -> bool:
        texts = self._texts if len(self.reports) <= MOST_READ else self._nearest(form)
        return any(form in text for text in texts) or self._is_told_loosely(form, texts)

    def _is_told_loosely(self, form: str, texts: Iterable[str]) -> bool:
        if len(form) < _SHORTEST_APART or not _HAN.fullmatch(form):
            return False
        apart, pairs = re.compile(_BETWEEN.join(form)), {form[at : at + 2] for at in range(len(form) - 1)}
        return any(apart.search(text) or all(pair in text for pair in pairs) for text in texts)

    @cached_property
    def _texts(self) -> list[str]:
        articles = (self.snapshot.article(report.id) for report in self.reports)
        return [self._plain(article) for article in articles if article]

    def _nearest(self, form: str) -> list[str]:
        """The texts of the articles whose passages have most of a word."""
        return [self._plain(article) for article in {article.id: article for article in self._found(form)}.values()]

    def _found(self, form: str) -> Iterator[Article]:
        terms = self.analyzer.terms(form)
        for match in self.snapshot.search_lexical(Terms((), tuple(dict.fromkeys(terms.bigrams))), NEAREST) if terms.bigrams else ():
            yield self.snapshot.passage(match.position).article

    def _plain(self, article: Article) -> str:
        return self.analyzer.normalize(f"{article.title or ''}\n{article.text}")
