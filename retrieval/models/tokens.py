"""Text to tokens for encoder and reader: the Unigram tokenizer of XLM-RoBERTa over the pieces in the file of weights.

The library `tokenizers` gives the same tokens, but takes 270 MB and a second to load a quarter of a million pieces; this reads those that
it needs (`pieces.py`), and takes a millisecond for a passage.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.models.nano_file import Vocabulary
from retrieval.models.pieces import Pieces

SPACE = "▁"
"""Stands for every space, and before every text."""
UNKNOWN_PENALTY = 10.0
"""How much less likely than the least likely piece a character is that no piece has (SentencePiece's own number)."""

_DROPPED = lazy_pattern(r"[\u0001-\u0008\u000B\u000E-\u001F\u007F\u008F\u009F]")
_SPACE = lazy_pattern(r"[\t\n\f\r \u00A0\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD\ud800-\udfff]")


class Token(NamedTuple):
    """A piece's id, and the characters of the text that it was made from."""

    id: int
    start: int
    end: int


class _Character(NamedTuple):
    """One character of the normalised text and the place of what it was made from."""

    text: str
    start: int
    end: int


class Tokenizer:
    """Splits texts into the most likely pieces (Kudo 2018, "Subword Regularization"); safe to use from several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.begin, self.end, self._unknown = vocabulary.begin, vocabulary.end, vocabulary.unknown
        self._pieces = Pieces(vocabulary)
        self._scores = array("d", vocabulary.scores.astype(np.float64).tobytes())
        self._unknown_score = float(vocabulary.scores.min()) - UNKNOWN_PENALTY

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, without special ones; offsets into it, a space before a word being part of the word."""
        return [token for word in _words(text) for token in self._pieces_of(word)]

    def _pieces_of(self, word: Sequence[_Character]) -> list[Token]:
        """The most likely pieces of a word; characters that no piece has, as many as follow one another, are one unknown token."""
        found: list[Token] = []
        for id_, start, end in self._best_path("".join(character.text for character in word)):
            token = Token(id_, word[start].start, word[end - 1].end)
            if id_ == self._unknown and found and found[-1].id == self._unknown:
                token = Token(self._unknown, found.pop().start, token.end)
            found.append(token)
        return found

    def _best_path(self, text: str) -> list[tuple[int, int, int]]:
        """The pieces with the highest sum of scores (Viterbi): id, first character and last for each."""
        ids, scores, longest = self._pieces.inside(text), self._scores, self._pieces.longest
        best: list[tuple[float, int, int]] = [(0.0, 0, 0), *[(float("-inf"), 0, 0)] * len(text)]
        for start in range(len(text)):
            so_far = best[start][0]
            if text[start] not in ids:
                _improve(best, start + 1, so_far + self._unknown_score, start, self._unknown)
            for end in range(start + 1, min(len(text), start + longest[text[start : start + 2]]) + 1):
                id_ = ids.get(text[start:end])
                if id_ is not None:
                    _improve(best, end, so_far + scores[id_], start, id_)
        path, end = [], len(text)
        while end:
            _, start, piece = best[end]
            path.append((piece, start, end))
            end = start
        return path[::-1]


def _improve(best: list[tuple[float, int, int]], end: int, score: float, start: int, piece: int) -> None:
    if score > best[end][0]:
        best[end] = (score, start, piece)


def _words(text: str) -> Iterator[list[_Character]]:
    """The normalised text, cut before every space; the first word has one too."""
    word: list[_Character] = []
    for character in _normalised(text):
        if character.text == SPACE and word:
            yield word
            word = []
        if not word and character.text != SPACE:
            word.append(_Character(SPACE, character.start, character.start))
        word.append(character)
    if word:
        yield word


def _normalised(text: str) -> Iterator[_Character]:
    """NFKC without control characters, runs of spaces as one; each character with the place of what it was made from."""
    after_space = False
    for start, end in _clusters(text):
        for character in _cluster(text[start:end]):
            if character != SPACE or not after_space:
                yield _Character(character, start, end)
            after_space = character == SPACE


def _cluster(raw: str) -> str:
    plain = unicodedata.normalize("NFKC", _SPACE.sub(" ", _DROPPED.sub("", raw)))
    return plain.replace(" ", SPACE)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Every character together with the marks that combine with it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(unicodedata.normalize("NFKC", text[place])[:1] or "a"):
            yield start, place
            start = place
