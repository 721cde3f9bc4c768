"""How things are: the index in use, the versions on disk, and the bot itself."""

from __future__ import annotations

from contextlib import suppress

from bot.admin.index_report import status_text, worker_lines
from bot.admin.services import AdminServices
from bot.admin.vital_signs import vital_lines, vital_signs
from bot.messages.local_time import local_time
from bot.messages.message import Message
from bot.monitoring.index_facts import read_facts
from bot.settings.language import Language
from bot.texts import TEXTS
from bot.texts.sentences import in_language
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import IndexUnavailable

SHOWN_VERSIONS = 6


def state_message(admin_services: AdminServices, language: Language) -> Message:
    """Everything that /status says."""
    texts = TEXTS[language]
    try:
        facts = read_facts(admin_services.settings)
        index = "\n".join((status_text(facts, texts, admin_services.services.zone), *worker_lines(facts, texts, language)))
    except ParkQAError as error:
        index = texts.status_problem.format(reason=in_language(str(error), language))
    parts = [index, *_versions(admin_services, texts), "", *vital_lines(vital_signs(admin_services.metrics), texts.oversight)]
    return Message("\n".join([*parts, *(["", texts.status_reindexing] if admin_services.reindexing() else [])]))


def _versions(admin_services: AdminServices, texts: Texts) -> list[str]:
    oversight, engine = texts.oversight, admin_services.engine
    current, versions, named = None, list[str](), list[str]()
    with suppress(IndexUnavailable):
        versions = engine.versions()
        current = engine.current()
    for version in reversed(versions[-SHOWN_VERSIONS:]):
        template = oversight.version_in_use if version == current else oversight.version
        named.append(template.format(version=version, created=_made(admin_services, version)))
    return [oversight.versions.format(versions=texts.comma.join(named))] if named else []


def _made(admin_services: AdminServices, version: str) -> str:
    try:
        return local_time(admin_services.engine.manifest(version).created_at, admin_services.services.zone)
    except IndexUnavailable:
        return "?"
