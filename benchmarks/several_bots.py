"""What it costs when one of two bots on one PostgreSQL is killed again and again, and when PostgreSQL or Milvus goes away.

    python -m benchmarks.several_bots [--kills N] [--outages N] [--milvus-outages N]

Two real bot processes stand behind one address, to which the local Bot API server of the tests delivers questions all the while. One of
the two, drawn by chance, is killed (kill -9) at a moment drawn by chance, and started again; then the database is killed and started again
after some seconds. With --milvus-outages the index lies in milvus-lite's server, which is killed as often, and hangs as often. Prints what
became of the questions; exit code 1 where one was not answered, answers came out of order, or more were answered twice than bots killed.
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
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from random import Random

import aiohttp
from aiohttp import web

from benchmarks.markdown import table
from benchmarks.people_asking import PATIENCE, Asking, Outcome
from tests.integration.bot_process import BotProcess, Site, make_site, start_bot
from tests.milvus_servers import LiteServer
from tests.postgresql import Server, running_server
from tests.telegram_server import TelegramServer

BOTS = 2
BOT_KILLED, POSTGRESQL_KILLED = "one of two bots killed", "PostgreSQL killed and started"
OUTAGE_SECONDS = 4.0
HANGING_SECONDS = 8.0
"""Longer than a question waits for Milvus."""
QUIET_SECONDS = 20.0
"""How long to wait at the end for answers that should not come: longer than it takes to find a process dead."""
SECRET = "an-invented-secret_of-exactly-32"
COLUMNS: dict[str, Callable[[Outcome], float]] = {
    "questions": lambda outcome: outcome.asked,
    "lost": lambda outcome: outcome.lost,
    "given up": lambda outcome: outcome.given_up,
    "answered twice": lambda outcome: outcome.twice,
    "out of order": lambda outcome: outcome.out_of_order,
    "told to wait": lambda outcome: outcome.told,
}
OF_MILVUS: dict[str, Callable[[Outcome], float]] = {
    "told to ask again": lambda outcome: outcome.refused,
    "slowest reply, s": lambda outcome: outcome.slowest,
    "told so after its return, s": lambda outcome: outcome.refused_after,
}


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


@asynccontextmanager
async def fleet_on(folder: Path, server: Server, module: str = "bot", milvus: LiteServer | None = None) -> AsyncIterator[Fleet]:
    """Two bots over a small index of their own; `module` is what Python runs."""
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer())
        site = make_site(folder, telegram.url, milvus.uri if milvus else None)
        await asyncio.to_thread(site.reindex)
        database = (await asyncio.to_thread(server.new_database)).get_secret_value()
        yield await stack.enter_async_context(Fleet(site, database, telegram, module).running())


async def asked_during(fleet: Fleet, server: Server, *, kills: int = 0, outages: int = 0) -> Outcome:
    """What becomes of questions that are asked while bots are killed, and while the database is away."""
    chance, asking = Random(7), Asking(fleet.telegram)
    async with asking.going_on():
        for _ in range(kills):
            await asyncio.sleep(chance.uniform(0.5, 3))
            await fleet.kill(chance)
        for _ in range(outages):
            await _away(asking, chance, lambda: server.stop("immediate"), server.start)
    return await _ended(fleet, asking)


async def asked_without_milvus(fleet: Fleet, milvus: LiteServer, *, kills: int = 0, hangs: int = 0) -> Outcome:
    """What becomes of questions that are asked while the server of the index is killed, and while it hangs."""
    chance, asking = Random(7), Asking(fleet.telegram)
    async with asking.going_on():
        for _ in range(kills):
            await _away(asking, chance, milvus.kill, milvus.start)
        for _ in range(hangs):
            await _away(asking, chance, milvus.freeze, milvus.thaw, HANGING_SECONDS)
        await asyncio.sleep(2 * OUTAGE_SECONDS)
    return await _ended(fleet, asking)


async def _away(
    asking: Asking, chance: Random, stop: Callable[[], None], start: Callable[[], None], seconds: float = OUTAGE_SECONDS
) -> None:
    """Stop a server at a moment drawn by chance, and start it again."""
    await asyncio.sleep(chance.uniform(0.5, 3))
    with asking.outage():
        await asyncio.to_thread(stop)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(start)
    await asyncio.sleep(1)


async def _ended(fleet: Fleet, asking: Asking) -> Outcome:
    """What has become of the questions when nothing more is to be expected."""
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


async def _measured(kills: int, outages: int) -> dict[str, tuple[int, Outcome]]:
    with _folder() as folder, running_server() as server:
        async with fleet_on(folder / "site", server) as fleet:
            return {
                BOT_KILLED: (kills, await asked_during(fleet, server, kills=kills)),
                POSTGRESQL_KILLED: (outages, await asked_during(fleet, server, outages=outages)),
            }


async def _measured_without_milvus(outages: int) -> dict[str, tuple[int, Outcome]]:
    with _folder() as folder, running_server() as server:
        milvus = LiteServer(folder / "milvus")
        milvus.start()
        try:
            async with fleet_on(folder / "site", server, milvus=milvus) as fleet:
                return {
                    "Milvus killed and started": (outages, await asked_without_milvus(fleet, milvus, kills=outages)),
                    "Milvus hanging": (outages, await asked_without_milvus(fleet, milvus, hangs=outages)),
                }
        finally:
            milvus.kill()


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _print(measured: dict[str, tuple[int, Outcome]], columns: dict[str, Callable[[Outcome], float]]) -> None:
    names = ("kind", "times", *columns)
    rows = [[kind, str(times), *(str(round(of(found), 1)) for of in columns.values())] for kind, (times, found) in measured.items()]
    sys.stdout.write(f"{table(names, rows)}\n")


def is_as_promised(kind: str, times: int, found: Outcome) -> bool:
    """Nothing lost, nothing out of order; twice only what a killed bot had sent and not noted yet, at most one for each kill."""
    return not found.lost and not found.out_of_order and found.twice <= (times if kind == BOT_KILLED else 0)


def main() -> int:
    """Kill, stop, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--outages", type=int, default=3)
    parser.add_argument("--milvus-outages", type=int, default=0)
    arguments = parser.parse_args()
    measured = asyncio.run(_measured(arguments.kills, arguments.outages)) if arguments.kills or arguments.outages else {}
    if measured:
        _print(measured, COLUMNS)
    without = asyncio.run(_measured_without_milvus(arguments.milvus_outages)) if arguments.milvus_outages else {}
    if without:
        _print(without, COLUMNS | OF_MILVUS)
    return 0 if all(is_as_promised(kind, *tried) for kind, tried in (measured | without).items()) else 1


if __name__ == "__main__":
    sys.exit(main())
