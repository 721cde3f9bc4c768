"""/reindex: a dry run, or with `now` or `full` the reindex itself; and when none can begin."""

from __future__ import annotations

from bot.admin.response import AdminResponse, ReindexJob
from bot.admin.services import AdminServices
from bot.conversation.audit import note
from bot.conversation.command import Arguments
from bot.conversation.response import Response
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.texts.wording import Texts
from retrieval.building.lock import reindex_elsewhere


def reindex(admin_services: AdminServices, session: Session, arguments: Arguments) -> Response:
    """Say what a reindex would change; with `now` or `full`, begin it."""
    texts, word = admin_services.texts(session), next(iter(arguments.words.lower().split()), "")
    at_once = word in {"now", "full"}
    refusal = not_now(admin_services, texts) if at_once else _busy(admin_services, texts)
    if refusal:
        note(admin_services.store, session, "reindex", "not now: a reindex is running")
        return Response(send=Message(refusal))
    return AdminResponse(reindex=ReindexJob(full=word == "full", dry_run=not at_once))


def not_now(admin_services: AdminServices, texts: Texts) -> str | None:
    """Why nothing can be done to the index now; None where it can."""
    return _busy(admin_services, texts) or another_reindex(admin_services, texts)


def another_reindex(admin_services: AdminServices, texts: Texts) -> str | None:
    """What to say where another process reindexes, such as cron."""
    holder = reindex_elsewhere(admin_services.index)
    return texts.admin.reindex_elsewhere.format(holder=holder) if holder else None


def _busy(admin_services: AdminServices, texts: Texts) -> str | None:
    return texts.reindex_running if admin_services.reindexing() else None
