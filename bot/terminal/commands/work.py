"""`parkqa work`: embed passages for reindexes that run elsewhere."""

from __future__ import annotations

import os
import sys

import typer

from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.invocation import ConfigOption, Invocation, settings_of, texts_of


def work(context: typer.Context, config: ConfigOption = None) -> None:
    """Embed passages for reindexes of other machines, until it is stopped with Ctrl-C or SIGTERM.

    It listens at workers.listen and workers.port; reindexes whose workers.addresses name it hand it batches of passages.
    Ended at any moment, it leaves its batch to the others. It needs the workers.secret of the reindex.

    Example: [bold]PARKQA_WORKERS__LISTEN=0.0.0.0 parkqa work[/bold]
    """
    settings = settings_of(context, config, None, None)
    from contextlib import nullcontext

    from bot.terminal.printing.progress import reporting_progress
    from bot.terminal.printing.terminal import printable, stderr_console
    from bot.texts.sentences import in_language
    from bot.worker import Embedding, serve
    from retrieval.factory import workers_secret
    from retrieval.models.embedding_models import load_embedder, open_pool

    secret, texts, language = workers_secret(settings), texts_of(context), context.ensure_object(Invocation).language
    console = stderr_console()

    def say(sentence: str) -> None:
        console.print(printable(in_language(sentence, language)), markup=False, emoji=False, style="yellow", soft_wrap=True)

    pool = open_pool(settings.embedding.devices)
    embedder = load_embedder(settings.embedding.model, pool)
    with pool or nullcontext(), reporting_progress(as_json=False, stages=texts.reindex_stages) as progress:
        embedding = Embedding(embedder, progress)
        where = f"{settings.workers.listen}:{settings.workers.port}"
        console.print(texts.command_line.working.format(where=where, model=embedder.fingerprint), markup=False, emoji=False, soft_wrap=True)
        serve(settings.workers, secret, embedding, say)
    sys.stderr.flush()
    os._exit(ExitCode.DONE)  # what is being embedded is embedded elsewhere: nobody waits for it here
