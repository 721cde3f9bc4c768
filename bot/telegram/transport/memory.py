"""What a bot must not forget: in files, which one process has, or in a database, which any number of processes share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr

from bot.settings.settings import Settings
from bot.store.inbox import Inbox, inbox_in, open_inbox
from bot.store.postgresql import postgresql_place
from bot.store.store import Store, open_store, store_in
from bot.store.taking_over import take_over
from bot.telegram.transport.instance import files_of, sole_instance


class Memory(NamedTuple):
    """Store and inbox, opened."""

    store: Store
    inbox: Inbox


@contextmanager
def opened_memory(settings: Settings, token: str) -> Iterator[Memory]:
    """The store and the inbox of a bot. Updates that are fetched have one process, whatever they are kept in.

    Raises AlreadyRunning, StoreUnavailable, or ConfigError where what was set cannot be.
    """
    files = files_of(settings.index.folder, token)
    path = settings.bot.store or files.store
    shared = settings.bot.database and settings.webhook.url
    with nullcontext() if shared else sole_instance(files):
        if settings.bot.database:
            with _in_database(settings.bot.database, path) as memory:
                yield memory
        else:
            store = open_store(path)
            with closing(store.database), closing(open_inbox(files.inbox)) as inbox:
                yield Memory(store, inbox)


@contextmanager
def _in_database(address: SecretStr, before: Path) -> Iterator[Memory]:
    """`before` is where the bot kept what it remembers until there was a database."""
    place = postgresql_place(address)
    store = store_in(place, partial(take_over, before))
    with closing(store.database), closing(inbox_in(place)) as inbox:
        yield Memory(store, inbox)
