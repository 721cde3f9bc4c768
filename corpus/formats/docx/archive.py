"""A look at the directory of an Office file's zip that a zip bomb does not survive."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadableFile
from corpus.reason import ReasonCode

_MAX_ENTRIES = 5_000
_MAX_UNPACKED = 200_000_000
_MAX_XML = 60_000_000
_MAX_RATIO = 200
_RATIO_FROM = 1_000_000


def check_archive(data: bytes, format: str) -> frozenset[str]:
    """The names in the archive. Refuses, by the sizes that its directory declares, what would fill the memory when unpacked.

    `format` is the suffix, for the reasons of UnreadableFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=format, error=str(error)) from error
    unpacked = sum(entry.file_size for entry in entries)
    widest = max((entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))), default=0)
    steepest = max((entry.file_size / max(1, entry.compress_size) for entry in entries if entry.file_size > _RATIO_FROM), default=0)
    if len(entries) > _MAX_ENTRIES or unpacked > _MAX_UNPACKED or widest > _MAX_XML or steepest > _MAX_RATIO:
        raise UnreadableFile(ReasonCode.ZIP_BOMB, parts=len(entries), unpacked=unpacked / 1e6)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(ReasonCode.ENCRYPTED, format=format)
    return frozenset(entry.filename for entry in entries)
