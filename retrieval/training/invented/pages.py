"""All kinds of invented pages, each as often as its share."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.training.invented.awards import awards
from retrieval.training.invented.companies import company
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.offices import meeting
from retrieval.training.invented.policies import policy
from retrieval.training.invented.premises import premises
from retrieval.training.invented.projects import project
from retrieval.training.invented.reports import report
from retrieval.training.pairs import Pair

_KINDS = {report: 5, project: 3, company: 3, meeting: 2, awards: 2, premises: 1, policy: 1}


def pairs(seed: int) -> Iterator[Pair]:
    """Pairs of pages and questions, without end."""
    lot = Lot(seed)
    while True:
        [kind] = lot.choices(list(_KINDS), list(_KINDS.values()))
        yield from kind(lot)
