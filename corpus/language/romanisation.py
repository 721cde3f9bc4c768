"""Chinese characters as pinyin without tones, so that Pingyin in a question meets 平阴 in a report."""

from __future__ import annotations

import functools
import re

_LATIN_NAME = re.compile(r"[a-z][a-z'’-]+")


def romanise(text: str) -> str:
    """Pinyin of the Chinese characters with nothing between them; ASCII letters and digits as they are, all else left out."""
    return "".join(map(_reading, text))


@functools.cache
def _reading(char: str) -> str:
    """A character's most frequent reading."""
    if char.isascii():
        return char if char.isalnum() else ""
    from pypinyin.constants import PINYIN_DICT  # only an English question needs it
    from pypinyin.contrib.tone_convert import to_normal

    return to_normal(PINYIN_DICT.get(ord(char), "").split(",")[0]).replace("ü", "v")


def latin_names(text: str) -> tuple[str, ...]:
    """Words of a lower-case text that may be romanised names, hyphens and apostrophes left out: lin-gang → lingang."""
    return tuple(dict.fromkeys(re.sub(r"['’-]", "", word) for word in _LATIN_NAME.findall(text)))
