from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.monitoring.metrics import Metrics
from bot.settings.settings import Settings
from bot.telegram.vitals import watch_vitals
from tests.milvus_servers import settings_of_dead_milvus


def test_while_milvus_is_away_all_other_figures_are_shown() -> None:
    pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
    data = SimpleNamespace(settings=settings_of_dead_milvus(Settings()), metrics=Metrics(), work_queue=SimpleNamespace(waiting=3))
    watch_vitals(data, SimpleNamespace(unhandled=2))  # type: ignore[arg-type]
    figures = data.metrics.text().decode()
    assert "parkqa_waiting_questions 3.0" in figures
    assert "parkqa_index_version NaN" in figures
    assert "parkqa_index_age_seconds NaN" in figures
