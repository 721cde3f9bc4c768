"""One part of a question with what was found for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from retrieval.question.question import Question
from retrieval.ranking.part_reading import PartReading
from retrieval.ranking.ranker import Ranked

Keep = Callable[[Question, Ranked], bool]
"""Whether a passage may answer a question."""


@dataclass(frozen=True, slots=True)
class RankedPart:
    """One part of a question and what was found for it, best first: all of it, and what is left to answer from."""

    question: Question
    ranked: list[Ranked]
    folded: list[Ranked]
    """Without near-duplicates; of a side of a comparison, without what is none of it."""
    reading: PartReading | None = None
    """None where nothing reads."""
    left_out: list[Ranked] = field(default_factory=list)
    """What cannot answer, best first: of another thing, and then what is of another side."""

    @property
    def nearest(self) -> list[Ranked]:
        """What came near, whether it may answer or not."""
        return sorted([*self.folded, *self.left_out], key=lambda ranked: -ranked.score)

    def retold(self, tell: Callable[[Ranked], Ranked | None]) -> RankedPart:
        """The same with what may answer as that tells it."""
        told = [(ranked, tell(ranked)) for ranked in self.folded]
        others = [ranked for ranked, as_told in told if as_told is None]
        return replace(self, folded=[as_told for _, as_told in told if as_told], left_out=[*others, *self.left_out])

    def left_to(self, keep: Callable[[Ranked], bool]) -> RankedPart:
        """The same with no more to answer from than may answer."""
        kept, others = divided(self.folded, keep)
        return replace(self, folded=kept, left_out=[*others, *self.left_out])


def divided(found: Sequence[Ranked], keep: Callable[[Ranked], bool]) -> tuple[list[Ranked], list[Ranked]]:
    """What is kept, and the rest."""
    kept: list[Ranked] = []
    others: list[Ranked] = []
    for ranked in found:
        (kept if keep(ranked) else others).append(ranked)
    return kept, others
