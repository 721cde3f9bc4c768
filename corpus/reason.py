"""Why a file, or a line of a .jsonl file, gives no article or less than all of it: a code, and what is particular to the case.

A front end puts it into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Detail = str | int | float


class ReasonCode(StrEnum):
    """What may be wrong; below each code stand its details, as a text for it may name them in braces."""

    UNSUPPORTED_TYPE = "unsupported_type"
    """{suffix}, {known}: suffixes that are read"""
    SAVE_AS = "save_as"
    """{suffix}, {other}: the suffix of a type that is read"""
    NO_SUFFIX = "no_suffix"
    """{known}"""
    CANNOT_BE_OPENED = "cannot_be_opened"
    """{error}"""
    BEING_WRITTEN = "being_written"
    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    """{size}, {limit}: megabytes"""
    TOO_COSTLY = "too_costly"
    """The process that reads it took too much memory or time."""
    UNREADABLE = "unreadable"
    """{error}: what a library says of a damaged file"""

    BINARY = "binary"
    """{kind}: of file that it is in truth"""
    BINARY_AS_TEXT = "binary_as_text"
    UNKNOWN_CHARSET = "unknown_charset"
    DAMAGED_TEXT = "damaged_text"
    """{encoding}: named by the mark at the beginning"""
    CONTROL_CHARACTERS = "control_characters"
    LOST_CHARACTERS = "lost_characters"
    QUESTION_MARKS = "question_marks"
    FOREIGN_LETTERS = "foreign_letters"
    PRIVATE_CHARACTERS = "private_characters"
    RARE_IDEOGRAPHS = "rare_ideographs"
    RARE_IDEOGRAPHS_FROM = "rare_ideographs_from"
    """{start}: the character from which on the text is garbled"""
    HALF_CHARACTER = "half_character"
    ENCODED = "encoded"
    PINYIN = "pinyin"
    """How characters are read stands behind them, all through the text."""

    NO_TEXT = "no_text"
    NO_TEXT_BESIDE_FRAME = "no_text_beside_frame"
    SCANNED = "scanned"
    """Its pages are pictures, and text recognition is not installed; so with the two below."""
    PICTURE = "picture"
    PICTURE_PAGES = "picture_pages"
    """{pages}: their numbers, {count}, {total}; the other pages give the article"""
    NOTHING_RECOGNISED = "nothing_recognised"
    """In any picture of the file."""
    PAGES_WITHOUT_TEXT = "pages_without_text"
    """{pages}, {count}, {total}: pictures in which no text was found"""
    TOO_MANY_PICTURES = "too_many_pictures"
    """{pages}, {count}, {total}: that were not read; {limit}: of how many are"""
    RECOGNISED_PAGES = "recognised_pages"
    """{pages}, {count}, {total}: that were read from their pictures"""
    TOO_MANY_PIXELS = "too_many_pixels"
    """{pixels}, {limit}: millions"""
    FRAMES = "frames"
    FURTHER_PAGES = "further_pages"
    """What a file holds is the first of several pages on the web."""
    TEXT_IN_SCRIPT = "text_in_script"

    BROKEN = "broken"
    """{format}, {error}"""
    ENCRYPTED = "encrypted"
    """{format}"""
    OLD_WORD = "old_word"
    NO_WORD_DOCUMENT = "no_word_document"
    ZIP_BOMB = "zip_bomb"
    """{parts}, {unpacked}: megabytes"""
    ARCHIVE_TOO_LARGE = "archive_too_large"
    """{files}: how many it may hold, {limit}: megabytes"""
    EMPTY_ARCHIVE = "empty_archive"
    NESTED_ARCHIVE = "nested_archive"
    """An archive in an archive in an archive."""
    UNSAFE_NAME = "unsafe_name"
    """Of a file in an archive."""
    TOO_MANY_CHARACTERS = "too_many_characters"
    """{limit}: on one page, or in all"""
    TOO_MANY_PAGES = "too_many_pages"
    """{pages}, {limit}"""

    TOO_MANY_CELLS = "too_many_cells"
    """{sheet}, {limit}"""

    OTHER_ADDRESS = "other_address"
    """{declared}, {host}: what a page says of itself, and where it was fetched. Like the next five, of what gives an article."""
    DATE_AHEAD = "date_ahead"
    """{date}"""
    NO_DATE = "no_date"
    """Neither the file nor its name says when it was published."""
    SHORT = "short"
    """{characters}"""
    TABLE_ROWS = "table_rows"
    """{rows}"""
    RECORDS_WITHOUT_DATE = "records_without_date"
    """{count}, {total}"""

    NO_LINES = "no_lines"
    LINE_TOO_LONG = "line_too_long"
    """{limit}: megabytes"""
    NOT_JSON = "not_json"
    """{error}"""
    NESTED_TOO_DEEPLY = "nested_too_deeply"
    NO_OBJECT = "no_object"
    NO_TEXT_FIELD = "no_text_field"
    NO_ID = "no_id"
    ID_TAKEN = "id_taken"
    """{id}, {path}: of the article that has it"""


@dataclass(frozen=True, slots=True)
class Reason:
    """One code with its details."""

    code: str
    """A `ReasonCode`, or a front end's own for files that never reach the corpus."""
    details: Mapping[str, Detail] = field(default_factory=dict)

    def __str__(self) -> str:
        """For logs: `too_large (size: 22.0, limit: 20.0)`."""
        named = ", ".join(f"{name}: {value}" for name, value in self.details.items())
        return " ".join(f"{self.code} ({named})".split()) if named else self.code
