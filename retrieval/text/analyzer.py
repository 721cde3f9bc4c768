"""Text to terms for lexical search: jieba's words and character bigrams of the normalised text.

Words find what a dictionary knows, bigrams find the names that it does not (Kwok 1997, "Comparing representations in Chinese information
retrieval", SIGIR). Normalising (NFKC, lower case, simplified characters, one writing for figures and kinds of parks) happens here only:
quotes keep the article's own characters.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from corpus.language.folding import FINGERPRINT, SHORT_FORMS, fold
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import simplified
from corpus.language.unit_signs import powers_told
from retrieval.text.segmenter import Segmenter
from retrieval.text.terms import Terms

_RUN = lazy_pattern(r"[一-鿿㐀-䶿\U00020000-\U0003ffff]+|[a-z0-9]+(?:[.%][a-z0-9]*[a-z0-9])*%?|\w")
_HAN = lazy_pattern(r"[一-鿿㐀-䶿\U00020000-\U0003ffff]")


class CutsWords(Protocol):
    """What cuts a run of simplified Chinese characters into words; see `retrieval.text.segmenter`."""

    def words(self, run: str) -> Iterator[str]: ...

    def search_words(self, run: str) -> Iterator[str]: ...


class Analyzer:
    """Terms of passages and questions."""

    fingerprint = f"jieba-0.42-search+bigrams:nfkc-lower-t2s-{FINGERPRINT}"

    def __init__(self, segmenter: Callable[[Iterable[str]], CutsWords] = Segmenter) -> None:
        """`segmenter` is made with our own words on the first text, not now: all make the same words, at another price."""
        self._make_segmenter = segmenter

    def terms(self, text: str) -> Terms:
        """Words and bigrams in reading order, repetitions kept."""
        runs = _RUN.findall(self.normalize(text))
        words = [word for run in runs for word in (self._segmenter.search_words(run) if _HAN.match(run) else (run,))]
        bigrams = [gram for run in runs for gram in (_bigrams(run) if _HAN.match(run) else (run,))]
        return Terms(tuple(words), tuple(bigrams))

    def simplify(self, text: str) -> str:
        """NFKC, lower case, simplified characters; 10⁴ told before NFKC makes 104 of it."""
        return simplified(unicodedata.normalize("NFKC", powers_told(text)).lower())

    def normalize(self, text: str) -> str:
        """The form in which texts are compared: simplified, with one writing for figures and kinds of parks. Length may change."""
        return fold(self.simplify(text))

    def dictionary_words(self, run: str) -> list[str]:
        """A run of simplified Chinese characters as words of the dictionary; what it does not have comes as single characters."""
        return list(self._segmenter.words(run))

    @functools.cached_property
    def _segmenter(self) -> CutsWords:
        return self._make_segmenter(SHORT_FORMS)


def _bigrams(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
