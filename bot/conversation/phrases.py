"""Messages that consist of one phrase: lists of such phrases by name, in a .toml file beside this module.

`leads` and `tails` are words of courtesy that may stand before and after any of them. All is simplified Chinese or lower-case English.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from corpus.language.script import simplified

_NO_WORD = re.compile(r"[^\w']+|_")


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The lists of a file."""

    names: Mapping[str, str]
    """By phrase, the list that it stands in."""
    courtesies: re.Pattern[str]

    def list_of(self, typed: str) -> str | None:
        """The list that a message stands in, whatever its script, case and punctuation; None where it says anything else."""
        words = _plain(typed)
        return self.names.get(words) or self.names.get(_core(words, self.courtesies))


@functools.cache
def load_phrases(file: str) -> PhraseBook:
    """Read a file of phrases, once."""
    listed = tomllib.loads(files("bot.conversation").joinpath(file).read_text(encoding="utf-8"))
    leads, tails = (_any_of(listed.pop(place)) for place in ("leads", "tails"))
    courtesies = re.compile(rf"^(?:(?:{leads})\s*)+|(?:\s*(?:{tails}))+$")
    names = {phrase: name for name, phrases in listed.items() for phrase in phrases}
    return PhraseBook({_core(phrase, courtesies): name for phrase, name in names.items()} | names, courtesies)


def _any_of(words: Sequence[str]) -> str:
    """Latin words only as whole ones: the a of article is none."""
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in sorted(words, key=len, reverse=True))


def _plain(typed: str) -> str:
    """In simplified, lower-case characters, without anything between the words but single spaces."""
    return _NO_WORD.sub(" ", simplified(unicodedata.normalize("NFKC", typed)).lower().replace("’", "'")).strip()


def _core(words: str, courtesies: re.Pattern[str]) -> str:
    """Without courtesies; all of it where it consists of them."""
    return courtesies.sub("", words).strip() or words
