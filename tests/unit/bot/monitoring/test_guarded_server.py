from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from tornado.web import Application, RequestHandler

import bot.monitoring.guarded_server
from bot.monitoring.guarded_server import LARGEST_HEADER, guarded_server


class Hello(RequestHandler):
    def get(self) -> None:
        self.finish("hello")


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    from tornado.netutil import bind_sockets

    server = guarded_server(Application([("/", Hello)]))
    sockets = bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    try:
        yield sockets[0].getsockname()[1]
    finally:
        server.stop()
        await server.close_all_connections()


async def test_half_open_connections_keep_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.monitoring.guarded_server, "MOST_CONNECTIONS", 20)
    async with serving() as port:
        streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(60)]
        for _, writer in streams:
            writer.write(b"POST / HTTP/1.1\r\nHost:")
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"http://127.0.0.1:{port}/")).text == "hello"
        ends = [await asyncio.wait_for(reader.read(1), 5) for reader, _ in streams[:40]]
        assert ends == [b""] * 40
        for _, writer in streams:
            writer.close()


async def test_a_connection_that_says_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.monitoring.guarded_server, "SILENT_SECONDS", 0.1)
    async with serving() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n")
        assert await asyncio.wait_for(reader.read(1), 5) == b""
        writer.close()


async def test_a_header_without_end_is_refused() -> None:
    async with serving() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nX: " + b"x" * (LARGEST_HEADER + 1))
        assert b"hello" not in await asyncio.wait_for(reader.read(), 5)
        writer.close()
