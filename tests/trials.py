"""How often a test with random input tries: a few times for everybody, `PARKQA_TRIALS` times as often in a nightly run."""

from __future__ import annotations

import os


def trials(usual: int) -> int:
    """The number of trials where `usual` is enough for every run."""
    return round(usual * float(os.environ.get("PARKQA_TRIALS", "1")))
