"""Log files: where they lie, what goes in, and that no token ever does."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.config import LogSettings

_TOKEN = re.compile(r"(?<!\d)\d{4,}(?::|%3A)[\w-]{16,}")
"""What @BotFather hands out: the bot's id, a colon, 35 characters."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def default_log_file() -> Path:
    """In the user's state folder, for example ~/.local/state/parkqa/parkqa.log."""
    from platformdirs import user_state_path

    return user_state_path("parkqa") / "parkqa.log"


def redact(text: str, secrets: Sequence[str] = ()) -> str:
    """Replace the given secrets and everything that looks like a bot token."""
    for secret in secrets:
        text = text.replace(secret, "[secret]")
    return _TOKEN.sub("[secret]", text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line with its traceback, so that nothing slips by in arguments or exceptions."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__(_FORMAT)
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._secrets)


def start_logging(settings: LogSettings, secrets: Sequence[str] = ()) -> Path:
    """Log to stderr and to the log file (3 × 5 MB) from now on; answers where that file is.

    httpx logs the address of each request, which holds the token: it and its like may only warn.
    """
    path = settings.file or default_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        logging.StreamHandler(sys.stderr),
        RotatingFileHandler(path, maxBytes=5_000_000, backupCount=2, encoding="utf-8"),
    ]
    for handler in handlers:
        handler.setFormatter(RedactingFormatter(secrets))
    logging.basicConfig(level=settings.level, handlers=handlers, force=True)
    for name in ("httpx", "httpcore", "telegram.ext.ExtBot", "telegram.Bot", "faiss.loader"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return path


def record_bug(error: BaseException, settings: LogSettings | None, secrets: Sequence[str] = ()) -> Path:
    """Append the traceback of a bug to the log file and answer where that is."""
    path = (settings.file if settings else None) or default_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(redact("".join(traceback.format_exception(error)), secrets) + "\n")
    return path
