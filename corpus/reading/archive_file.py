"""An archive (.zip) to articles: each file in it is read as one of its name would be in a folder called like the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.archive import DAMAGE, SUFFIX, Member, members, open_archive
from corpus.reading.litter import is_litter, is_of_saved_page
from corpus.reading.one_file import Opening, read_file
from corpus.reading.source_file import Reading, Rejection, rejected, together
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise

_MOST_FILES = 10_000
_UNPACKED_FACTOR = 20
"""How many times the limit for a file an archive may have, packed and unpacked."""
_OFFICE = "[Content_Types].xml"


def read_archive(opening: Opening, path: str, size: int, rules: ReadingRules, recognise: Recognise | None) -> Reading:
    """Read every file in an archive; of bad ones the reasons are in `rejections`. Raises OSError where it cannot be opened."""
    limit = rules.max_bytes * _UNPACKED_FACTOR
    try:
        if not size:
            raise UnreadableFile(ReasonCode.EMPTY_FILE)
        if size > limit:
            raise UnreadableFile(ReasonCode.TOO_LARGE, size=size / 1e6, limit=limit / 1e6)
        with opening() as file, open_archive(file) as archive:
            found = _checked(members(archive), limit)
            return together([_read(member, path, rules, recognise) for member in found])
    except UnreadableFile as error:
        return Reading((), (Rejection(path, error.reason),))


def _checked(found: Iterable[Member], limit: int) -> list[Member]:
    """All that is to be read, by the sizes that the archive declares. Raises UnreadableFile where the whole gives no article."""
    kept: list[Member] = []
    unpacked = 0
    for member in found:
        unpacked += 0 if member.fault else member.size
        kept.extend([] if member.is_archive or is_litter(PurePosixPath(member.name).parts) else [member])
        if len(kept) > _MOST_FILES or unpacked > limit:
            raise UnreadableFile(ReasonCode.ARCHIVE_TOO_LARGE, files=_MOST_FILES, limit=limit / 1e6)
    names = {member.name for member in kept}
    kept = [member for member in kept if not _is_of_saved_page(PurePosixPath(member.name), names)]
    if not kept:
        raise UnreadableFile(ReasonCode.EMPTY_ARCHIVE)
    if any(member.name == _OFFICE for member in kept):
        raise UnreadableFile(ReasonCode.BINARY, kind="Office (.docx, .xlsx)")
    if all(member.fault and member.fault.code == ReasonCode.ENCRYPTED for member in kept):
        raise UnreadableFile(ReasonCode.ENCRYPTED, format=SUFFIX)
    return kept


def _is_of_saved_page(path: PurePosixPath, names: Collection[str]) -> bool:
    return any(is_of_saved_page(str(folder), names) for folder in path.parents)


def _read(member: Member, path: str, rules: ReadingRules, recognise: Recognise | None) -> Reading:
    place = f"{path}/{member.name}"
    if member.fault:
        return Reading((), (Rejection(place, member.fault),))
    try:
        return read_file(member.open, place, member.size, rules, recognise)
    except DAMAGE as error:
        return rejected(place, ReasonCode.BROKEN, format=SUFFIX, error=str(error))
