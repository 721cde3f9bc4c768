"""When an index version was made, with what, and how far its answers can be trusted: all that is known without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.index.self_check_record import SelfCheckFigures
    from retrieval.settings import RetrievalSettings


@dataclass(frozen=True, slots=True)
class IndexFigures:
    """What an index version says of itself."""

    created_at: str
    """UTC, ISO 8601."""
    passages: int
    embedder: str
    accepted_false_answers: float
    """What the settings say."""
    self_check: SelfCheckFigures | None
    """Of this version with the weights in use; None where it was not measured."""

    @property
    def model(self) -> str:
        """The name of the embedding model, without what tells its editions apart."""
        return self.embedder.split(":", 1)[-1].rpartition(":")[0] or self.embedder


def read_figures(settings: RetrievalSettings, version: str) -> IndexFigures:
    """Read the version's manifest and self-check, a few kilobytes. Raises IndexUnavailable."""
    from retrieval.factory import open_engine
    from retrieval.index.directory import IndexDirectory
    from retrieval.index.self_check_record import load_self_check
    from retrieval.ranking.learned_weights import load_weights

    manifest, weights = open_engine(settings).manifest(version), load_weights()
    check = load_self_check(IndexDirectory(settings.index.folder).self_check, version, weights.digest)
    return IndexFigures(
        created_at=manifest.created_at,
        passages=manifest.counts["passages"],
        embedder=manifest.embedder,
        accepted_false_answers=settings.answer.false_answers,
        self_check=check.at(weights.threshold(settings.answer.false_answers)) if check else None,
    )
