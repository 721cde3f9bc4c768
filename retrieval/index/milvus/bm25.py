"""BM25 (k1 1.2, b 0.75) as an inner product: what a passage holds as one sparse vector, what is asked as another.

A term has a dimension of its own. A passage's vector holds, for each of its terms, what BM25 makes of the term's frequency and of the
passage's length; a question's vector how rare the term is, as often as it is asked. Words and bigrams are terms of different dimensions,
so that their scores add up. The weights are those of the in-process engine to the last digit that single precision keeps.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import IO

import numpy as np

from retrieval.text.terms import Terms

K1, B = 1.2, 0.75
NO_TERM = 0
"""A dimension that nobody asks for: Milvus takes no vector without any."""

SparseVector = dict[int, float]


def word_key(word: str) -> int:
    """What stands for a word in the table of terms: 63 bits, so that two of ten million share one once in 100,000 corpora."""
    return _key(f"w{word}")


def bigram_key(bigram: str) -> int:
    """The same for a pair of characters."""
    return _key(f"b{bigram}")


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def rarity(holding: int, passages: int) -> float:
    """The inverse document frequency of a term that so many passages hold, never negative (as Lucene has it)."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def stored_length(length: int) -> int:
    """A length as Lucene and tantivy keep it in one byte: exact below 40, then rounded down to four significant bits."""
    if length < 40:
        return length
    above = length - 24
    dropped = max(above.bit_length() - 4, 0)
    return 24 + (above >> dropped << dropped)


@dataclass(slots=True)
class WrittenTerms:
    """The terms of passages, taken in once, one passage after another; they wait in a file until the average length is known."""

    passages: int = 0
    dimensions: dict[int, int] = field(default_factory=dict)
    """By key, the dimension of a term, counted from 1."""
    holding: list[int] = field(default_factory=lambda: [0])
    """By dimension, how many passages hold the term."""
    _lengths: list[int] = field(default_factory=lambda: [0, 0])
    """Of all passages together, in words and in bigrams."""
    _file: IO[bytes] = field(default_factory=TemporaryFile)

    def add(self, terms: Terms) -> None:
        """Take in the terms of the next passage. Raises OSError."""
        words, bigrams = (self._counted(keys) for keys in (map(word_key, terms.words), map(bigram_key, terms.bigrams)))
        head = (len(words), len(bigrams), len(terms.words), len(terms.bigrams))
        numbers = [*head, *words, *bigrams, *words.values(), *bigrams.values()]
        self._file.write(np.array(numbers, dtype="<u4").tobytes())
        self._lengths = [self._lengths[0] + len(terms.words), self._lengths[1] + len(terms.bigrams)]
        self.passages += 1

    def _counted(self, keys: Iterator[int]) -> Counter[int]:
        """By dimension, how often a term stands in the passage."""
        counted: Counter[int] = Counter()
        for key, times in Counter(keys).items():
            dimension = self.dimensions.setdefault(key, len(self.holding))
            if dimension == len(self.holding):
                self.holding.append(0)
            self.holding[dimension] += 1
            counted[dimension] = times
        return counted

    def vectors(self) -> Iterator[SparseVector]:
        """What each passage holds, in their order, once all are taken in."""
        averages = [total / max(self.passages, 1) for total in self._lengths]
        self._file.seek(0)
        while head := self._read(4):
            words, bigrams, *lengths = head
            dimensions, times = self._read(words + bigrams), self._read(words + bigrams)
            bounds = [K1 * (1 - B + B * stored_length(length) / (average or 1)) for length, average in zip(lengths, averages, strict=True)]
            of_each = np.repeat(bounds, (words, bigrams))
            counted = np.array(times, dtype=np.float64)
            weights = (K1 + 1) * counted / (counted + of_each)
            yield dict(zip(dimensions, weights.tolist(), strict=True)) or {NO_TERM: 1.0}

    def _read(self, numbers: int) -> list[int]:
        found: list[int] = np.frombuffer(self._file.read(4 * numbers), dtype="<u4").tolist()
        return found

    def close(self) -> None:
        """Give back the file."""
        self._file.close()


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term that some passage holds."""

    dimension: int
    holding: int
    """How many passages hold it."""


def asked_vector(keys: Sequence[int], known: Mapping[int, KnownTerm | None], passages: int) -> SparseVector:
    """What is asked, of the terms that any of so many passages holds; a term that is asked twice counts twice."""
    terms = ((term, times) for key, times in Counter(keys).items() if (term := known[key]))
    return {term.dimension: times * rarity(term.holding, passages) for term, times in terms}
