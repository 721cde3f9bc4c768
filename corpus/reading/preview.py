"""What would become of a file before it is taken in: its articles or the reasons against it, and the lines that cleaning leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.article import Article
from corpus.reading.folder import read_source
from corpus.reading.source_file import Rejection, Remark, SourceFile
from corpus.settings import ReadingRules


@dataclass(frozen=True, slots=True)
class Preview:
    """What came out of one file."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    left_out: tuple[str, ...]
    """Lines of the page that the article does not hold; nothing is said of a .jsonl file, which has many articles."""
    remarks: tuple[Remark, ...] = ()


def preview(folder: Path, source: SourceFile, rules: ReadingRules) -> Preview:
    """Read one file as a reindex would. Never raises for a bad file."""
    reading = read_source(folder, source, rules)
    left_out = _left_out(folder / source.path, reading.articles[0]) if len(reading.articles) == 1 else ()
    return Preview(reading.articles, reading.rejections, left_out, reading.remarks)


def _left_out(path: Path, article: Article) -> tuple[str, ...]:
    """The page's lines of which no line of the article is a part; title and address are not lost."""
    from corpus.cleaning.trimming import strip
    from corpus.formats import PARSERS

    parse = PARSERS.get(PurePosixPath(path.name).suffix.lower())
    if parse is None:
        return ()
    lines = [line for line in map(strip, parse(path.read_bytes()).text.splitlines()) if line]
    known = {*article.text.split("\n"), article.title or ""}
    return tuple(line for line in lines if line not in known and not _is_address(line, article) and not any(map(line.count, known - {""})))


def _is_address(line: str, article: Article) -> bool:
    return article.url is not None and line.endswith(article.url)
