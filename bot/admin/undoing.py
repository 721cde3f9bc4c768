"""Taking a reindex back: the version before is used again, and what was taken in for it leaves the corpus."""

from __future__ import annotations

from dataclasses import replace

from bot.admin.services import AdminServices
from bot.admin.uploads import give_back
from bot.conversation.services import Expired
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.building.rollback import roll_back
from retrieval.errors import IndexIncompatible, ReindexRunning, VersionPruned, VersionSuperseded


def undo(admin_services: AdminServices, session: Session, token: str, texts: Texts) -> Message:
    """Take a reindex back; what to say of it. Raises Expired, ParkQAError; `undo_problem` has words for the latter."""
    reindex = admin_services.store.reindexes.get(token)
    if reindex is None or reindex.chat != session.chat or not reindex.can_be_undone:
        raise Expired
    upload = admin_services.store.uploads.get(reindex.upload) if reindex.upload else None
    restored = 0

    def restore() -> None:
        nonlocal restored
        restored = give_back(admin_services, upload) if upload else 0

    roll_back(admin_services.engine, admin_services.index, made=reindex.made, before=reindex.before, restore=restore)
    with admin_services.store.database.transaction():
        admin_services.store.reindexes.keep(reindex._replace(undone=True))
        if upload:
            admin_services.store.uploads.keep(replace(upload, state="dropped"))
    lines = [texts.admin.undone.format(version=reindex.before)] if reindex.made else []
    return Message("\n".join([*lines, *([texts.admin.undone_files.format(count=restored)] if restored else [])]))


def undo_problem(error: ParkQAError, texts: Texts) -> str | None:
    """Why a reindex cannot be taken back; None for an error of another kind."""
    match error:
        case VersionSuperseded():
            return texts.admin.undo_superseded
        case VersionPruned():
            return texts.admin.undo_pruned
        case IndexIncompatible():
            return texts.admin.undo_incompatible
        case ReindexRunning():
            return texts.reindex_running
        case _:
            return None
