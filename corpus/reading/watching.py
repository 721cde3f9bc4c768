"""A folder to the moments when something new in it can be read: dropped, still for a while, and written by nobody any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from corpus.errors import CorpusError
from corpus.reading.being_written import is_being_written
from corpus.reading.litter import is_litter

STILL_SECONDS = 3.0
"""How long nothing may happen in the folder before its changes are taken in together."""


def settled_changes(folder: Path, stop: Event, seconds: float = STILL_SECONDS) -> Iterator[None]:
    """Yield once for each batch of changes, and once at the start for those of before; end when `stop` is set.

    What happens while the caller works is the next batch. Raises CorpusError where the folder cannot be watched.
    """
    from watchfiles import watch

    changed = {folder}
    try:
        for changes in watch(
            folder, watch_filter=None, rust_timeout=round(seconds * 1000), yield_on_timeout=True, stop_event=stop, raise_interrupt=True
        ):
            news = {path for _, name in changes if not is_litter((path := Path(name)).relative_to(folder).parts)}
            changed |= news
            unfinished = {path for path in changed if is_being_written(path)}
            if not news and changed - unfinished:
                changed = unfinished
                yield
    except OSError as error:
        raise CorpusError(f"the corpus folder {folder} cannot be watched: {error}; create it, or name another one with --corpus") from error
