"""Characters as a person sees them: other codes of one and the same character, and codes of none, which programs write into texts."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import word_list

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Soft hyphens, zero widths, directions, choices of a variant and byte order marks."""
_LINE_ENDS = "\u0085\u2028\u2029"
_ALIKE = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44"
"""Radicals, compatibility ideographs, ligatures, and marks for vertical text."""
_ODD = lazy_pattern(f"[{_UNSEEN}{_LINE_ENDS}{_ALIKE}]")


def visible(text: str) -> str:
    """The text as it looks, every character with its ordinary code. Units such as ㎡ and full-width letters are what they look like."""
    return _ODD.sub(lambda match: _ordinary(match[0]), text)


@functools.cache
def _ordinary(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    return _radicals().get(char) or (unicodedata.normalize("NFKC", char) if re.match(f"[{_ALIKE}]", char) else "")


@functools.cache
def _radicals() -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in word_list("radicals.txt")}
