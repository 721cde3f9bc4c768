"""Whether a line is an item of a list, and so of the time of the list's head: ▶ 税收28亿元; 一、税收28亿元; 外资：1亿美元."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern

_MARKED = lazy_pattern(
    r"\s*(?:[▶▍▌•·●■◆◇○★☆√✓※➤►▲△◎-]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．)）](?!\d))"
)
_NAMED = lazy_pattern(r"[一-鿿]{2,4}[：:]")


def is_item(line: str) -> bool:
    """Whether it begins with a mark or a number."""
    return _MARKED.match(line) is not None


def is_named_item(line: str) -> bool:
    """Whether it begins with what it is about, which may as well be who speaks."""
    return _NAMED.match(line) is not None
