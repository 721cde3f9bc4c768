"""Every article of a folder, or the one that somebody means by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.reading.folder import list_sources, read_source, unique
from corpus.reading.listing import list_folder
from corpus.reading.source_file import Reading, SourceFile, together
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article, and the file that it was read from."""

    article: Article
    source: SourceFile


def read_folder(folder: Path, rules: ReadingRules, recognise: Recognise | None = None) -> Reading:
    """Read every file, in the order of their paths, as a reindex does. Raises CorpusError when the folder cannot be read."""
    listing = list_folder(folder)
    read = together(read_source(folder, source, rules, recognise) for source in listing.sources)
    kept = unique(read.articles)
    return Reading(kept.articles, (*listing.unseen, *read.rejections, *kept.rejections), read.remarks)


def find_article(folder: Path, id: str, rules: ReadingRules, recognise: Recognise | None = None) -> FoundArticle | None:
    """The article with this id, or of the file with this path; read from as few files as can hold it. Raises CorpusError."""
    for source in _likely_first(list_sources(folder), id):
        articles = read_source(folder, source, rules, recognise).articles
        named = [article for article in articles if article.id == id] or [
            one for one in articles if source.path == id and len(articles) == 1
        ]
        if named:
            return FoundArticle(named[0], source)
    return None


def _likely_first(sources: list[SourceFile], id: str) -> Iterator[SourceFile]:
    """Files named like the article or its archive, then those that hold many articles under ids of their own."""
    from corpus.formats import PARSERS

    named = (source for source in sources if id in (source.path, str(PurePosixPath(source.path).with_suffix(""))))
    archives = (source for source in sources if id.startswith(f"{source.path}/"))
    others = (source for source in sources if PurePosixPath(source.path).suffix.lower() not in PARSERS)
    seen: set[str] = set()
    for source in chain(named, archives, others):
        if source.path not in seen:
            seen.add(source.path)
            yield source
