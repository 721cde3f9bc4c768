"""Lists of words as patterns, and the data files beside this module: the only place that opens them, each once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text that are divided by white space."""
    return tuple(text.split())


def any_of(vocabulary: Iterable[str]) -> str:
    """Return a pattern that matches the longest word of the vocabulary that stands at a place."""
    return "(?:" + "|".join(sorted(vocabulary, key=len, reverse=True)) + ")"


@functools.cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a .txt file: running text, with comments in lines that begin with #."""
    return words("\n".join(_lines(name)))


@functools.cache
def entries(name: str) -> Mapping[str, tuple[str, ...]]:
    """What each line `word = other words` of a .txt file says."""
    pairs = (line.split(" = ") for line in _lines(name))
    return {word: words(others) for word, others in pairs}


@functools.cache
def table(name: str) -> Mapping[str, Any]:
    """A .toml file as its library reads it; whoever asks for it gives it types."""
    return tomllib.loads(_text(name))


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).splitlines() if not line.startswith("#")]


def _text(name: str) -> str:
    return files("corpus.language").joinpath(name).read_text(encoding="utf-8")
