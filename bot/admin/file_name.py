"""Names for files that come into the corpus: readable, and nothing that their sender could steer."""

from __future__ import annotations

import unicodedata
from datetime import date

LONGEST = 60
"""Characters of a title in a name; at most four bytes each, where a file system takes 255."""


def readable_stem(published: date | None, title: str | None) -> str:
    """`2024-02-09-园区表彰企业`: letters and digits of the title, whatever else it holds as single hyphens."""
    normal = unicodedata.normalize("NFC", title or "")
    words = "".join(character if character.isalnum() else " " for character in normal).split()
    readable = "-".join(words)[:LONGEST].strip("-")
    return f"{published.isoformat() if published else 'undated'}-{readable or 'article'}"
