"""Uploads that are killed, or meet a full disk, at every step in turn; run as a process by test_upload_killed.py.

It prints one JSON object per interrupted upload and ends with a traceback if anything is not as promised.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.admin.inspection import Inspection
from bot.admin.services import AdminServices
from bot.admin.uploads import Arrival, give_back, note_findings, stage, take
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.errors import FilesNotMoved
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.store import open_store
from bot.store.uploads import UPLOADS
from corpus.article import Article
from corpus.settings import CorpusSettings
from retrieval.settings import IndexSettings
from tests.children import in_child
from tests.fake_answerers import FakeAnswerer, fake_facts
from tests.integration.interrupted_reindex import CHANGES_A_FILE, COPED, REPORTED, UNDISTURBED, watch

ADMIN = Session(7, 7, private=True, language="zh", admin=True)
CONTENTS = (b"one", b"one", b"two")
INSPECTION = Inspection(
    (Article("a", "标题", "南岸园区表彰了十二家企业，其中九家是制造业企业。", None, date(2024, 2, 9), None, (), "a.txt"),), 1, (), 0, ()
)
"""Of each of them: all have one title."""
TAKES_ROOM = CHANGES_A_FILE - {"os.remove", "os.rmdir"}


def main(folder: Path, manner: str) -> None:
    """Interrupt one step after another, each in a site of its own, until there is none."""
    work, check = {
        "killed": (killed_at, check_taken),
        "undo killed": (undo_killed_at, check_given_back),
        "full disk": (without_room_from, check_taken),
    }[manner]
    for step in itertools.count(1):
        site = folder / str(step)
        (site / "articles").mkdir(parents=True)
        status = in_child(partial(work, site, step), may_be_killed=True)
        in_child(partial(check, site))
        sys.stdout.write(json.dumps({"step": step, "status": status}) + "\n")
        if status == UNDISTURBED:
            return


def killed_at(site: Path, step: int) -> int:
    """While files come into the corpus."""
    *before, take_in = acts_of(services_of(site))
    for act in before:
        act()
    watch(site, step, lambda _: os.kill(os.getpid(), signal.SIGKILL))
    take_in()
    return UNDISTURBED


def undo_killed_at(site: Path, step: int) -> int:
    """While they leave it again."""
    admin_services = services_of(site)
    for act in acts_of(admin_services):
        act()
    upload = admin_services.store.uploads.get(token_in(admin_services))
    assert upload
    watch(site, step, lambda _: os.kill(os.getpid(), signal.SIGKILL))
    give_back(admin_services, upload)
    return UNDISTURBED


def without_room_from(site: Path, step: int) -> int:
    """While files are staged, and then come into the corpus; what is refused is refused in a line, and leaves everything as it was."""
    acts = acts_of(services_of(site))
    room = disturbed = reported = False

    def refuse(path: str) -> None:
        nonlocal disturbed
        if not room:
            disturbed = True
            raise OSError(errno.ENOSPC, "No space left on device", path)

    watch(site, step, refuse, TAKES_ROOM)
    for act in acts:
        before = files_of(site)
        try:
            act()
        except FilesNotMoved as error:
            room = reported = True
            assert "No space left" in str(error)
            assert "\n" not in str(error)
            assert files_of(site) == before
            act()
    return REPORTED if reported else COPED if disturbed else UNDISTURBED


def check_taken(site: Path) -> None:
    """The button is pressed (again): each file is in the corpus once and nothing beside, and an undo takes all of it out."""
    admin_services = services_of(site)
    with closing(admin_services.store.database):
        with suppress(Expired):
            take(admin_services, ADMIN, token_in(admin_services))
        upload = admin_services.store.uploads.get(token_in(admin_services))
        assert upload
        assert upload.state == "taken"
        taken = {f"articles/{file.taken}": content for file, content in zip(upload.files, CONTENTS, strict=True)}
        assert files_of(site, "articles") == taken
    check_given_back(site)


def check_given_back(site: Path) -> None:
    """The button is pressed again: every file waits in the staging folder, and none is in the corpus."""
    admin_services = services_of(site)
    with closing(admin_services.store.database):
        upload = admin_services.store.uploads.get(token_in(admin_services))
        assert upload
        give_back(admin_services, upload)
        assert files_of(site, "articles") == {}
        assert sorted(files_of(site, "index/staging").values()) == sorted(CONTENTS)


def services_of(site: Path) -> AdminServices:
    store, answerer = site / "index" / "bot.sqlite", FakeAnswerer()
    folders: Any = {"corpus": CorpusSettings(folder=site / "articles"), "index": IndexSettings(folder=store.parent)}
    return AdminServices(Services(answerer, open_store(store), 3, fake_facts), Settings(bot=BotSettings(store=store), **folders))  # type: ignore[arg-type]


def acts_of(admin_services: AdminServices) -> list[Callable[[], object]]:
    """Files come one by one, are read, and are then taken in."""

    def read() -> None:
        token = token_in(admin_services)
        upload = admin_services.store.uploads.get(token)
        assert upload
        note_findings(admin_services, token, upload.staged, [INSPECTION] * len(upload.staged))

    arrivals = [Arrival("a.txt", ".txt", content) for content in CONTENTS]
    staging = (partial(stage, admin_services, ADMIN, 100.0, [arrival]) for arrival in arrivals)
    return [*staging, read, lambda: take(admin_services, ADMIN, token_in(admin_services))]


def token_in(admin_services: AdminServices) -> str:
    [row] = admin_services.store.database.rows(select(UPLOADS.c.token))
    return str(row["token"])


def files_of(site: Path, *folders: str) -> dict[str, bytes]:
    """What lies there, by default in the staging folder and in the corpus, but for what a killed process did not finish."""
    found = (path for folder in folders or ("articles", "index/staging") for path in (site / folder).rglob("*"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found if path.is_file() and path.suffix != ".new"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
