"""Where the time of an answer goes: its steps one after the other, as the answerer takes them for a question of one part."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from retrieval.answering.answerer import Answerer
from retrieval.ranking.candidates import CANDIDATES, find_candidates
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.ranker import rank
from retrieval.text.embedded_form import embedded_form

READ, EMBED, SEARCH, EXAMINE, CLOSELY, REST = "reading the question", "embedding it", "the searches", "evidence", "the reader", "the rest"


def question_stages(answerer: Answerer, text: str) -> dict[str, float]:
    """Seconds by step; "the rest" is what the whole of an answer takes besides: folding, quoting, confidence.

    The whole is a second answer: let the question have been asked before, or what the first one fetches counts as a step's alone.
    """
    took: dict[str, float] = {}
    with answerer.index.open() as (_, snapshot):
        with _timed(took, READ):
            question = answerer.read_for(snapshot, text, date.today())
        with _timed(took, EMBED):
            [vector] = answerer.search.embedder.encode_queries([embedded_form(question.in_full)])
        with _timed(took, SEARCH):
            candidates = find_candidates(snapshot, question, vector, CANDIDATES)
        with _timed(took, EXAMINE):
            ranking = rank(Examiner(question, snapshot, answerer.analyzer).examine(candidates), answerer.search.weights)
        with _timed(took, CLOSELY):
            if answerer.search.close_reading:
                answerer.search.close_reading.read([question], [ranking])
    whole: dict[str, float] = {}
    with _timed(whole, REST):
        answerer.ask(text)
    return took | {REST: max(0.0, whole[REST] - sum(took.values()))}


@contextmanager
def _timed(took: dict[str, float], step: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    took[step] = time.perf_counter() - started
