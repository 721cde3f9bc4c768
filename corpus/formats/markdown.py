"""Markdown: front matter with the article's fields, then text whose marks go while its words stay."""

from __future__ import annotations

import re

from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.language.dates import parse_date

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([\w\u4e00-\u9fff-]+)\s*[:：][ \t]*(.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^\s{0,3}#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_LINE_MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$|^[ \t]{0,3}\|?[ \t:|-]{0,200}-{3}[ \t:|-]{0,200}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*`\n]+?)(?<=\S)\1")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,500}>")


def parse(data: bytes) -> Document:
    """Return the article with the fields of its front matter: title, published (or date), publisher (or source), url, parks."""
    text = decode(data).removeprefix("\ufeff")
    fields: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        fields = {name.lower(): value.strip("'\"") for name, value in _FIELD.findall(match[1])}
        text = text[match.end() :]
    heading = _HEADING.search(text)
    return Document(
        text=_plain(text),
        title=fields.get("title") or (_plain(heading[1]).strip() if heading else None),
        published=parse_date(fields.get("published") or fields.get("date") or ""),
        publisher=fields.get("publisher") or fields.get("source") or None,
        url=fields.get("url") or None,
        parks=_list(fields.get("parks", "")),
    )


def _plain(text: str) -> str:
    for pattern in (_COMMENT, _FENCE, _RULE, _IMAGE, _LINE_MARKS, _TAG):
        text = pattern.sub("", text)
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))


def _list(value: str) -> tuple[str, ...]:
    parts = re.split(r"[,，、]", value.strip("[]"))
    return tuple(name for part in parts if (name := part.strip(" '\"")))
