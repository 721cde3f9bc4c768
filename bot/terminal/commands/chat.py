"""`parkqa chat`: the conversation of the Telegram bot, in a terminal."""

from __future__ import annotations

from functools import partial

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of


def chat(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Ask questions in a conversation, with the messages that the Telegram bot would send.

    Example: [bold]parkqa chat[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.conversation.picture_process import picture_of
    from bot.conversation.services import Services
    from bot.monitoring.index_facts import facts_of
    from bot.settings.time_zone import time_zone
    from bot.store.store import open_store
    from bot.terminal.chat.conversation import run_chat
    from bot.terminal.chat.typed_lines import line_reader
    from bot.terminal.printing.terminal import stdout_console
    from retrieval.factory import open_answerer

    answerer = open_answerer(settings)
    with answerer.index.open():  # here nobody is an admin who could make one from within the conversation
        pass
    services = Services(
        answerer,
        open_store(None),
        settings.answer.quotes,
        partial(facts_of, settings),
        zone=time_zone(settings.bot.timezone),
        notifies=True,
        picture_of=partial(picture_of, settings.corpus.folder),
    )
    console = stdout_console()
    language = context.ensure_object(Invocation).spoken or settings.bot.language
    run_chat(services, language, time_zone(settings.bot.timezone), console, line_reader(console))
