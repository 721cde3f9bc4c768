"""A passage is a span of an article, never a copy of its text."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is embedded and ranked: whole sentences of one article."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]
