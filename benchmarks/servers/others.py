"""Servers that we are compared with: how each is started over an index, and how it is asked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.corpora import AskedQuestion
from benchmarks.peers.environment import REQUIREMENTS, python_of
from benchmarks.servers.process import ServerProcess
from benchmarks.speed.remote import Program
from tests.free_port import free_port

SERVED = Path(__file__).parent / "requirements.txt"
APPS = Path(__file__).parent / "apps"
FOUND = 10
SECONDS_TO_START = 900
"""On a machine that does much else; an idle one takes some twenty."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Served:
    """A server in one of its modes."""

    indexed_by: str
    """The peer whose index it opens."""
    command: Callable[[Path, int], list[str | Path]]
    """By the folder of its index and the port."""
    path: str
    question: Callable[[str], Json]
    article: Callable[[Any], str]
    """Of the first passage, in what comes back."""
    environment: Callable[[Path], Mapping[str, str]] = field(default=lambda _index: {})
    method: str = "POST"


class OtherServer:
    """A running server, and one who asks it."""

    def __init__(self, served: Served, index: Path, log: Path) -> None:
        port = free_port()
        self._served, self._url = served, f"http://127.0.0.1:{port}"
        self._process = ServerProcess(served.command(index, port), dict(served.environment(index)), log)
        self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(SECONDS_TO_START))

    @property
    def number(self) -> int:
        return self._process.number

    async def answers(self, question: AskedQuestion) -> None:
        """Wait until it answers."""
        began = time.monotonic()
        while time.monotonic() - began < SECONDS_TO_START:
            try:
                await self.ask(question)
            except aiohttp.ClientConnectionError:
                self._process.check()
                await asyncio.sleep(0.05)
            else:
                return
        raise TimeoutError(f"no answer from {self._url} in {SECONDS_TO_START} s")

    async def ask(self, question: AskedQuestion) -> bool:
        """Whether the first passage is of an article that answers."""
        given = self._served.question(question.text)
        told: Json = {"json": given} if self._served.method == "POST" else {"params": given}
        async with self._client.request(self._served.method, self._url + self._served.path, **told) as reply:
            reply.raise_for_status()
            return self._served.article(await reply.json()) in question.articles

    async def end(self) -> None:
        await self._client.close()
        await asyncio.to_thread(self._process.end)


def servers_python() -> Path:
    """Of the environment that they share."""
    return python_of("servers", REQUIREMENTS, SERVED)


def others(python: Path, model: str, corpus: Path, settings: Path) -> dict[str, Served]:
    """By name; `settings` is a folder for files of settings."""
    return {
        **{f"txtai API, {mode}": _txtai(python, model, mode, settings) for mode in ("dense", "hybrid")},
        **{f"Hayhooks, {mode}": _hayhooks(python, model, mode) for mode in ("dense", "hybrid")},
        "LangServe, dense": _langserve(python, model),
        **{f"Pathway, {mode}": _pathway(python, model, mode, corpus) for mode in ("dense", "hybrid")},
    }


def indexing(python: Path, model: str) -> dict[str, Program]:
    """Who makes the indexes that the servers open."""
    given = {"model": model}
    return {
        "LangChain FAISS": Program("benchmarks.peers.langchain_faiss", python, given),
        "txtai": Program("benchmarks.peers.txtai_embeddings", python, given),
        "Haystack": Program("benchmarks.peers.haystack_stores", python, given),
    }


def _uvicorn(python: Path, app: str) -> Callable[[Path, int], list[str | Path]]:
    return lambda _index, port: [python, "-m", "uvicorn", app, "--host", "127.0.0.1", "--port", str(port)]


def _txtai(python: Path, model: str, mode: str, settings: Path) -> Served:
    def environment(index: Path) -> dict[str, str]:
        config = settings / f"txtai-{mode}.yml"
        config.write_text(f"path: {index / mode}\nembeddings:\n  path: {model}\n", encoding="utf-8")
        return {"CONFIG": str(config)}

    return Served(
        "txtai",
        _uvicorn(python, "txtai.api:app"),
        "/search",
        lambda text: {"query": text, "limit": FOUND},
        lambda reply: str(reply[0]["id"]).partition(":")[2],
        environment,
        "GET",
    )


def _hayhooks(python: Path, model: str, mode: str) -> Served:
    run = (python, "-c", "from hayhooks.cli import hayhooks_cli; hayhooks_cli()", "run")
    return Served(
        "Haystack",
        lambda _index, port: [*run, "--host", "127.0.0.1", "--port", str(port), "--pipelines-dir", APPS / "pipelines"],
        "/passages/run",
        lambda text: {"question": text, "mode": mode},
        lambda reply: str(reply["result"]),
        lambda index: {"MODEL": model, "INDEX": str(index)},
    )


def _langserve(python: Path, model: str) -> Served:
    return Served(
        "LangChain FAISS",
        _uvicorn(python, "benchmarks.servers.apps.langserve_app:app"),
        "/search/invoke",
        lambda text: {"input": text},
        lambda reply: str(reply["output"][0]["metadata"]["article"]),
        lambda index: {"MODEL": model, "INDEX": str(index)},
    )


def _pathway(python: Path, model: str, mode: str, corpus: Path) -> Served:
    return Served(
        "",
        lambda _index, port: [python, "-m", "benchmarks.servers.apps.pathway_store", model, corpus, mode, str(port)],
        "/v1/retrieve",
        lambda text: {"query": text, "k": FOUND},
        lambda reply: str(reply[0]["metadata"]["article"]),
    )
