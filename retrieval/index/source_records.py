"""What the corpus files were when they were last read, so that a file that did not change is not read again.

The records belong to one index version, and to the code that read the files: after a crash at the wrong moment, or an upgrade of
that code, every file is read again and nothing else is lost.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import corpus
from corpus.formats.scans.text_reader import installed_version
from corpus.reading.source_file import Rejection, SourceFile, rejection_from
from corpus.settings import ReadingRules
from retrieval.index.durable_files import replace_file

_CHECKSUM = ', "checksum": '
"""Stands before the checksum of all that stands before it, closed by a brace."""
_READER_SUFFIXES = {".py", ".toml", ".txt"}


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One corpus file and what became of it."""

    source: SourceFile
    articles: tuple[str, ...]
    """Ids of the articles that were indexed."""
    rejections: tuple[Rejection, ...]
    """What of the file holds no article."""
    taken_ids: tuple[Rejection, ...]
    """Articles left out because another file had their id first. They may come in when that file goes, so this one is then read again."""

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        return (*self.rejections, *self.taken_ids)


def save_records(path: Path, version: str, records: Iterable[SourceRecord], rules: ReadingRules) -> None:
    """Write the records of `version`, replacing those of any other."""
    content = json.dumps(
        {"version": version, "reader": _reader(), "rules": _as_json(rules), "sources": [_plain(record) for record in records]}
    )
    replace_file(path, f"{content[:-1]}{_CHECKSUM}{zlib.crc32(content.encode())}}}")


def load_records(path: Path, version: str, rules: ReadingRules | None = None) -> dict[str, SourceRecord]:
    """The records of `version` by path of the file; none when they are missing, unreadable, of another version or reader.

    With `rules`, none also when the files were read by others.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text)
        if content["checksum"] != zlib.crc32(f"{text[: text.rindex(_CHECKSUM)]}}}".encode()):
            return {}
        if (content["version"], content["reader"]) != (version, _reader()):
            return {}
        if rules and content["rules"] != _as_json(rules):
            return {}
        records = [_record(entry) for entry in content["sources"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {record.source.path: record for record in records}


def _as_json(rules: ReadingRules) -> dict[str, Any]:
    """As it is read again."""
    return {"max_bytes": rules.max_bytes, "keys": {field: list(names) for field, names in rules.keys.items()}}


def _plain(record: SourceRecord) -> dict[str, Any]:
    return {
        "source": {"path": record.source.path, "size": record.source.size, "modified_ns": record.source.modified_ns},
        "articles": record.articles,
        "rejections": [rejection.as_dict() for rejection in record.rejections],
        "taken_ids": [rejection.as_dict() for rejection in record.taken_ids],
    }


def _record(entry: Mapping[str, Any]) -> SourceRecord:
    return SourceRecord(
        source=SourceFile(**entry["source"]),
        articles=tuple(entry["articles"]),
        rejections=tuple(map(rejection_from, entry["rejections"])),
        taken_ids=tuple(map(rejection_from, entry["taken_ids"])),
    )


def _reader() -> str:
    """Digest of the code that turns files into articles, of its tables, and of what recognises text where that is installed.

    What lies in `articles` is no part of it.
    """
    digest, folder = blake2b(digest_size=8), Path(corpus.__file__).parent
    for path in sorted(folder.rglob("*")):
        if path.suffix in _READER_SUFFIXES and path.relative_to(folder).parts[0] != "articles":
            digest.update(path.read_bytes())
    digest.update((installed_version() or "").encode())
    return digest.hexdigest()
