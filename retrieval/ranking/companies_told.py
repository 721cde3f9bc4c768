"""The companies that a text names, and where: what tells whose figure one is that stands where the company asked about is not named yet."""

from __future__ import annotations

import functools
import re

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of
from retrieval.question.names import Words, find_names, trades

_HAN = lazy_pattern(r"[一-鿿]{3,}")
_COMPANY = ("公司", "集团")
STREET = "大道"
"""Where a company is, and none itself."""
_SCHOOLS = ("小学", "中学", "学校", "大学")
_ARTICLES_IN_MEMORY = 512
"""Articles whose companies are kept: people ask about the same reports."""


@functools.lru_cache(_ARTICLES_IN_MEMORY)
def companies_told(text: str, words: Words) -> tuple[tuple[int, str], ...]:
    """Where each begins, and its name. What holds no word that such names end in is not cut into words, which takes long."""
    return tuple(
        (run.start() + span.start, name)
        for run in _HAN.finditer(text)
        if _any_ending().search(run[0])
        for span in find_names(run[0], words)
        if is_company(name := run[0][slice(*span)])
    )


def is_company(name: str) -> bool:
    """Whether a name has a word in which those of companies end: 弘曜电器压缩机项目."""
    return _any_ending().search(name) is not None and not name.endswith((STREET, *_SCHOOLS))


@functools.cache
def _any_ending() -> re.Pattern[str]:
    return re.compile(any_of((*trades(), *_COMPANY)))
