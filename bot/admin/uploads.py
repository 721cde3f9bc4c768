"""Files on their way into the corpus: staged, read for trial, and then taken in or dropped.

Until an admin decides, nothing of them is in the corpus.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bot.admin.comparison import compare
from bot.admin.file_name import readable_stem
from bot.admin.inspection import Inspection
from bot.admin.services import AdminServices
from bot.conversation.services import Expired
from bot.conversation.session import Session
from bot.errors import FilesNotMoved, StoreUnavailable
from bot.messages.one_line import one_line
from bot.store.topics import NOBODY
from bot.store.uploads import Finding, StagedFile, State, Upload, new_upload
from corpus.errors import UnreadableFile
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode

JOIN_SECONDS = 10
"""Files that are sent within so long of each other are one upload: an album, or several in a row."""
SHOWN_NAME = 120


class StillReading(Exception):
    """There are files in the upload that its report does not name yet."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it comes in: its content, or why there is none."""

    shown: str
    suffix: str = ""
    content: bytes = b""
    refusal: Reason | None = None


def refusal(name: str, size: int, max_bytes: int) -> Reason | None:
    """Why a file need not even be downloaded; None where it may be."""
    from corpus.reading.article_file import check_type

    try:
        check_type(suffix_of(name))
    except UnreadableFile as error:
        return error.reason
    if size > max_bytes:
        return Reason(ReasonCode.TOO_LARGE, {"size": size / 1e6, "limit": max_bytes / 1e6})
    return None


def suffix_of(name: str) -> str:
    """The only thing that a sender's name decides: the type. It is used in a path only when `refusal` knows it."""
    return PurePosixPath(name).suffix.lower()


def stage(admin_services: AdminServices, session: Session, sent_at: float, arrivals: Sequence[Arrival]) -> Upload:
    """Keep files, beside those that were just sent or as a new upload. Raises StoreUnavailable, FilesNotMoved."""
    admin_services.staging.sweep()
    files = [_staged(admin_services, arrival) for arrival in arrivals]
    person = session.person or NOBODY
    with admin_services.store.database.transaction():
        upload = admin_services.store.uploads.latest_open(session.chat, person)
        if upload is None or sent_at - upload.sent_at > JOIN_SECONDS:
            upload = new_upload(session.chat, person, sent_at)
        upload = replace(upload, files=(*upload.files, *files), sent_at=max(sent_at, upload.sent_at))
        admin_services.store.uploads.keep(upload)
    return upload


def note_findings(admin_services: AdminServices, token: str, names: Sequence[str], inspections: Sequence[Inspection]) -> Upload:
    """Compare what was read with the index, and keep what came of it. Raises StoreUnavailable."""
    findings = dict(zip(names, compare(admin_services.services, inspections), strict=True))
    with admin_services.store.database.transaction():
        upload = _open(admin_services, token)
        files = [replace(file, finding=findings.get(file.staged or "", file.finding)) for file in upload.files]
        upload = replace(upload, files=tuple(files))
        admin_services.store.uploads.keep(upload)
    return upload


def note_report(admin_services: AdminServices, token: str, message: int) -> None:
    """Remember which message reports on an upload. Raises StoreUnavailable."""
    with admin_services.store.database.transaction():
        if upload := admin_services.store.uploads.get(token):
            admin_services.store.uploads.keep(replace(upload, message=message))


def take(admin_services: AdminServices, session: Session, token: str) -> Upload:
    """Move every file that gives an article and was not left out into the corpus, or none; where a process ended at it, go on.

    Raises StillReading, Expired, StoreUnavailable, FilesNotMoved.
    """
    with admin_services.store.database.transaction():
        found = _undecided(admin_services, session, token, "taking")
        upload = moved = replace(found, state="taking")
        admin_services.store.uploads.keep(upload)
    try:
        for number, file in enumerate(upload.files):
            if file.wanted:
                besides = [each.taken for each in moved.files if each.taken] if found.state == "taking" else None
                moved = moved.with_file(number, _taken_in(admin_services, file, besides))
        moved = replace(moved, state="taken")
        admin_services.store.uploads.keep(moved)
    except (FilesNotMoved, StoreUnavailable, Expired):
        give_back(admin_services, moved)
        admin_services.store.uploads.keep(replace(upload, state="open"))
        raise
    with suppress(FilesNotMoved):  # what is left there is swept up in a week
        admin_services.staging.discard(upload.staged)
    return moved


def leave_out(admin_services: AdminServices, session: Session, token: str, number: int) -> Upload:
    """Leave a file out, or take it in with the others after all. Raises StillReading, Expired, StoreUnavailable."""
    with admin_services.store.database.transaction():
        upload = _undecided(admin_services, session, token)
        if number >= len(upload.files) or not upload.files[number].good:
            raise Expired
        file = upload.files[number]
        upload = upload.with_file(number, replace(file, left=not file.left))
        admin_services.store.uploads.keep(upload)
    return upload


def drop(admin_services: AdminServices, session: Session, token: str) -> Upload:
    """Forget the files. Raises StillReading, Expired, StoreUnavailable, FilesNotMoved."""
    upload = _claim(admin_services, session, token, "dropped")
    admin_services.staging.discard(upload.staged)
    return upload


def give_back(admin_services: AdminServices, upload: Upload) -> int:
    """Take the files of an upload out of the corpus again, into the staging folder; how many. Raises FilesNotMoved."""
    taken = [(file.taken, file.staged) for file in upload.files if file.taken and file.staged]
    for path, staged in taken:
        admin_services.staging.take_out(path, staged)
    return len(taken)


def _staged(admin_services: AdminServices, arrival: Arrival) -> StagedFile:
    shown = one_line(arrival.shown, SHOWN_NAME) or "?"
    if arrival.refusal is not None:
        return StagedFile(shown, None, Finding(rejections=(Rejection("", arrival.refusal),)))
    return StagedFile(shown, admin_services.staging.put(arrival.suffix, arrival.content))


def _taken_in(admin_services: AdminServices, file: StagedFile, besides: Collection[str] | None) -> StagedFile:
    if file.staged is None or file.finding is None or not (admin_services.staging.folder / file.staged).is_file():
        raise Expired
    first = file.finding.articles[0]
    stem = readable_stem(first.published, first.heading)
    return replace(file, taken=admin_services.staging.take_in(file.staged, stem, besides=besides))


def _claim(admin_services: AdminServices, session: Session, token: str, state: State) -> Upload:
    """Decide on an open upload, once, in the chat that it was sent in. Nothing can join it any more."""
    with admin_services.store.database.transaction():
        upload = replace(_undecided(admin_services, session, token), state=state)
        admin_services.store.uploads.keep(upload)
    return upload


def _undecided(admin_services: AdminServices, session: Session, token: str, *also: State) -> Upload:
    """An open upload of this chat, or one that is in a state `also`, all of which has been read."""
    upload = _open(admin_services, token, *also)
    if upload.chat != session.chat:
        raise Expired
    if upload.unread:
        raise StillReading
    return upload


def _open(admin_services: AdminServices, token: str, *also: State) -> Upload:
    upload = admin_services.store.uploads.get(token)
    if upload is None or upload.state not in ("open", *also):
        raise Expired
    return upload
