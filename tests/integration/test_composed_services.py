"""The commands of compose.yaml with the settings that it and the image give, on this machine.

Docker is not asked: milvus-lite and a PostgreSQL of the tests' own stand for the services of those names, folders of a test for volumes,
and free ports for those of containers, which do not share one.
"""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import subprocess
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.composed import GIVEN, ROOT, composed, image_environment, instructions
from tests.free_port import free_port
from tests.integration.bot_process import ARTICLES
from tests.integration.chatting import newcomer
from tests.integration.command_line import PARKQA
from tests.milvus_servers import LiteServer
from tests.postgresql import Server
from tests.telegram_server import TelegramServer, private_chat

pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
QUESTION = "林州湾经开区2022年奖励了多少家企业？"
SECONDS = 240


@contextmanager
def lite(folder: Path) -> Iterator[LiteServer]:
    server = LiteServer(folder)
    server.start()
    yield server
    server.kill()


class Container:
    """What a container of a service runs with: its command, and its variables with this machine's places in them."""

    def __init__(self, service: dict[str, Any], places: dict[str, str], state: Path) -> None:
        self._state = state
        self.ports = {name: str(free_port()) for name in ("PARKQA_MONITORING__PORT", "PARKQA_WEBHOOK__PORT")}
        given = {name: str(value) for name, value in (image_environment() | service["environment"]).items()}
        variables = {name: places.get(value, value) for name, value in given.items()}
        ports = {name: port for name, port in self.ports.items() if name in given}
        inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith("PARKQA_")}
        self.environment = inherited | variables | ports | {"XDG_STATE_HOME": str(state), "PYTHONPATH": str(ROOT)}
        [default] = [json.loads(rest) for name, rest in instructions() if name == "CMD"]
        self.command = shlex.split(service["command"]) if "command" in service else default

    async def start(self, **variables: str) -> Process:
        program, *arguments = self.command
        assert program == "parkqa"
        self._state.mkdir()
        (self._state / "parkqa.yaml").touch()
        return await asyncio.create_subprocess_exec(
            *PARKQA, *arguments, cwd=self._state, env=self.environment | variables, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
        )

    def is_healthy(self) -> bool:
        """What the image's own check of health says."""
        [check] = [rest.partition(" CMD ")[2].strip() for name, rest in instructions() if name == "HEALTHCHECK"]
        python, *arguments = json.loads(check.replace("9100", self.ports["PARKQA_MONITORING__PORT"]))
        assert python == "python"
        return not subprocess.run([PARKQA[0], *arguments], capture_output=True, timeout=60, check=False).returncode


async def test_reindex_and_two_bots_run_as_composed(tmp_path: Path, postgresql: Server, bundled_cache: Path) -> None:
    services = composed()["services"]
    folders = {name: tmp_path / name for name in ("articles", "index")}
    folders["articles"].mkdir()
    for name, text in ARTICLES.items():
        (folders["articles"] / f"{name}.txt").write_text(text, encoding="utf-8")
    address = services["bot"]["environment"]["PARKQA_BOT__DATABASE"]
    with lite(tmp_path / "milvus") as milvus:
        places = {f"/{name}": str(folder) for name, folder in folders.items()} | {"/cache": str(bundled_cache)}
        places |= {"http://milvus:19530": milvus.uri, address: postgresql.new_database().get_secret_value()}
        reindex = await Container(services["reindex"], places, tmp_path / "reindex").start()
        output = b"".join(await asyncio.wait_for(reindex.communicate(), SECONDS)).decode()
        assert reindex.returncode == 0, output
        assert not (folders["index"] / "versions").exists()
        containers = [
            Container(services["bot"], places, tmp_path / f"bot-{number}") for number in range(services["bot"]["deploy"]["replicas"])
        ]
        async with TelegramServer() as telegram:
            bots = [await container.start(PARKQA_BOT__BASE_URL=telegram.url) for container in containers]
            try:
                await telegram.wait_until(lambda: telegram.webhook.url == f"https://{GIVEN['PARKQA_DOMAIN']}/", SECONDS, "the webhook")
                for number, container in enumerate(containers):
                    assert "37家" in await answer_of(container, telegram, number)
                    assert await asyncio.to_thread(container.is_healthy)
            finally:
                for bot in bots:
                    if bot.returncode is None:
                        bot.terminate()
                printed = [b"".join(await asyncio.wait_for(bot.communicate(), SECONDS)).decode() for bot in bots]
            assert [bot.returncode for bot in bots] == [0, 0], printed
            assert telegram.violations == []


async def answer_of(container: Container, telegram: TelegramServer, number: int) -> str:
    """What a bot answers to an update that the proxy hands to it, as soon as it listens."""
    somebody = newcomer()
    telegram.meet(somebody)
    message = {"message_id": 9, "date": 1, "chat": private_chat(somebody), "from": somebody, "text": QUESTION}
    url = f"http://127.0.0.1:{container.ports['PARKQA_WEBHOOK__PORT']}/"
    headers = {"X-Telegram-Bot-Api-Secret-Token": GIVEN["PARKQA_WEBHOOK__SECRET"]}
    async with aiohttp.ClientSession() as client:
        for _ in range(10 * SECONDS):
            try:
                async with client.post(url, json={"update_id": 700_000 + number, "message": message}, headers=headers) as taken:
                    assert taken.status == 200
                    break
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
    return (await telegram.wait_for_message(somebody["id"], 0, SECONDS)).text
