"""The segmenter of many texts: rjieba, which is jieba in Rust, the same dictionary and the same model of unknown words.

It cuts twelve times as fast, but has the whole dictionary in memory, after a tenth of a second; a question is better served by the
`Segmenter` beside this file, and so is whoever answers all day in little memory. A reindex is what this is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


class CompiledSegmenter:
    """Cuts simplified Chinese into the words that `Segmenter` makes of it; safe to use from several threads."""

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        """With words besides those of the dictionary."""
        import rjieba

        self._jieba: Any = rjieba.Jieba()
        for word in own_words:
            self._jieba.add_word(word, None, None)

    def words(self, run: str) -> Iterator[str]:
        """A run as words of the dictionary; what it does not have comes as single characters."""
        return iter(self._jieba.cut(run, hmm=False))

    def search_words(self, run: str) -> Iterator[str]:
        """A run as words, also such as are not in the dictionary, each after the shorter words inside it."""
        return iter(self._jieba.cut_for_search(run))
