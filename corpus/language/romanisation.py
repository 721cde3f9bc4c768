"""Chinese characters as pinyin without tones, so that Pingyin in a question meets 平阴 in a report."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from threading import Lock

_ONE_AT_A_TIME = Lock()
_LATIN_NAME = re.compile(r"[a-z][a-z'’-]+")


def romanise(text: str) -> str:
    """Pinyin of the Chinese characters with nothing between them; ASCII letters and digits as they are, all else left out."""
    return "".join(map(_reading, text))


@functools.cache
def _reading(char: str) -> str:
    """A character's most frequent reading."""
    if char.isascii():
        return char if char.isalnum() else ""
    readings, without_tone = _pinyin()
    return without_tone(readings.get(ord(char), "").split(",")[0]).replace("ü", "v")


@functools.cache
def _pinyin() -> tuple[Mapping[int, str], Callable[[str], str]]:
    """The readings of each character, and what takes their tones away; loaded when the first name is read."""
    with _ONE_AT_A_TIME:  # the package imports itself in a circle: two threads that load it at once find each other in the way
        from pypinyin.constants import PINYIN_DICT
        from pypinyin.contrib.tone_convert import to_normal
    return PINYIN_DICT, to_normal


def latin_names(text: str) -> tuple[str, ...]:
    """Words of a lower-case text that may be romanised names, hyphens and apostrophes left out: lin-gang → lingang."""
    return tuple(dict.fromkeys(re.sub(r"['’-]", "", word) for word in _LATIN_NAME.findall(text)))
