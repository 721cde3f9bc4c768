"""Answers that are looked at page by page: each question is asked once, not once a page."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer

CAPACITY = 50
QUOTES = 50
"""As many as Telegram takes after one question."""


class RecentAnswers:
    """The latest answers with as many quotes as there are, of the index as it is and of today."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[tuple[str, date, str], Answer] = OrderedDict()

    def ask(self, answerer: Answerer, question: str) -> Answer:
        """The answer, asked for now unless it was just before. Raises IndexUnavailable."""
        with answerer.index.open() as (version, _):
            key = version, date.today(), question
        with self._lock:
            known = self._answers.get(key)
        answer = known or answerer.ask(question, top=QUOTES)
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            if len(self._answers) > CAPACITY:
                self._answers.popitem(last=False)
        return answer
