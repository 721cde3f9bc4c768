"""What a reindex asks of whoever measures a new version before it is published; retrieval.self_check does."""

from __future__ import annotations

from typing import Protocol

from retrieval.index.engine import Snapshot
from retrieval.index.self_check_record import SelfCheck, SelfCheckFigures
from retrieval.progress import Progress


class VersionChecker(Protocol):
    """Measures how far the answers of an index version can be trusted."""

    @property
    def weights(self) -> str:
        """Digest of the weights that a check holds for."""

    def check(self, snapshot: Snapshot, progress: Progress) -> SelfCheck:
        """Measure a version that is not in use yet."""

    def figures(self, check: SelfCheck) -> SelfCheckFigures:
        """What a check says of the threshold in use."""
