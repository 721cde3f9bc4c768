"""Markdown: front matter with the article's fields, then text whose marks go while its words stay."""

from __future__ import annotations

import html
import re

from corpus.formats.captions import take_caption
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.front_matter import split_front_matter
from corpus.formats.html.fragment import read_fragment
from corpus.formats.records import declared
from corpus.formats.table import table_lines
from corpus.formats.wrapped_lines import unwrapped

_HEADING = re.compile(r"^\s{0,3}#[ \t]+(.+?)[ \t#]*$|^[ \t]{0,3}(\S[^\n]*)\n[ \t]{0,3}={2,}[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^[ \t]{0,3}(?:={2,}|-{2,})[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^[^\S\n]*(?:```|~~~).*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.{0,2000}?-->|%%(?=\S).{0,2000}?%%|\{\{[<%].{0,500}?[>%]\}\}", re.DOTALL)
"""Of HTML and of notebooks, and the calls to templates that site generators fill in."""
_LINE_MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$|^[ \t]{0,3}\|?[ \t:|-]{0,200}-{3}[ \t:|-]{0,200}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)")
_WIKI_PICTURE = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_NOTE_MARKS = re.compile(r"^\[!\w{2,20}\][+-]?[ \t]*|(?<=\S)[ \t]+\^[\w-]{1,40}[ \t]*$", re.MULTILINE)
"""What notebooks write before a call-out, and the names that they give to lines."""
_HIGHLIGHTED = re.compile(r"==(?=[^\s=])([^=\n]{1,500})==")
_EMPHASIS = re.compile(r"(\*\*|\*|`)(?=\S)([^*`\n]+?)(?<=\S)\1")
_UNDERSCORED = re.compile(r"__(?=\S)((?:(?!__)[^\n])+?)(?<=\S)__")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}~~")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,500}>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NOTE = re.compile(r"^[ \t]{0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(\S.*)$", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_DELIMITER = re.compile(r"^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_TABLE = re.compile(r"^\s*<table[\s>]", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")


def parse(data: bytes) -> Document:
    """Return the article with the fields of its front matter, under any of their usual names: title, date, source, url, parks."""
    fields, text = split_front_matter(decode(data).removeprefix("\ufeff").replace("\r\n", "\n"))
    heading = _HEADING.search(text)
    lines, rows = _lines(_with_notes(text))
    found = declared(fields)
    return Document(
        text="\n".join(lines),
        title=found.title or (_plain(heading[1] or heading[2]).strip() if heading else None),
        published=found.published,
        publisher=found.publisher,
        url=found.url,
        parks=found.parks,
        rows=frozenset(rows),
    )


def _with_notes(text: str) -> str:
    """Each footnote after the line that refers to it, which loses the mark."""
    notes = dict(_NOTE.findall(text))
    lines: list[str] = []
    for line in _NOTE.sub("", text).split("\n"):
        lines.append(_REFERENCE.sub("", line))
        lines.extend(notes.pop(name) for name in _REFERENCE.findall(line) if name in notes)
    return "\n".join([*lines, *notes.values()])


def _lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of the text, and those of them that are rows of tables."""
    source = _FENCE.sub("", _COMMENT.sub("", text)).split("\n")
    lines: list[str] = []
    rows: list[str] = []
    prose: list[str] = []
    index = 0
    while index < len(source):
        end = _page_table_end(source, index)
        if end > index:
            lines.extend(_plain("\n".join(prose)).split("\n"))
            prose = []
            text, of_table = read_fragment("\n".join(source[index:end]))
            lines.extend(text.split("\n"))
            rows.extend(of_table)
            index = end
            continue
        end = _table_end(source, index)
        if end == index:
            prose.append(source[index])
            index += 1
            continue
        lines.extend(_plain("\n".join(prose)).split("\n"))
        prose = []
        caption = take_caption(lines)
        table = table_lines([_cells(row) for row in (source[index], *source[index + 2 : end])], caption, 1)
        lines.extend(table)
        rows.extend(table[1:] if caption else table)
        index = end
    return unwrapped([*lines, *_plain("\n".join(prose)).split("\n")]), rows


def _page_table_end(lines: list[str], start: int) -> int:
    """Where a table in HTML that starts here ends; `start` where none does."""
    if not _TABLE.match(lines[start]):
        return start
    return next((index + 1 for index in range(start, len(lines)) if "</table>" in lines[index].lower()), start)


def _table_end(lines: list[str], start: int) -> int:
    """Where the table that starts here ends; `start` where none does."""
    if start + 2 >= len(lines) or "|" not in lines[start] or not _DELIMITER.match(lines[start + 1]) or "|" not in lines[start + 1]:
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end if end > start + 2 else start


def _cells(row: str) -> list[str]:
    return [_plain(cell) for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


def _plain(text: str) -> str:
    for pattern in (_UNDERLINED, _RULE, _IMAGE, _WIKI_PICTURE, _LINE_MARKS, _NOTE_MARKS, _TAG, _STRUCK):
        text = pattern.sub("", text)
    for pattern in (_WIKI_LINK, _LINK, _HIGHLIGHTED):
        text = pattern.sub(r"\1", text)
    text = _UNDERSCORED.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return html.unescape(_ESCAPED.sub(r"\1", text))
