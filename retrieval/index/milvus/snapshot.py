"""One index version in Milvus, open for reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import numpy as np

from corpus.article import Article
from retrieval.index.engine import DuplicateGroup, Frequencies, Headline, Match
from retrieval.index.milvus.bm25 import KnownTerm, asked_vector, bigram_key, word_key
from retrieval.index.milvus.connection import MilvusConnection, Row
from retrieval.index.milvus.content import KnownArticle, article_key, read_article, read_head, unpacked
from retrieval.index.milvus.layout import ALL_COMPARED_UP_TO, LOOKED_AT, VersionCollections
from retrieval.index.milvus.recent import Recent
from retrieval.index.packed_facts import read_passage_row
from retrieval.models.embedder import Vectors
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

ARTICLES_IN_MEMORY = 512
PASSAGES_IN_MEMORY = 2048
TERMS_IN_MEMORY = 20_000
ROWS_AT_ONCE = 500
"""Rows of articles that are asked for at a time: 32 MB at most."""


class _KnownPassage(NamedTuple):
    """A passage and its facts; None where the version was written without."""

    passage: Passage
    facts: PassageFacts | None


class _Heads(NamedTuple):
    headlines: list[Headline]
    """The newest first."""
    groups: dict[str, DuplicateGroup]
    """By article, the group that it belongs to."""


class MilvusSnapshot:
    """Asks the server for a question's part of a version, some of it at a time; safe to use from several threads."""

    def __init__(
        self,
        connection: MilvusConnection,
        collections: VersionCollections,
        counts: Mapping[str, int],
        rows: Mapping[str, int],
        closed: Callable[[], None],
    ) -> None:
        """`counts` are of articles and passages, `rows` of each collection; `closed` is called when it is closed."""
        self._connection = connection
        self._collections = collections
        self._counts = counts
        self._rows = rows
        self._closed = closed
        self._articles = Recent[int, KnownArticle](ARTICLES_IN_MEMORY)
        self._passages = Recent[int, _KnownPassage](PASSAGES_IN_MEMORY)
        self._terms = Recent[int, KnownTerm | None](TERMS_IN_MEMORY)

    def __len__(self) -> int:
        return self._counts["passages"]

    def search_dense(self, vector: Vectors, k: int) -> list[Match]:
        looked_at = LOOKED_AT if len(self) > ALL_COMPARED_UP_TO else 0
        asked = np.asarray(vector, dtype=np.float32)
        return self._connection.search(self._collections.passages, "vector", asked, min(k, len(self)), looked_at)

    def search_lexical(self, terms: Terms, k: int) -> list[Match]:
        keys = [*map(word_key, terms.words), *map(bigram_key, terms.bigrams)]
        asked = asked_vector(keys, self._known_terms(keys), len(self))
        return self._connection.search(self._collections.passages, "terms", asked, min(k, len(self))) if asked else []

    def cosines(self, vector: Vectors, positions: Sequence[int]) -> list[float]:
        rows = self._connection.rows(self._collections.passages, "position", positions, ("position", "vector")) if positions else []
        stored = {row["position"]: np.asarray(row["vector"], dtype=np.float32) for row in rows}
        return [float(stored[position] @ vector) for position in positions]

    def document_frequencies(self, terms: Terms) -> Frequencies:
        words, bigrams = list(map(word_key, terms.words)), list(map(bigram_key, terms.bigrams))
        known = self._known_terms([*words, *bigrams])
        counted = {key: term.holding if term else 0 for key, term in known.items()}
        return Frequencies([counted[key] for key in words], [counted[key] for key in bigrams])

    def passage(self, position: int) -> Passage:
        return self._known([position])[0].passage

    def facts(self, positions: Sequence[int]) -> list[PassageFacts]:
        known = self._known(positions)
        facts = [each.facts for each in known if each.facts]
        if len(facts) < len(known):
            raise IndexError(f"no facts of passages at rows {list(positions)} of {len(self)}")
        return facts

    def articles(self) -> Iterator[Article]:
        rows = self._article_rows(self._counts["articles"], self._rows[self._collections.articles])
        parts_of_each = groupby(rows, key=lambda row: row["article"])
        read = [read_article(row["content"] for row in parts).article for _, parts in parts_of_each]
        return iter(sorted(read, key=lambda article: article.id))

    def article(self, id: str) -> Article | None:
        known = self._known_articles([article_key(id)]).get(article_key(id))
        return known.article if known else None

    def headlines(self) -> list[Headline]:
        return list(self._heads.headlines)

    def parks(self) -> Mapping[str, int]:
        return dict(sorted(Counter(park for headline in self._heads.headlines for park in dict.fromkeys(headline.parks)).items()))

    def near_duplicates(self, article: str) -> DuplicateGroup:
        return self._heads.groups.get(article, (article,))

    def close(self) -> None:
        self._closed()

    @cached_property
    def _heads(self) -> _Heads:
        """What every reader of a version needs, asked for once."""
        heads = [read_head(row["content"]) for row in self._article_rows(0, self._counts["articles"])]
        groups: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for headline, place in heads:
            if place:
                groups[place[0]].append((place[1], headline.id))
        ordered = [tuple(id_ for _, id_ in sorted(members)) for members in groups.values()]
        return _Heads(sorted((head.headline for head in heads), key=_newest_first), {id_: group for group in ordered for id_ in group})

    def _article_rows(self, start: int, end: int) -> Iterator[Row]:
        """Rows of the articles, in their order."""
        for first in range(start, end, ROWS_AT_ONCE):
            limits = first, min(first + ROWS_AT_ONCE, end)
            rows = self._connection.rows_between(self._collections.articles, "row", *limits, ("row", "article", "content"))
            yield from sorted(rows, key=lambda row: int(row["row"]))

    def _known(self, positions: Sequence[int]) -> list[_KnownPassage]:
        """The passages at some rows, with their articles. Raises IndexError outside of the rows."""
        known = self._passages.look_up(positions, self._read_passages)
        try:
            return [known[position] for position in positions]
        except KeyError as error:
            raise IndexError(f"no passage at row {error} of {len(self)}") from error

    def _read_passages(self, positions: Sequence[int]) -> dict[int, _KnownPassage]:
        fields = ("position", "article", "start", "end", "facts")
        rows = self._connection.rows(self._collections.passages, "position", positions, fields)
        articles = self._known_articles([row["article"] for row in rows])
        return {row["position"]: _known_passage(row, articles[row["article"]]) for row in rows}

    def _known_articles(self, keys: Sequence[int]) -> dict[int, KnownArticle]:
        return self._articles.look_up(keys, self._read_articles)

    def _read_articles(self, keys: Sequence[int]) -> dict[int, KnownArticle]:
        rows = self._connection.rows(self._collections.articles, "article", keys, ("row", "article", "content"))
        parts: dict[int, list[str]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: int(row["row"])):
            if row["row"] >= self._counts["articles"]:  # those before it are heads
                parts[row["article"]].append(row["content"])
        return {key: read_article(texts) for key, texts in parts.items()}

    def _known_terms(self, keys: Sequence[int]) -> dict[int, KnownTerm | None]:
        return self._terms.look_up(keys, self._read_terms)

    def _read_terms(self, keys: Sequence[int]) -> dict[int, KnownTerm | None]:
        rows = self._connection.rows(self._collections.terms, "term", keys, ("term", "dimension", "holding"))
        return dict.fromkeys(keys) | {row["term"]: KnownTerm(row["dimension"], row["holding"]) for row in rows}


def _known_passage(row: Row, known: KnownArticle) -> _KnownPassage:
    passage = Passage(known.article, row["start"], row["end"])
    if not row["facts"] or known.facts is None:
        return _KnownPassage(passage, None)
    return _KnownPassage(passage, read_passage_row(passage, known.facts, unpacked(row["facts"])))


def _newest_first(headline: Headline) -> tuple[bool, int, str]:
    published = headline.published
    return published is None, -published.toordinal() if published else 0, headline.id
