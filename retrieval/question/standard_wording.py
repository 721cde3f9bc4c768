"""A question in the words of reports, which models have learned to read: 幾多錢 as 多少, mujiang经开区 and 木江经开区 as 沐江经开区."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.language.asking_words import standard_words
from corpus.language.rewriting import Edit, rewritten_text
from corpus.language.span import Span
from retrieval.question.mention import Mention
from retrieval.question.plain_text import plain_text
from retrieval.question.splicing import is_chinese


def in_standard_words(text: str, places: Iterable[Mention]) -> str:
    """A Chinese text with the standard words for its colloquial ones, and the right names of `places` that have others."""
    if not is_chinese(text):
        return text
    edits: list[Edit] = []
    for edit in (*_right(places), *_standard(text)):
        if not any(edit.span.overlaps(other.span) for other in edits):
            edits.append(edit)
    return rewritten_text(text, sorted(edits))


def _right(places: Iterable[Mention]) -> Iterator[Edit]:
    for place in places:
        if place.text[:1].isascii() and not str(place.meaning).isascii():
            yield Edit(place.span, str(place.meaning))
        elif place.rightly_written != place.text:
            yield Edit(place.span, place.rightly_written)


def _standard(text: str) -> Iterator[Edit]:
    """The edits, one kind of word after the other; later kinds are looked for in what earlier ones have become."""
    plain = plain_text(text)
    for word, standard in standard_words():
        yield from [Edit(plain.typed(Span(*match.span())), standard) for match in word.finditer(plain.text)]
        plain = plain.replacing(word, standard)
