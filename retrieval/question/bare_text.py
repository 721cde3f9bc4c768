"""A Chinese question without what people put around it, which asks for nothing: 请问, 谢谢, 呢, 😊, @bot, dots, spaces before figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from corpus.language.asking_words import Talk, find_asking_words
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import Edit, rewritten_text
from corpus.language.script import simplified, unified
from corpus.language.span import Span
from retrieval.question.splicing import is_chinese

_LOOSE = lazy_pattern(r"(?<=[一-鿿])\s+(?=[0-9])|(?<=[0-9])\s+(?=[一-鿿])|(?<=[区园])\s+(?=[一-鿿])|\s*\n\s*")
"""White space that divides nothing: 2023 年, 经开区 税收."""
_PICTURES = "\u200d\u2600-\u27bf\u2b50\ufe0f\U0001f000-\U0001faff"
_BESIDE = lazy_pattern(rf"[\s,，、:：!！~～?？。.{_PICTURES}]*")
_MARKS = " ?？。"
_ADDRESSED = lazy_pattern(r"\s*@\w+\s*")
_COURTEOUS = "麻烦|辛苦|拜托|感恩|急|谢"
"""Words that thank or press by themselves, but not at the end of others: 应急, 最辛苦, 致谢."""
_TAIL = lazy_pattern(
    rf"(?:[\s,，、;；:：。.…!！?？~～{_PICTURES}]"
    rf"|(?:多谢|谢谢|感谢|(?:麻烦|辛苦|拜托)(?=[了您你])|(?:(?<![一-鿿])|(?<=[呢哈呀啊吗吧]))(?:{_COURTEOUS}))[你您]?(?:们|大家)?"
    r"|在线等|求(?:告知|解答|助)|(?<=[谢苦烦托恩您你])了|(?:(?<![毛花])呢|(?<!多)哈|[呀啊哦噢喔嘛啦哟]))+$"
)
_PICTURE = lazy_pattern(f"[{_PICTURES}]+")


def bare(text: str) -> str:
    """A text as typed, half width, without all of that; one without a Chinese character stays."""
    if not is_chinese(text):
        return text
    text = unicodedata.normalize("NFKC", text)
    for rewriting in (without_loose_spaces, without_courtesies):
        text = rewritten_text(text, rewriting(unified(simplified(text))))
    return text


def without_thanks(text: str) -> str:
    """A text as typed up to the courtesies at its end; with nothing but marks there, and without a Chinese character, it stays."""
    tail = _TAIL.search(unified(simplified(text))) if is_chinese(text) else None
    return text[: tail.start()] if tail and tail.start() and tail[0].strip(_MARKS) else text


def without_loose_spaces(text: str) -> Iterator[Edit]:
    """The edits, in order, that close the spaces of a text that divide nothing."""
    return (Edit(Span(*match.span()), "") for match in _LOOSE.finditer(text))


def without_courtesies(text: str) -> Iterator[Edit]:
    """The edits, in order, that take away what goes before a question and after it; the text is half width, lower case and simplified."""
    tail = _TAIL.search(text)
    start, end = _after_courtesies(text), tail.start() if tail else len(text)
    if start >= end:
        return  # nothing but courtesies
    yield Edit(Span(0, start), "")
    yield from (Edit(Span(*match.span()), "") for match in _PICTURE.finditer(text, start, end))
    yield Edit(Span(end, len(text)), "")


def _after_courtesies(text: str) -> int:
    """Where a question begins to ask."""
    addressed = _ADDRESSED.match(text)
    start = first = addressed.end() if addressed else 0
    for word in find_asking_words(text[first:]):
        if word.asks not in (Talk.POLITE, Talk.COURTESY) or not _BESIDE.fullmatch(text, start, first + word.span.start):
            break
        start = first + word.span.end
    beside = _BESIDE.match(text, start)
    return beside.end() if beside else start
