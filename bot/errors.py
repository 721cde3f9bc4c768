"""What can keep the bot from running, and what it says when a question meets an error.

ParkQAError
├── ConfigError (retrieval.errors)   no token is set
├── TokenRejected                    Telegram does not know the token
├── AlreadyRunning                   another process serves the same bot
├── StoreUnavailable                 what the bot remembers cannot be read or written
├── WebhookRefused                   Telegram does not take the webhook
├── ReindexFailed                    the reindex process ended with an error
├── FilesNotMoved                    a file cannot be written to the staging folder or the corpus
└── QueueFull                        more questions are waiting than can be answered soon
"""

from __future__ import annotations

from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import EmbedderUnavailable, IndexMissing, IndexUnavailable


class TokenRejected(ParkQAError):
    """Telegram does not accept the bot's token."""


class AlreadyRunning(ParkQAError):
    """Another process serves the same bot."""


class StoreUnavailable(ParkQAError):
    """The file with what the bot remembers cannot be opened, read or written."""


class WebhookRefused(ParkQAError):
    """Telegram does not take the webhook; the message says why."""


class QueueFull(ParkQAError):
    """More is waiting than can be done soon."""


class FilesNotMoved(ParkQAError):
    """A file cannot be put into the staging folder or the corpus, or taken out of it."""


class ReindexFailed(ParkQAError):
    """The reindex process ended with an error; the message is its own."""


def error_text(error: ParkQAError, texts: Texts) -> str:
    """What a user is told; details such as paths are for the log and the admins."""
    match error:
        case IndexMissing():
            return texts.index_missing
        case IndexUnavailable():
            return texts.index_unavailable
        case EmbedderUnavailable():
            return texts.embedder_unavailable
        case QueueFull():
            return texts.busy
        case _:
            return texts.internal_error
