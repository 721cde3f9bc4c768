"""News media by name, as a pattern: known titles, and places joined to what papers and stations call themselves (media.toml)."""

from __future__ import annotations

from corpus.language.places import PLACE
from corpus.language.vocabulary import any_of, table, words

_MEDIA = {name: any_of(words(listed)) for name, listed in table("media.toml").items()}

KNOWN_MEDIUM = f"(?:{_MEDIA['known']}|{PLACE}(?:市|省|特区)?{_MEDIA['of_places']})"
"""A medium that is recognised wherever it stands, also in the middle of running text."""

ANY_MEDIUM = rf"(?:{KNOWN_MEDIUM}|(?<![\u4e00-\u9fff0-9A-Za-z”’》])[\u4e00-\u9fff]{{1,8}}{_MEDIA['of_any_name']})"
"""Also an unknown name, when it begins where a word visibly begins."""
