from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
import tenacity
from telegram import Update
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.telegram.transport.connection import PatientRequest, UpdatesRequest
from bot.telegram.transport.updates import opened


class Scripted(httpx.AsyncBaseTransport):
    """Answers requests with what it was given, in order; an exception is raised."""

    def __init__(self, *script: tuple[int, object] | Exception) -> None:
        self.script = list(script)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return httpx.Response(step[0], content=json.dumps(step[1]).encode())


DONE = (200, {"ok": True, "result": "done"})


class Pauses(list[float]):
    """Records what would be slept."""

    async def sleep(self, seconds: float) -> None:
        self.append(seconds)


@pytest_asyncio.fixture
async def pauses(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pauses]:
    pauses = Pauses()
    original = tenacity.AsyncRetrying.__init__
    monkeypatch.setattr(tenacity.AsyncRetrying, "__init__", lambda self, **options: original(self, sleep=pauses.sleep, **options))
    yield pauses


async def post(*script: tuple[int, object] | Exception) -> object:
    request = PatientRequest(httpx_kwargs={"transport": Scripted(*script)})
    return await request.post("https://example.org/bot1:x/sendMessage")


async def test_what_was_not_carried_out_is_repeated_with_growing_pauses(pauses: Pauses) -> None:
    assert await post((500, {}), (502, "<html>"), (503, {}), DONE) == "done"
    assert pauses == [0.5, 1, 2]


async def test_telegrams_own_pause_is_kept(pauses: Pauses) -> None:
    assert await post((429, {"parameters": {"retry_after": 17}}), (429, {"parameters": "?"}), DONE) == "done"
    assert pauses == [17, 1]


@pytest.mark.parametrize("error", [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.PoolTimeout("full")])
async def test_a_connection_never_made_is_repeated(pauses: Pauses, error: Exception) -> None:
    assert await post(error, DONE) == "done"
    assert len(pauses) == 1


BROKEN = [
    (httpx.ReadTimeout("slow"), TimedOut),
    (httpx.ReadError("broken"), NetworkError),
    (httpx.RemoteProtocolError("gone"), NetworkError),
]


@pytest.mark.parametrize(("error", "raised"), BROKEN)
async def test_what_may_have_arrived_is_sent_once_more_and_no_third_time(
    pauses: Pauses, error: Exception, raised: type[TelegramError], caplog: pytest.LogCaptureFixture
) -> None:
    assert await post(error, DONE) == "done"
    assert await post(httpx.ConnectError("refused"), error, (503, {}), DONE) == "done"
    with pytest.raises(raised):
        await post(error, error, DONE)
    assert [record.message for record in caplog.records if "may be carried out twice" in record.message][2:] != []
    assert len(pauses) == 5


async def test_refusals_are_not_repeated(pauses: Pauses) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await post((400, {"ok": False, "description": "Bad Request: chat not found"}), DONE)
    assert pauses == []


async def test_a_pause_longer_than_patience_is_a_failure(pauses: Pauses) -> None:
    with pytest.raises(NetworkError, match="429"):
        await post((429, {"parameters": {"retry_after": 86400}}), DONE)
    assert pauses == []


def parsed(*updates: object) -> list[object]:
    body = json.dumps({"ok": True, "result": updates}).encode()
    return [json.loads(opened(each).content) for each in Update.de_list(UpdatesRequest.parse_json_payload(body)["result"], None)]


def test_every_update_passes_as_it_came_whatever_it_holds() -> None:
    updates = [
        {"update_id": 3, "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "问", "new": {"of": [1]}}},
        {"update_id": 4, "message": {"text": "no chat"}},
        {"update_id": 5, "message": 7},
        {"update_id": 6, "content": {"a field": "of the same name"}},
    ]
    assert parsed(*updates) == updates


def test_lone_surrogates_are_replaced() -> None:
    message = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "园区\ud83d😀"}
    assert parsed({"update_id": 3, "message": message}) == [{"update_id": 3, "message": message | {"text": "园区\ufffd😀"}}]


def test_what_is_no_update_at_all_is_left_out() -> None:
    assert parsed(17, None, {"message": {}}, {"update_id": "x"}, {"update_id": True}, {"update_id": -1}, {"update_id": 1 << 63}) == []


def test_an_answer_nested_too_deep_is_an_error() -> None:
    with pytest.raises(TelegramError):
        UpdatesRequest.parse_json_payload(b'{"ok": true, "result": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"ok": true}', b'{"ok": true, "result": {}}', b"\xff\xfe"])
def test_an_answer_that_is_none_is_an_error(body: bytes) -> None:
    with pytest.raises(TelegramError):
        UpdatesRequest.parse_json_payload(body)


def test_a_refusal_is_handed_on() -> None:
    assert UpdatesRequest.parse_json_payload(b'{"ok": false, "description": "x"}') == {"ok": False, "description": "x"}
