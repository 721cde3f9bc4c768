"""Articles and facts as the texts that stand in Milvus, a text cut into parts where one field does not hold it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from corpus.article import Article
from retrieval.index.engine import Headline
from retrieval.index.milvus.field import MOST_BYTES
from retrieval.index.packed_facts import Row, article_row, read_article_row
from retrieval.text.article_facts import ArticleFacts

PART_LENGTH = MOST_BYTES // 4
"""Characters; none takes more than four bytes."""

_ARTICLE = TypeAdapter(Article)
_HEADLINE = TypeAdapter(Headline)


def article_key(id_: str) -> int:
    """The number that stands for an article's id, as the server is asked for numbers alone."""
    return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def packed(row: Row) -> str:
    """A row of texts, numbers and bytes as one text."""
    return json.dumps([{"bytes": b64encode(value).decode()} if isinstance(value, bytes) else value for value in row], ensure_ascii=False)


def unpacked(text: str) -> Row:
    """What was `packed`."""
    return tuple(b64decode(value["bytes"]) if isinstance(value, dict) else value for value in json.loads(text))


class KnownArticle(NamedTuple):
    """An article, and what is known of it; None where the version was written without facts."""

    article: Article
    facts: ArticleFacts | None


def article_parts(known: KnownArticle) -> list[str]:
    """An article with its facts, in parts."""
    plain: dict[str, Any] = {"article": _ARTICLE.dump_python(known.article, mode="json")}
    if known.facts:
        plain["facts"] = packed(article_row(known.facts))
    text = json.dumps(plain, ensure_ascii=False)
    return [text[start : start + PART_LENGTH] for start in range(0, len(text), PART_LENGTH)]


def read_article(parts: Iterable[str]) -> KnownArticle:
    """The article of `article_parts`, in their order."""
    plain = json.loads("".join(parts))
    facts = read_article_row(unpacked(plain["facts"])) if "facts" in plain else None
    return KnownArticle(_ARTICLE.validate_python(plain["article"]), facts)


class Head(NamedTuple):
    """What an article is, without its text, and its place in a group of near-duplicates: the group's number, and its own there."""

    headline: Headline
    group: tuple[int, int] | None


def head_text(article: Article, group: tuple[int, int] | None) -> str:
    """The head of an article."""
    headline = Headline(article.id, article.heading, article.publisher, article.published, article.parks)
    return json.dumps([_HEADLINE.dump_python(headline, mode="json"), group], ensure_ascii=False)


def read_head(text: str) -> Head:
    """What `head_text` gave."""
    headline, group = json.loads(text)
    return Head(_HEADLINE.validate_python(headline), tuple(group) if group else None)


def batches(rows: Iterable[dict[str, Any]], most: int) -> Iterator[Sequence[dict[str, Any]]]:
    """Rows some at a time."""
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == most:
            yield batch
            batch = []
    if batch:
        yield batch
