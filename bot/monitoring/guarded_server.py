"""An HTTP server that strangers cannot fill: connections that say nothing are closed, and there is always room for the next one."""

from __future__ import annotations

from collections import deque
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.web import Application

SILENT_SECONDS = 20
"""How long a connection may say nothing, be it before its first request or after its last one."""
BODY_SECONDS = 30
MOST_CONNECTIONS = 200
"""Twice as many as Telegram opens; far fewer than the files that a process may have open."""
LARGEST_HEADER = 16 << 10
LARGEST_BODY = 64 << 10


def guarded_server(application: Application, max_body_size: int = LARGEST_BODY) -> HTTPServer:
    """A server for an application; it does not listen yet."""
    return _GuardedServer(
        application,
        idle_connection_timeout=SILENT_SECONDS,
        body_timeout=BODY_SECONDS,
        max_header_size=LARGEST_HEADER,
        max_body_size=max_body_size,
    )


class _GuardedServer(HTTPServer):
    """Of more connections than `MOST_CONNECTIONS` the oldest is closed: half-open ones stay, while a delivery is over at once."""

    def initialize(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - those of the library
        """As the library calls it."""
        self._streams: deque[IOStream] = deque()
        super().initialize(*arguments, **options)

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Take up a connection."""
        if len(self._streams) >= MOST_CONNECTIONS:
            self._streams = deque(each for each in self._streams if not each.closed())
        if len(self._streams) >= MOST_CONNECTIONS:
            self._streams.popleft().close()
        self._streams.append(stream)
        super().handle_stream(stream, address)
