"""From a corpus folder to a published index version, computing only what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.reading.recognised_pages import RecognisedPages
from corpus.settings import ReadingRules
from retrieval.building.corpus_reader import CorpusReader, CorpusState, Read, in_this_process
from retrieval.building.embedding_cache import EmbeddingCache, encode_cached, text_key
from retrieval.building.lock import reindex_lock
from retrieval.building.made_with import MADE_WITH
from retrieval.building.next_version import next_version
from retrieval.building.parks_of_sites import with_parks_of_sites
from retrieval.building.report import NO_CHANGES, Changes, ReindexReport, changes_between
from retrieval.building.version_checker import VersionChecker
from retrieval.errors import IndexNotWritten, IndexUnavailable, IndexUnreachable, ManyRemoved
from retrieval.index.directory import IndexDirectory
from retrieval.index.engine import AmendableEngine, Engine
from retrieval.index.manifest import Fingerprints
from retrieval.index.self_check_record import SelfCheck, SelfCheckFigures, load_self_check, save_self_check
from retrieval.index.source_records import SourceRecord, load_records, save_records
from retrieval.models.embedder import Embedder, Vectors
from retrieval.near_duplicates.groups import find_near_duplicates
from retrieval.near_duplicates.lookup import regrouped
from retrieval.progress import Progress
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, facts_of
from retrieval.text.splitter import split
from retrieval.text.terms import Terms
from retrieval.workers.workers import Workers

if TYPE_CHECKING:
    from corpus.formats.scans.recogniser import AfterPage

FEW_REMOVED = 3
"""Articles that may be gone without a question, however small the corpus."""

AMENDED_UP_TO = 0.05
"""Share of the articles up to which a version is written as changes of an earlier one. What is gone stays on disk until then."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """What the version in use holds; all empty when there is none that can be opened."""

    version: str | None = None
    fingerprints: Fingerprints | None = None
    passages: int = 0
    articles: Mapping[str, Article] = field(default_factory=dict)
    records: Mapping[str, SourceRecord] = field(default_factory=dict)
    amended: int = 0
    """Articles by which it differs from one that was written whole."""


@dataclass(frozen=True, slots=True)
class _Built:
    """How much went into a new version."""

    version: str | None
    passages: int
    embedded: int
    check: SelfCheck | None = None


@dataclass(frozen=True, slots=True)
class Indexer:
    """Everything that a reindex works with."""

    corpus: Path
    directory: IndexDirectory
    engine: Engine
    embedder: Embedder
    analyzer: Analyzer
    rules: ReadingRules
    batch: int
    """Passages embedded at a time."""
    keep: int
    """Versions that stay on disk, the new one included."""
    checker: VersionChecker | None = None
    """Measures each new version before it is published; without one, nothing is measured."""
    reading: Callable[[AfterPage], AbstractContextManager[Read]] = in_this_process
    """Where files are read."""
    recognised: RecognisedPages | None = None
    """What `reading` keeps of pages that are pictures."""
    pool: AbstractContextManager[object] = field(default_factory=nullcontext)
    """Open while passages are embedded: the processes that do it, where there are some."""
    workers: Workers = field(default_factory=Workers)
    """Other processes that embed too."""

    def reindex(self, progress: Progress, *, full: bool = False, dry_run: bool = False, sure: bool = False) -> ReindexReport:
        """Bring the index up to date with the corpus; a new version is made only when an article or the fingerprints changed.

        `full` reads every file again and makes a new version in any case; known vectors of its texts and known pages are used, all others
        are forgotten. `dry_run` only reports, and writes nothing but pages that it had to recognise. A corpus without a single readable
        article leaves the index as it is. Raises ManyRemoved where many articles are gone and nobody is `sure` of it; ReindexRunning,
        CorpusError, EmbedderUnavailable or IndexNotWritten. The index in use is then unchanged.
        """
        started = time.perf_counter()
        with nullcontext() if dry_run else self._sole_writer():
            indexed = self._indexed()
            state = CorpusReader(self.corpus, self.rules, indexed.records, indexed.articles, full, self.reading).read(progress)
            state = replace(state, articles=with_parks_of_sites(state.articles))
            changes = changes_between(indexed.articles, {article.id: article for article in state.articles})
            if state.articles and not (sure or dry_run):
                self._doubt(changes, len(indexed.articles))
            if not state.articles:
                changes, built = NO_CHANGES, _Built(None, 0, 0)
            elif not full and changes.none and indexed.fingerprints == self._fingerprints:
                built = self._keep(indexed, state, progress, dry_run)
            elif not (full or dry_run) and isinstance(self.engine, AmendableEngine) and self._is_small(changes, indexed):
                built = self._amend(self.engine, indexed, state, changes, progress)
            else:
                built = self._build(state, progress, full, dry_run)
            if full and built.version and self.recognised:
                self.recognised.prune()
        report = _report(state, changes, built, time.perf_counter() - started, self._figures(built.check))
        return replace(report, workers=self.workers.reports())

    def _doubt(self, changes: Changes, articles: int) -> None:
        gone = len(changes.removed)
        if gone > max(FEW_REMOVED, articles // 3):
            raise ManyRemoved(
                f"{gone} of {articles} articles are no longer in {self.corpus}, so nothing was done: see that it is the right folder, "
                "and whole; if they are meant to go (`parkqa reindex --dry-run` names them), run `parkqa reindex --yes`."
            )

    @property
    def _fingerprints(self) -> Fingerprints:
        return Fingerprints(self.embedder.fingerprint, self.analyzer.fingerprint, MADE_WITH)

    @contextmanager
    def _sole_writer(self) -> Iterator[None]:
        """Hold the lock, sweep up after killed runs, and report a full or failing disk in one line."""
        try:
            with reindex_lock(self.directory.root):
                self.engine.prune(self.keep)
                yield
        except OSError as error:
            root = self.directory.root
            raise IndexNotWritten(
                f"The reindex stopped ({error}); {root} still answers: mend that and run `parkqa reindex` again."
            ) from error

    def _indexed(self) -> _Indexed:
        try:
            version = self.engine.current()
            if version is None:
                return _Indexed()
            manifest = self.engine.manifest(version)
            with closing(self.engine.open(version)) as snapshot:
                articles = {article.id: article for article in snapshot.articles()}
                records = load_records(self.directory.sources, version, self.rules)
                return _Indexed(version, manifest.fingerprints, len(snapshot), articles, records, manifest.counts.get("amended", 0))
        except IndexUnreachable:  # it may be all right
            raise
        except IndexUnavailable:  # then everything is made anew, which is the remedy for each of its other kinds
            return _Indexed()

    def _keep(self, indexed: _Indexed, state: CorpusState, progress: Progress, dry_run: bool) -> _Built:
        """Leave the index as it is; only the files' new dates are noted, and what it is worth with other weights than before."""
        if indexed.version is None or dry_run:
            return _Built(None, indexed.passages, 0)
        if state.records != tuple(indexed.records.values()):
            save_records(self.directory.sources, indexed.version, state.records, self.rules)
        known = self.checker and load_self_check(self.directory.self_check, indexed.version, self.checker.weights)
        check = known or self._check(indexed.version, progress)
        if check and not known:
            self._save(indexed.version, check)
        return _Built(None, indexed.passages, 0, check)

    def _build(self, state: CorpusState, progress: Progress, full: bool, dry_run: bool) -> _Built:
        """Make and publish a new version."""
        passages = list(_split(state.articles, progress))
        if dry_run:
            return _Built(None, len(passages), 0)
        texts = [with_context(passage) for passage in passages]
        vectors, embedded = self._embed([embedded_form(text) for text in texts], progress, prune=full)
        near_duplicates = find_near_duplicates(state.articles, self.analyzer.normalize, partial(progress, "comparing"))
        version = next_version(self.engine)
        written = _halves(len(passages), progress)
        facts, terms = self._facts(passages, written), self._analyse(texts, written)
        self.engine.write(version, passages, vectors, terms, self._fingerprints, near_duplicates=near_duplicates, facts=facts)
        return self._publish(version, state, embedded, self._check(version, progress))

    def _is_small(self, changes: Changes, indexed: _Indexed) -> bool:
        amended = indexed.amended + len(changes.added) + len(changes.changed) + len(changes.removed)
        return indexed.fingerprints == self._fingerprints and amended <= AMENDED_UP_TO * len(indexed.articles)

    def _amend(self, engine: AmendableEngine, indexed: _Indexed, state: CorpusState, changes: Changes, progress: Progress) -> _Built:
        """Make and publish a version that differs little from the one in use; what that one was worth, this one is."""
        base, articles = str(indexed.version), {article.id: article for article in state.articles}
        passages = list(_split([articles[id_] for id_ in (*changes.added, *changes.changed)], progress))
        texts = [with_context(passage) for passage in passages]
        vectors, embedded = self._embed([embedded_form(text) for text in texts], progress, prune=False)
        with closing(engine.open(base)) as snapshot:
            near_duplicates = regrouped(articles, (*changes.added, *changes.changed, *changes.removed), snapshot, self.analyzer)
        version, gone = next_version(engine), (*changes.changed, *changes.removed)
        written = _halves(len(passages), progress)
        facts, terms = self._facts(passages, written), self._analyse(texts, written)
        engine.amend(
            version, base, removed=gone, passages=passages, vectors=vectors, terms=terms, near_duplicates=near_duplicates, facts=facts
        )
        known = self.checker and load_self_check(self.directory.self_check, base, self.checker.weights)
        with closing(engine.open(version)):  # as its readers will
            return self._publish(version, state, embedded, known or self._check(version, progress))

    def _publish(self, version: str, state: CorpusState, embedded: int, check: SelfCheck | None) -> _Built:
        # What belongs to the version is written first: should that fail, the version before is still the one in use.
        save_records(self.directory.sources, version, state.records, self.rules)
        self._save(version, check)
        self.engine.publish(version)
        with suppress(OSError, IndexUnavailable):  # what cannot be deleted now is the first thing that the next reindex deletes
            self.engine.prune(self.keep)
        return _Built(version, self.engine.manifest(version).counts["passages"], embedded, check)

    def _check(self, version: str, progress: Progress) -> SelfCheck | None:
        """Open a version as its readers will, and ask it questions whose answers are known."""
        if self.checker is None:
            return None
        with closing(self.engine.open(version)) as snapshot:
            return self.checker.check(snapshot, progress)

    def _save(self, version: str, check: SelfCheck | None) -> None:
        if self.checker and check:
            save_self_check(self.directory.self_check, version, self.checker.weights, check)

    def _figures(self, check: SelfCheck | None) -> SelfCheckFigures | None:
        return self.checker.figures(check) if self.checker and check else None

    def _embed(self, texts: Sequence[str], progress: Progress, prune: bool) -> tuple[Vectors, int]:
        """Vectors of `texts`, and how many had to be computed; `prune` forgets the vectors of all other texts."""
        embedded = 0

        def count(done: int, total: int) -> None:
            nonlocal embedded
            embedded = done
            progress("embedding", done, total)

        with closing(EmbeddingCache(self.directory.embeddings, self.embedder.fingerprint, self.embedder.dimension)) as cache:
            with self.pool:
                vectors = encode_cached(self.embedder, cache, texts, self.batch, count, share=self.workers.share)
            if prune:
                cache.prune({text_key(text) for text in texts})
        return vectors, embedded

    def _facts(self, passages: Sequence[Passage], written: Callable[[], None]) -> Iterator[PassageFacts]:
        """Facts one passage at a time: those of a large corpus together would fill the memory."""
        for facts in facts_of(passages, self.analyzer):
            yield facts
            written()

    def _analyse(self, texts: Sequence[str], written: Callable[[], None]) -> Iterator[Terms]:
        """Terms one text at a time, likewise."""
        for text in texts:
            yield self.analyzer.terms(text)
            written()


def _halves(passages: int, progress: Progress) -> Callable[[], None]:
    """Counts what is written of so many passages: their facts are one half, their terms the other, in the order that an engine likes."""
    halves = count(1)
    return lambda: progress("writing", next(halves) // 2, passages)


def _split(articles: Sequence[Article], progress: Progress) -> Iterator[Passage]:
    for done, article in enumerate(articles, start=1):
        yield from split(article)
        progress("splitting", done, len(articles))


def _report(state: CorpusState, changes: Changes, built: _Built, seconds: float, figures: SelfCheckFigures | None) -> ReindexReport:
    return ReindexReport(
        version=built.version,
        added=changes.added,
        changed=changes.changed,
        removed=changes.removed,
        unchanged=changes.unchanged,
        rejected=state.rejected,
        articles=len(state.articles),
        passages=built.passages,
        embedded=built.embedded,
        seconds=seconds,
        self_check=figures,
        remarks=state.remarks,
    )
