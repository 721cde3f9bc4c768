from __future__ import annotations

import time

from bot.store.audit import FORGET_SECONDS, AuditLine
from bot.store.store import open_store


def test_lines_are_kept_for_a_year_or_so() -> None:
    store = open_store(None)
    now = time.time()
    lines = [AuditLine(now - FORGET_SECONDS - 1, 7, 7, "reindex", "begun"), AuditLine(now, None, -5, "the command /reindex", "refused")]
    for line in lines:
        store.audit.add(line)
    assert store.audit.all() == lines
    store.prune()
    assert store.audit.all() == lines[1:]
