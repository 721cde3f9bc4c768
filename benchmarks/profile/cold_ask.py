"""A new process that answers one question as `parkqa ask` does, and says how long each step took.

    python -m benchmarks.profile.cold_ask CONFIG QUESTION STARTED

STARTED is when the process was started, in seconds of time.time(). Prints one line of JSON: seconds by step, and when it ended. Imports
count as such wherever they happen. What a first answer takes and a second one does not is what had to be made ready for it.
"""

from __future__ import annotations

import time

BEGUN = time.time()

import builtins  # noqa: E402 - Python had begun before anything was imported
import gc  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

BEGIN, IMPORTS, SETTINGS, PATTERNS, MODEL, INDEX, READY, ANSWER, END = (
    "Python begins",
    "importing modules",
    "settings",
    "patterns, kept from the last time",
    "the model of meaning",
    "opening the index",
    "what the first answer makes ready",
    "the answer",
    "Python ends",
)


class Clock:
    """Seconds by step; those of imports count apart."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}
        self._imports = 0.0
        self._depth = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began, imports = time.perf_counter(), self._imports
        yield
        self.took[name] = time.perf_counter() - began - (self._imports - imports)
        self.took[IMPORTS] = self._imports

    def watch_imports(self) -> None:
        """From now on."""
        original = builtins.__import__

        def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the original
            if self._depth:
                return original(*given, **named)
            self._depth, began = 1, time.perf_counter()
            try:
                return original(*given, **named)
            finally:
                self._depth, self._imports = 0, self._imports + time.perf_counter() - began

        builtins.__import__ = timed


def main(config: str, question: str, started: str) -> None:
    clock = Clock()
    clock.took = {BEGIN: BEGUN - float(started), IMPORTS: 0.0}
    clock.watch_imports()
    with clock.step(SETTINGS):
        from bot.settings.loading import load_settings
        from bot.terminal.cli import LOADED

        gc.set_threshold(LOADED)
        settings = load_settings(Path(config))
    with clock.step(PATTERNS):
        from platformdirs import user_cache_path

        from corpus.language.kept_patterns import kept_patterns

        kept = kept_patterns(user_cache_path("parkqa") / "prepared")
        kept.__enter__()
    with clock.step(MODEL):
        from retrieval.factory import open_answerer

        answerer = open_answerer(settings)
        answerer.search.embedder.encode_queries(["问"])
    with clock.step(INDEX), answerer.index.open():
        pass
    with clock.step(READY):
        answerer.ask(question)
    with clock.step(ANSWER):
        answerer.ask(question)
    clock.took[READY] = max(0.0, clock.took[READY] - clock.took[ANSWER])
    kept.__exit__(None, None, None)
    print(json.dumps({"took": clock.took, "ended": time.time()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
