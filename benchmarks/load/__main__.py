"""How the bot fares when very many ask: 200 chats, 5 questions each, one bot process.

    python -m benchmarks.load [--chats N] [--questions N]

Starts the real bot over an index of the sample corpus against the local Bot API server of the tests, which runs in this process. The
questions come steadily, or all at the same moment, or at the same moment with Telegram a tenth of a second away; each time also to a bot
that handles one update at a time. Counts the questions that were not answered or answered twice, and the chats that were not answered in
order. The record goes to benchmarks/results/.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.record import save
from bot.settings.loading import load_settings
from retrieval.factory import open_indexer
from tests.integration.bot_process import ROOT, Site, start_bot
from tests.telegram_server import Json, Mishap, TelegramServer, private_chat, user

QUESTIONS = ROOT / "tests/quality/questions.jsonl"
PER_SECOND = 4
"""Of steady questions: what two cores that do other work too can answer with the reader. Telegram takes 30 messages a second."""
PATIENCE = 600
BOTS = {"each chat by itself": "bot", "one update at a time": "benchmarks.load.one_at_a_time"}


@dataclass(frozen=True, slots=True)
class Load:
    """Who asks how much, and how fast."""

    name: str
    chats: int
    questions: int
    per_second: float | None
    """None: all at once."""
    way: float = 0.0
    """Seconds that a message takes to Telegram and back; none to a server on the same machine."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the questions."""

    load: Load
    bot: str
    milliseconds: list[float]
    seconds: float
    lost: int
    twice: int
    out_of_order: int
    resident_mb: float

    def row(self) -> tuple[str, ...]:
        p50, p95, most = np.percentile(self.milliseconds, (50, 95, 100))
        speed = len(self.milliseconds) / self.seconds
        faults = (str(self.lost), str(self.twice), str(self.out_of_order))
        return (self.load.name, self.bot, *faults, f"{p50:.0f}", f"{p95:.0f}", f"{most:.0f}", f"{speed:.1f}", f"{self.resident_mb:.0f}")


async def _ask(server: TelegramServer, load: Load) -> dict[tuple[int, int], float]:
    """Put the questions, one round of all chats after the other; when each was put, by chat and message."""
    texts = cycle(json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines())
    people = [user(number) for number in range(1000, 1000 + load.chats)]
    started = time.monotonic()
    asked: dict[tuple[int, int], float] = {}
    for number, (who, text) in enumerate(islice(zip(cycle(people), texts, strict=False), load.chats * load.questions)):
        if load.per_second:
            await asyncio.sleep(max(0.0, started + number / load.per_second - time.monotonic()))
        moment = time.monotonic()
        message: Json = await server.say(private_chat(who), who, text)
        asked[who["id"], message["message_id"]] = moment
    return asked


async def _run(load: Load, bot_name: str, site: Site) -> Outcome:
    for left in (site.folder / "index").glob("bot-*"):
        left.unlink()  # this server begins to count its updates anew
    async with TelegramServer() as server:
        folders = f"corpus:\n  folder: {ROOT / 'corpus/articles'}\nindex:\n  folder: {site.folder / 'index'}\n"
        site.config.write_text(f"{folders}log:\n  file: parkqa.log\nbot:\n  base_url: {server.url}\n", encoding="utf-8")
        bot = await start_bot(site, module=BOTS[bot_name])
        try:
            await server.ask(private_chat(user(1)), user(1), "沐江经开区2023年工作会议表彰了多少家企业？")
            server.go_wrong("sendMessage", *[Mishap(delay=load.way)] * (load.chats * load.questions))
            asked = await _ask(server, load)
            await _until_answered(server, asked)
            outcome = _judge(server, asked, load, bot_name, bot.resident_mb)
        finally:
            code, output = await bot.end()
        if code or server.violations:
            sys.exit(f"bot: {code}, broken rules: {server.violations[:5]}\n{output[-2000:]}")
        return outcome


async def _until_answered(server: TelegramServer, asked: dict[tuple[int, int], float]) -> None:
    """Wait while answers come, and a little longer for answers that should not."""
    chats = {chat for chat, _ in asked}
    with suppress(AssertionError):  # what is lost will be counted
        await server.wait_until(lambda: sum(len(server.sent[chat]) for chat in chats) >= len(asked), PATIENCE)
    await asyncio.sleep(2)


def _judge(server: TelegramServer, asked: dict[tuple[int, int], float], load: Load, bot_name: str, resident_mb: float) -> Outcome:
    answered: dict[tuple[int, int], list[float]] = {question: [] for question in asked}
    out_of_order = 0
    for chat in {chat for chat, _ in asked}:
        replies = [sent.reply_to or 0 for sent in server.sent[chat]]
        out_of_order += replies != sorted(replies)
        for sent in server.sent[chat]:
            answered[chat, sent.reply_to or 0].append(sent.times[0])
    times = {question: moments[0] for question, moments in answered.items() if moments}
    return Outcome(
        load=load,
        bot=bot_name,
        milliseconds=[(moment - asked[question]) * 1000 for question, moment in times.items()],
        seconds=max(times.values()) - min(asked.values()),
        lost=sum(not moments for moments in answered.values()),
        twice=sum(len(moments) > 1 for moments in answered.values()),
        out_of_order=out_of_order,
        resident_mb=resident_mb,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5, help="of each chat")
    given = parser.parse_args()
    loads = [
        Load(f"steady, {PER_SECOND} a second", given.chats, given.questions, PER_SECOND),
        Load("all at once", given.chats, given.questions, None),
        Load("a fifth of them at once, Telegram 0.1 s away", given.chats, max(1, given.questions // 5), None, 0.1),
    ]
    outcomes: list[Outcome] = []
    table = Table("load", "bot", "lost", "twice", "chats out of order", "p50 ms", "p95 ms", "max ms", "answers/s", "resident MB")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        settings = load_settings(ROOT / "config.yaml", corpus=ROOT / "corpus/articles", index=site.folder / "index")
        open_indexer(settings).reindex(lambda stage, done, total: None)
        for load in loads:
            for bot_name in BOTS:
                outcomes.append(asyncio.run(_run(load, bot_name, site)))
                table.add_row(*outcomes[-1].row())
                print(*outcomes[-1].row(), sep="  ", file=sys.stderr, flush=True)  # the next one takes minutes
    Console(width=140).print(table)
    print(f"Saved as {save('load', vars(given), {'outcomes': [asdict(outcome) for outcome in outcomes]})}")


if __name__ == "__main__":
    main()
