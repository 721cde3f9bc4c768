"""A memory that another process holds: whatever only needs to be read is done as ever, and what has to be kept says that it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.conversation.keyboards import FollowQuestion, Rate
from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.messages.callback_data import CallbackData
from bot.store.store import open_store
from tests.fake_answerers import FakeAnswerer, fake_facts
from tests.front_end import obey, press
from tests.park_reports import REPORTS

SOMEBODY = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区2022年税收多少"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("bot.store.sqlite_file.BUSY_SECONDS", 0)
    return tmp_path / "bot.sqlite"


def services_over(path: Path | None) -> Services:
    return Services(FakeAnswerer(*REPORTS), open_store(path), 1, fake_facts, lambda payload: payload, notifies=True)  # type: ignore[arg-type]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def said(response: Response) -> tuple[str, ...]:
    return response.toast, *(message.text for message in (response.send, response.edit) if message)


@pytest.mark.parametrize("text", [QUESTION, "那2021年呢", "还有吗", "为什么", "全文", "谁说的", "有哪些园区", "税收", "你好"])
def test_what_is_typed_is_answered(path: Path, text: str) -> None:
    services, free = services_over(path), services_over(None)
    for each in (services, free):
        respond(each, SOMEBODY, Typed(QUESTION, 1))
    with locked(path):
        assert said(respond(services, SOMEBODY, Typed(text, 2))) == said(respond(free, SOMEBODY, Typed(text, 2)))


def test_what_is_edited_is_answered(path: Path) -> None:
    services = services_over(path)
    token = respond(services, SOMEBODY, Typed(QUESTION, 1)).answer
    shown = services.store.answers.get(token) if token else None
    assert shown
    with locked(path):
        changed = respond_to_edit(services, SOMEBODY, Typed("临岳高新区2022年税收多少", 1), shown)
    assert changed.edit
    assert REPORTS[0].text.split("\n", 1)[0] in changed.edit.text


def test_buttons_do_what_needs_no_keeping(path: Path) -> None:
    services = services_over(path)
    answer = respond(services, SOMEBODY, Typed(QUESTION, 1)).send
    assert answer
    pressed = [button.callback_data for row in answer.buttons for button in row if button.callback_data]
    with locked(path):
        refused = {type(data) for data in pressed if not works(services, data)}
    assert len(pressed) > len(refused)
    assert refused <= {Rate, FollowQuestion}


def test_a_link_to_a_quote_leads_there(path: Path) -> None:
    services = services_over(path)
    token = respond(services, SOMEBODY, Typed(QUESTION, 1)).answer
    with locked(path):
        linked = obey(services, SOMEBODY, f"/start q_{token}_0")
    assert REPORTS[0].text.split("\n", 1)[0] in linked.text


def works(services: Services, data: CallbackData) -> bool:
    try:
        press(services, SOMEBODY, data)
    except StoreUnavailable:
        return False
    return True
