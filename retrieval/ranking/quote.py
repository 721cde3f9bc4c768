"""What a user sees: a span of an article with the answering sentence emphasised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import Article
from corpus.language.span import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span of an article. `emphasis` spans are offsets into the article's text, inside the quote."""

    article: Article
    start: int
    end: int
    emphasis: tuple[Span, ...]
    score: float
    also_in: tuple[str, ...] = ()
    """Ids of the article's near-duplicates."""
    evidence: Mapping[str, float] = field(default_factory=dict)
    """The numbers behind the score, by feature name."""

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]
