"""Whether a sentence can be read by itself, or leans on the one before: 其中…, 该项目…, 二是…. The words stand in leaning_words.toml.

All functions take a sentence as it is written, in either script.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import lightly_simplified
from corpus.language.vocabulary import any_of, table

_FILE = "leaning_words.toml"
_BEFORE = r"[\s“”\"'‘「『（(]*(?:据(?:悉|了解|介绍)[，,:：])?"
_NOUN = lazy_pattern(r"[^，。；：,;:]*\d[^，。；：,;:]*的")
"""What makes of a figure at the head the attribute of a subject: 总投资36亿元的华铎电池项目."""


class Counting(NamedTuple):
    """A way of counting the items of a list: how its first item begins, and how the others do."""

    first: re.Pattern[str]
    others: re.Pattern[str]

    def counts(self, sentence: str) -> bool:
        """Whether the sentence is an item."""
        plain = _plain(sentence)
        return bool(self.first.match(plain) or self.others.match(plain))

    def begins(self, sentence: str) -> bool:
        """Whether it is the first one, or of a kind that is not numbered."""
        return bool(self.first.match(_plain(sentence)))


def leans(sentence: str) -> bool:
    """Whether it points back, or tells something of what only the sentence before names."""
    plain = _plain(sentence)
    return bool(_pointing().match(plain) or (_bare().match(plain) and not _NOUN.match(plain)))


def counting_of(sentence: str) -> Counting | None:
    """How the list counts of which the sentence is an item; None where it is none."""
    plain = _plain(sentence)
    if not _any_counting().match(plain):
        return None
    return next((counting for counting in _countings() if counting.first.match(plain) or counting.others.match(plain)), None)


def tells_who_said(sentence: str) -> bool:
    """Whether it (园区主任顾闻舟说) tells no more than who said what stands before it."""
    return _saying().fullmatch(_plain(sentence)) is not None


def _plain(sentence: str) -> str:
    return lightly_simplified(sentence).lower()


@functools.cache
def _pointing() -> re.Pattern[str]:
    return lazy_pattern(_BEFORE + any_of(table(_FILE)["pointing"]))


@functools.cache
def _bare() -> re.Pattern[str]:
    return lazy_pattern(_BEFORE + any_of(table(_FILE)["bare"]))


@functools.cache
def _saying() -> re.Pattern[str]:
    return lazy_pattern(any_of(table(_FILE)["saying"]))


@functools.cache
def _any_counting() -> re.Pattern[str]:
    """Most sentences are no item of any list, and are looked at once."""
    patterns = (pattern for pair in table(_FILE)["counting"].items() for pattern in pair)
    return lazy_pattern(_BEFORE + f"(?:{'|'.join(f'(?:{each})' for each in patterns)})")


@functools.cache
def _countings() -> Sequence[Counting]:
    pairs = table(_FILE)["counting"].items()
    return [Counting(lazy_pattern(_BEFORE + f"(?:{first})"), lazy_pattern(_BEFORE + f"(?:{others})")) for first, others in pairs]
