"""HTTP to Telegram that outlasts its bad moments."""

from __future__ import annotations

import json
import logging
from typing import Any

import httpx
import tenacity
from telegram import Update
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import HTTPXRequest

logger = logging.getLogger(__name__)

OUTAGE_SECONDS = 900
"""How long a request is repeated before it counts as failed."""


class ServerError(NetworkError):
    """An answer of status 5xx: the request was not carried out."""


class PatientRequest(HTTPXRequest):
    """Repeats what certainly did not arrive: answers of status 5xx, and connections that were never made.

    A time-out or a connection that breaks later proves nothing: the message may have been delivered, and sent again it would stand there
    twice. (Waiting after a 429 is the rate limiter's part.)
    """

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - handed on as they are
        """One request, repeated for up to `OUTAGE_SECONDS`. Raises TelegramError."""
        attempts = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(_never_arrived),
            wait=tenacity.wait_exponential(multiplier=0.5, max=30),
            stop=tenacity.stop_after_delay(OUTAGE_SECONDS),
            before_sleep=_warn,
            reraise=True,
        )
        return await attempts(self._once, *args, **kwargs)

    async def _once(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        status, body = await super().do_request(*args, **kwargs)
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise ServerError(f"Telegram answers with status {status}")
        return status, body


class UpdatesRequest(HTTPXRequest):
    """Replaces an update that cannot be read by an empty one of the same number: it is confirmed like the others and holds up nobody."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The server's answer. Raises TelegramError when that is not one."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Telegram's answer is no JSON object")
        if answer.get("ok") and not isinstance(answer.get("result"), list):
            raise TelegramError("Telegram's answer holds no list of updates")
        if answer.get("ok"):
            answer["result"] = [update for raw in answer["result"] if (update := _readable(raw)) is not None]
        return answer


def _readable(raw: object) -> dict[str, Any] | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        logger.warning("Telegram sent an update without a number; it is left out")
        return None
    try:
        Update.de_json(raw, None)
    except Exception as error:
        logger.warning("Update %s cannot be read (%s); it is skipped", raw["update_id"], type(error).__name__)
        return {"update_id": raw["update_id"]}
    return raw


def _never_arrived(error: BaseException) -> bool:
    if isinstance(error, ServerError):
        return True
    return isinstance(error, NetworkError | TimedOut) and isinstance(
        error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout
    )


def _warn(state: tenacity.RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    logger.warning("Telegram cannot be reached (%s); trying again in %.0f s", error, state.upcoming_sleep)
