"""Archives (.zip): the files in them, those of archives in them too, each with its name as people see it or with what is wrong.

Nothing is ever written to disk, so a name can lead nowhere; one that tries to is refused all the same.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from lzma import LZMAError
from typing import BinaryIO, cast

from corpus.errors import UnreadableFile
from corpus.reason import Reason, ReasonCode

DAMAGE = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, ValueError, OSError)
"""What Python's zipfile raises for an archive that it cannot unpack; a RuntimeError also where it knows no such compression."""
SUFFIX = ".zip"

_IN_UTF8 = 0x800
_ENCRYPTED = 1
_MAX_RATIO = 200
_RATIO_FROM = 1_000_000
_OUTSIDE = re.compile(r"^(?:/|[A-Za-z]:)|(?:^|/)\.\.(?:/|$)")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    name: str
    """In the outermost archive, with forward slashes; that of an inner archive counts as a folder."""
    size: int
    """Bytes, unpacked: no more than so many are ever read."""
    fault: Reason | None
    """Why it is not to be read."""
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    @property
    def is_archive(self) -> bool:
        """Whether it is unpacked too, rather than read: what it holds comes after it."""
        return self.fault is None and self.name.lower().endswith(SUFFIX)

    def open(self) -> BinaryIO:
        """Its contents. Opening and reading raise what `DAMAGE` lists."""
        return cast(BinaryIO, self.archive.open(self.info))


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a file would unpack to far more than any document does, by the sizes that the directory declares."""
    return info.file_size > _RATIO_FROM and info.file_size > _MAX_RATIO * max(1, info.compress_size)


def is_encrypted(info: zipfile.ZipInfo) -> bool:
    """Whether a file needs a password."""
    return bool(info.flag_bits & _ENCRYPTED)


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """Read the directory of an archive. Raises UnreadableFile where it has none."""
    try:
        return zipfile.ZipFile(file)
    except DAMAGE as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=SUFFIX, error=str(error)) from error


def members(archive: zipfile.ZipFile, within: str = "") -> Iterator[Member]:
    """Every file, in the order of the archive; those of an archive in it behind that one, which is unpacked only then."""
    for info in archive.infolist():
        if info.is_dir():
            continue
        member = _member(archive, info, within)
        yield member
        if member.is_archive:
            yield from _inner(member)


def _inner(member: Member) -> Iterator[Member]:
    try:
        with member.open() as file:
            inner = zipfile.ZipFile(io.BytesIO(file.read()))
    except DAMAGE as error:
        yield replace(member, fault=Reason(ReasonCode.BROKEN, {"format": SUFFIX, "error": str(error)}))
    else:
        yield from members(inner, f"{member.name}/")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, within: str) -> Member:
    name = _name(info)
    too_deep = bool(within) and name.lower().endswith(SUFFIX)
    return Member(f"{within}{name}", info.file_size, Reason(ReasonCode.NESTED_ARCHIVE) if too_deep else _fault(info, name), archive, info)


def _fault(info: zipfile.ZipInfo, name: str) -> Reason | None:
    if _OUTSIDE.search(name):
        return Reason(ReasonCode.UNSAFE_NAME)
    if is_encrypted(info):
        return Reason(ReasonCode.ENCRYPTED, {"format": SUFFIX})
    if is_bomb(info):
        return Reason(ReasonCode.ZIP_BOMB, {"parts": 1, "unpacked": info.file_size / 1e6})
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was written: without the mark for UTF-8 it is in whatever the writer's system used, in China GB18030."""
    name = info.filename
    if not info.flag_bits & _IN_UTF8:
        raw = name.encode("cp437")
        name = next((text for charset in ("utf-8", "gb18030", "big5") if (text := _decoded(raw, charset))), name)
    return name.replace("\\", "/")


def _decoded(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except UnicodeDecodeError:
        return None
