"""Blocking work off the event loop: a few threads, a queue with an end, and turns that go round between those who wait."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from bot.errors import QueueFull

P = ParamSpec("P")
T = TypeVar("T")

THREADS = min(4, os.cpu_count() or 1)
"""A question keeps one core busy; more threads than cores only make all of them slower."""
CAPACITY = 500
"""Calls that may wait, a minute's work or less."""
CAPACITY_EACH = 20
"""And those of one key: nobody can fill the queue alone."""


class WorkQueue:
    """Runs functions in threads. Whoever has several calls waiting gets one turn for each turn of every other key."""

    def __init__(self, threads: int = THREADS, capacity: int = CAPACITY, capacity_each: int = CAPACITY_EACH) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="work")
        self._free = threads
        self._capacity = capacity
        self._capacity_each = capacity_each
        self._lines: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()
        """Who waits, by key; the first key is next."""
        self.waiting = 0
        """Calls that no thread has taken up yet."""

    async def run(self, key: Hashable, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function returns or raises, called in a thread when it is this key's turn. Raises QueueFull instead of waiting for ever.

        A call that is cancelled gives its place away; once begun, it keeps its thread until the function ends.
        """
        if self._free:
            self._free -= 1
        else:
            await self._turn(key)
        call = partial(copy_context().run, partial(function, *args, **kwargs))
        work = asyncio.get_running_loop().run_in_executor(self._pool, call)
        work.add_done_callback(lambda _: self._pass_on())
        return await asyncio.shield(work)

    def close(self) -> None:
        """Take nothing more; threads that are at work do not keep the caller waiting."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _turn(self, key: Hashable) -> None:
        line = self._lines.get(key, deque())
        if self.waiting >= self._capacity or len(line) >= self._capacity_each:
            raise QueueFull("Too many questions are waiting already")
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        self._lines[key] = line
        self.waiting += 1
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._leave(key, turn)
            else:  # the turn came at the same moment, and somebody else can have it
                self._pass_on()
            raise

    def _leave(self, key: Hashable, turn: asyncio.Future[None]) -> None:
        line = self._lines.get(key)
        if line and turn in line:
            line.remove(turn)
            self.waiting -= 1
            if not line:
                del self._lines[key]

    def _pass_on(self) -> None:
        """Give a thread that became free to the next key in the round."""
        while self._lines:
            key, line = self._lines.popitem(last=False)
            turn = line.popleft()
            self.waiting -= 1
            if line:
                self._lines[key] = line
            if not turn.cancelled():
                turn.set_result(None)
                return
        self._free += 1
