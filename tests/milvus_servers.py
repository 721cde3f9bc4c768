"""Milvus servers that tests run against."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from bot.settings.settings import Settings
from tests.free_port import free_port


@contextmanager
def new_index(uri: str) -> Iterator[str]:
    """The name of an index that nobody else has; nothing of it is left behind."""
    from pymilvus import MilvusClient

    name = f"test_{uuid4().hex}"
    yield name
    client = MilvusClient(uri)
    for collection in client.list_collections():
        if collection.startswith(f"{name}_"):
            for alias in client.list_aliases(collection)["aliases"]:
                client.drop_alias(alias)
            client.drop_collection(collection)


def settings_of_dead_milvus(settings: Settings) -> Settings:
    """The same settings, but the index in a server that is not there."""
    index = settings.index.model_copy(update={"engine": "milvus"})
    server = settings.milvus.model_copy(update={"uri": f"http://127.0.0.1:{free_port()}"})
    return settings.model_copy(update={"index": index, "milvus": server})


class LiteServer:
    """milvus-lite as a process of its own, which can be killed and started again over the same data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it, and wait until it listens."""
        place = ("--data-dir", str(self._folder), "--host", "127.0.0.1", "--port", str(self._port))
        self._process = subprocess.Popen([sys.executable, "-m", "milvus_lite", "server", *place], stdout=subprocess.DEVNULL)
        while not self._listens():
            assert self._process.poll() is None, "milvus-lite has ended by itself"
            time.sleep(0.1)

    def kill(self) -> None:
        """End it without warning."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it hang: who asks it waits."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0
