"""What is in the index: the facts behind `parkqa status` and the bot's /status."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.messages.reason_text import rejection_as_dict
from bot.monitoring.index_figures import read_figures
from retrieval.errors import IndexMissing

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.reading.source_file import Rejection
    from retrieval.index.self_check_record import SelfCheckFigures
    from retrieval.settings import RetrievalSettings


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """The index version in use and what went into it."""

    folder: str
    index_version: str
    created_at: str
    """UTC, ISO 8601."""
    articles: int
    passages: int
    parks: tuple[str, ...]
    years: tuple[int, ...]
    """Of publication, of the articles that have a date."""
    embedder: str
    rejected: tuple[Rejection, ...]
    """Files, or articles in them, that were left out."""
    size_bytes: int
    """On disk, with older versions and the cached vectors."""
    accepted_false_answers: float
    """What the settings say."""
    self_check: SelfCheckFigures | None
    """Of this version with the weights in use; None where it was not measured."""

    def as_dict(self) -> dict[str, Any]:
        plain = asdict(self)
        plain["rejected"] = [rejection_as_dict(left) for left in self.rejected]
        plain["self_check"] = self.self_check and self.self_check.as_dict()
        return plain


def read_status(settings: RetrievalSettings) -> IndexStatus:
    """Look at the index in use; every file of it is checked on the way. Raises IndexUnavailable."""
    from retrieval.factory import open_engine
    from retrieval.index.directory import IndexDirectory
    from retrieval.index.source_records import load_records

    engine = open_engine(settings)
    version = engine.current()
    if version is None:
        raise IndexMissing(f"Nothing is indexed in {engine.location} yet: run `parkqa reindex`.")
    figures = read_figures(settings, version)
    with closing(engine.open(version)) as snapshot:
        articles = list(snapshot.articles())
    records = load_records(IndexDirectory(settings.index.folder).sources, version)
    return IndexStatus(
        folder=engine.location,
        index_version=version,
        created_at=figures.created_at,
        articles=len(articles),
        passages=figures.passages,
        parks=tuple(sorted({park for article in articles for park in article.parks})),
        years=tuple(sorted({article.published.year for article in articles if article.published})),
        embedder=figures.embedder,
        rejected=tuple(left for record in records.values() for left in (*record.rejections, *record.duplicates)),
        size_bytes=size_on_disk(settings.index.folder),
        accepted_false_answers=figures.accepted_false_answers,
        self_check=figures.self_check,
    )


def size_on_disk(folder: Path) -> int:
    """Bytes of all files below a folder; one that vanishes meanwhile (a reindex prunes) counts as nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total


def readable_size(size: int) -> str:
    """`12.3 MB`, in powers of ten as disks are sold."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
