from __future__ import annotations

from datetime import date

from corpus.article import Article, RecognisedSpan
from retrieval.index.engine import Headline
from retrieval.index.milvus.content import (
    KnownArticle,
    article_parts,
    batches,
    head_text,
    packed,
    read_article,
    read_head,
    unpacked,
)
from retrieval.index.milvus.field import MOST_BYTES
from retrieval.text.analyzer import Analyzer
from retrieval.text.article_facts import article_facts

ODD = '“引号”\\" \u0000\u2028\t𠮷' + "😀" * 40_000
ARTICLE = Article(
    "a/\"b'\\c", "北岭高新区2022年一季度", ODD, "北岭日报", date(2022, 2, 9), None, ("北岭高新区",), "a.pdf", (RecognisedSpan(1, 0, 5),)
)


def test_a_row_of_texts_numbers_and_bytes_comes_back() -> None:
    row = ("园区\n", 1, bytes(range(256)), b"", "")
    assert unpacked(packed(row)) == row


def test_an_article_of_any_length_fits_into_fields_and_comes_back(analyzer: Analyzer) -> None:
    for known in (KnownArticle(ARTICLE, None), KnownArticle(ARTICLE, article_facts(ARTICLE, analyzer))):
        parts = article_parts(known)
        assert len(parts) > 1
        assert max(len(part.encode()) for part in parts) <= MOST_BYTES
        assert read_article(parts) == known


def test_a_head_comes_back_without_the_text() -> None:
    head = head_text(ARTICLE, (3, 1))
    assert read_head(head) == (Headline(ARTICLE.id, "北岭高新区2022年一季度", "北岭日报", date(2022, 2, 9), ("北岭高新区",)), (3, 1))
    assert "😀" not in head
    assert read_head(head_text(ARTICLE, None)).group is None


def test_batches_hold_every_row_once() -> None:
    rows = [{"row": number} for number in range(7)]
    assert [list(batch) for batch in batches(rows, 3)] == [rows[:3], rows[3:6], rows[6:]]
    assert list(batches([], 3)) == []
