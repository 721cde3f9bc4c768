"""Puts other words in the place of some of a text's, in one pass, and joins words of either language."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span

_HAN = lazy_pattern(r"[一-鿿]")
_WORD = lazy_pattern(r"[A-Za-z][A-Za-z'’-]+")
_BRACKETED = lazy_pattern(r"[（(][^()（）]*[)）]")


def spliced(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """The text with something new in place of each span; the spans do not overlap."""
    pieces: list[str] = []
    end = 0
    for span, new in sorted(edits):
        pieces += [text[end : span.start], new]
        end = span.end
    return side_by_side([*pieces, text[end:]])


def side_by_side(texts: Sequence[str]) -> str:
    """The texts as one, with a space wherever two Latin words would run together."""
    whole = ""
    for text in filter(None, texts):
        apart = whole and _is_latin(whole[-1]) and _is_latin(text[0])
        whole += f" {text}" if apart else text
    return whole


@functools.lru_cache(maxsize=64)
def asks_in_english(text: str) -> bool:
    """Whether a text has no Chinese character but in brackets: GDP of Mujiang ETDZ (沐江经开区)."""
    rest = _BRACKETED.sub("", text)
    return not is_chinese(text) or (not is_chinese(rest) and _WORD.search(rest) is not None)


def listed(texts: Sequence[str], *, in_chinese: bool) -> str:
    """甲和乙, A and B."""
    return ("和" if in_chinese else " and ").join(texts)


def is_chinese(text: str) -> bool:
    """Whether any Chinese character is in the text."""
    return _HAN.search(text) is not None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
