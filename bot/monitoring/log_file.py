"""Log files: where they lie, what goes in, and that no secret ever does."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from bot.monitoring.log_context import CurrentUpdate
from bot.monitoring.log_format import FORMATTERS
from bot.monitoring.redaction import redact

if TYPE_CHECKING:
    from bot.settings.sections import LogSettings

QUIET = ("httpx", "httpcore", "telegram.ext.ExtBot", "telegram.Bot", "faiss.loader", "tornado.access")
"""They log each request or message in full, with the token in its address; they may only warn."""


def default_log_file() -> Path:
    """In the user's state folder, for example ~/.local/state/parkqa/parkqa.log."""
    from platformdirs import user_state_path

    return user_state_path("parkqa") / "parkqa.log"


def start_logging(settings: LogSettings, secrets: Sequence[str] = ()) -> Path:
    """Log to stderr and to the log file (3 × 5 MB) from now on; answers where that file is.

    Warnings, and exceptions that nobody caught, go the same way, so that they are redacted like everything else.
    """
    path = settings.file or default_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        logging.StreamHandler(sys.stderr),
        RotatingFileHandler(path, maxBytes=5_000_000, backupCount=2, encoding="utf-8"),
    ]
    for handler in handlers:
        handler.addFilter(CurrentUpdate())
        handler.setFormatter(FORMATTERS[settings.format](secrets))
    logging.basicConfig(level=settings.level, handlers=handlers, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a line that cannot be written would be printed as it is, arguments and all
    logging.captureWarnings(True)
    _log_what_nobody_caught()
    return path


def record_bug(error: BaseException, settings: LogSettings | None, secrets: Sequence[str] = ()) -> Path:
    """Append the traceback of a bug to the log file and answer where that is."""
    path = (settings.file if settings else None) or default_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(redact("".join(traceback.format_exception(error)), secrets) + "\n")
    return path


def _log_what_nobody_caught() -> None:
    """Python prints it to stderr by itself, secrets included; asyncio logs it anyway."""

    def log(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        logging.getLogger("bot").critical("Nobody caught this", exc_info=(kind, error or kind(), trace))

    sys.excepthook = log
    threading.excepthook = lambda failed: log(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: log(failed.exc_type, failed.exc_value, failed.exc_traceback)
