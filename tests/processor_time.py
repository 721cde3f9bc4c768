"""What a piece of work costs on a machine that is busy with other things too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def processor_seconds(work: Callable[[], object]) -> float:
    """Of this thread alone: no other test's threads count, and no collecting of what they left behind."""
    gc.disable()
    try:
        started = time.thread_time()
        work()
        return time.thread_time() - started
    finally:
        gc.enable()
