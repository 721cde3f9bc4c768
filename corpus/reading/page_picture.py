"""The picture of one page of a file, as a JPEG, for whoever wants to see whether its text was recognised rightly."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.archive import DAMAGE, SUFFIX, members, open_archive
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 85


def page_picture(folder: Path, path: str, page: int) -> bytes:
    """A page, counted from 1, of the file that an article names as its path. Raises UnreadableFile, and OSError where it is gone."""
    data, suffix = _content(folder, path), PurePosixPath(path).suffix.lower()
    image = _page(data, page) if suffix == ".pdf" else _band(data, page)
    drawn = io.BytesIO()
    image.save(drawn, "JPEG", quality=_QUALITY)
    return drawn.getvalue()


def _page(data: bytes, page: int) -> Image:
    from PIL import Image

    from corpus.formats.pdf.pdfium import opened, page_pixels

    with opened(data) as document:
        if not 0 < page <= len(document):
            raise UnreadableFile(ReasonCode.NO_TEXT)
        return Image.fromarray(page_pixels(document, page - 1, gray=False)[0])


def _band(data: bytes, page: int) -> Image:
    from corpus.formats.scans.picture import bands_of

    bands = bands_of(data)
    if not 0 < page <= len(bands):
        raise UnreadableFile(ReasonCode.NO_TEXT)
    return bands[page - 1]


def _content(folder: Path, path: str) -> bytes:
    """The bytes of a file, or of one in an archive, which counts as a folder."""
    archive = next((part for part in (folder / path).parents if part.suffix.lower() == SUFFIX and part.is_file()), None)
    if archive is None:
        return (folder / path).read_bytes()
    name = (folder / path).relative_to(archive).as_posix()
    try:
        with archive.open("rb") as file, open_archive(file) as opened_archive:
            for member in members(opened_archive):
                if member.name == name and member.fault is None:
                    with member.open() as content:
                        return content.read()
    except DAMAGE as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=SUFFIX, error=str(error)) from error
    raise FileNotFoundError(path)
