"""What a bot process takes and how fast it answers, at rest and while the index is being written.

    python -m benchmarks.bot --corpus FOLDER --index DIR [--questions N]

Starts the real bot against the local Bot API server of the tests, over an index that must exist, asks questions from several chats, then
asks on while a full reindex of the corpus runs beside it. Prints resident memory and the time from a message to its answer;
the record goes to benchmarks/results/.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import cycle
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.record import save
from bot.settings.loading import load_settings
from retrieval.factory import open_engine
from tests.integration.bot_process import BotProcess, Site, start_bot
from tests.telegram_server import TelegramServer, private_chat, user

CHATS = 4
SECONDS_TO_ANSWER = 60


@dataclass(slots=True)
class Round:
    """What was measured while one thing went on."""

    name: str
    milliseconds: list[float] = field(default_factory=list)
    resident_mb: float = 0.0

    def row(self) -> tuple[str, ...]:
        spread = (f"{np.percentile(self.milliseconds, share):.0f}" for share in (50, 95, 100))
        return (self.name, str(len(self.milliseconds)), *spread, f"{self.resident_mb:.0f}")


async def _ask_while(
    going_on: Callable[[int], bool], server: TelegramServer, questions: Iterator[str], found: Round, bot: BotProcess
) -> None:
    async def chat(number: int) -> None:
        who = user(number)
        while going_on(len(found.milliseconds)):
            started = time.perf_counter()
            message = await server.say(private_chat(who), who, next(questions))
            await server.wait_for_reply(message, SECONDS_TO_ANSWER)
            found.milliseconds.append((time.perf_counter() - started) * 1000)
            found.resident_mb = max(found.resident_mb, bot.resident_mb)

    await asyncio.gather(*(chat(number) for number in range(1, CHATS + 1)))


def _questions(index: Path) -> Iterator[str]:
    """Questions made of titles and opening words of the index's own articles."""
    settings = load_settings(None, index=index)
    engine = open_engine(settings)
    version = engine.current()
    if version is None:
        sys.exit(f"Nothing is indexed in {index}: run `parkqa reindex` first.")
    snapshot = engine.open(version)
    step = max(1, len(snapshot) // 200)
    headings = [snapshot.passage(position).text[:24] for position in range(0, len(snapshot), step)]
    snapshot.close()
    return cycle(f"{heading}是怎么回事？" for heading in headings)


async def _measure(site: Site, corpus: Path, index: Path, count: int) -> list[Round]:
    questions = _questions(index)
    at_rest, meanwhile = Round("at rest"), Round("during a full reindex")
    async with TelegramServer() as server:
        folders = f"corpus:\n  folder: {corpus}\nindex:\n  folder: {index}\n"
        site.config.write_text(f"{folders}log:\n  file: parkqa.log\nbot:\n  base_url: {server.url}\n", encoding="utf-8")
        bot = await start_bot(site)
        await server.wait_until(lambda: "getUpdates" in server.requests, what="the bot to be up")
        await _ask_while(lambda done: done < count, server, questions, at_rest, bot)
        reindex = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "reindex", "--full", "--config", str(site.config)), stderr=asyncio.subprocess.DEVNULL
        )
        await _ask_while(lambda _: reindex.returncode is None, server, questions, meanwhile, bot)
        code, output = await bot.end()
        if code or server.violations or reindex.returncode:
            sys.exit(f"bot: {code}, reindex: {reindex.returncode}, broken rules: {server.violations}\n{output}")
    return [at_rest, meanwhile]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=200, help="asked at rest")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rounds = asyncio.run(_measure(Site(Path(folder)), given.corpus.resolve(), given.index.resolve(), given.questions))
    table = Table("while", "answers", "p50 ms", "p95 ms", "max ms", "resident MB")
    for found in rounds:
        table.add_row(*found.row())
    Console().print(table)
    config = {"questions": given.questions, "chats": CHATS}
    print(f"Saved as {save('bot', config, {'rounds': [asdict(found) for found in rounds]})}")


if __name__ == "__main__":
    main()
