"""Simplified and traditional characters: from one to the other, and which of them a text is written in."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Protocol, cast

from corpus.language.character_table import CharacterTable
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import word_list

_LONE_SURROGATE = lazy_pattern(r"[\ud800-\udfff]")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def simplified(text: str) -> str:
    """The text in simplified characters, one for one. A lone surrogate, which is no character that a library takes, becomes a space."""
    return _converter("t2s").convert(_LONE_SURROGATE.sub(" ", text))


def lightly_simplified(text: str) -> str:
    """The characters of traditional.txt simplified, one for one and without a library: enough to find kinds of parks, places and times."""
    return text.translate(_characters())


def unified(text: str) -> str:
    """Half width, lower case and lightly simplified, one character for one, so that offsets hold."""
    return text.translate(_UNIFIED)


def _unified(char: str) -> str:
    new = unicodedata.normalize("NFKC", lightly_simplified(char)).lower()
    return new if len(new) == 1 else char


_UNIFIED = CharacterTable(_unified)


@functools.cache
def _characters() -> Mapping[int, str]:
    return str.maketrans({pair[0]: pair[1] for pair in word_list("traditional.txt")})


def traditional(text: str) -> str:
    """The text in traditional characters and the words that go with them in Taiwan: 文件 becomes 檔案."""
    return _converter("s2twp").convert(text)


def is_traditional(text: str) -> bool:
    """Whether a text has more characters that are traditional only than such as are simplified only."""
    readable = text.encode("utf-8", "replace").decode()
    told_apart = _changes(readable, "t2s")
    return told_apart > 0 and told_apart > _changes(readable, "s2t")


def one_spelling(spelt: Counter[str]) -> dict[str, str]:
    """Names that differ in script alone as one: each by the spelling that is counted most often."""
    plain = {name: simplified(name) for name in spelt}
    best = {plain[name]: name for name, _ in reversed(spelt.most_common())}
    return {name: best[plain[name]] for name in spelt}


def _changes(text: str, way: str) -> int:
    return sum(before != after for before, after in zip(text, _converter(way).convert(text), strict=False))


@functools.cache
def _converter(way: str) -> _Converter:
    import opencc

    return cast(_Converter, opencc.OpenCC(way))
