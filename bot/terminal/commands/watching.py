"""`parkqa reindex --watch`: a reindex for each batch of changes in the folder, until somebody ends it.

Each runs in a process of its own: what it takes (torch, hundreds of megabytes) is given back until the next one.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from bot.admin.reindex_process import reindex_command
from bot.child_process import run_in_foreground
from bot.settings.settings import Settings
from bot.terminal.commands.invocation import Invocation
from bot.terminal.printing.terminal import stderr_console
from bot.texts.wording import Texts
from corpus.reading.watching import settled_changes
from retrieval.building.lock import reindex_elsewhere

_LOOK_SECONDS = 1.0


def reindex_on_changes(settings: Settings, invocation: Invocation, texts: Texts, *, full: bool, as_json: bool) -> None:
    """Reindex at once, and after each batch of changes; `full` holds for the first time. Raises CorpusError."""
    command = [*reindex_command(settings, invocation.config, as_json=as_json), "--lang", invocation.language]
    stderr_console().print(texts.command_line.watching.format(folder=settings.corpus.folder), soft_wrap=True, highlight=False)
    flags = ["--full"] if full else []
    for _ in settled_changes(settings.corpus.folder, Event()):
        _reindex([*command, *flags], settings.index.folder)
        flags = []


def _reindex(command: Sequence[str], index: Path) -> None:
    """Once no other reindex is running; the process prints its own report."""
    _wait_for_others(index)
    while run_in_foreground(command, for_index=True) and reindex_elsewhere(index):
        _wait_for_others(index)


def _wait_for_others(index: Path) -> None:
    while reindex_elsewhere(index):
        time.sleep(_LOOK_SECONDS)
