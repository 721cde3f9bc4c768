"""Many chats at once, and each chat in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

Job = Callable[[], Awaitable[None]]

QUEUE_CAPACITY = 50
"""Jobs that may wait in one queue. One person does not come that far; a group full of them must not fill the memory."""


class ChatQueues:
    """Does jobs of different queues concurrently, those of one queue in their order. A queue is there while it has jobs."""

    def __init__(self, capacity: int = QUEUE_CAPACITY) -> None:
        self._capacity = capacity
        self._waiting: dict[Hashable, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, queue: Hashable, job: Job) -> bool:
        """Have a job done after the earlier ones of its queue. False when too many wait there already."""
        waiting = self._waiting.get(queue)
        if waiting is not None:
            if len(waiting) >= self._capacity:
                return False
            waiting.append(job)
        else:
            self._waiting[queue] = deque([job])
            self._begin(self._work_off(queue))
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

    async def _work_off(self, queue: Hashable) -> None:
        waiting = self._waiting[queue]
        try:
            while waiting:
                await waiting.popleft()()
        finally:
            del self._waiting[queue]
