from __future__ import annotations

from dataclasses import replace

import pytest

from bot.admin.rejected import RejectedPage, rejected_page
from bot.admin.services import AdminServices
from bot.admin.state import state_message
from bot.admin.vital_signs import VitalSigns, vital_lines
from bot.messages.message import Message
from bot.monitoring.metrics import Metrics
from bot.texts.zh import ZH
from tests.front_end import obey, press
from tests.milvus_servers import settings_of_dead_milvus
from tests.unit.bot.admin.test_uploads import ADMIN
from tests.workshop import Workshop


def labels(message: Message | None) -> list[str]:
    return [button.label for row in message.buttons for button in row] if message else []


@pytest.mark.parametrize("name", ["status", "rejected", "gaps", "feedback"])
def test_what_others_asked_is_not_read_out_in_a_group(admin_services: AdminServices, name: str) -> None:
    assert obey(admin_services, replace(ADMIN, chat=-7, private=False), f"/{name}").text == ZH.admin.only_in_private


def test_rejected_files_page_by_page(admin_services: AdminServices, workshop: Workshop) -> None:
    assert rejected_page(admin_services, 0, ZH) == Message(ZH.oversight.no_rejected)
    for number in range(30):
        workshop.put(f"bad{number:02}.exe", "MZ")
    workshop.reindex()
    first = rejected_page(admin_services, 0, ZH)
    assert first.text.startswith(ZH.oversight.rejected.format(count=30))
    assert "bad00.exe：不支持 .exe 文件" in first.text
    assert labels(first) == ["2 ›"]
    second = press(admin_services, ADMIN, first.buttons[0][0].callback_data).edit
    assert second and "bad12.exe" in second.text
    assert labels(second) == ["‹ 1", "3 ›"]
    last = press(admin_services, ADMIN, RejectedPage(99)).edit
    assert last and "bad29.exe" in last.text
    assert labels(last) == ["‹ 2"]


def test_the_state_names_the_versions_on_disk_and_how_the_bot_is(admin_services: AdminServices, workshop: Workshop) -> None:
    workshop.reindex(full=True)
    made = workshop.engine.manifest("000002").created_at[:16].replace("T", " ")
    text = state_message(replace(admin_services, reindexing=lambda: True), "zh").text
    assert ZH.oversight.version_in_use.format(version="000002", created=made) in text
    assert "000001（" in text
    assert ZH.oversight.errors.format(count=0) in text
    assert ZH.oversight.no_latency in text
    assert text.endswith(ZH.status_reindexing)


def test_without_an_index_the_state_says_what_is_wrong_and_how_the_bot_is(admin_services: AdminServices, workshop: Workshop) -> None:
    (workshop.directory.root / "CURRENT").unlink()
    text = state_message(admin_services, "zh").text
    assert text.startswith(f"索引无法使用。\n{workshop.directory.root} 里还没有索引：请运行 parkqa reindex。\n")
    assert ZH.oversight.errors.format(count=0) in text


def test_while_milvus_is_away_the_state_says_so_and_how_the_bot_is(admin_services: AdminServices) -> None:
    pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
    away = replace(admin_services, settings=settings_of_dead_milvus(admin_services.settings))
    text = state_message(away, "zh").text
    assert "请看看它是否在运行" in text
    assert ZH.oversight.errors.format(count=0) in text


def test_vital_signs_in_sentences() -> None:
    signs = VitalSigns(unhandled=3, waiting=1, errors=2, answers=40, median=0.0312, high=1.25, memory=312_000_000, uptime=90_061)
    assert vital_lines(signs, ZH.oversight) == [
        ZH.oversight.queue.format(unhandled=3, waiting=1),
        ZH.oversight.errors.format(count=2),
        ZH.oversight.latency.format(count=40, median="0.031", high="1.2"),
        ZH.oversight.process.format(memory="312.0 MB", uptime=ZH.oversight.uptime.format(days=1, hours=1, minutes=1)),
    ]


def test_shares_of_the_answers_by_time() -> None:
    metrics = Metrics()
    assert metrics.answer_seconds(0.5) == 0
    for seconds in (0.03, 0.04, 0.2, 0.2):
        metrics.answered("found", seconds)
    assert metrics.answer_seconds(0.5) == pytest.approx(0.05)
    assert 0.1 < metrics.answer_seconds(0.75) < metrics.answer_seconds(1.0) == pytest.approx(0.25)
    metrics.answered("found", 100)
    assert metrics.answer_seconds(1.0) == 30
    metrics.failed("bug")
    metrics.failed("telegram")
    assert metrics.errors == 2
