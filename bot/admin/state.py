"""How things are: the index in use, the versions on disk, and the bot itself."""

from __future__ import annotations

from contextlib import suppress

from bot.admin.office import Office
from bot.admin.vital_signs import vital_lines, vital_signs
from bot.messages.message import Message
from bot.monitoring.index_status import read_status
from bot.monitoring.metrics import Metrics
from bot.monitoring.reports import status_text
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import IndexUnavailable

SHOWN_VERSIONS = 6


def state_message(office: Office, metrics: Metrics, texts: Texts, *, busy: bool) -> Message:
    """Everything that /status says; `busy` says that a reindex runs."""
    try:
        said = status_text(read_status(office.settings), texts)
    except ParkQAError as error:
        said = texts.status_problem.format(reason=error)
    parts = [said, *_versions(office, texts), "", *vital_lines(vital_signs(metrics), texts.oversight)]
    return Message("\n".join([*parts, *(["", texts.status_reindexing] if busy else [])]))


def _versions(office: Office, texts: Texts) -> list[str]:
    said, engine, current = texts.oversight, office.engine, None
    with suppress(IndexUnavailable):
        current = engine.current()
    named = []
    for version in reversed(engine.versions()[-SHOWN_VERSIONS:]):
        template = said.version_in_use if version == current else said.version
        named.append(template.format(version=version, created=_made(office, version)))
    return [said.versions.format(versions=texts.comma.join(named))] if named else []


def _made(office: Office, version: str) -> str:
    """To the minute, UTC."""
    try:
        return office.engine.manifest(version).created_at[:16].replace("T", " ")
    except IndexUnavailable:
        return "?"
