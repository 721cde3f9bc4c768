"""What is measured of each server, in rounds that take turns: a busy machine slows all alike."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

from benchmarks.corpora import AskedQuestion
from benchmarks.servers.process import processor_seconds, resident_megabytes
from benchmarks.speed.figures import turned
from benchmarks.speed.rounds import say

CLIENTS = (2, 4)
"""Who ask at once, each the next question as soon as it has an answer."""

Measured = dict[str, Any]


class Server(Protocol):
    """A running server."""

    @property
    def number(self) -> int:
        """Of its process."""

    async def answers(self, question: AskedQuestion) -> None:
        """Wait until it answers."""

    async def ask(self, question: AskedQuestion) -> bool:
        """Whether what comes first is right."""

    async def end(self) -> None: ...


Starting = Callable[[], Awaitable[Server]]


async def serving(starting: Mapping[str, Starting], questions: Sequence[AskedQuestion], rounds: int) -> Measured:
    """Start them one after the other, ask all of them in turn, and end them."""
    found: Measured = {}
    running: dict[str, Server] = {}
    parts = [list(questions[number::rounds]) for number in range(rounds)]
    try:
        for name, start in starting.items():
            began = time.perf_counter()
            running[name] = await start()
            await running[name].answers(questions[0])
            found[name] = {"start seconds": time.perf_counter() - began, "rounds": []}
            say(f"{name} has started in {found[name]['start seconds']:.1f} s")
        for server in running.values():
            await together(server, parts[0][:5], 1)
        for number, part in enumerate(parts):
            for name in turned(list(running), number):
                found[name]["rounds"].append(await _round(running[name], part))
            say(f"asked {number + 1} of {rounds} parts")
        for name, server in running.items():
            found[name]["resident MB"] = resident_megabytes(server.number)
    finally:
        for server in running.values():
            await server.end()
    return found


async def _round(server: Server, questions: Sequence[AskedQuestion]) -> Measured:
    """Each by itself, then by several who ask at once."""
    processor, took, right = processor_seconds(server.number), [], 0
    for question in questions:
        began = time.perf_counter()
        right += await server.ask(question)
        took.append(round(1000 * (time.perf_counter() - began), 2))
    processor = processor_seconds(server.number) - processor
    return {
        "milliseconds": took,
        "processor milliseconds": round(1000 * processor / len(questions), 2),
        "right": right,
        "a second": {str(clients): round(await together(server, questions, clients), 2) for clients in CLIENTS},
    }


async def together(server: Server, questions: Sequence[AskedQuestion], clients: int) -> float:
    """Questions answered a second where so many ask at once."""
    left = iter(questions)

    async def client() -> None:
        for question in left:
            await server.ask(question)

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return len(questions) / (time.perf_counter() - began)
