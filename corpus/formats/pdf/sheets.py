"""A sheet: what is read in one direction on one page. Most pages are one; a turned table beside an upright page number makes two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.formats.pdf.characters import Characters
from corpus.formats.pdf.drawings import Segment
from corpus.formats.pdf.pieces import Piece, pieces
from corpus.formats.pdf.scripts import with_scripts


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pieces of one page in one direction."""

    page: int
    """Counted from 0."""
    height: float
    """Of the page, for who reads in that direction, in points."""
    pieces: tuple[Piece, ...]
    rules: tuple[Segment, ...]
    pictures: tuple[Segment, ...]

    def without(self, gone: Iterable[Piece]) -> Sheet:
        """The sheet without some of its pieces."""
        ids = {id(piece) for piece in gone}
        return replace(self, pieces=tuple(piece for piece in self.pieces if id(piece) not in ids)) if ids else self


def sheet(page: int, characters: Characters) -> Sheet:
    """Characters as a sheet of pieces, with raised and lowered ones in their places."""
    return Sheet(page, characters.height, tuple(with_scripts(pieces(characters))), characters.rules, characters.pictures)


def body_size(sheets: Sequence[Sheet]) -> float:
    """The size of the font that most of the text is printed in; cells of tables hardly count."""
    sizes: Counter[float] = Counter()
    for each in sheets:
        for piece in each.pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.characters) ** 2
    return sizes.most_common(1)[0][0] if sizes else 0.0
