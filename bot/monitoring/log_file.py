"""Log files: where they lie, what goes in, and that no secret ever does."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from bot.monitoring.log_context import CurrentUpdate
from bot.monitoring.log_format import FORMATTERS
from bot.monitoring.redaction import redact
from bot.monitoring.repeated_lines import RepeatedLines

if TYPE_CHECKING:
    from bot.settings.sections import LogSettings

QUIET = ("httpx", "httpcore", "telegram.ext.ExtBot", "telegram.Bot", "faiss.loader", "tornado.access")
"""They log each request or message in full, with the token in its address; they may only warn."""


def default_log_file() -> Path:
    """In the user's state folder, for example ~/.local/state/parkqa/parkqa.log."""
    from platformdirs import user_state_path

    return user_state_path("parkqa") / "parkqa.log"


def start_logging(settings: LogSettings, secrets: Sequence[str] = ()) -> Path:
    """Log to stderr and to the log file (3 × 5 MB) from now on, or to stderr alone where there can be none; answers where that file is.

    Warnings, and exceptions that nobody caught, go the same way, so that they are redacted like everything else.
    """
    path = settings.file or default_log_file()
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    trouble = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(_PrivateFileHandler(path, maxBytes=5_000_000, backupCount=2, encoding="utf-8"))
    except OSError as error:
        trouble = error.strerror or str(error)
    for handler in handlers:
        handler.addFilter(RepeatedLines())
        handler.addFilter(CurrentUpdate())
        handler.setFormatter(FORMATTERS[settings.format](secrets))
    logging.basicConfig(level=settings.level, handlers=handlers, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a line that cannot be written would be printed as it is, arguments and all
    logging.captureWarnings(True)
    _log_what_nobody_caught()
    if trouble:
        logging.getLogger("bot").warning("Nothing is logged to %s (%s), only here: make it writable, or set log.file", path, trouble)
    return path


def record_bug(error: BaseException, settings: LogSettings | None, secrets: Sequence[str] = ()) -> Path:
    """Append the traceback of a bug to the log file and answer where that is. Raises OSError where it cannot be written."""
    path = (settings.file if settings else None) or default_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(redact("".join(traceback.format_exception(error)), secrets) + "\n")
    return path


class _PrivateFileHandler(RotatingFileHandler):
    """Its files are for nobody else to read: in log lines stand numbers of chats and users."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        with suppress(OSError):  # somebody else's file, which they let us write
            Path(self.baseFilename).chmod(0o600)
        return stream


def _log_what_nobody_caught() -> None:
    """Python prints it to stderr by itself, secrets included; asyncio logs it anyway."""

    def log(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        logging.getLogger("bot").critical("Nobody caught this", exc_info=(kind, error or kind(), trace))

    sys.excepthook = log
    threading.excepthook = lambda failed: log(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: log(failed.exc_type, failed.exc_value, failed.exc_traceback)
