"""What monitoring shows of a bot whenever somebody looks: its queues and its index."""

from __future__ import annotations

import math
from contextlib import suppress
from datetime import UTC, datetime

from bot.telegram.context import BotData
from bot.telegram.transport.intake import Intake
from retrieval.answering.answerer import Answerer
from retrieval.errors import IndexUnavailable
from retrieval.factory import open_engine


def watch_vitals(data: BotData, intake: Intake) -> None:
    """Add queues and index to the metrics."""
    engine = open_engine(data.settings)

    def version() -> float:
        with suppress(IndexUnavailable):
            return float(engine.current() or math.nan)
        return math.nan

    def age() -> float:
        with suppress(IndexUnavailable):
            if name := engine.current():
                return (datetime.now(UTC) - datetime.fromisoformat(engine.manifest(name).created_at)).total_seconds()
        return math.nan

    watch = data.metrics.watch
    watch("waiting_questions", "Questions that no thread has taken up yet", lambda: data.work_queue.waiting)
    watch("unhandled_updates", "Updates that are waiting or in work", lambda: intake.unhandled)
    watch("index_version", "Number of the index version in use", version)
    watch("index_age_seconds", "Seconds since the index version in use was made", age)


def warm_up(answerer: Answerer) -> None:
    """Load now what the first question would have to wait for. Raises IndexUnavailable."""
    with answerer.index.open() as (_, snapshot):
        answerer.search.rank_by_evidence([answerer.read("开发区")], snapshot)


def index_problem(data: BotData) -> str | None:
    """None when the index can be asked. Raises IndexUnavailable, which says why not."""
    with data.services.answerer.index.open():
        return None
