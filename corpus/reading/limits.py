"""How much memory and time this process may take; beyond it the system ends it."""

from __future__ import annotations

import time
from contextlib import suppress


def limit_memory(most: int) -> None:
    """So many bytes of addresses."""
    with suppress(ImportError, ValueError):  # there is no such thing on Windows; somebody may have set a lower limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def allow_seconds(more: int) -> None:
    """So much processor time from now on, until this is said again."""
    with suppress(ImportError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + more, hard))
