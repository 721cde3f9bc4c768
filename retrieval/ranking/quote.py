"""What a user sees: a span of an article with the answering sentence emphasised, and in it the very words that answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.scope import Scope


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span of an article. All spans are offsets into the article's text; `emphasis` and `answer` lie inside the quote."""

    article: Article
    start: int
    end: int
    emphasis: tuple[Span, ...]
    score: float
    also_in: tuple[str, ...] = ()
    """Ids of the article's near-duplicates."""
    evidence: Mapping[str, float] = field(default_factory=dict)
    """The numbers behind the score, by feature name."""
    answer: Span | None = None
    """The very words that answer; None where nothing is sure of them."""
    cut_from: Span | None = None
    """The wider span that the quote was cut from; None where it is all of it."""
    scope: Scope = field(default_factory=Scope)
    """What the answering sentence is of, as far as that is sure."""

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def recognised_pages(self) -> tuple[int, ...]:
        """The pages of the file, in order, from whose pictures something of it was read."""
        return self.article.recognised_pages(self.start, self.end)

    @property
    def around(self) -> Span:
        """What the quote was cut from: the quote itself, and what stands before and after it there."""
        return self.cut_from or Span(self.start, self.end)
