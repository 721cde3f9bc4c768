"""Records of an article as programs write them: fields under any of their usual names, texts with HTML or doubly escaped breaks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.field_names import USUAL_NAMES, FieldNames, plain_name
from corpus.formats.wrapped_lines import unwrapped
from corpus.language.timestamps import parse_timestamp
from corpus.language.vocabulary import words
from corpus.reason import ReasonCode

Record = Mapping[str, Any]

_NAMED = frozenset({*USUAL_NAMES["publisher"], *USUAL_NAMES["url"], *USUAL_NAMES["parks"]})
"""Objects inside a record that are one field with names of its own; all others hold fields of the record, as search engines export them."""
_LISTS = words("articles data items rows list results records docs hits")
_PART_TEXTS = ("text", "content", "value")
_MARKUP = re.compile(r"<(?:p|br|div|span|table|img|strong|section|a|b|h[1-6])\b[^<>]{0,2000}/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|ldquo|rdquo|lt|gt|amp|quot|mdash|hellip|middot|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:r\\n|[nrt]|u([0-9a-fA-F]{4}))")
_SEPARATORS = re.compile(r"[,，、;；|]")
_BESIDE_NAME = re.compile(r"^(?:信息|文章|稿件|新闻)?(?:来源|來源|出处)\s*[:：]\s*|\s*\|\s*\d{1,4}$")
"""What a field holds beside the name: the label that stood on the page, the number of an address in a list."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a record says of its article."""

    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    parks: tuple[str, ...]


def document_of(record: Record, id: str | None = None, names: FieldNames = USUAL_NAMES) -> Document:
    """The article of a record; `id` is for one that has none of its own. Raises UnreadableFile that says what the record lacks."""
    fields = _fields(record)
    text = next((text for name in names["text"] if (text := _text(fields.get(name)))), None)
    if text is None:
        raise UnreadableFile(ReasonCode.NO_TEXT_FIELD)
    found = _declared(fields, names)
    lines, rows = _plain(text)
    return Document(
        text=lines,
        id=_id(fields, names) or found.url or id or _refuse(),
        title=html.unescape(found.title) if found.title else None,
        published=found.published,
        publisher=found.publisher,
        url=found.url,
        parks=found.parks,
        rows=rows,
    )


def declared(record: Record, names: FieldNames = USUAL_NAMES) -> Declared:
    """The fields of a record beside its text; what is empty or of another type is none."""
    return _declared(_fields(record), names)


def _declared(fields: Record, names: FieldNames) -> Declared:
    days = (_day(fields.get(name)) for name in names["published"])
    return Declared(
        title=next(_strings(fields, names["title"]), None),
        published=next((day for day in days if day), None),
        publisher=next(
            (name for text in _strings(fields, names["publisher"]) if (name := _BESIDE_NAME.sub("", text)) and "://" not in name), None
        ),
        url=next(_strings(fields, names["url"]), None),
        parks=next((parks for name in names["parks"] if (parks := _list(fields.get(name)))), ()),
    )


def records_in(value: object, names: FieldNames) -> Iterator[object]:
    """The records that a JSON value holds: those of a list, of an object with a list, or the object itself.

    A list may hold such objects too, as databases write out their tables.
    """
    if isinstance(value, list):
        tables = [inner for each in value if isinstance(inner := _inner(each, names), list)]
        if tables and not any(isinstance(each, dict) and has_text(_fields(each), names) for each in value):
            value = [record for table in tables for record in table]
        yield from value
        return
    if isinstance(value, dict) and _is_by_id(value, names):
        yield from ({"id": id, **record} for id, record in value.items())
        return
    inner = _inner(value, names)
    yield from [value] if inner is None else records_in(inner, names)


def _is_by_id(value: Record, names: FieldNames) -> bool:
    """Whether an object holds records by their ids and nothing else."""
    return len(value) > 1 and all(isinstance(each, dict) and has_text(each, names) for each in value.values())


def _inner(value: object, names: FieldNames) -> object:
    """What holds the records of an object that is none itself; None where it is one."""
    if not isinstance(value, dict) or has_text(_fields(value), names):
        return None
    return next((value[name] for name in _LISTS if isinstance(value.get(name), list | dict)), None)


def has_text(keys: Iterable[str], names: FieldNames) -> bool:
    """Whether one of the keys is that of a text: rows below such a header are articles."""
    return not {plain_name(key) for key in keys}.isdisjoint(names["text"])


def _fields(record: Record) -> dict[str, Any]:
    inner = {
        name: value for name, value in record.items() if isinstance(value, dict) and (plain_name(name) not in _NAMED or name == "_source")
    }
    found: dict[str, Any] = {}
    for fields in (record, *inner.values()):
        for name, value in fields.items():
            if value is not inner.get(name):
                found.setdefault(plain_name(name), value)
    return found


def _text(value: object) -> str:
    """A text, also where it is a list of its paragraphs, or of parts with a text each; empty where it is none."""
    if isinstance(value, list):
        parts = (next(filter(None, map(each.get, _PART_TEXTS)), None) if isinstance(each, dict) else each for each in value)
        value = "\n".join(part for part in parts if isinstance(part, str))
    return value if isinstance(value, str) and value.strip() else ""


def _id(fields: Mapping[str, Any], names: FieldNames) -> str | None:
    for name in names["id"]:
        value = fields.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def _refuse() -> str:
    raise UnreadableFile(ReasonCode.NO_ID)


def _strings(fields: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = fields.get(name)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    return parse_timestamp(value)


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = _SEPARATORS.split(value)
    return tuple(name for each in value if isinstance(each, str) and (name := each.strip())) if isinstance(value, list) else ()


def _plain(text: str) -> tuple[str, frozenset[str]]:
    """The text as it is read, and the lines of it that are rows of tables."""
    if _ESCAPED.search(text) and "\n" not in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\n", text)
    text = text.replace("<\\/", "</")
    if _MARKUP.search(text) or _MARKUP.search(unescaped := html.unescape(text)):
        from corpus.formats.html.fragment import read_fragment

        return read_fragment(text if _MARKUP.search(text) else unescaped)
    return "\n".join(unwrapped((unescaped if _ENTITY.search(text) else text).splitlines())), frozenset()
