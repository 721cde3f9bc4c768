"""Chinese characters as pinyin without tones, so that Pingyin in a question meets 平阴 in a report."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path

from corpus.language.character_table import CharacterTable
from corpus.language.lazy_pattern import lazy_pattern

_TONES = lazy_pattern("[\u0300\u0301\u0304\u030c]")
_MERGED = lazy_pattern("(?<=[zcs])h|(?<=[ei]n)g")
"""What many leave out where they should say it."""
_LONGEST_NAME = 4
SHORTEST_PINYIN = 5
"""Letters from which on a word that could be pinyin is taken for a name, without a capital or a kind of park to say so."""
_LATIN_NAME = lazy_pattern(r"[a-z][a-z'’-]+")


def romanise(text: str) -> str:
    """Pinyin of the Chinese characters with nothing between them; ASCII letters and digits as they are, all else left out."""
    return text.translate(_SOUNDS)


def sounds_like(one: str, other: str) -> bool:
    """Whether two texts of Chinese characters sound the same, but for tones and what many do not tell apart: zh and z, ing and in."""
    return _as_many_say(one) == _as_many_say(other)


@functools.lru_cache(4096)
def _as_many_say(text: str) -> tuple[str, ...]:
    return tuple(_MERGED.sub("", _reading(char)) for char in text)


@functools.lru_cache(4096)
def is_pinyin(word: str) -> bool:
    """Whether a lower-case word reads as the pinyin of two characters or more, as names of places do and few English words."""
    return _syllables().fullmatch(word) is not None


@functools.cache
def _syllables() -> re.Pattern[str]:
    syllables = {reading for char in _readings() if len(reading := _reading(chr(char))) > 1 and reading.isascii() and reading.isalpha()}
    return re.compile(f"(?:{'|'.join(sorted(syllables, key=len, reverse=True))}){{2,}}")


@functools.cache
def _readings_of(char: str) -> tuple[str, ...]:
    """All readings of a character without their tones, the most frequent first; one that is empty where it has none."""
    if char.isascii():
        return (char if char.isalnum() else "",)
    return tuple(dict.fromkeys(map(_without_tone, _readings().get(ord(char), "").split(","))))


@functools.cache
def _reading(char: str) -> str:
    """A character's most frequent reading."""
    return _readings_of(char)[0]


def _without_tone(reading: str) -> str:
    decomposed = _TONES.sub("", unicodedata.normalize("NFD", reading))
    return unicodedata.normalize("NFC", decomposed).replace("ü", "v")


_SOUNDS = CharacterTable(_reading)


@functools.cache
def _readings() -> Mapping[int, str]:
    """The readings of each character, the most frequent first. The package as a whole would load those of 47,000 phrases with them."""
    package = find_spec("pypinyin")
    assert package and package.origin, "pypinyin is not installed"  # noqa: S101
    table = spec_from_file_location("pinyin_dict", Path(package.origin).with_name("pinyin_dict.py"))
    assert table and table.loader  # noqa: S101 (a file has a loader)
    module = module_from_spec(table)
    table.loader.exec_module(module)
    readings: Mapping[int, str] = module.pinyin_dict
    return readings


@functools.lru_cache(1024)
def name_in(text: str, pinyin: str) -> str:
    """The first characters of a text that read as a name in lower-case pinyin, four at most; empty where there are none.

    Where none do by their most frequent readings, by any: 曾琰 is Zengyan, 尉迟 is Yuchi.
    """
    return _name_in(text, pinyin, lambda char: _readings_of(char)[:1]) or _name_in(text, pinyin, _readings_of)


def _name_in(text: str, pinyin: str, readings: Callable[[str], tuple[str, ...]]) -> str:
    def end_of(rest: str, start: int, most: int) -> int:
        """Where the characters end that read as the rest of the name; 0 where they do not."""
        for reading in readings(text[start : start + 1]) if most and start < len(text) else ():
            if reading and rest.startswith(reading):
                left = rest[len(reading) :]
                if end := end_of(left, start + 1, most - 1) if left else start + 1:
                    return end
        return 0

    ends = ((start, end_of(pinyin, start, _LONGEST_NAME)) for start in range(len(text)))
    return next((text[start:end] for start, end in ends if end), "")


def is_heard(name: str, text: str, sounds: str) -> bool:
    """Whether a text whose pinyin is known has a name in Latin letters, by any readings of its characters."""
    return name in sounds or (is_pinyin(name) and bool(name_in(text, name)))


def ways_to_read(name: str) -> Iterator[str]:
    """The pinyin of a name by all readings of its characters, the most frequent first; of a long name by these only."""
    if len(name) > _LONGEST_NAME:
        yield romanise(name)
        return
    yield from dict.fromkeys("".join(readings) for readings in product(*map(_readings_of, name)))


def latin_names(text: str) -> tuple[str, ...]:
    """Words of a lower-case text that may be romanised names, hyphens and apostrophes left out: lin-gang → lingang."""
    return tuple(dict.fromkeys(re.sub(r"['’-]", "", word) for word in _LATIN_NAME.findall(text)))
