"""Cuts an article into sentences, and packs the sentences into passages.

A sentence ends at 。！？… or a line's end and takes its closing quotation marks with it; ！？… in a slogan or a title, such as
“有难题？我来办！” or 《怎么用？》, ends none. A row of a table is one, whatever its cells say: without its name no cell of it can be
read. A sentence longer than `LONG_SENTENCE` is cut again at semicolons, then at commas,
and only then in its lists, so that one endless sentence cannot become one endless quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.article import Article
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.table_rows import BEHIND_HEADER, SEPARATOR
from retrieval.text.passage import Passage

TARGET_LENGTH = 200
"""Characters that a passage grows towards: long enough to carry a fact and its setting, far below the 512 tokens that a model reads."""

LONG_SENTENCE = 240
"""Characters from which a sentence is cut at weaker marks."""

LONG_ROW = 480
"""The same for a row of a table."""

SPLITTER = f"sentences-4:{TARGET_LENGTH}:{LONG_SENTENCE}:{LONG_ROW}"
"""Names the way of splitting; part of the manifest."""

_CLOSERS = "”’」』）】〕》\"')"
_SENTENCE_END = lazy_pattern(rf"[。！？!?…]+[{_CLOSERS}]*|(?<=[a-z0-9)])\.[\"')]*(?=\s)|\n")
_NAMED = lazy_pattern(r"《[^《》\n]{1,60}》|(?<![：:])(?:“[^“”\n]{1,60}”|「[^「」\n]{1,60}」|‘[^‘’\n]{1,60}’)")
"""What is quoted as a name and not as speech, which a colon introduces."""
_ROW = lazy_pattern(rf"^(?=[^\n]*{BEHIND_HEADER})[^\n]*{SEPARATOR}[^\n]*$", re.MULTILINE)
_WEAK_END = lazy_pattern(r"[！？!?…]+")
_WEAKER_MARKS = tuple(map(re.compile, (r"[；;]| · ", r"[，：]|[,:](?!\d)", r"[、\s]")))
"""Where an over-long sentence is cut, the first choice first."""


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without surrounding white space; they never overlap and together hold all its words."""
    named = [match.span() for match in _NAMED.finditer(text)]
    rows = [match.span() for match in _ROW.finditer(text)] if SEPARATOR in text else []
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if not (_is_in_name(match, named) or _is_inside(match.start(), rows))]
    starts = {start for start, _ in rows}
    pieces = _pieces(text, Span(0, len(text)), ends)
    return [piece for span in pieces for piece in _shorten(text, span, LONG_ROW if span.start in starts else LONG_SENTENCE)]


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


def _is_in_name(end: re.Match[str], named: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence only seems to end, since ！ or ？ belongs to a name."""
    return _is_inside(end.start(), named) and bool(_WEAK_END.match(end[0])) and "。" not in end[0]


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < spans[index][1]


def _pieces(text: str, span: Span, ends: list[int]) -> list[Span]:
    """Cut a span at its ends; pieces of white space alone are dropped."""
    starts = [span.start, *ends]
    return [piece for start, end in zip(starts, [*ends, span.end], strict=True) if (piece := _strip(text, start, end)) is not None]


def _strip(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end]
    if not inner.strip():
        return None
    return Span(start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()))


def _shorten(text: str, span: Span, longest: int) -> list[Span]:
    """Cut an over-long sentence at weaker marks, then wherever it must be, packing the pieces up to `longest`."""
    if span.end - span.start <= longest:
        return [span]
    pieces = [span]
    for mark in _WEAKER_MARKS:
        pieces = [part for piece in pieces for part in (_cut(text, piece, mark) if piece.end - piece.start > longest else [piece])]
    pieces = [Span(start, min(start + longest, piece.end)) for piece in pieces for start in range(*piece, longest)]
    packed: list[Span] = []
    for piece in pieces:
        if packed and piece.end - packed[-1].start <= longest:
            packed[-1] = Span(packed[-1].start, piece.end)
        else:
            packed.append(piece)
    return packed if len(packed) > 1 else [span]
