"""What can keep the bot from running or from doing what was asked.

ParkQAError
├── ConfigError           config.yaml, environment, flags, or something that they ask for and cannot be
├── TokenRejected         Telegram does not know the token
├── AlreadyRunning        another process serves the same bot
├── StoreUnavailable      what the bot remembers cannot be read or written
├── WebhookRefused        Telegram does not take the webhook
├── ReindexFailed         the reindex process ended with an error
├── FilesNotMoved         a file cannot be written to the staging folder or the corpus
├── BackupUnusable        a backup cannot be written, or the file is none, or damaged
├── RestoreRefused        something is where a backup would go
├── TooManyQuestions      one sender asks more than may be asked in a minute
└── QueueFull             more questions are waiting than can be answered soon
"""

from __future__ import annotations

from corpus.errors import ParkQAError


class ConfigError(ParkQAError):
    """A setting is unknown, has a wrong value, or asks for what cannot be."""


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


class TooManyQuestions(ParkQAError):
    """Somebody asks more than `per_minute` questions a minute."""

    def __init__(self, per_minute: int) -> None:
        super().__init__(f"More than {per_minute} questions a minute came from one sender.")
        self.per_minute = per_minute


class FilesNotMoved(ParkQAError):
    """A file cannot be put into the staging folder or the corpus, or taken out of it."""


class BackupUnusable(ParkQAError):
    """A backup cannot be written or brought back, or the file is none that can be used."""


class RestoreRefused(ParkQAError):
    """Something is where a backup would be restored to, or works there."""


class ReindexFailed(ParkQAError):
    """The reindex process ended with an error; the message is its own."""
