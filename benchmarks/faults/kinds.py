"""Every kind of fault that is tried."""

from __future__ import annotations

import logging
import resource
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.faults.damage import damaged_inbox, damaged_index, damaged_store
from benchmarks.faults.fuzzing import strange_files, strange_questions, strange_updates
from benchmarks.faults.interruptions import interrupted, refused, upload, without_power
from benchmarks.faults.outcomes import Trials

KINDS: Mapping[str, Callable[[Path, int], Trials]] = {
    "strange updates": strange_updates,
    "strange questions": strange_questions,
    "strange files": strange_files,
    "damaged files of an index": damaged_index,
    "damaged stores": damaged_store,
    "damaged inboxes": damaged_inbox,
    "reindex killed, at every step": interrupted("kill"),
    "reindex of changes killed, at every step": interrupted("kill", 20),
    "reindex killed, at random": interrupted("at random"),
    "reindex of changes killed, at random": interrupted("at random", 20),
    "disk full, from every step on": interrupted("full disk"),
    "reindex of changes, disk full": interrupted("full disk", 20),
    "reindex, each system call refused": refused("reindex"),
    "reindex of changes, each system call refused": refused("reindex of changes"),
    "store, each system call refused": refused("store"),
    "inbox, each system call refused": refused("inbox"),
    "upload killed, at every step": upload("killed"),
    "upload, disk full": upload("full disk"),
    "undo of an upload killed, at every step": upload("undo killed"),
    "power lost, at random": without_power,
}
"""Each with a folder to work in and the number of trials; those of "every step" go through all of them."""


def tried(kind: str, trials: int) -> tuple[Trials, int]:
    """What came of one kind, and the most megabytes that this process had."""
    logging.disable()  # each update that is set aside is logged
    with tempfile.TemporaryDirectory() as folder:
        found = KINDS[kind](Path(folder), trials)
    return found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
