"""Progress of long work on stderr: a bar for people, JSON lines for programs such as the Telegram bot that wait for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as ProgressBars,
)
from rich.text import Text

from bot.terminal.printing.terminal import stderr_console
from retrieval.progress import Progress, StageProgress

_SECONDS_BETWEEN_LINES = 0.25


@contextmanager
def reporting_progress(*, as_json: bool, stages: Mapping[str, str] | None = None) -> Iterator[Progress]:
    """A callback for progress on stderr while the block runs: bars on a terminal, elsewhere JSON lines if asked for, or nothing.

    `stages` are what the bars call the stages.
    """
    console = stderr_console()
    if console.is_terminal:
        with _bars(console) as progress:
            yield BarReporter(progress, stages or {})
    else:
        yield LineReporter() if as_json else _say_nothing


def _say_nothing(stage: str, done: int, total: int) -> None:
    """A log of a nightly reindex holds its result, not its progress."""


class LineReporter:
    """Writes {"stage", "done", "total"}, one object a line: at most four a second, but the start and the end of each stage always."""

    def __init__(self) -> None:
        self._stage = ""
        self._written_at = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage == self._stage and done < total and now - self._written_at < _SECONDS_BETWEEN_LINES:
            return
        self._stage, self._written_at = stage, now
        sys.stderr.write(StageProgress(stage, done, total).as_line() + "\n")
        sys.stderr.flush()


class BarReporter:
    """One bar for each stage, the finished ones staying above."""

    def __init__(self, progress: ProgressBars, names: Mapping[str, str]) -> None:
        self._progress = progress
        self._names = names
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(self._names.get(stage, stage), total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)


class _SpeedColumn(ProgressColumn):
    """How many a second, once that is known."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")


def _bars(console: Console) -> ProgressBars:
    return ProgressBars(
        SpinnerColumn(finished_text="✓"),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _SpeedColumn(),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        console=console,
    )
