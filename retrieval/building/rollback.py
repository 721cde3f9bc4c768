"""Back to the version before a reindex."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retrieval.building.lock import reindex_lock
from retrieval.errors import IndexIncompatible, VersionPruned, VersionSuperseded
from retrieval.index.engine import Engine


def roll_back(engine: Engine, root: Path, *, made: str | None, before: str | None, restore: Callable[[], None]) -> None:
    """Make `before` the version in use again in place of `made`, and `restore` the corpus while no reindex can run.

    Where the reindex made no version, only the corpus is restored. Raises ReindexRunning; VersionSuperseded when a later version is in
    use; VersionPruned when `before` is not on disk any more; IndexIncompatible when questions could not be asked of it. Then nothing is
    changed.
    """
    with reindex_lock(root):
        if made is not None:
            _check(engine, made, before)
        restore()
        if made is not None and before is not None:
            engine.publish(before)


def _check(engine: Engine, made: str, before: str | None) -> None:
    if engine.current() != made:
        raise VersionSuperseded(f"Index version {made} is no longer in use: there is nothing to undo.")
    if before is None or before not in engine.versions():
        raise VersionPruned(f"The version before {made} is not on disk any more; set index.keep_versions higher to keep more.")
    old, new = engine.manifest(before), engine.manifest(made)
    if (old.embedder, old.dimension, old.analyzer) != (new.embedder, new.dimension, new.analyzer):
        raise IndexIncompatible(f"Index version {before} was made with another embedder or analyzer than {made}: it cannot be used.")
