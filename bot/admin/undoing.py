"""Taking a reindex back: the version before is used again, and what was taken in for it leaves the corpus."""

from __future__ import annotations

from dataclasses import replace

from bot.admin.office import Office
from bot.admin.uploads import give_back
from bot.dialogue.desk import Expired
from bot.dialogue.visitor import Visitor
from bot.messages.message import Message
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import IndexIncompatible, ReindexRunning, VersionPruned, VersionSuperseded
from retrieval.indexing.rollback import roll_back


def undo(office: Office, visitor: Visitor, token: str, texts: Texts) -> Message:
    """Take a reindex back; what to say of it. Raises Expired, ParkQAError; `undo_problem` has words for the latter."""
    reindex = office.store.reindexes.get(token)
    if reindex is None or reindex.chat != visitor.chat or not reindex.can_be_undone:
        raise Expired
    upload = office.store.uploads.get(reindex.upload) if reindex.upload else None
    restored = 0

    def restore() -> None:
        nonlocal restored
        restored = give_back(office, upload) if upload else 0

    roll_back(office.engine, office.index, made=reindex.made, before=reindex.before, restore=restore)
    with office.store.database.transaction():
        office.store.reindexes.keep(reindex._replace(undone=True))
        if upload:
            office.store.uploads.keep(replace(upload, state="dropped"))
    said = [texts.admin.undone.format(version=reindex.before)] if reindex.made else []
    return Message("\n".join([*said, *([texts.admin.undone_files.format(count=restored)] if restored else [])]))


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
