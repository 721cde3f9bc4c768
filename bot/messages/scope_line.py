"""The line before a quote that says of what it is, where its own first words do not: 沐江经开区 · 2023年."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.one_line import one_line
from bot.messages.period import told_time
from bot.texts.wording import Texts
from corpus.language.folding import fold
from corpus.language.script import simplified
from retrieval.ranking.quote import Quote

FIRST_WORDS = 40
"""Characters of a quote that are read before all others."""
PARK_LENGTH = 40


def scope_line(quote: Quote, texts: Texts) -> str:
    """Park and time, as far as they are sure and the quote does not begin with them; empty where nothing is left."""
    return " · ".join(_parts(quote, quote.text[:FIRST_WORDS], texts))


def _parts(quote: Quote, first_words: str, texts: Texts) -> Iterator[str]:
    scope, said = quote.scope, fold(simplified(first_words))
    yield from (one_line(park, PARK_LENGTH) for park in scope.parks if fold(simplified(park)) not in said)
    if scope.first and scope.last and not (_is_said(scope.first.year, said) and _is_said(scope.last.year, said)):
        yield told_time(scope.first, scope.last, texts, planned=scope.planned)


def _is_said(year: int, text: str) -> bool:
    return str(year) in text
