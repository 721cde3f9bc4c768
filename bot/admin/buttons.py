"""Admins' buttons and what each does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bot.admin.feedback import ExportFeedback, disliked_file, liked_file
from bot.admin.gaps import ExportGaps, find_gaps, gaps_file
from bot.admin.reindex_report import BeginReindex, CancelReindex, UndoReindex
from bot.admin.reindexing import another_reindex, not_now
from bot.admin.rejected import RejectedPage, rejected_page
from bot.admin.response import AdminResponse, ReindexJob
from bot.admin.services import AdminServices
from bot.admin.undoing import undo, undo_problem
from bot.admin.upload_report import Discard, LeaveOut, OfUpload, TakeIn, upload_report
from bot.admin.uploads import StillReading, drop, leave_out, take
from bot.conversation.action import Action
from bot.conversation.audit import note
from bot.conversation.response import Response
from bot.conversation.services import Expired
from bot.conversation.session import Role, Session
from bot.errors import FilesNotMoved
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.texts.sentences import in_language
from bot.texts.wording import Texts
from corpus.errors import ParkQAError

TOAST_LENGTH = 200
D = TypeVar("D", bound=CallbackData)
Do = Callable[[AdminServices, Session, D], Response]


def _row(kind: type[D], do: Do[D]) -> Action[AdminServices, D]:
    return Action(kind, do, Role.ADMIN)


def _at_rest(do: Do[D]) -> Do[D]:
    """The same, only while nobody reindexes."""

    def do_at_rest(admin_services: AdminServices, session: Session, data: D) -> Response:
        if refusal := not_now(admin_services, admin_services.texts(session)):
            note(admin_services.store, session, data.name, "not now: a reindex is running")
            return Response(refusal[:TOAST_LENGTH])
        return do(admin_services, session, data)

    return do_at_rest


def _undecidable(admin_services: AdminServices, error: StillReading | Expired, data: OfUpload, texts: Texts) -> Response:
    """What to say of an upload that waits to be read, or that was decided on before."""
    if isinstance(error, StillReading):
        return AdminResponse(texts.admin.still_reading, unread=data.upload)
    upload = admin_services.store.uploads.get(data.upload)
    taken = upload is not None and upload.state == "taken"
    return Response(texts.admin.upload_in_already if taken else texts.admin.upload_gone, buttons=())


def _not_moved(admin_services: AdminServices, session: Session, error: ParkQAError) -> str:
    reason = in_language(str(error), admin_services.services.language(session))
    return admin_services.texts(session).admin.files_not_moved.format(reason=reason)


def _take(admin_services: AdminServices, session: Session, data: TakeIn) -> Response:
    """Files are taken in while the bot reindexes too: another reindex follows."""
    texts = admin_services.texts(session)
    if not admin_services.reindexing() and (refusal := another_reindex(admin_services, texts)):
        return Response(refusal[:TOAST_LENGTH])
    try:
        upload = take(admin_services, session, data.upload)
    except (StillReading, Expired) as error:
        return _undecidable(admin_services, error, data, texts)
    except FilesNotMoved as error:
        note(admin_services.store, session, "take in an upload", f"failed: {error}")
        return Response(send=Message(_not_moved(admin_services, session, error)))
    note(admin_services.store, session, "take in an upload", ", ".join(file.taken for file in upload.files if file.taken))
    return AdminResponse(edit=upload_report(upload, texts), reindex=ReindexJob(upload=upload.token))


def _leave(admin_services: AdminServices, session: Session, data: LeaveOut) -> Response:
    texts = admin_services.texts(session)
    try:
        return Response(edit=upload_report(leave_out(admin_services, session, data.upload, data.file), texts))
    except (StillReading, Expired) as error:
        return _undecidable(admin_services, error, data, texts)


def _drop(admin_services: AdminServices, session: Session, data: Discard) -> Response:
    texts = admin_services.texts(session)
    try:
        upload = drop(admin_services, session, data.upload)
    except (StillReading, Expired) as error:
        return _undecidable(admin_services, error, data, texts)
    note(admin_services.store, session, "drop an upload", f"{len(upload.files)} files")
    return Response(edit=upload_report(upload, texts))


def _begin(admin_services: AdminServices, session: Session, data: BeginReindex) -> Response:
    return AdminResponse(buttons=(), reindex=ReindexJob(in_place=True, sure=True))


def _cancel(admin_services: AdminServices, session: Session, data: CancelReindex) -> Response:
    note(admin_services.store, session, "reindex", "cancelled after the dry run")
    return Response(edit=Message(admin_services.texts(session).admin.cancelled))


def _undo(admin_services: AdminServices, session: Session, data: UndoReindex) -> Response:
    texts = admin_services.texts(session)
    try:
        message = undo(admin_services, session, data.reindex, texts)
    except Expired:
        return Response(texts.admin.undone_already, buttons=())
    except ParkQAError as error:
        note(admin_services.store, session, "undo a reindex", f"failed: {error}")
        problem = undo_problem(error, texts) or _not_moved(admin_services, session, error)
        return Response(send=Message(problem))
    note(admin_services.store, session, "undo a reindex", message.text)
    return Response(buttons=(), send=message)


def _rejected(admin_services: AdminServices, session: Session, data: RejectedPage) -> Response:
    return Response(edit=rejected_page(admin_services, data.page, admin_services.texts(session)))


def _gaps(admin_services: AdminServices, session: Session, data: ExportGaps) -> Response:
    gaps = find_gaps(admin_services)
    if not gaps:
        return Response(admin_services.texts(session).oversight.no_gaps)
    note(admin_services.store, session, "export the gaps", f"{len(gaps)} questions")
    return Response(file=gaps_file(gaps))


def _feedback(admin_services: AdminServices, session: Session, data: ExportFeedback) -> Response:
    opinions = admin_services.store.feedback.all()
    file = liked_file(opinions) if data.good else disliked_file(opinions)
    if not file.content:
        return Response(admin_services.texts(session).oversight.no_feedback)
    note(admin_services.store, session, "export opinions", file.name)
    return Response(file=file)


ACTIONS: Sequence[Action[AdminServices, Any]] = (
    _row(TakeIn, _take),
    _row(LeaveOut, _leave),
    _row(Discard, _drop),
    _row(BeginReindex, _at_rest(_begin)),
    _row(CancelReindex, _cancel),
    _row(UndoReindex, _at_rest(_undo)),
    _row(RejectedPage, _rejected),
    _row(ExportGaps, _gaps),
    _row(ExportFeedback, _feedback),
)
