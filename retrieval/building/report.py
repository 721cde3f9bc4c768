"""What a reindex found and did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from corpus.article import Article
from corpus.reading.source_file import Rejection, Remark, rejection_from, remark_from
from retrieval.index.self_check_record import SelfCheckFigures, figures_from
from retrieval.workers.workers import WorkerReport


@dataclass(frozen=True, slots=True)
class Changes:
    """How the corpus differs from the index in use, by ids of articles."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def none(self) -> bool:
        return not (self.added or self.changed or self.removed)


NO_CHANGES = Changes((), (), (), 0)


def changes_between(before: Mapping[str, Article], after: Mapping[str, Article]) -> Changes:
    """Compare two sets of articles by id; an article is changed when anything about it is."""
    added = tuple(sorted(after.keys() - before.keys()))
    removed = tuple(sorted(before.keys() - after.keys()))
    changed = tuple(sorted(id_ for id_ in after.keys() & before.keys() if after[id_] is not before[id_] and after[id_] != before[id_]))
    return Changes(added, changed, removed, len(after) - len(added) - len(changed))


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """The result of one reindex, for people and for `--json`."""

    version: str | None
    """The version that was published; None when the index in use was already right, in a dry run, and when no article could be read."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    rejected: tuple[Rejection, ...]
    articles: int
    """In the corpus. With 0 the index in use was left as it is."""
    passages: int
    embedded: int
    """Passages that went through the model; the others' vectors were known."""
    seconds: float
    self_check: SelfCheckFigures | None = None
    """Of the version in use; None where it was not measured."""
    remarks: tuple[Remark, ...] = ()
    """On the files that were read, those that did not change left out."""
    workers: tuple[WorkerReport, ...] = ()
    """Of other processes that embedded, or were to."""

    def as_dict(self) -> dict[str, Any]:
        """In plain JSON types."""
        return asdict(self) | {
            "rejected": [rejection.as_dict() for rejection in self.rejected],
            "remarks": [remark.as_dict() for remark in self.remarks],
            "self_check": self.self_check and self.self_check.as_dict(),
        }


def report_from(plain: Mapping[str, Any]) -> ReindexReport:
    """The report that `as_dict` gave, out of another process. Raises KeyError where something is missing."""
    known = {field.name: plain[field.name] for field in fields(ReindexReport)}
    lists: dict[str, Any] = {name: tuple(known[name]) for name in ("added", "changed", "removed")}
    lists |= {"rejected": tuple(map(rejection_from, known["rejected"])), "remarks": tuple(map(remark_from, known["remarks"]))}
    workers = tuple(WorkerReport(**each) for each in known["workers"])
    return ReindexReport(**known | lists | {"workers": workers, "self_check": known["self_check"] and figures_from(known["self_check"])})
