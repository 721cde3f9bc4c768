"""The bot as its admin runs it: a process with a config file, a token in the environment, and articles in a folder."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.texts.zh import ZH
from retrieval.factory import open_indexer
from retrieval.index.directory import IndexDirectory
from tests.telegram_server import TOKEN, SentMessage

ROOT = Path(__file__).parents[2]
ADMIN = 7001

ARTICLES = {
    "awards": """URL: https://example.org/linzhou/2022/0209.html
林州湾经开区召开2022年度工作会议
来源：林州湾日报    发布时间：2022-02-09

2月8日，林州湾经开区召开2022年度工作会议，总结上一年的工作。
会上，园区拿出860万元，奖励了37家企业，其中制造业企业29家。
管委会主任梁启航在会上说，今年要为企业办好八件实事。
""",
    "sapphire": """林州湾高新区蓝宝石项目投产
来源：林州湾高新区    发布时间：2023-06-15

6月14日，位于林州湾高新区的人造蓝宝石项目正式投产。
项目占地120亩，达产后年产蓝宝石晶体2400吨。
园区为项目配套建设了专用变电站，供电能力提高了一倍。
""",
    "harbour": """东澜产业园冷链仓库启用
来源：东澜发布    发布时间：2024-03-02

东澜产业园的冷链仓库3月1日启用，库容6万立方米。
首批进库的是沿海渔港的冻品，由三家物流企业承运。
""",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with config.yaml, articles and an index."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "config.yaml"

    @property
    def log(self) -> Path:
        return self.folder / "parkqa.log"

    def settings(self) -> Settings:
        return load_settings(self.config)

    def write_article(self, name: str, text: str) -> None:
        (self.folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")

    def current(self) -> str | None:
        """The index version in use."""
        return IndexDirectory(self.folder / "index").current()

    def reindex(self) -> None:
        open_indexer(self.settings()).reindex(lambda stage, done, total: None)


def make_site(folder: Path, url: str, milvus: str | None = None) -> Site:
    """A site with the articles above, not yet indexed, whose bot talks to the server at `url`; its index may lie in a Milvus server."""
    (folder / "articles").mkdir(parents=True)
    site = Site(folder)
    engine = "milvus" if milvus else "in_process"
    site.config.write_text(
        f"corpus:\n  folder: articles\nindex:\n  engine: {engine}\n  folder: index\nlog:\n  level: DEBUG\n  file: parkqa.log\n"
        f"bot:\n  base_url: {url}\n  admins: [{ADMIN}]\n" + (f"milvus:\n  uri: {milvus}\n" if milvus else ""),
        encoding="utf-8",
    )
    for name, text in ARTICLES.items():
        site.write_article(name, text)
    return site


@dataclass(slots=True)
class BotProcess:
    """A running bot; what it prints goes into a file beside its log."""

    process: Process
    printed: Path

    async def end(self, number: signal.Signals = signal.SIGTERM, seconds: float = 30) -> tuple[int, str]:
        """Send a signal; the exit code and all that the bot printed."""
        if self.process.returncode is None:
            self.process.send_signal(number)
        return await self.wait(seconds)

    async def wait(self, seconds: float = 30) -> tuple[int, str]:
        code = await asyncio.wait_for(self.process.wait(), seconds)
        return code, await asyncio.to_thread(self.printed.read_text, encoding="utf-8")

    @property
    def resident_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    @property
    def loaded(self) -> str:
        """Paths of the libraries in the process's memory."""
        return Path(f"/proc/{self.process.pid}/maps").read_text(encoding="utf-8")


async def start_bot(site: Site, token: str = TOKEN, module: str = "bot", **environment: str) -> BotProcess:
    """Start the bot; it is up when it answers. `module` is what Python runs. Another site is another machine to it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PARKQA_")}
    descriptor, printed = mkstemp(".log", "printed-", site.folder)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", module, "bot", "--config", str(site.config)),
        cwd=ROOT,
        env=clean | {"PARKQA_BOT__TOKEN": token, "XDG_STATE_HOME": str(site.folder / "state")} | environment,
        stdout=descriptor,
        stderr=asyncio.subprocess.STDOUT,
    )
    os.close(descriptor)
    return BotProcess(process, Path(printed))


def ended(report: SentMessage) -> bool:
    """Whether a message that follows a reindex says how it ended."""
    return not report.text.startswith((ZH.reindex_started, ZH.reindex_progress.split("\n")[0]))
