"""Files on their way into the corpus: staged, read for trial, and then taken in or dropped.

Until an admin decides, nothing of them is in the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bot.admin.comparison import compare
from bot.admin.file_name import readable_stem
from bot.admin.inspection import Inspection
from bot.admin.office import Office
from bot.dialogue.desk import Expired
from bot.dialogue.visitor import Visitor
from bot.errors import FilesNotMoved, StoreUnavailable
from bot.messages.one_line import one_line
from bot.store.topics import NOBODY
from bot.store.uploads import Finding, StagedFile, State, Upload, new_upload
from corpus.errors import UnreadableFile

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
    refusal: str | None = None


def refusal(name: str, size: int, max_bytes: int) -> str | None:
    """Why a file need not even be downloaded; None where it may be."""
    from corpus.article_file import check_type

    try:
        check_type(suffix_of(name))
    except UnreadableFile as error:
        return one_line(str(error), SHOWN_NAME * 2)
    if size > max_bytes:
        return f"too large: {size / 1e6:.1f} MB, the limit is {max_bytes / 1e6:.0f} MB; split the file"
    return None


def suffix_of(name: str) -> str:
    """The only thing that a sender's name decides: the type. It is used in a path only when `refusal` knows it."""
    return PurePosixPath(name).suffix.lower()


def stage(office: Office, visitor: Visitor, sent_at: float, arrivals: Sequence[Arrival]) -> Upload:
    """Keep files, beside those that were just sent or as a new upload. Raises StoreUnavailable, FilesNotMoved."""
    office.staging.sweep()
    files = [_staged(office, arrival) for arrival in arrivals]
    person = visitor.person or NOBODY
    with office.store.database.transaction():
        upload = office.store.uploads.latest_open(visitor.chat, person)
        if upload is None or sent_at - upload.sent_at > JOIN_SECONDS:
            upload = new_upload(visitor.chat, person, sent_at)
        upload = replace(upload, files=(*upload.files, *files), sent_at=max(sent_at, upload.sent_at))
        office.store.uploads.keep(upload)
    return upload


def note_findings(office: Office, token: str, names: Sequence[str], inspections: Sequence[Inspection]) -> Upload:
    """Compare what was read with the index, and keep what came of it. Raises StoreUnavailable."""
    findings = dict(zip(names, compare(office.desk, inspections), strict=True))
    with office.store.database.transaction():
        upload = _open(office, token)
        files = [replace(file, finding=findings.get(file.staged or "", file.finding)) for file in upload.files]
        upload = replace(upload, files=tuple(files))
        office.store.uploads.keep(upload)
    return upload


def note_report(office: Office, token: str, message: int) -> None:
    """Remember which message reports on an upload. Raises StoreUnavailable."""
    with office.store.database.transaction():
        if upload := office.store.uploads.get(token):
            office.store.uploads.keep(replace(upload, message=message))


def take(office: Office, visitor: Visitor, token: str) -> Upload:
    """Move every file that gives an article into the corpus, or none.

    Raises StillReading, Expired, StoreUnavailable, FilesNotMoved.
    """
    upload = _claim(office, visitor, token, "taken")
    moved = upload
    try:
        for number, file in enumerate(upload.files):
            if file.good:
                moved = moved.with_file(number, _taken_in(office, file))
        office.store.uploads.keep(moved)
    except (FilesNotMoved, StoreUnavailable, Expired):
        give_back(office, moved)
        office.store.uploads.keep(replace(upload, state="open"))
        raise
    office.staging.discard(upload.staged)
    return moved


def drop(office: Office, visitor: Visitor, token: str) -> Upload:
    """Forget the files. Raises StillReading, Expired, StoreUnavailable, FilesNotMoved."""
    upload = _claim(office, visitor, token, "dropped")
    office.staging.discard(upload.staged)
    return upload


def give_back(office: Office, upload: Upload) -> int:
    """Take the files of an upload out of the corpus again, into the staging folder; how many. Raises FilesNotMoved."""
    taken = [(file.taken, file.staged) for file in upload.files if file.taken and file.staged]
    for path, staged in taken:
        office.staging.take_out(path, staged)
    return len(taken)


def _staged(office: Office, arrival: Arrival) -> StagedFile:
    shown = one_line(arrival.shown, SHOWN_NAME) or "?"
    if arrival.refusal is not None:
        return StagedFile(shown, None, Finding(reasons=(arrival.refusal,)))
    return StagedFile(shown, office.staging.put(arrival.suffix, arrival.content))


def _taken_in(office: Office, file: StagedFile) -> StagedFile:
    if file.staged is None or file.finding is None or not (office.staging.folder / file.staged).is_file():
        raise Expired
    first = file.finding.articles[0]
    return replace(file, taken=office.staging.take_in(file.staged, readable_stem(first.published, first.heading)))


def _claim(office: Office, visitor: Visitor, token: str, state: State) -> Upload:
    """Decide on an open upload, once, in the chat that it was sent in. Nothing can join it any more."""
    with office.store.database.transaction():
        upload = _open(office, token)
        if upload.chat != visitor.chat:
            raise Expired
        if upload.unread:
            raise StillReading
        upload = replace(upload, state=state)
        office.store.uploads.keep(upload)
    return upload


def _open(office: Office, token: str) -> Upload:
    upload = office.store.uploads.get(token)
    if upload is None or upload.state != "open":
        raise Expired
    return upload
