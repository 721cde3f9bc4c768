"""A batch of files as an admin reads of it, in each language: read for trial, one left out, taken in, pressed twice, dropped.

batches/*.txt hold what is said. After a change that is meant: `RECORD=1 pytest tests/unit/bot/admin/test_batches.py` writes it again.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.admin.services import AdminServices
from bot.admin.upload_report import upload_report
from bot.admin.uploads import Arrival, refusal
from bot.messages.message import Button, Message
from bot.texts import TEXTS, Language
from tests.front_end import press
from tests.unit.bot.admin.test_uploads import ADMIN, SOUTH, WEST, arrival, read, stage
from tests.written_out import written_out

RECORDS = Path(__file__).parent / "batches"
LANGUAGES: dict[str, Language] = {"simplified": "zh", "traditional": "zh-hant", "english": "en"}
YEARBOOK = {"一月.txt": "东澜园区一月引进十二个项目，总投资三十亿元。\n", "空.txt": ""}


def packed(files: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def batch() -> list[Arrival]:
    return [
        arrival(SOUTH, "南岸.txt"),
        arrival(WEST, "西滩.txt"),
        arrival(SOUTH, "南岸-副本.txt"),
        arrival("你好", "招呼.txt"),
        Arrival("旧.doc", refusal=refusal("旧.doc", 100, 2_000_000)),
        Arrival("年报.zip", ".zip", packed(YEARBOOK)),
    ]


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items(), ids=LANGUAGES)
async def test_a_batch_reads_as_it_is_written_down(admin_services: AdminServices, name: str, language: Language) -> None:
    session, texts, path = replace(ADMIN, language=language), TEXTS[language], RECORDS / f"{name}.txt"

    def decided(button: Button) -> Iterator[str]:
        response = press(admin_services, session, button.callback_data)
        yield f"[{button.label}]"
        yield from written_out(response.edit or response.send or Message(response.toast))

    def shown(message: Message, *numbers: tuple[int, int]) -> Iterator[Button]:
        yield from (message.buttons[row][place] for row, place in numbers)

    first = upload_report(await read(admin_services, stage(admin_services, session, 100, batch())), texts)
    leave, take = shown(first, (0, 0), (1, 0))
    again = upload_report(await read(admin_services, stage(admin_services, session, 900, [arrival(SOUTH, "南岸.txt")])), texts)
    (drop,) = shown(again, (0, 1))
    blocks = [written_out(first), *map(decided, (leave, take, take)), written_out(again), decided(drop)]
    said = "\n\n".join("\n".join(line for line in block if line) for block in blocks) + "\n"
    if "RECORD" in os.environ:
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")
