"""How a log line looks: text for people, JSON for programs, and redacted either way."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.monitoring.redaction import redact


class TextFormatter(logging.Formatter):
    """`time LEVEL logger: message update=1 chat=2 user=3`, and the traceback below.

    The finished text is redacted, so that nothing slips by in arguments or exceptions.
    """

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._secrets)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's own name
        return " ".join([super().formatMessage(record), *(f"{name}={number}" for name, number in _ids(record).items())])


class JsonFormatter(TextFormatter):
    """One JSON object a line: time (UTC), level, logger, message, then update, chat, user and traceback where there are any."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_ids(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        return redact(json.dumps(line, ensure_ascii=False), self._secrets)


FORMATTERS: Mapping[str, type[TextFormatter]] = {"text": TextFormatter, "json": JsonFormatter}
"""By the value of `log.format`."""


def _ids(record: logging.LogRecord) -> dict[str, int]:
    """What `bot.monitoring.log_context.CurrentUpdate` has noted."""
    ids: dict[str, int] = getattr(record, "ids", {})
    return ids
