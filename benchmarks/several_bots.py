"""What it costs when one of two bots on one PostgreSQL is killed again and again, and when PostgreSQL itself goes away.

    python -m benchmarks.several_bots [--kills N] [--outages N]

Two real bot processes stand behind one address, to which the local Bot API server of the tests delivers questions all the while. One of
the two, drawn by chance, is killed (kill -9) at a moment drawn by chance, and started again; then the database is stopped for some seconds
and started again. Prints what became of the questions; exit code 1 where one was not answered.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import shutil
import signal
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import aiohttp
from aiohttp import web

from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.integration.bot_process import BotProcess, Site, make_site, start_bot
from tests.postgresql import Server, running_server
from tests.telegram_server import TelegramServer, private_chat, user

QUESTION = "林州湾经开区2022年奖励了多少家企业？"
ANSWER = "37家"
BOTS = 2
PEOPLE = 12
GIVEN_UP = {ZH.internal_error, EN.internal_error}
PAUSE_SECONDS = 2.0
"""How long somebody who was answered waits, on average, before asking again: a slow machine is not asked more than it can answer."""
OUTAGE_SECONDS = 4.0
PATIENCE = 120.0
QUIET_SECONDS = 20.0
"""How long to wait at the end for answers that should not come: longer than it takes to find a process dead."""
SECRET = "an-invented-secret_of-exactly-32"


class Outcome(NamedTuple):
    """What became of the questions."""

    asked: int
    lost: int
    given_up: int
    """At which two processes were killed, and who asked was told so."""
    twice: int
    out_of_order: int
    told: int
    """Who was told that the answer will come later."""


class Fleet:
    """Bots behind one address."""

    def __init__(self, site: Site, database: str, telegram: TelegramServer, module: str) -> None:
        self.telegram = telegram
        self._site, self._database, self._module = site, database, module
        *self._ports, self._address = _free_ports(BOTS + 1)
        self._bots: dict[int, BotProcess] = {}
        self._turn = itertools.count()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Fleet]:
        """All of them, and what stands before them."""
        proxy = web.Application()
        proxy.router.add_post("/", self._deliver)
        runner = web.AppRunner(proxy)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._address).start()
        try:
            await asyncio.gather(*map(self.start, self._ports))
            yield self
        finally:
            for bot in self._bots.values():
                code, output = await bot.end()
                if code:
                    sys.stderr.write(f"a bot ended with {code}\n{output[-2000:]}\n")
            await runner.cleanup()

    async def start(self, port: int) -> None:
        """Start the bot of a port, and wait until it listens."""
        self._bots[port] = await start_bot(
            self._site,
            module=self._module,
            PARKQA_BOT__DATABASE=self._database,
            PARKQA_BOT__QUESTIONS_PER_MINUTE="100000",
            PARKQA_WEBHOOK__URL=f"http://127.0.0.1:{self._address}/",
            PARKQA_WEBHOOK__PORT=str(port),
            PARKQA_WEBHOOK__SECRET=SECRET,
            PARKQA_LOG__FILE=str(self._site.folder / f"bot-{port}.log"),
        )
        while not await _listens(port):
            if self._bots[port].process.returncode is not None:
                sys.exit((await self._bots[port].wait())[1])
            await asyncio.sleep(0.1)

    async def kill(self, chance: Random) -> None:
        """One of them, and start it again."""
        port = chance.choice(self._ports)
        await self._bots[port].end(signal.SIGKILL)
        await self.start(port)

    async def _deliver(self, request: web.Request) -> web.Response:
        """Hand an update on to the next bot that listens, as a proxy does."""
        body, first = await request.read(), next(self._turn)
        headers = {name: request.headers[name] for name in ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")}
        async with aiohttp.ClientSession() as session:
            for number in range(BOTS):
                with suppress(aiohttp.ClientError):
                    url = f"http://127.0.0.1:{self._ports[(first + number) % BOTS]}/"
                    async with session.post(url, data=body, headers=headers) as answer:
                        return web.Response(status=answer.status)
        return web.Response(status=502)


class Asking:
    """People who go on asking until they are told to stop."""

    def __init__(self, telegram: TelegramServer) -> None:
        self._telegram = telegram
        self._people = [user(number) for number in range(5000, 5000 + PEOPLE)]
        self.asked: list[tuple[int, int]] = []
        """Chat and number of each question."""

    async def go_on(self) -> None:
        """Until cancelled."""
        await asyncio.gather(*map(self._ask_again_and_again, self._people))

    async def _ask_again_and_again(self, who: dict[str, Any]) -> None:
        chance = Random(who["id"])
        while True:
            await asyncio.sleep(chance.uniform(1, 2 * PAUSE_SECONDS))
            message = await self._telegram.say(private_chat(who), who, QUESTION)
            question = (who["id"], message["message_id"])
            self.asked.append(question)
            with suppress(AssertionError):  # what is lost is counted
                await self._telegram.wait_until(lambda: question in self._ended(who["id"]), PATIENCE)  # noqa: B023 - awaited here

    def _answers(self, chat: int) -> list[tuple[int, int]]:
        """The questions that were answered in a chat, in the order of their answers."""
        return [(chat, sent.reply_to or 0) for sent in self._telegram.sent[chat] if ANSWER in sent.text]

    def _ended(self, chat: int) -> list[tuple[int, int]]:
        """These, and those that were given up."""
        return [*self._answers(chat), *((chat, sent.reply_to or 0) for sent in self._telegram.sent[chat] if sent.text in GIVEN_UP)]

    def outcome(self) -> Outcome:
        """What has become of them by now."""
        answers = [self._answers(chat) for chat in self._chats]
        replies = Counter(itertools.chain(*answers))
        given_up = {(chat, sent.reply_to) for chat in self._chats for sent in self._telegram.sent[chat] if sent.text in GIVEN_UP}
        unanswered = {question for question in self.asked if not replies[question]}
        return Outcome(
            asked=len(self.asked),
            lost=len(unanswered - given_up),
            given_up=len(unanswered & given_up),
            twice=sum(replies[question] > 1 for question in self.asked),
            out_of_order=sum(map(_out_of_order, answers)),
            told=sum(sent.text in {ZH.later, EN.later} for chat in self._chats for sent in self._telegram.sent[chat]),
        )

    @property
    def _chats(self) -> set[int]:
        return {chat for chat, _ in self.asked}


@asynccontextmanager
async def fleet_on(folder: Path, server: Server, module: str = "bot") -> AsyncIterator[Fleet]:
    """Two bots over a small index of their own; `module` is what Python runs."""
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer())
        site = make_site(folder, telegram.url)
        await asyncio.to_thread(site.reindex)
        database = (await asyncio.to_thread(server.new_database)).get_secret_value()
        yield await stack.enter_async_context(Fleet(site, database, telegram, module).running())


async def asked_during(fleet: Fleet, server: Server, *, kills: int = 0, outages: int = 0) -> Outcome:
    """What becomes of questions that are asked while bots are killed, and while the database is away."""
    chance, asking = Random(7), Asking(fleet.telegram)
    stream = asyncio.create_task(asking.go_on())
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(0.5, 3))
        await fleet.kill(chance)
    for _ in range(outages):
        await asyncio.sleep(chance.uniform(0.5, 3))
        await asyncio.to_thread(server.stop, "immediate")
        await asyncio.sleep(OUTAGE_SECONDS)
        await asyncio.to_thread(server.start)
        await asyncio.sleep(1)
    stream.cancel()
    with suppress(AssertionError):  # what is lost is counted
        await fleet.telegram.wait_until(lambda: asking.outcome().lost == 0, PATIENCE)
    await asyncio.sleep(QUIET_SECONDS)
    return asking.outcome()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def _free_ports(number: int) -> list[int]:
    listening = [socket.socket() for _ in range(number)]
    try:
        for one in listening:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in listening]
    finally:
        for one in listening:
            one.close()


def _out_of_order(replies: list[tuple[int, int]]) -> int:
    """First answers that came after the answer to a later question."""
    firsts = list(dict.fromkeys(replies))
    return sum(later < earlier for earlier, later in itertools.pairwise(firsts))


async def _measured(kills: int, outages: int) -> dict[str, tuple[int, Outcome]]:
    folder = Path(tempfile.mkdtemp())
    try:
        with running_server() as server:
            async with fleet_on(folder / "site", server) as fleet:
                return {
                    "one of two bots killed": (kills, await asked_during(fleet, server, kills=kills)),
                    "PostgreSQL stopped and started": (outages, await asked_during(fleet, server, outages=outages)),
                }
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Kill, stop, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--outages", type=int, default=3)
    arguments = parser.parse_args()
    measured = asyncio.run(_measured(arguments.kills, arguments.outages))
    columns = ("kind", "times", "questions", "lost", "given up", "answered twice", "out of order", "told to wait")
    sys.stdout.write(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n")
    for kind, (times, found) in measured.items():
        cells = (kind, times, found.asked, found.lost, found.given_up, found.twice, found.out_of_order, found.told)
        sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
    return 1 if any(outcome.lost for _, outcome in measured.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
