"""为什么, 谁说的, 还有吗, 再详细点, 全文: what people write below an answer to ask something of the sentence just shown.

They are no questions: searching for the words would find chance passages. The phrases stand in bare_requests.toml.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from corpus.language.script import simplified

_NO_WORD = re.compile(r"[^\w']+|_")


class BareRequest(StrEnum):
    """What is wanted of the sentence just shown; each has its phrases."""

    WHY = "why"
    SOURCE = "source"
    SURE = "sure"
    MORE = "more"
    CONTEXT = "context"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class _Phrases:
    requests: Mapping[str, BareRequest]
    courtesies: re.Pattern[str]
    """What may stand before and after a phrase."""


def bare_request(typed: str) -> BareRequest | None:
    """What somebody wants of the sentence just shown; None to a question of its own."""
    phrases = _load()
    words = _plain(typed)
    return phrases.requests.get(words) or phrases.requests.get(_core(words, phrases.courtesies))


@functools.cache
def _load() -> _Phrases:
    listed = tomllib.loads(files("bot.conversation").joinpath("bare_requests.toml").read_text(encoding="utf-8"))
    leads, tails = (_any_of(listed[place]) for place in ("leads", "tails"))
    courtesies = re.compile(rf"^(?:(?:{leads})\s*)+|(?:\s*(?:{tails}))+$")
    requests = {phrase: request for request in BareRequest for phrase in listed[request]}
    return _Phrases({_core(phrase, courtesies): request for phrase, request in requests.items()} | requests, courtesies)


def _any_of(words: Sequence[str]) -> str:
    """Latin words only as whole ones: the a of article is none."""
    return "|".join(rf"{word}\b" if word.isascii() else word for word in sorted(words, key=len, reverse=True))


def _plain(typed: str) -> str:
    """In simplified, lower-case characters, without anything between the words but single spaces."""
    return _NO_WORD.sub(" ", simplified(unicodedata.normalize("NFKC", typed)).lower().replace("’", "'")).strip()


def _core(words: str, courtesies: re.Pattern[str]) -> str:
    """Without courtesies; all of it where it consists of them."""
    return courtesies.sub("", words).strip() or words
