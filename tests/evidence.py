"""Evidence for passages that nobody has searched for."""

from __future__ import annotations

from corpus.language.span import Span
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of


def evidence_of(passage: Passage, sentence: Span, features: dict[str, float]) -> Evidence:
    """A passage as it is known to an index, with the sentence that answers best and features as they come."""
    return Evidence(next(facts_of([passage], Analyzer())), sentence, features)
