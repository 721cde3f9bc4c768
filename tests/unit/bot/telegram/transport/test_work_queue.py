from __future__ import annotations

import asyncio
import logging
import threading
from collections import Counter
from contextlib import suppress
from contextvars import ContextVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import QueueFull
from bot.telegram.transport.work_queue import WorkQueue


class Gate:
    """Holds the only thread until it is opened."""

    def __init__(self, queue: WorkQueue) -> None:
        self._open = threading.Event()
        self._held = asyncio.ensure_future(queue.run("gate", self._open.wait, 10))

    async def open(self) -> None:
        self._open.set()
        await self._held


async def settle() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


async def test_results_errors_and_context_come_through() -> None:
    queue = WorkQueue(1)
    number: ContextVar[int] = ContextVar("number")
    number.set(5)
    assert await queue.run("a", lambda: (number.get(), threading.current_thread() is threading.main_thread())) == (5, False)
    with pytest.raises(ZeroDivisionError):
        await queue.run("a", lambda: 1 / 0)
    assert await queue.run("a", divmod, 7, 2) == (3, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=15), min_size=1, max_size=3))
def test_turns_go_round(batches: list[list[str]]) -> None:
    """Between two turns of one key, every other key that was waiting all the while has had one."""

    async def ask() -> list[str]:
        queue = WorkQueue(1, capacity=100, capacity_each=100)
        served: list[str] = []
        calls: list[asyncio.Future[None]] = []
        for batch in batches:
            gate = Gate(queue)
            await settle()
            calls += [asyncio.ensure_future(queue.run(key, served.append, key)) for key in batch]
            await settle()
            assert queue.waiting <= len(batch)
            await gate.open()
            await asyncio.gather(*calls)
            left = Counter(batch)
            turns = served[-len(batch) :] if batch else []
            for place, key in enumerate(turns):
                left[key] -= 1
                until_next = turns[place + 1 :]
                between = until_next[: until_next.index(key)] if key in until_next else []
                if key in until_next:
                    assert {other for other, waits in left.items() if waits and other != key} <= set(between)
            assert sorted(turns) == sorted(batch)
        assert queue.waiting == 0
        queue.close()
        return served

    assert len(asyncio.run(ask())) == sum(map(len, batches))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["ask", "give up"])), max_size=40))
def test_the_queue_has_an_end_and_whoever_leaves_gives_the_place_away(steps: list[tuple[str, str]]) -> None:
    async def run() -> None:
        queue = WorkQueue(1, capacity=8, capacity_each=4)
        gate = Gate(queue)
        await settle()
        waiting: dict[str, list[asyncio.Task[None]]] = {key: [] for key in "abc"}
        served: list[str] = []
        for key, step in steps:
            if step == "give up":
                for call in waiting[key][-1:]:
                    call.cancel()
                    with suppress(asyncio.CancelledError):
                        await call
                    waiting[key].pop()
                continue
            room = len(waiting[key]) < 4 and sum(map(len, waiting.values())) < 8
            call = asyncio.ensure_future(queue.run(key, served.append, key))
            await settle()
            assert call.done() is not room
            if room:
                waiting[key].append(call)
            else:
                assert isinstance(call.exception(), QueueFull)
            assert queue.waiting == sum(map(len, waiting.values()))
        await gate.open()
        await asyncio.gather(*(call for calls in waiting.values() for call in calls))
        assert Counter(served) == Counter({key: len(calls) for key, calls in waiting.items() if calls})
        assert await queue.run("a", lambda: "free again") == "free again"
        queue.close()

    asyncio.run(run())


async def test_no_more_threads_than_allowed_are_busy() -> None:
    queue = WorkQueue(2)
    busy, most = 0, 0
    lock = threading.Lock()

    def work() -> None:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        threading.Event().wait(0.005)
        with lock:
            busy -= 1

    calls = [asyncio.ensure_future(queue.run(number, work)) for number in range(20)]
    await asyncio.sleep(0.002)
    calls[0].cancel()  # its thread stays busy
    await asyncio.gather(*calls, return_exceptions=True)
    assert most == 2


async def test_a_turn_that_comes_while_the_caller_gives_up_goes_to_the_next(caplog: pytest.LogCaptureFixture) -> None:
    queue = WorkQueue(1)
    gate = Gate(queue)
    await settle()
    first, second = (asyncio.ensure_future(queue.run(key, str, key)) for key in "ab")
    await settle()
    asyncio.get_running_loop().call_soon(first.cancel)
    with caplog.at_level(logging.ERROR):
        await gate.open()
        assert await second == "b"
    assert first.cancelled()
    assert await queue.run("c", str, "c") == "c"
    assert caplog.records == []
