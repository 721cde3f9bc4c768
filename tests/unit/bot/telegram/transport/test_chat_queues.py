from __future__ import annotations

import asyncio
from functools import partial

from bot.telegram.transport.chat_queues import ChatQueues


class Jobs:
    """Records which jobs were done, some of them not before they may."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.held: dict[int, asyncio.Event] = {}

    def hold(self, number: int) -> asyncio.Event:
        return self.held.setdefault(number, asyncio.Event())

    async def do(self, number: int) -> None:
        if number in self.held:
            await self.held[number].wait()
        self.done.append(number)


async def test_lanes_go_side_by_side_and_each_in_its_order() -> None:
    queues, jobs = ChatQueues(), Jobs()
    go_on = jobs.hold(1)
    for number, queue in [(1, "a"), (2, "a"), (3, "b"), (4, "a"), (5, "b")]:
        assert queues.put(queue, partial(jobs.do, number))
    await asyncio.sleep(0.01)
    assert jobs.done == [3, 5]
    go_on.set()
    await queues.finish(1)
    assert jobs.done == [3, 5, 1, 2, 4]


async def test_a_full_lane_takes_no_more_and_fills_no_other() -> None:
    queues, jobs = ChatQueues(capacity=2), Jobs()
    go_on = jobs.hold(1)
    put = partial(queues.put, "a")
    assert put(partial(jobs.do, 1))
    await asyncio.sleep(0)
    assert [put(partial(jobs.do, number)) for number in (2, 3, 4)] == [True, True, False]
    assert queues.put("b", partial(jobs.do, 5))
    queues.put_aside(partial(jobs.do, 6))
    go_on.set()
    await queues.finish(1)
    assert jobs.done == [5, 6, 1, 2, 3]
    assert put(partial(jobs.do, 7))
    await queues.finish(1)
    assert jobs.done[-1] == 7


async def test_the_end_does_not_wait_for_ever() -> None:
    queues, jobs = ChatQueues(), Jobs()
    jobs.hold(1)
    queues.put("a", partial(jobs.do, 1))
    queues.put("a", partial(jobs.do, 2))
    queues.put("b", partial(jobs.do, 3))
    await queues.finish(0.05)
    assert jobs.done == [3]
