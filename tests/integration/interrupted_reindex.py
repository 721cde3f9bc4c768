"""Reindexes that are killed, or meet a full disk, at every step in turn; run as a process by test_reindex_killed.py.

This process loads what is needed and forks: each reindex and each check runs in a child of its own, as clean as a fresh process
and far quicker to start. It prints one JSON object per interrupted reindex and ends with a traceback if anything is not as promised.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import random
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus.errors import ParkQAError
from retrieval.answering.answerer import Answerer
from retrieval.answering.passage_search import PassageSearch
from tests.children import in_child
from tests.park_reports import PLAIN_WEIGHTS
from tests.workshop import Workshop

ARTICLES = ("north", "river", "south")
NAMES = (*ARTICLES, "bridge", "east", "hill", "lake", "west")
LEFT = {"CURRENT", "versions", "embeddings", "sources.json", "reindex.lock"}
"""What is in the folder of an index when nothing works on it."""
LONGEST = 0.15
"""Seconds of processor time that a reindex takes at most, or little more."""
Numbers = dict[str, str]
"""What each article says."""
CHANGES_A_FILE = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "sqlite3.connect"}
OLD, NEW = 0, 1
UNDISTURBED, COPED, REPORTED = 0, 1, 2


def main(folder: Path, manner: str, quiet: int, tries: int) -> None:
    """With `quiet` articles that never change, beside one that does: of twenty-one, only the changes of a version are written.

    `tries` is how many are interrupted at random times, or else of how many steps one is.
    """
    warm_up()
    write_quiet(folder, quiet)
    write_corpus(folder, 0)
    in_child(lambda: Workshop(folder).reindex())
    outcomes = kill_at_random_times(folder, tries) if manner == "at random" else interrupt_steps(folder, manner, tries)
    for outcome in outcomes:
        sys.stdout.write(json.dumps(outcome) + "\n")


def warm_up() -> None:
    """Load what each child would load for itself: they are to be interrupted at their work, not before it."""
    with TemporaryDirectory() as folder:
        write_corpus(Path(folder), 0)
        workshop = Workshop(Path(folder))
        workshop.reindex()
        contents(workshop)


def write_quiet(folder: Path, count: int) -> None:
    for number in range(count):
        Workshop(folder).put(f"quiet/{number}.txt", f"第{number}号园区\n这里没有什么变化，仍是{number}家。\n")


def interrupt_steps(folder: Path, manner: str, stride: int) -> Iterator[dict[str, object]]:
    """Interrupt the first step that changes a file, then the one `stride` after it, until a reindex has fewer steps than that."""
    for number, step in enumerate(itertools.count(1, stride), 1):
        write_corpus(folder, number)
        status = in_child(partial(reindex_interrupted_at, folder, step, manner), may_be_killed=True)
        seen = in_child(partial(check, folder, number))
        if status == UNDISTURBED:
            assert seen == NEW
            return
        yield {"step": step, "status": status, "seen": seen}


def kill_at_random_times(folder: Path, tries: int) -> Iterator[dict[str, object]]:
    """Articles come, go and change before each. The next reindex then makes what one would that begins with nothing."""
    chance = random.Random(7)
    before = dict.fromkeys(changing(folder), expected(0))
    for step in range(1, tries + 1):
        now = changed(before, step, chance)
        rewrite_corpus(folder, now)
        in_child(partial(reindex_killed_after, folder, chance.uniform(0.001, LONGEST)), may_be_killed=True)
        yield {"step": step, "seen": in_child(partial(check_changed, folder, before, now))}
        before = now


def reindex_killed_after(folder: Path, seconds: float) -> None:
    """Of processor time, so that a busy machine kills it no earlier."""
    signal.setitimer(signal.ITIMER_PROF, seconds)  # nobody hears its signal, which then ends the process at once
    Workshop(folder).reindex()


def changed(numbers: Numbers, step: int, chance: random.Random) -> Numbers:
    """Up to three articles more, fewer or with another number."""
    now = dict(numbers)
    for name in chance.sample(NAMES, chance.randint(1, 3)):
        if name in now and len(now) > len(ARTICLES) and chance.random() < 0.5:
            del now[name]
        else:
            now[name] = expected(step)
    return now


def rewrite_corpus(folder: Path, numbers: Numbers) -> None:
    workshop = Workshop(folder)
    for path in workshop.corpus.glob("*.txt"):
        if path.stem not in numbers:
            path.unlink()
    for name, number in numbers.items():
        workshop.put(f"{name}.txt", article_text(name, number))


def check_changed(folder: Path, before: Numbers, now: Numbers) -> int:
    """A reader finds what was or what is; after the next reindex, what one finds in an index that was made at once."""
    workshop = Workshop(folder)
    seen = {id_: "".join(filter(str.isdigit, text)) for id_, text in workshop.indexed().items() if not id_.startswith("quiet/")}
    assert seen in (before, now), seen
    workshop.reindex()
    with TemporaryDirectory() as other:
        fresh = Workshop(Path(other))
        fresh.corpus = workshop.corpus
        fresh.reindex()
        assert contents(workshop) == contents(fresh)
    assert len(list((workshop.directory.root / "versions").iterdir())) <= 2
    assert {path.name for path in workshop.directory.root.iterdir()} <= LEFT
    return NEW if seen == now else OLD


def contents(workshop: Workshop) -> list[object]:
    """Every passage, and of an answer about each park the confidence and, where it is found, the quote.

    What comes equally near stands in the order of the rows, which differs between a version that was amended and one that was not.
    """
    search = PassageSearch(workshop.embedder, workshop.analyzer, PLAIN_WEIGHTS.ranking)
    answerer = Answerer(workshop.live_index(), search, PLAIN_WEIGHTS, threshold=0.5, quote_length=60)
    with answerer.index.open() as (_, snapshot):
        matches = snapshot.search_dense(workshop.embedder.encode_queries(["园区"]), len(snapshot))
        passages = sorted(snapshot.passage(match.position).text for match in matches)
    answers = [answerer.ask(f"{name}园区现有规模以上的工业企业多少家") for name in NAMES]
    return [passages, [(answer.confidence, [quote.text for quote in answer.quotes[:1] if answer.found]) for answer in answers]]


def write_corpus(folder: Path, step: int) -> None:
    """Every article says another number in each step."""
    for name in changing(folder):
        Workshop(folder).put(f"{name}.txt", article_text(name, expected(step)))


def article_text(name: str, number: str) -> str:
    return f"{name}园区的企业数目\n{name}园区现有规模以上的工业企业{number}家。\n"


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


def watch(folder: Path, step: int, disturb: Callable[[str], None], events: Collection[str] = CHANGES_A_FILE) -> None:
    """Call `disturb` just before this process changes something in `folder` for the step-th time and each time after that.

    A change is one of the interpreter's audit events, besides the opening of a file to write.
    """
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        opens_to_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if not opens_to_write and event not in events:
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
    assert {path.name for path in workshop.directory.root.iterdir()} <= LEFT
    assert workshop.reindex().version is None
    if quiet:
        workshop.reindex(full=True)  # so that the next one writes its changes again, and has as many steps
    return NEW if numbers == {expected(step)} else OLD


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
