"""Whether what was found for two things that a question sets beside each other leaves one of them untold."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.ranked_part import RankedPart
from retrieval.question.question import Question
from retrieval.ranking.telling import telling_of
from retrieval.ranking.untold_side import UntoldSide

DOUBT = 0.1
"""By what the sureness of such an answer is multiplied: it is none."""


def leaves_side_untold(question: Question, parts: Sequence[RankedPart]) -> bool:
    """Whether the best passages of both together tell no figure of each, and compare nothing."""
    side = UntoldSide(question)
    best = [part.folded[0].evidence for part in parts if part.folded] if side else []
    if not best:
        return False
    tellings = [telling_of(evidence.told, evidence.facts) for evidence in best]
    passages = ["\n".join(sentence.text for sentence in evidence.facts.sentences) for evidence in best]
    about, told = ("\n".join(texts) for texts in zip(*((telling.about, telling.sentence) for telling in tellings), strict=True))
    return side.found_in(tellings[0]._replace(sentence=told, before="\n".join(dict.fromkeys(passages)), about=about, after=""))
