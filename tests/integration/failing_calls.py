"""A reindex, the bot's memory and its inbox, while the kernel refuses each of their writes, syncs, renames … in turn, as on a bad disk.

Run as a process by test_failing_calls.py; it prints one JSON object per refusal and ends with a traceback if anything is not as promised.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.store.feedback import Opinion
from bot.store.follows import Subject
from bot.store.inbox import Arrived, open_inbox
from bot.store.store import Store, open_store
from corpus.errors import ParkQAError
from tests.children import in_child, with_failing_call
from tests.fake_answerers import FakeAnswerer, fake_facts
from tests.integration.interrupted_reindex import COPED, REPORTED, check, warm_up, write_corpus, write_quiet
from tests.park_reports import REPORTS
from tests.workshop import Workshop

CALLS = (
    *("write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "copy_file_range", "sendfile"),
    *("rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "unlink", "unlinkat", "rmdir"),
)
SOMEBODY = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区2022年税收多少"
OPENED, RATED, FOLLOWED = 1, 2, 4
TAKEN, DONE = 8, 16
"""What a process could say of its work, added up."""


def main(folder: Path, subject: str, stride: int) -> None:
    """Refuse the first call, then the one `stride` after it, until there are no more."""
    subjects = {
        "reindex": partial(reindexes, quiet=0),
        "reindex of changes": partial(reindexes, quiet=20),
        "store": stores,
        "inbox": inboxes,
    }
    for outcome in subjects[subject](folder, stride):
        sys.stdout.write(json.dumps(outcome) + "\n")


def reindexes(folder: Path, stride: int, quiet: int) -> Iterator[dict[str, int]]:
    """Readers find the old articles or the new ones, and the next reindex is as any other."""
    warm_up()
    write_quiet(folder, quiet)
    write_corpus(folder, 0)
    in_child(lambda: Workshop(folder).reindex())
    for number, call in enumerate(itertools.count(1, stride), 1):
        write_corpus(folder, number)
        status = with_failing_call(partial(reindex, folder), CALLS, call)
        seen = in_child(partial(check, folder, number))
        if status is None:
            return
        yield {"call": call, "status": status, "seen": seen}


def reindex(folder: Path) -> int:
    try:
        Workshop(folder).reindex()
    except ParkQAError as error:
        assert "\n" not in str(error)
        return REPORTED
    return COPED


def stores(folder: Path, stride: int) -> Iterator[dict[str, int]]:
    """The question is answered where the file can be opened, and what was said to be kept is."""
    for call in itertools.count(1, stride):
        path = folder / str(call) / "bot.sqlite"
        status = with_failing_call(partial(use_store, path, call), CALLS, call)
        if status is None:
            return
        in_child(partial(check_store, path, call, status))
        yield {"call": call, "status": status}


def use_store(path: Path, number: int) -> int:
    try:
        store = open_store(path)
    except StoreUnavailable as error:
        assert "\n" not in str(error)
        return 0
    services = Services(FakeAnswerer(*REPORTS), store, 3, fake_facts)  # type: ignore[arg-type]
    answer = respond(services, SOMEBODY, Typed(QUESTION, 1)).send
    assert answer
    assert REPORTS[0].text.split("\n", 1)[0] in answer.text
    rated, followed = partial(rate, store, number), partial(follow, store, number)
    done = OPENED | could(rated, StoreUnavailable) * RATED | could(followed, StoreUnavailable) * FOLLOWED
    could(store.prune, StoreUnavailable)
    could(store.database.close, StoreUnavailable)
    return done


def rate(store: Store, number: int) -> None:
    store.feedback.give(Opinion(str(number), 7, True, QUESTION, "2024-03-01", None, None, 4e9))


def follow(store: Store, number: int) -> None:
    store.follows.add(number, None, Subject("沐江经开区"), "zh")


def could(act: Callable[[], object], error: type[Exception]) -> bool:
    try:
        act()
    except error as said:
        assert "\n" not in str(said)
        return False
    return True


def check_store(path: Path, number: int, done: int) -> None:
    store = open_store(path)
    with closing(store.database):
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not done & RATED or str(number) in {opinion.token for opinion in store.feedback.all()}
        assert not done & FOLLOWED or store.follows.of_chat(number)


def inboxes(folder: Path, stride: int) -> Iterator[dict[str, int]]:
    """What was taken is left until it is done, and what was not comes again."""
    for call in itertools.count(1, stride):
        path = folder / str(call) / "inbox.sqlite"
        pair = [Arrived(2 * call, "{}"), Arrived(2 * call + 1, "{}")]
        status = with_failing_call(partial(use_inbox, path, pair), CALLS, call)
        if status is None:
            return
        in_child(partial(check_inbox, path, pair, status))
        yield {"call": call, "status": status}


def use_inbox(path: Path, pair: list[Arrived]) -> int:
    """Two updates are taken, and the first of them is done with."""
    try:
        inbox = open_inbox(path)
    except StoreUnavailable as error:
        assert "\n" not in str(error)
        return 0
    try:
        first, _ = inbox.take(pair, 9).claimed
    except StoreUnavailable as error:
        assert "\n" not in str(error)
        return OPENED
    done = could(lambda: inbox.done(first), StoreUnavailable)
    could(inbox.close, StoreUnavailable)
    return OPENED | TAKEN | done * DONE


def check_inbox(path: Path, pair: list[Arrived], done: int) -> None:
    with closing(open_inbox(path)) as inbox:
        again = [] if done & TAKEN else inbox.take(pair, 9).claimed  # Telegram delivers them again
        left = {update.number for update in (*again, *inbox.claim(9))}
        first, second = (update.number for update in pair)
        assert second in left
        assert (first in left) or done & TAKEN
        assert first not in left or not done & DONE


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
