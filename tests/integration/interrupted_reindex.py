"""Reindexes that are killed, or meet a full disk, at every step in turn; run as a process by test_reindex_killed.py.

This process only imports and forks: each reindex and each check runs in a child of its own, as clean as a fresh process
and far quicker to start. It prints one JSON object per interrupted reindex and ends with a traceback if anything is not as promised.
"""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from corpus.errors import ParkQAError
from tests.workshop import Workshop

ARTICLES = ("north", "river", "south")
CHANGES_A_FILE = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "sqlite3.connect"}
OLD, NEW = 0, 1
UNDISTURBED, COPED, REPORTED, FAILED = 0, 1, 2, 99


def main(folder: Path, manner: str, quiet: int) -> None:
    """With `quiet` articles that never change, beside one that does: of twenty-one, only the changes of a version are written."""
    for number in range(quiet):
        Workshop(folder).put(f"quiet/{number}.txt", f"第{number}号园区\n这里没有什么变化，仍是{number}家。\n")
    write_corpus(folder, 0)
    in_child(lambda: Workshop(folder).reindex())
    tries = kill_at_random_times(folder) if manner == "at random" else interrupt_each_step(folder, manner)
    for outcome in tries:
        sys.stdout.write(json.dumps(outcome) + "\n")


def interrupt_each_step(folder: Path, manner: str) -> Iterator[dict[str, object]]:
    """Interrupt the first step that changes a file, then the second, until a reindex has fewer steps than that."""
    for step in range(1, 1000):
        write_corpus(folder, step)
        status = in_child(partial(reindex_interrupted_at, folder, step, manner), may_be_killed=True)
        seen = in_child(partial(check, folder, step))
        if status == UNDISTURBED:
            assert seen == NEW
            return
        yield {"step": step, "status": status, "seen": seen}


def kill_at_random_times(folder: Path) -> Iterator[dict[str, object]]:
    chance = random.Random(7)
    for step in range(1, 21):
        write_corpus(folder, step)
        child = fork(Workshop(folder).reindex)
        time.sleep(chance.uniform(0.0, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        yield {"step": step, "seen": in_child(partial(check, folder, step))}


def write_corpus(folder: Path, step: int) -> None:
    """Every article says another number in each step."""
    for name in changing(folder):
        Workshop(folder).put(f"{name}.txt", f"{name}园区的企业数目\n{name}园区现有规模以上的工业企业{expected(step)}家。\n")


def changing(folder: Path) -> tuple[str, ...]:
    """The articles that change."""
    return ARTICLES[:1] if (folder / "articles" / "quiet").exists() else ARTICLES


def expected(step: int) -> str:
    return f"{1000 + step}"


def reindex_interrupted_at(folder: Path, step: int, manner: str) -> int:
    """Whether the reindex was disturbed and whether it then reported a full disk; a killed one returns nothing."""
    disturbed = False

    def disturb(path: str) -> None:
        nonlocal disturbed
        disturbed = True
        if manner == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.ENOSPC, "No space left on device", path)

    watch(folder / "index", step, disturb)
    try:
        Workshop(folder).reindex()
    except ParkQAError as error:
        assert "No space left" in str(error) or "unable to open" in str(error), error
        assert "\n" not in str(error)
        return REPORTED
    return COPED if disturbed else UNDISTURBED


def watch(folder: Path, step: int, disturb: Callable[[str], None]) -> None:
    """Call `disturb` just before this process changes something in `folder` for the step-th time and each time after that."""
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        opens_to_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if not opens_to_write and event not in CHANGES_A_FILE:
            return
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes | os.PathLike) else ""
        if str(folder) in path or not path.startswith("/"):  # relative: rmtree at work inside of a folder
            count += 1
            if count >= step:
                disturb(path)

    sys.addaudithook(hook)


def check(folder: Path, step: int) -> int:
    """A reader finds the old articles or the new ones, whole, and the next reindex succeeds and clears up. Returns OLD or NEW."""
    workshop = Workshop(folder)
    texts = [text for id_, text in workshop.indexed().items() if not id_.startswith("quiet/")]
    numbers = {"".join(char for char in text if char.isdigit()) for text in texts}
    quiet = len(list(workshop.corpus.glob("quiet/*")))
    assert (len(texts), len(workshop.indexed())) == (len(changing(folder)), len(changing(folder)) + quiet)
    assert numbers in ({expected(step)}, {expected(step - 1)}), numbers
    workshop.reindex()
    assert sum(expected(step) in text for text in workshop.indexed().values()) == len(changing(folder))
    assert len(list((workshop.directory.root / "versions").iterdir())) <= 2
    assert {path.name for path in workshop.directory.root.iterdir()} <= {
        "CURRENT",
        "versions",
        "embeddings",
        "sources.json",
        "reindex.lock",
    }
    assert workshop.reindex().version is None
    if quiet:
        workshop.reindex(full=True)  # so that the next one writes its changes again, and has as many steps
    return NEW if numbers == {expected(step)} else OLD


def in_child(work: Callable[[], object], *, may_be_killed: bool = False) -> int:
    """Run `work` in a child; returns the integer that it returned (0 for anything else), or minus the signal that ended it."""
    _, wait_status = os.waitpid(fork(work), 0)
    status = os.waitstatus_to_exitcode(wait_status)
    if status == FAILED or (status < 0 and not may_be_killed):
        raise SystemExit(f"a child ended with {status}")
    return status


def fork(work: Callable[[], object]) -> int:
    return os.fork() or run(work)


def run(work: Callable[[], object]) -> NoReturn:
    try:
        result = work()
    except BaseException:
        traceback.print_exc()
        os._exit(FAILED)
    os._exit(result if isinstance(result, int) else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
