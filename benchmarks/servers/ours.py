"""parkqa as people have it: the bot, to which the local Bot API server of the tests delivers questions, and which sends it the answers."""

from __future__ import annotations

import itertools
import shutil
from functools import cache
from pathlib import Path

from benchmarks.corpora import AskedQuestion
from tests.free_port import free_port
from tests.integration.bot_process import BotProcess, Site, start_bot
from tests.telegram_server import TelegramServer, private_chat, user

SECRET = "an-invented-secret_of-exactly-32"
SECONDS_TO_ANSWER = 900


class OurBot:
    """A running bot and a Bot API server of its own.

    Each question is of somebody else: none goes on from another, and no chat's pace holds it up.
    """

    def __init__(self, server: TelegramServer, bot: BotProcess, corpus: Path) -> None:
        self._server, self._bot, self._corpus = server, bot, corpus
        self._people = itertools.count(1000)

    @property
    def number(self) -> int:
        return self._bot.process.pid

    async def answers(self, question: AskedQuestion) -> None:
        """Wait until it answers."""
        await self.ask(question)

    async def ask(self, question: AskedQuestion) -> bool:
        """Whether the first quote is out of an article that answers."""
        who = user(next(self._people))
        message = await self._server.say(private_chat(who), who, question.text)
        reply = await self._server.wait_for_reply(message, SECONDS_TO_ANSWER)
        quote = bare(next(iter(reply.quotes), ""))
        return bool(quote) and any(quote in text_of(self._corpus / "files" / f"{article}.txt") for article in question.articles)

    async def end(self) -> None:
        code, output = await self._bot.end()
        await self._server.__aexit__()
        if code or self._server.violations:
            raise RuntimeError(f"bot: {code}, broken rules: {self._server.violations[:5]}\n{output[-2000:]}")


async def started(corpus: Path, index: Path, folder: Path, *, reading: bool) -> OurBot:
    """Start the bot over a copy of the index; what it prints and remembers lies in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(index, folder / "index", ignore=shutil.ignore_patterns("embeddings", "bot-*"))
    server = TelegramServer()
    await server.open()
    site, port = Site(folder), free_port()
    site.config.write_text(
        f"corpus:\n  folder: {corpus / 'files'}\nindex:\n  folder: index\nlog:\n  file: parkqa.log\nbot:\n  base_url: {server.url}\n"
        + ("" if reading else "reader:\n  budget_ms: 0\n"),
        encoding="utf-8",
    )
    webhook = {"URL": f"http://127.0.0.1:{port}/", "PORT": str(port), "SECRET": SECRET}
    bot = await start_bot(site, PYTHONDONTWRITEBYTECODE="", **{f"PARKQA_WEBHOOK__{name}": value for name, value in webhook.items()})
    await server.wait_until(lambda: bool(server.webhook.url), SECONDS_TO_ANSWER, "the webhook")
    return OurBot(server, bot, corpus)


def bare(text: str) -> str:
    """Without spaces and line ends, which a message sets in its own way."""
    return "".join(text.split())


@cache
def text_of(path: Path) -> str:
    return bare(path.read_text(encoding="utf-8"))
