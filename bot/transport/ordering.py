"""Many chats at once, and each chat in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

Job = Callable[[], Awaitable[None]]

LANE_CAPACITY = 50
"""Jobs that may wait in one lane. One person does not come that far; a group full of them must not fill the memory."""


class Lanes:
    """Does jobs of different lanes concurrently, those of one lane one after the other, as they came. A lane is there while it has jobs."""

    def __init__(self, capacity: int = LANE_CAPACITY) -> None:
        self._capacity = capacity
        self._waiting: dict[Hashable, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: Hashable, job: Job) -> bool:
        """Have a job done after the earlier ones of its lane. False when too many wait there already."""
        waiting = self._waiting.get(lane)
        if waiting is not None:
            if len(waiting) >= self._capacity:
                return False
            waiting.append(job)
        else:
            self._waiting[lane] = deque([job])
            self._begin(self._work_off(lane))
        return True

    def put_aside(self, job: Job) -> None:
        """Have a job done now, in no order."""
        self._begin(job())

    async def finish(self, seconds: float) -> None:
        """Wait for all jobs, and cancel what takes longer."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, lane: Hashable) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting:
                await waiting.popleft()()
        finally:
            del self._waiting[lane]
