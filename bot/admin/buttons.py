"""What the buttons below admins' reports do. Who may press them is asked at every press, not when they were shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.admin.audit import note, note_refusal
from bot.admin.callback_data import (
    OLD_VERBS,
    BeginReindex,
    CancelReindex,
    Discard,
    ExportFeedback,
    ExportGaps,
    OfUpload,
    RejectedPage,
    TakeIn,
    UndoReindex,
)
from bot.admin.feedback import disliked_file, liked_file
from bot.admin.gaps import find_gaps, gaps_file
from bot.admin.rejected import rejected_page
from bot.admin.services import AdminServices
from bot.admin.undoing import undo, undo_problem
from bot.admin.upload_report import upload_report
from bot.admin.uploads import StillReading, drop, take
from bot.conversation.old_callback_data import modern
from bot.conversation.response import Response
from bot.conversation.services import Expired
from bot.conversation.session import Session
from bot.errors import FilesNotMoved
from bot.messages.callback_data import CallbackData, name_in
from bot.messages.message import Message
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.building.lock import reindex_elsewhere

PREFIX = "admin_"
"""Of the verbs of all buttons that are for admins only."""
TOAST_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a press: something to see, and perhaps something to begin."""

    response: Response
    reindex: bool = False
    """Whether to reindex now."""
    upload: str | None = None
    """Token of the upload that the reindex is for, or that waits to be read."""


Rule = Callable[[AdminServices, Session, Any, Texts], Outcome]


def press(admin_services: AdminServices, session: Session, data: str, *, busy: bool) -> Outcome:
    """What comes of a pressed button; `busy` says that this bot reindexes already. Whoever is no admin is refused."""
    texts = admin_services.services.texts(session)
    if not session.admin:
        note_refusal(admin_services.store, session, f"the button {data}")
        return Outcome(Response(texts.admins_only))
    pressed = modern(data, OLD_VERBS) or _read(data)
    if pressed is None:
        return Outcome(Response(texts.button_unknown))
    if isinstance(pressed, _NEED_PEACE) and (refusal := _not_now(admin_services, texts, busy)):
        note(admin_services.store, session, pressed.name, "not now: a reindex is running")
        return Outcome(Response(refusal))
    return _RULES[type(pressed)](admin_services, session, pressed, texts)


def _read(data: str) -> CallbackData | None:
    kind = _KINDS.get(name_in(data))
    return kind.parse(data) if kind else None


def _not_now(admin_services: AdminServices, texts: Texts, busy: bool) -> str | None:
    """Why nothing can be done to the index now; None where it can."""
    if busy:
        return texts.reindex_running
    holder = reindex_elsewhere(admin_services.index)
    return texts.admin.reindex_elsewhere.format(holder=holder)[:TOAST_LENGTH] if holder else None


def _undecidable(error: StillReading | Expired, pressed: OfUpload, texts: Texts) -> Outcome:
    """What to say of an upload that waits to be read, or that was decided on before."""
    if isinstance(error, StillReading):
        return Outcome(Response(texts.admin.still_reading), upload=pressed.upload)
    return Outcome(Response(texts.admin.upload_gone, buttons=()))


def _take(admin_services: AdminServices, session: Session, pressed: TakeIn, texts: Texts) -> Outcome:
    try:
        upload = take(admin_services, session, pressed.upload)
    except (StillReading, Expired) as error:
        return _undecidable(error, pressed, texts)
    except FilesNotMoved as error:
        note(admin_services.store, session, "take in an upload", f"failed: {error}")
        return Outcome(Response(send=Message(texts.admin.files_not_moved.format(reason=error))))
    note(admin_services.store, session, "take in an upload", ", ".join(file.taken for file in upload.files if file.taken))
    return Outcome(Response(edit=upload_report(upload, texts)), reindex=True, upload=upload.token)


def _drop(admin_services: AdminServices, session: Session, pressed: Discard, texts: Texts) -> Outcome:
    try:
        upload = drop(admin_services, session, pressed.upload)
    except (StillReading, Expired) as error:
        return _undecidable(error, pressed, texts)
    note(admin_services.store, session, "drop an upload", f"{len(upload.files)} files")
    return Outcome(Response(edit=upload_report(upload, texts)))


def _begin(admin_services: AdminServices, session: Session, pressed: BeginReindex, texts: Texts) -> Outcome:
    return Outcome(Response(buttons=()), reindex=True)


def _cancel(admin_services: AdminServices, session: Session, pressed: CancelReindex, texts: Texts) -> Outcome:
    note(admin_services.store, session, "reindex", "cancelled after the dry run")
    return Outcome(Response(edit=Message(texts.admin.cancelled)))


def _undo(admin_services: AdminServices, session: Session, pressed: UndoReindex, texts: Texts) -> Outcome:
    try:
        message = undo(admin_services, session, pressed.reindex, texts)
    except Expired:
        return Outcome(Response(texts.admin.undone_already, buttons=()))
    except ParkQAError as error:
        note(admin_services.store, session, "undo a reindex", f"failed: {error}")
        problem = undo_problem(error, texts) or texts.admin.files_not_moved.format(reason=error)
        return Outcome(Response(send=Message(problem)))
    note(admin_services.store, session, "undo a reindex", message.text)
    return Outcome(Response(buttons=(), send=message))


def _rejected(admin_services: AdminServices, session: Session, pressed: RejectedPage, texts: Texts) -> Outcome:
    return Outcome(Response(edit=rejected_page(admin_services, pressed.page, texts)))


def _gaps(admin_services: AdminServices, session: Session, pressed: ExportGaps, texts: Texts) -> Outcome:
    gaps = find_gaps(admin_services)
    if not gaps:
        return Outcome(Response(texts.oversight.no_gaps))
    note(admin_services.store, session, "export the gaps", f"{len(gaps)} questions")
    return Outcome(Response(file=gaps_file(gaps)))


def _feedback(admin_services: AdminServices, session: Session, pressed: ExportFeedback, texts: Texts) -> Outcome:
    opinions = admin_services.store.feedback.all()
    file = liked_file(opinions) if pressed.good else disliked_file(opinions)
    if not file.content:
        return Outcome(Response(texts.oversight.no_feedback))
    note(admin_services.store, session, "export opinions", file.name)
    return Outcome(Response(file=file))


_RULES: Mapping[type[CallbackData], Rule] = {
    TakeIn: _take,
    Discard: _drop,
    BeginReindex: _begin,
    CancelReindex: _cancel,
    UndoReindex: _undo,
    RejectedPage: _rejected,
    ExportGaps: _gaps,
    ExportFeedback: _feedback,
}
_KINDS = {kind.name: kind for kind in _RULES}
VERBS = tuple(OLD_VERBS)
"""Of all the buttons that are for admins only."""
_NEED_PEACE = (TakeIn, BeginReindex, UndoReindex)
"""Buttons that must not meet a reindex in progress."""
