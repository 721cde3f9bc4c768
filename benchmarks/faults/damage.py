"""Torn and flipped bytes in what is kept: answered as before, or refused in one line; never answered wrongly."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from benchmarks.faults.outcomes import Trials
from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.store.inbox import Arrived, open_inbox
from bot.store.store import open_store
from tests.fake_answerers import FakeAnswerer, fake_facts
from tests.park_reports import REPORTS
from tests.workshop import Workshop

SOMEBODY = Session(7, 7, private=True, language="zh")
WAITING = [Arrived(number, f'{{"update_id": {number}}}') for number in range(1, 30)]


def damaged_index(folder: Path, trials: int) -> Trials:
    """A file of an index, its records or its cache: readers find all articles as before, and so does the next reindex."""
    workshop = Workshop(folder)
    for number in range(6):
        workshop.put(f"{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了{number + 10}家企业。\n")
    for number in range(6, 30):
        workshop.put(f"{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了{number + 10}家企业。\n")
    workshop.reindex()
    workshop.put("0.txt", "南岸园区表彰企业\n南岸园区今年没有表彰企业。\n")
    workshop.reindex()  # writes only what changed
    whole = workshop.indexed()
    files = sorted(path for path in workshop.directory.root.rglob("*") if path.is_file() and path.stat().st_size)
    return _each_damaged(files, trials, Random(1), lambda: workshop.indexed() == whole and not workshop.reindex(dry_run=True).removed)


def damaged_store(folder: Path, trials: int) -> Trials:
    """The bot's memory: it opens, and what stood in a quote of it is a quote still, or is not shown."""
    path = folder / "bot.sqlite"
    services = Services(FakeAnswerer(*REPORTS), open_store(path), 3, fake_facts)  # type: ignore[arg-type]
    for _ in range(20):
        token = respond(services, SOMEBODY, Typed("沐江经开区2022年税收多少", 1)).answer
    services.store.database.close()
    assert token

    def use() -> bool:
        store = open_store(path)
        with closing(store.database):
            store.prune()
            again = Services(FakeAnswerer(*REPORTS), store, 3, fake_facts)  # type: ignore[arg-type]
            quote = again.quote(again.shown(SOMEBODY, token), 0)
            return quote.text in quote.article.text

    return _each_damaged([path], trials, Random(2), use)


def damaged_inbox(folder: Path, trials: int) -> Trials:
    """What waits to be handled: it opens, or one line names the file."""
    path = folder / "inbox.sqlite"
    with closing(open_inbox(path)) as inbox:
        inbox.take(WAITING, 0)

    def use() -> bool:
        with closing(open_inbox(path)) as inbox:
            inbox.take([Arrived(99, "{}")], 0)
            inbox.claim(len(WAITING) + 1)
        return True

    return _each_damaged([path], trials, Random(6), use)


def _each_damaged(files: list[Path], trials: int, chance: Random, use: Callable[[], bool]) -> Trials:
    """Damages one of the files, looks what becomes of using it, and puts it back."""
    found, whole = Trials(), {path: path.read_bytes() for path in files}
    for _ in range(trials):
        path = chance.choice(files)
        path.write_bytes(damaged(whole[path], chance))
        found.run(use)
        path.write_bytes(whole[path])
        for beside in path.parent.glob(f"{path.name}-*"):
            beside.unlink()
    return found


def damaged(content: bytes, chance: Random) -> bytes:
    """One bit flipped, the end lost, or a stretch doubled."""
    place = chance.randrange(len(content))
    match chance.randrange(3):
        case 0:
            return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
        case 1:
            return content[:place]
        case _:
            return content[:place] + content[max(0, place - 200) :]
