"""HTTP to Telegram that outlasts its bad moments."""

from __future__ import annotations

import json
import logging
from typing import Any

import httpx
import tenacity
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.telegram.transport.updates import ENVELOPE, arrived, well_formed

logger = logging.getLogger(__name__)

OUTAGE_SECONDS = 24 * 3600
"""How long a request is repeated before it counts as failed: as long as Telegram keeps a question that nobody fetches."""
LONGEST_PAUSE = 30


class NotCarriedOut(NetworkError):
    """Telegram refused a request for a reason that passes: status 429 or 5xx."""

    def __init__(self, status: int, retry_after: float | None) -> None:
        super().__init__(f"status {status}")
        self.retry_after = retry_after
        """Seconds that Telegram asks to wait, with status 429."""


class PatientRequest(HTTPXRequest):
    """Repeats what did not arrive: answers of status 429 and 5xx, and connections that were never made.

    A time-out or a connection that breaks later proves nothing: the message may have been delivered, and sent again it would stand there
    twice. That is rare, and better than a chat that waits for good, so it is made once more. Only the request itself waits: the library's
    rate limiter would, after one 429, hold back the messages to every chat.
    """

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - handed on as they are
        """One request, repeated for up to `OUTAGE_SECONDS`. Raises TelegramError."""
        attempts = tenacity.AsyncRetrying(
            retry=_Again(),
            wait=_pause,
            stop=tenacity.stop_before_delay(OUTAGE_SECONDS),
            before_sleep=_warn,
            reraise=True,
        )
        return await attempts(self._once, *args, **kwargs)

    async def _once(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        status, body = await super().do_request(*args, **kwargs)
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise NotCarriedOut(status, _retry_after(body))
        return status, body


class _Again(tenacity.retry_base):
    """Whether one request is made again."""

    def __init__(self) -> None:
        self._broke = False
        """Whether it has broken once when it may have arrived."""

    def __call__(self, state: tenacity.RetryCallState) -> bool:
        """Decide after an attempt."""
        error = state.outcome.exception() if state.outcome else None
        if error is None or never_arrived(error):
            return error is not None
        again = not self._broke and isinstance(error.__cause__, httpx.TransportError)
        self._broke = True
        return again


class UpdatesRequest(PatientRequest):
    """Hands each update on as the text that it came as: the library, which would refuse a batch for one, has only its number to read."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The server's answer. Raises TelegramError when that is not one."""
        try:
            answer = well_formed(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Telegram's answer is no JSON object")
        if answer.get("ok") and not isinstance(answer.get("result"), list):
            raise TelegramError("Telegram's answer holds no list of updates")
        if answer.get("ok"):
            found = [update for raw in answer["result"] if (update := arrived(raw))]
            answer["result"] = [{"update_id": update.number, ENVELOPE: update.content} for update in found]
        return answer


def _retry_after(body: bytes) -> float | None:
    try:
        return max(0.0, float(json.loads(body)["parameters"]["retry_after"]))
    except (ValueError, KeyError, TypeError):
        return None


def never_arrived(error: BaseException) -> bool:
    """Whether a request certainly did not reach Telegram, or was refused for a reason that passes."""
    return isinstance(error, NotCarriedOut) or isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


def _pause(state: tenacity.RetryCallState) -> float:
    """Seconds until the next attempt: what Telegram asks for, otherwise twice as long each time."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, NotCarriedOut) and error.retry_after is not None:
        return error.retry_after
    return float(min(LONGEST_PAUSE, 0.5 * 2 ** (state.attempt_number - 1)))


def _warn(state: tenacity.RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    if error and not never_arrived(error):
        logger.warning("A request broke off (%s) and may have arrived; it is made once more, and may be carried out twice", error)
    else:
        logger.warning("Telegram cannot be reached or is busy (%s); trying again in %.1f s", error, state.upcoming_sleep)
