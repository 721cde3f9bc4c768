"""What workers did for a reindex, a line for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.terminal.printing.terminal import printable
from bot.texts.sentences import in_language

if TYPE_CHECKING:
    from rich.console import Console

    from bot.settings.language import Language
    from bot.texts.wording import Texts
    from retrieval.workers.workers import WorkerReport


def print_workers(console: Console, workers: Iterable[WorkerReport], texts: Texts, language: Language) -> None:
    """How much each embedded, and what is wrong with it."""
    for worker in workers:
        if worker.embedded:
            said = texts.command_line.embedded_by.format(worker=worker.name, embedded=worker.embedded)
            console.print(printable(said), markup=False, emoji=False, soft_wrap=True)
        if worker.problem:
            console.print(printable(in_language(worker.problem, language)), markup=False, emoji=False, style="yellow", soft_wrap=True)
