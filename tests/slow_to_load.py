"""A contestant of benchmarks.speed that takes its time to load, and leaves a file when it has."""

from __future__ import annotations

import time
from pathlib import Path


class Contestant:
    def __init__(self, loaded: str) -> None:
        time.sleep(0.5)
        Path(loaded).touch()

    def index(self, corpus: str) -> str:
        return corpus
