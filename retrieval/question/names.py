"""Finds the names of companies, projects and people in a question: words that no dictionary has, before one that such names end in.

星衡动力 is two unknown characters and a trade; 裴松年 is a surname and two characters that form no word.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, takewhile

from corpus.language.asking_words import FUNCTION_WORDS
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.vocabulary import word_list

Words = Callable[[str], Sequence[str]]
"""Cuts a run of Chinese characters into the words of a dictionary; what it does not have comes as single characters."""

_TITLE = lazy_pattern(r"《[^》]{1,40}》|[“\"][^”\"]{2,20}[”\"]|「[^」]{2,20}」")
_HAN = lazy_pattern(r"[一-鿿]+")
_NO_BRAND = FUNCTION_WORDS | frozenset("跟靠新老总多少几各每某第前后不先入出要办件没企规签")
_LONGEST_BRAND, _LONGEST_GIVEN = 4, 2
_NO_TRADE = frozenset(
    ("公司", "有限公司", "集团", "中心", "基地", "学院", "医院", "项目", "工厂", "厂", "投资", "产业", "工业", "技术", "交通")
)
"""What stands behind much else than the names of companies."""
_BETWEEN = 1
"""Other words that may stand between what a name ends in: 星衡动力第二工厂."""


def find_names(plain: str, words: Words) -> Iterator[Span]:
    """The names in a text, where everything that is already known to be something else is a space."""
    yield from (Span(*match.span()) for match in _TITLE.finditer(plain))
    for run in _HAN.finditer(plain):
        yield from _in_run(words(run[0]), run.start())


def find_people(text: str, words: Words) -> Iterator[Span]:
    """The people that a text names by surname and characters that form no word."""
    for run in _HAN.finditer(text):
        cut, place = words(run[0]), 0
        begins = [run.start(), *(run.start() + length for length in accumulate(map(len, cut)))]
        while place < len(cut):
            if end := _person(cut[place:]):
                yield Span(begins[place], begins[place + end])
            place += end or 1


def _in_run(words: Sequence[str], start: int) -> Iterator[Span]:
    begins = [start, *(start + length for length in accumulate(map(len, words)))]
    place = 0
    while place < len(words):
        end = _company(words[place:]) or _person(words[place:])
        if end:
            yield Span(begins[place], begins[place + end])
        place += end or 1


def _company(words: Sequence[str]) -> int:
    """How many words from the first form the name of a company or project: two unknown characters or more, then what such names end in."""
    brand = sum(1 for _ in takewhile(is_unknown, words))
    if not 2 <= brand <= _LONGEST_BRAND:
        return 0
    endings, end = _endings(), 0
    for place, word in enumerate(words[brand:], brand + 1):
        if word in endings:
            end = place
        elif place - max(end, brand) > _BETWEEN:
            break
    return end


def _person(words: Sequence[str]) -> int:
    """How many words from the first form a person's name: a surname, then characters that form no word, three in all or four."""
    first = words[0]
    given = sum(1 for _ in takewhile(is_unknown, words[1:]))
    is_surname = first in _surnames() and first not in _NO_BRAND
    return 1 + given if is_surname and 3 - len(first) <= given <= _LONGEST_GIVEN else 0


@functools.cache
def _endings() -> frozenset[str]:
    return frozenset(word_list("company_words.txt"))


@functools.cache
def _surnames() -> frozenset[str]:
    return frozenset(word_list("surnames.txt"))


@functools.cache
def trades() -> tuple[str, ...]:
    """What surely ends the short name of a company: 储能, 乳业."""
    return tuple(word for word in word_list("company_words.txt") if word not in _NO_TRADE)


def is_unknown(word: str) -> bool:
    """Whether a piece of text that was cut into words is a single character that may be part of a name."""
    return len(word) == 1 and word not in _NO_BRAND
