"""What is known of spans of a page's text, said of the article that cleaning made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.article import RecognisedSpan


def carried_over(spans: Sequence[RecognisedSpan], page: str, article: str) -> Iterator[RecognisedSpan]:
    """The spans of a page's text that are left in an article, whose lines are pieces of the page's lines in the same order."""
    place = offset = 0
    for line in article.split("\n"):
        found = page.find(line, place)
        if found >= 0:
            place = found + len(line)
            shift = offset - found
            for span in spans:
                start, end = max(span.start, found), min(span.end, place)
                if start < end:
                    yield RecognisedSpan(span.page, start + shift, end + shift)
        offset += len(line) + 1
