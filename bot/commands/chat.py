"""`parkqa chat`: the conversation of the Telegram bot, in a terminal."""

from __future__ import annotations

import typer

from bot.invocation import ConfigOption, CorpusOption, IndexOption, settings_of


def chat(context: typer.Context, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Ask questions in a conversation, with the messages that the Telegram bot would send.

    在终端里对话，消息与 Telegram 机器人相同；按钮用数字代替，Ctrl-D 结束。

    Example: [bold]parkqa chat[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.chat import run_chat
    from bot.terminal import stdout_console
    from retrieval.factory import open_answerer

    run_chat(open_answerer(settings), settings, stdout_console())
