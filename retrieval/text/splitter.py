"""Cuts an article into sentences, and packs the sentences into passages.

A sentence ends at 。！？… or a line's end and takes its closing quotation marks with it; ！？… in a slogan or a title, such as
“有难题？我来办！” or 《怎么用？》, ends none. A sentence longer than `LONG_SENTENCE` is cut again at semicolons, then at commas,
and only then in its lists, so that one endless sentence cannot become one endless quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.article import Article
from corpus.language.span import Span
from retrieval.text.passage import Passage

TARGET_LENGTH = 200
"""Characters that a passage grows towards: long enough to carry a fact and its setting, far below the 512 tokens that a model reads."""

LONG_SENTENCE = 240
"""Characters from which a sentence is cut at weaker marks."""

SPLITTER = f"sentences-3:{TARGET_LENGTH}:{LONG_SENTENCE}"
"""Names the way of splitting; part of the manifest."""

_CLOSERS = "”’」』）】〕》\"')"
_SENTENCE_END = re.compile(rf"[。！？!?…]+[{_CLOSERS}]*|(?<=[a-z0-9)])\.[\"')]*(?=\s)|\n")
_NAMED = re.compile(r"《[^《》\n]{1,60}》|(?<![：:])(?:“[^“”\n]{1,60}”|「[^「」\n]{1,60}」|‘[^‘’\n]{1,60}’)")
"""What is quoted as a name and not as speech, which a colon introduces."""
_WEAK_END = re.compile(r"[！？!?…]+")
_WEAKER_MARKS = tuple(map(re.compile, (r"[；;]| · ", r"[，：]|[,:](?!\d)", r"[、\s]")))
"""Where an over-long sentence is cut, the first choice first."""


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without surrounding white space; they never overlap and together hold all its words."""
    named = [match.span() for match in _NAMED.finditer(text)]
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if not _is_in_name(match, named)]
    return [piece for span in _pieces(text, Span(0, len(text)), ends) for piece in _shorten(text, span)]


def split(article: Article) -> list[Passage]:
    """Pack an article's sentences into passages of about `TARGET_LENGTH` characters, closing early rather than overrunning."""
    passages: list[Passage] = []
    for span in sentences(article.text):
        last = passages[-1] if passages else None
        if last is not None and span.end - last.start <= TARGET_LENGTH:
            passages[-1] = Passage(article, last.start, span.end)
        else:
            passages.append(Passage(article, span.start, span.end))
    return passages


def _cut(text: str, span: Span, mark: re.Pattern[str]) -> list[Span]:
    return _pieces(text, span, [match.end() for match in mark.finditer(text, span.start, span.end)])


def _is_in_name(end: re.Match[str], named: list[tuple[int, int]]) -> bool:
    """Whether a sentence only seems to end, since ！ or ？ belongs to a name."""
    place = bisect_right(named, (end.start(), len(end.string))) - 1
    return place >= 0 and end.start() < named[place][1] and bool(_WEAK_END.match(end[0])) and "。" not in end[0]


def _pieces(text: str, span: Span, ends: list[int]) -> list[Span]:
    """Cut a span at its ends; pieces of white space alone are dropped."""
    starts = [span.start, *ends]
    return [piece for start, end in zip(starts, [*ends, span.end], strict=True) if (piece := _strip(text, start, end)) is not None]


def _strip(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end]
    if not inner.strip():
        return None
    return Span(start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()))


def _shorten(text: str, span: Span) -> list[Span]:
    """Cut an over-long sentence at weaker marks, then wherever it must be, packing the pieces up to `LONG_SENTENCE`."""
    pieces = [span]
    for mark in _WEAKER_MARKS:
        pieces = [part for piece in pieces for part in (_cut(text, piece, mark) if _too_long(piece) else [piece])]
    pieces = [Span(start, min(start + LONG_SENTENCE, piece.end)) for piece in pieces for start in range(*piece, LONG_SENTENCE)]
    packed: list[Span] = []
    for piece in pieces:
        if packed and piece.end - packed[-1].start <= LONG_SENTENCE:
            packed[-1] = Span(packed[-1].start, piece.end)
        else:
            packed.append(piece)
    return packed if len(packed) > 1 else [span]


def _too_long(span: Span) -> bool:
    return span.end - span.start > LONG_SENTENCE
