"""What would become of a file before it is taken in: its articles or the reasons against it, and the lines that cleaning leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.reading.folder import read_source
from corpus.reading.source_file import Rejection, Remark, SourceFile
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.pdfium import PageImage
    from corpus.formats.pdf.recognition import Recognise, RecognisedPage


@dataclass(frozen=True, slots=True)
class Preview:
    """What came out of one file."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    left_out: tuple[str, ...]
    """Lines of the page that the article does not hold; nothing is said of a .jsonl file, which has many articles."""
    remarks: tuple[Remark, ...] = ()


def preview(folder: Path, source: SourceFile, rules: ReadingRules, recognise: Recognise | None = None) -> Preview:
    """Read one file as a reindex would. Never raises for a bad file."""
    if recognise and not _is_archive(source):
        recognise = _once(recognise)
    reading = read_source(folder, source, rules, recognise)
    left_out = _left_out(folder / source.path, reading.articles[0], recognise) if len(reading.articles) == 1 else ()
    return Preview(reading.articles, reading.rejections, left_out, reading.remarks)


def _is_archive(source: SourceFile) -> bool:
    from corpus.formats import ARCHIVE_SUFFIX

    return PurePosixPath(source.path).suffix.lower() == ARCHIVE_SUFFIX


def _once(recognise: Recognise) -> Recognise:
    """Each picture of one file only once, though it is parsed twice."""
    known: dict[int, RecognisedPage | None] = {}

    def recall(image: PageImage) -> RecognisedPage | None:
        if image.number not in known:
            known[image.number] = recognise(image)
        return known[image.number]

    return recall


def _left_out(path: Path, article: Article, recognise: Recognise | None) -> tuple[str, ...]:
    """The page's lines of which no line of the article is a part; title and address are not lost."""
    from corpus.cleaning.trimming import strip
    from corpus.formats import PARSERS

    parse = PARSERS.get(PurePosixPath(path.name).suffix.lower())
    if parse is None:
        return ()
    lines = [line for line in map(strip, parse(path.read_bytes(), recognise).text.splitlines()) if line]
    known = {*article.text.split("\n"), article.title or ""}
    return tuple(line for line in lines if line not in known and not _is_address(line, article) and not any(map(line.count, known - {""})))


def _is_address(line: str, article: Article) -> bool:
    return article.url is not None and line.endswith(article.url)
