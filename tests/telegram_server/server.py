"""The local Bot API server itself: HTTP around the methods."""

from __future__ import annotations

import asyncio
import inspect
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.telegram_server.asking import Asking
from tests.telegram_server.flood import FloodLimits
from tests.telegram_server.membership import Membership
from tests.telegram_server.methods import METHODS
from tests.telegram_server.methods.documents import LARGEST_UPLOAD
from tests.telegram_server.mishaps import Mishap
from tests.telegram_server.people import TOKEN
from tests.telegram_server.refusals import BadRequest, Refusal
from tests.telegram_server.rules.parameters import parameter_problems
from tests.telegram_server.sent import Document
from tests.telegram_server.wire import decoded


class TelegramServer(Asking, Membership):
    """`async with TelegramServer() as server:` serves on `server.url` until the block ends."""

    def __init__(self, *, unknown_methods: set[str] | None = None, flood: FloodLimits | None = None) -> None:
        super().__init__()
        self.unknown_methods = unknown_methods or set()
        self.flood = flood
        self._mishaps: dict[str, list[Mishap]] = defaultdict(list)
        self._port = 0

    async def __aenter__(self) -> TelegramServer:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.webhook.stop()
        await self.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Listen, on the same port as before if there was one."""
        application = web.Application(client_max_size=LARGEST_UPLOAD + 2**20)
        application.router.add_route("*", "/bot{token}/{method}", self._serve)
        application.router.add_get("/file/bot{token}/documents/{name}", self._serve_file)
        self._runner = web.AppRunner(application, shutdown_timeout=0.5, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening; nothing is forgotten."""
        await self._runner.cleanup()

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """Nobody can connect while the block lasts; users go on writing."""
        await self.close()
        try:
            yield
        finally:
            await self.open()

    def go_wrong(self, method: str, *mishaps: Mishap) -> None:
        """Let the next requests of a method meet these mishaps, one each."""
        self._mishaps[method] += mishaps

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return Refusal(401, "Unauthorized").response
        self.requests.append(method)
        if method not in METHODS or method in self.unknown_methods:
            return Refusal(404, "Not Found").response
        fields = await request.post()
        mishap = self._mishaps[method].pop(0) if self._mishaps[method] else Mishap()
        self.news.tell()
        await asyncio.sleep(mishap.delay)
        if mishap.status != 200:
            return Refusal(mishap.status, "told to fail", **({"retry_after": mishap.retry_after} if mishap.retry_after else {})).response
        if mishap.drop_before_delivery and request.transport:
            request.transport.close()
            return web.Response()
        try:
            result = await self._carry_out(method, fields.items())
        except Refusal as refusal:
            return refusal.response
        finally:
            self.news.tell()
        if mishap.drop_after_delivery and request.transport:
            request.transport.close()
        return web.json_response({"ok": True, "result": result})

    async def _carry_out(self, method: str, fields: Any) -> Any:  # noqa: ANN401 - a method's result
        """Raises Refusal."""
        try:
            parameters = {name: _value(name, value) for name, value in fields}
            self.none_of(list(parameter_problems(parameters)))
            result = METHODS[method](self, parameters)
            if inspect.isawaitable(result):
                result = await result
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            self.violations.append(f"{method} with parameters that make no sense: {error!r}")
            raise BadRequest(f"can't parse the parameters of {method}: {error!r}") from None
        self.calls.append((method, parameters))
        return result

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if request.match_info["token"] != TOKEN or name not in self.files:
            return Refusal(404, "Not Found").response
        self.requests.append("file")
        return web.Response(body=self.files[name].content)


def _value(name: str, field: object) -> Any:  # noqa: ANN401 - whatever the parameter's type is
    if isinstance(field, web.FileField):
        return Document(field.filename, field.file.read(), field.content_type)
    return decoded(name, str(field))
