"""What is known of an index version: the one row of facts behind `parkqa status`, `parkqa doctor`, and the bot's /status and /about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.messages.reason_text import said_as_dict
from corpus.language.script import one_spelling
from retrieval.errors import IndexMissing, WorkerUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.reading.source_file import Rejection
    from retrieval.index.engine import Headline
    from retrieval.index.self_check_record import SelfCheckFigures
    from retrieval.settings import RetrievalSettings
    from retrieval.workers.exchange import WorkerState


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """A version, what it was made of and how, and how far its answers can be trusted."""

    folder: str
    """What a reindex keeps on disk: the index, or what it needs beside one that lies in a server."""
    server: str | None
    """Where the index lies, unless in the folder."""
    index_version: str
    created_at: str
    """UTC, ISO 8601."""
    articles: int
    passages: int
    parks: tuple[str, ...]
    """Each once, whichever script an article writes it in."""
    years: tuple[int, ...]
    """Of publication, of the articles that have a date."""
    embedder: str
    up_to_date: bool
    """Whether a reindex by this program would make the same of the same articles."""
    rejected: tuple[Rejection, ...]
    """Files, or articles in them, that were left out."""
    size_bytes: int
    """On disk, with older versions and the cached vectors."""
    accepted_false_answers: float
    """What the settings say."""
    self_check: SelfCheckFigures | None
    """Of this version with the weights in use; None where it was not measured."""
    workers: Mapping[str, WorkerState | str] = field(default_factory=dict)
    """What each process that embeds for reindexes says of itself, or what is wrong with it, by name."""

    @property
    def model(self) -> str:
        """The name of the embedding model, without what tells its editions apart."""
        return self.embedder.split(":", 1)[-1].rpartition(":")[0] or self.embedder

    def as_dict(self) -> dict[str, Any]:
        """In plain JSON types."""
        return asdict(self) | {
            "rejected": [said_as_dict(left) for left in self.rejected],
            "self_check": self.self_check and self.self_check.as_dict(),
        }


def read_facts(settings: RetrievalSettings) -> IndexFacts:
    """The facts of the version in use, which is opened: every file of it is checked on the way; workers are asked.

    Raises IndexUnavailable.
    """
    from retrieval.factory import open_engine

    engine = open_engine(settings)
    version = engine.current()
    if version is None:
        raise IndexMissing(f"Nothing is indexed in {engine.location} yet: run `parkqa reindex`.")
    with closing(engine.open(version)) as snapshot:
        facts = facts_of(settings, version, snapshot.headlines())
    return replace(facts, workers=_workers(settings, facts.embedder))


def facts_of(settings: RetrievalSettings, version: str, headlines: Sequence[Headline]) -> IndexFacts:
    """The facts of a version with these articles; nothing of it but its manifest is read. Raises IndexUnavailable."""
    from retrieval.building.made_with import MADE_WITH
    from retrieval.factory import open_engine
    from retrieval.index.directory import IndexDirectory
    from retrieval.index.self_check_record import load_self_check
    from retrieval.index.source_records import load_records
    from retrieval.ranking.learned_weights import load_weights

    engine, directory, weights = open_engine(settings), IndexDirectory(settings.index.folder), load_weights()
    manifest, accepted = engine.manifest(version), settings.answer.false_answers
    check = load_self_check(directory.self_check, version, weights.digest)
    records = load_records(directory.sources, version).values()
    return IndexFacts(
        folder=str(settings.index.folder),
        server=None if settings.index.engine == "in_process" else engine.location,
        index_version=version,
        created_at=manifest.created_at,
        articles=len(headlines),
        passages=manifest.counts["passages"],
        parks=tuple(sorted(set(one_spelling(Counter(park for headline in headlines for park in headline.parks)).values()))),
        years=tuple(sorted({headline.published.year for headline in headlines if headline.published})),
        embedder=manifest.embedder,
        up_to_date=manifest.fingerprints.splitter == MADE_WITH,
        rejected=tuple(left for record in records for left in record.rejected),
        size_bytes=_size_on_disk(settings.index.folder),
        accepted_false_answers=accepted,
        self_check=check.at(weights.threshold(accepted)) if check else None,
    )


def _workers(settings: RetrievalSettings, model: str) -> Mapping[str, WorkerState | str]:
    from retrieval.factory import open_workers

    try:
        return open_workers(settings).states(model)
    except WorkerUnusable as error:
        return {name: str(error) for name in settings.workers.addresses[:1]}


def _size_on_disk(folder: Path) -> int:
    """Bytes of all files below a folder; one that vanishes meanwhile (a reindex prunes) counts as nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total
