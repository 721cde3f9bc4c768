from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot.errors import ConfigError
from bot.monitoring.endpoints import SILENCE_SECONDS, Contact, monitoring
from bot.monitoring.metrics import Metrics, counted
from bot.settings.loading import load_settings
from bot.settings.sections import MonitoringSettings
from retrieval.answering.answerer import Answerer
from retrieval.errors import IndexMissing
from retrieval.factory import open_answerer
from tests.free_port import free_port


async def get(
    path: str, *, alive: Callable[[], str | None] = lambda: None, ready: Callable[[], str | None] = lambda: None
) -> httpx.Response:
    metrics = Metrics()
    metrics.answered("found", 0.03)
    metrics.failed("bug")
    metrics.watch("waiting_questions", "x", lambda: 4)
    port = free_port()
    with monitoring(MonitoringSettings(port=port), metrics, alive, ready):
        async with httpx.AsyncClient() as client:
            return await client.get(f"http://127.0.0.1:{port}{path}")


def no_index() -> str | None:
    raise IndexMissing("Nothing is indexed in … yet")


async def test_well() -> None:
    assert (await get("/healthz")).text == "ok\n"
    assert (await get("/readyz")).status_code == 200


async def test_unwell() -> None:
    answer = await get("/healthz", alive=lambda: "no answer from Telegram for 130 s")
    assert (answer.status_code, answer.text) == (503, "no answer from Telegram for 130 s\n")
    answer = await get("/readyz", ready=no_index)
    assert (answer.status_code, answer.text) == (503, "Nothing is indexed in … yet\n")


async def test_figures() -> None:
    lines = (await get("/metrics")).text.splitlines()
    assert 'parkqa_questions_total{outcome="found"} 1.0' in lines
    assert 'parkqa_questions_total{outcome="not found"} 0.0' in lines
    assert 'parkqa_errors_total{reason="bug"} 1.0' in lines
    assert 'parkqa_answer_seconds_bucket{le="0.05"} 1.0' in lines
    assert "parkqa_waiting_questions 4.0" in lines
    assert any(line.startswith("process_resident_memory_bytes ") for line in lines)


async def test_nothing_else_is_served() -> None:
    assert (await get("/")).status_code == 404


def test_without_a_port_nothing_is_served() -> None:
    with monitoring(MonitoringSettings(), Metrics(), lambda: None, lambda: None):
        pass


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        with pytest.raises(ConfigError, match=f"127.0.0.1:{port}"), monitoring(MonitoringSettings(port=port), Metrics(), str, str):
            pass


def test_contact() -> None:
    now = 0.0
    contact = Contact(lambda: now)
    now = SILENCE_SECONDS + 1
    assert contact.problem() == "no answer from Telegram for 121 s"
    contact.note()
    assert contact.problem() is None
    contact.end()
    now = 1e9
    assert contact.problem() is None


def test_every_question_to_the_answerer_is_counted(tmp_path: Path) -> None:
    metrics = Metrics()
    answerer = counted(open_answerer(load_settings(None, index=tmp_path / "none")), metrics)
    assert isinstance(answerer, Answerer)
    with suppress(IndexMissing):
        answerer.ask("园区")
    text = metrics.text().decode()
    assert 'parkqa_questions_total{outcome="error"} 1.0' in text
    assert "parkqa_answer_seconds_count 1.0" in text
