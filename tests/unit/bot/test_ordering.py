from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from telegram import Chat, Message, Update

from bot.ordering import OrderedByChat


def update(number: int, chat: int) -> Update:
    return Update(number, message=Message(number, date=None, chat=Chat(chat, "private")))  # type: ignore[arg-type]


async def test_chats_go_side_by_side_and_each_in_its_order() -> None:
    processor = OrderedByChat(10)
    done: list[int] = []
    first_may_end = asyncio.Event()

    async def work(number: int) -> None:
        if number == 1:
            await first_may_end.wait()
        done.append(number)

    def process(number: int, chat: int) -> Awaitable[None]:
        return asyncio.create_task(processor.process_update(update(number, chat), work(number)))

    tasks = [process(1, chat=7), process(2, chat=7), process(3, chat=8), process(4, chat=7), process(5, chat=8)]
    await asyncio.gather(tasks[2], tasks[4])
    assert done == [3, 5]
    first_may_end.set()
    await asyncio.gather(*tasks)
    assert done == [3, 5, 1, 2, 4]


async def test_an_error_lets_the_next_one_go() -> None:
    processor = OrderedByChat(10)
    done: list[int] = []

    async def fail() -> None:
        raise ValueError

    async def work() -> None:
        done.append(2)

    failing = processor.process_update(update(1, 7), fail())
    results = await asyncio.gather(failing, processor.process_update(update(2, 7), work()), return_exceptions=True)
    assert isinstance(results[0], ValueError)
    assert done == [2]


async def test_updates_without_a_chat_need_no_order() -> None:
    done: list[int] = []

    async def work() -> None:
        done.append(1)

    await OrderedByChat(10).process_update(Update(1), work())
    assert done == [1]
