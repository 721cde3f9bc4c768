"""What attacks and faults do: how often each kind was tried, what came of it, and whether anything was lost.

    python -m benchmarks.faults [--trials N]

Prints the table of docs/reliability.md. Everything is seeded and runs in a temporary folder, with fakes for model and dictionary. `N` (20)
trials of each kind that draws; the others go through every step. Exit code 1 where anything was lost, wrong, or ended a process.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import cast

from telegram import Bot, Update

from bot.errors import StoreUnavailable
from bot.store.store import open_store
from bot.telegram.transport.connection import UpdatesRequest
from bot.telegram.transport.inbox import Inbox
from bot.telegram.transport.intake import Intake
from bot.telegram.transport.updates import opened
from corpus.errors import ParkQAError, UnreadableFile
from corpus.reading.article_file import read_article
from tests.strange_updates import strange_update
from tests.workshop import Workshop

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "articles"
FORMATS = (".txt", ".html", ".md", ".docx", ".pdf")
SECONDS = 5.0
"""Of processor time for one damaged file."""

Outcomes = Counter[str]
"""How many trials ended well, were said in one line, or ended otherwise."""
FINE, SAID = "fine", "said"


def damaged_index(folder: Path, trials: int) -> Outcomes:
    """A file of an index, its records or its cache with a flipped bit or without its end: answered as before, or refused in one line."""
    workshop, chance, outcomes = Workshop(folder), Random(1), Outcomes()
    for number in range(6):
        workshop.put(f"{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了{number + 10}家企业。\n")
    workshop.reindex()
    for number in range(6, 30):
        workshop.put(f"{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了{number + 10}家企业。\n")
    workshop.reindex()
    workshop.put("0.txt", "南岸园区表彰企业\n南岸园区今年没有表彰企业。\n")
    workshop.reindex()  # writes only what changed
    whole = workshop.indexed()
    files = sorted(path for path in workshop.directory.root.rglob("*") if path.is_file() and path.stat().st_size)
    for _ in range(trials):
        path = chance.choice(files)
        content = path.read_bytes()
        path.write_bytes(_damaged(content, chance))
        outcomes[_tried(lambda: workshop.indexed() == whole and not workshop.reindex(dry_run=True).removed)] += 1
        path.write_bytes(content)
    return outcomes


def damaged_store(folder: Path, trials: int) -> Outcomes:
    """The same of the bot's memory: it opens, or one line names the file."""
    path, chance, outcomes = folder / "bot.sqlite", Random(2), Outcomes()
    open_store(path).database.close()
    whole = path.read_bytes()

    def use() -> bool:
        store = open_store(path)
        try:
            store.prune()
        finally:
            store.database.close()
        return True

    for _ in range(trials):
        path.write_bytes(_damaged(whole, chance))
        outcomes[_tried(use)] += 1
        for beside in folder.glob("bot.sqlite-*"):
            beside.unlink()
    return outcomes


def damaged_files(_: Path, trials: int) -> Outcomes:
    """Articles with bytes changed, doubled or lost: read, or rejected with a reason, in `SECONDS`."""
    chance, outcomes = Random(3), Outcomes()
    samples = [path for path in sorted(SAMPLES.rglob("*")) if path.suffix in FORMATS]
    for _ in range(trials):
        path = chance.choice(samples)
        data = _damaged(path.read_bytes(), chance)
        started = time.process_time()
        outcome = _tried(lambda data=data, path=path: bool(read_article(io.BytesIO(data), path.name, path.suffix, 10**7)))  # type: ignore[misc]
        outcomes[outcome if time.process_time() - started < SECONDS else "slow"] += 1
    return outcomes


def strange_updates(folder: Path, trials: int) -> Outcomes:
    """Updates of every kind with parts missing, inaccessible or of another type: handled, or set aside and logged."""
    chance, outcomes = Random(4), Outcomes()

    async def handle(_: Update) -> None:
        outcomes[FINE] += 1

    def set_aside() -> None:
        outcomes[SAID] += 1

    async def deliver() -> None:
        with closing(Inbox(folder / "inbox.sqlite")) as inbox:
            intake = Intake(cast("Bot", None), inbox, handle=handle, turn_away=handle, handled=lambda _: None, set_aside=set_aside)
            for number in range(1, trials + 1):
                answer = UpdatesRequest.parse_json_payload(json.dumps({"ok": True, "result": [strange_update(number, chance)]}).encode())
                await intake.accept([opened(update) for update in Update.de_list(answer["result"], None)])
            await intake.drain()

    asyncio.run(deliver())
    outcomes["lost"] += trials - outcomes.total()
    return +outcomes


def interrupted(manner: str, quiet: int = 0) -> Callable[[Path, int], Outcomes]:
    """A reindex that is interrupted, at each step in turn: readers see the old articles or the new ones, and the next reindex clears up."""

    def interrupt(folder: Path, _: int) -> Outcomes:
        command = [sys.executable, "-m", "tests.integration.interrupted_reindex", str(folder), manner, str(quiet)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # its own checks end it where one fails
        return Outcomes({FINE: len(done.stdout.splitlines()), **({"wrong": 1} if done.returncode else {})})

    return interrupt


KINDS: dict[str, Callable[[Path, int], Outcomes]] = {
    "strange updates": strange_updates,
    "damaged article files": damaged_files,
    "damaged files of an index": damaged_index,
    "damaged stores": damaged_store,
    "reindex killed, at every step": interrupted("kill"),
    "reindex killed, at random": interrupted("at random"),
    "disk full, from every step on": interrupted("full disk"),
    "reindex of changes killed, at every step": interrupted("kill", 20),
    "reindex of changes, disk full": interrupted("full disk", 20),
}


def _damaged(content: bytes, chance: Random) -> bytes:
    """One bit flipped, the end lost, or a stretch doubled."""
    place = chance.randrange(len(content))
    match chance.randrange(3):
        case 0:
            return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
        case 1:
            return content[:place]
        case _:
            return content[:place] + content[max(0, place - 200) :]


def _tried(act: Callable[[], bool]) -> str:
    try:
        return FINE if act() else "wrong"
    except (ParkQAError, StoreUnavailable, UnreadableFile) as error:
        return SAID if "\n" not in str(error) else "more than a line"
    except Exception as error:
        return type(error).__name__


def main() -> int:
    """Try every kind, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=20)
    trials = parser.parse_args().trials
    logging.disable()  # each update that is set aside is logged
    sys.stdout.write("| kind | trials | as before | said in one line | lost, wrong or worse |\n|---|---|---|---|---|\n")
    bad = 0
    for kind, run in KINDS.items():
        with tempfile.TemporaryDirectory() as folder:
            outcomes = run(Path(folder), trials)
        worse = {name: count for name, count in outcomes.items() if name not in {FINE, SAID}}
        bad += sum(worse.values())
        named = ", ".join(f"{count} {name}" for name, count in worse.items()) or "0"
        sys.stdout.write(f"| {kind} | {outcomes.total()} | {outcomes[FINE]} | {outcomes[SAID]} | {named} |\n")
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
