"""A web site on this machine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def site(answer: Answer) -> AsyncIterator[str]:
    """A web server whose every page is `answer`; its address."""
    application = web.Application()
    application.router.add_get("/{page:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


def saying(body: bytes | str, **options: object) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        content = {"text": body} if isinstance(body, str) else {"body": body}
        return web.Response(**content, **options)  # type: ignore[arg-type]

    return answer
