"""A font for Chinese text whose file brings none, on a machine without Chinese fonts.

PDFium leaves out a character that stands alone and has no outline: 7月18日 became 7 18日. `any_character.ttf` has one glyph, a box half
as wide as a Han character, and names it for every character; it only lends its outline, the characters themselves come from the file.
"""

from __future__ import annotations

import ctypes
from importlib.resources import files

import pypdfium2
import pypdfium2.raw as pdfium

_HANDLE = 4096
_CHARSETS = frozenset(
    (pdfium.FXFONT_SHIFTJIS_CHARSET, pdfium.FXFONT_HANGEUL_CHARSET, pdfium.FXFONT_GB2312_CHARSET, pdfium.FXFONT_CHINESEBIG5_CHARSET)
)


def provide_font() -> None:
    """Lend the font wherever the system has none; once in a process."""
    if pypdfium2.PdfSysfontBase.SINGLETON is None:
        _LentFont(files("corpus.formats.pdf").joinpath("any_character.ttf").read_bytes()).setup()


class _LentFont(pypdfium2.PdfSysfontBase):  # type: ignore[misc]
    """What PDFium asks for fonts; the names of its methods are PDFium's."""

    def __init__(self, font: bytes) -> None:
        super().__init__()
        self._font = font

    def MapFont(self, _: object, weight: int, italic: int, charset: int, pitch: int, face: object, exact: object) -> int | None:  # noqa: N802, PLR0917
        found: int | None = self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)
        return found or (_HANDLE if charset in _CHARSETS else None)

    def GetFontData(self, _: object, font: int, table: int, buffer: object, size: int) -> int:  # noqa: N802
        if font != _HANDLE:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        if table:
            return 0
        if buffer and size >= len(self._font):
            ctypes.memmove(buffer, self._font, len(self._font))  # type: ignore[arg-type]
        return len(self._font)

    def GetFaceName(self, _: object, font: int, buffer: object, size: int) -> int:  # noqa: N802
        return 0 if font == _HANDLE else int(self.default.GetFaceName(self.default, font, buffer, size))

    def GetFontCharset(self, _: object, font: int) -> int:  # noqa: N802
        return int(pdfium.FXFONT_GB2312_CHARSET if font == _HANDLE else self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: object, font: int) -> None:  # noqa: N802
        if font != _HANDLE:
            self.default.DeleteFont(self.default, font)
