"""Office files (.docx, .xlsx) are archives: a look at the directory that a zip bomb does not survive."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadableFile
from corpus.formats.archive import DAMAGE, is_bomb, is_encrypted
from corpus.reason import ReasonCode

_MAX_ENTRIES = 5_000
_MAX_UNPACKED = 200_000_000
_MAX_XML = 60_000_000


def check_archive(data: bytes, format: str) -> frozenset[str]:
    """The names in the archive. Refuses, by the sizes that its directory declares, what would fill the memory when unpacked.

    `format` is the suffix, for the reasons of UnreadableFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except DAMAGE as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=format, error=str(error)) from error
    unpacked = sum(entry.file_size for entry in entries)
    widest = max((entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))), default=0)
    if len(entries) > _MAX_ENTRIES or unpacked > _MAX_UNPACKED or widest > _MAX_XML or any(map(is_bomb, entries)):
        raise UnreadableFile(ReasonCode.ZIP_BOMB, parts=len(entries), unpacked=unpacked / 1e6)
    if any(map(is_encrypted, entries)):
        raise UnreadableFile(ReasonCode.ENCRYPTED, format=format)
    return frozenset(entry.filename for entry in entries)
