"""What the next version of an index is called."""

from __future__ import annotations

from contextlib import suppress

from retrieval.errors import IndexDamaged
from retrieval.index.engine import Engine


def next_version(engine: Engine) -> str:
    """The counter after the highest in use, padded so that names sort."""
    names = engine.versions()
    with suppress(IndexDamaged):  # a CURRENT that cannot be read names no version to stay clear of
        names.append(engine.current() or "0")
    return f"{max((int(name) for name in names if name.isdecimal()), default=0) + 1:06d}"
