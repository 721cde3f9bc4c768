"""How the Bot API says no."""

from __future__ import annotations

from aiohttp import web


class Refusal(Exception):
    """An answer with `ok: false`; the message is its description."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    @property
    def response(self) -> web.Response:
        content = {"ok": False, "error_code": self.status, "description": self.description}
        return web.json_response(content | ({"parameters": self.parameters} if self.parameters else {}), status=self.status)


class BadRequest(Refusal):
    """What was asked for cannot be done."""

    def __init__(self, description: str, **parameters: int) -> None:
        super().__init__(400, f"Bad Request: {description}", **parameters)


class Forbidden(Refusal):
    """The bot may not do that here."""

    def __init__(self, description: str) -> None:
        super().__init__(403, f"Forbidden: {description}")


class Conflict(Refusal):
    """Updates are fetched in two ways, or by two processes."""

    def __init__(self, description: str) -> None:
        super().__init__(409, f"Conflict: {description}")


class TooManyRequests(Refusal):
    """A flood limit."""

    def __init__(self, seconds: int) -> None:
        super().__init__(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
