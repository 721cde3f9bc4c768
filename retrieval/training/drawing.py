"""Which pairs are learned from next: every source by its share, however many pairs it holds, and so many of each kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from retrieval.training.pairs import Pair, shortened

ANSWERED = 0.42
"""The share of pairs with an answer; of what the product finds it is less than a fifth."""


@dataclass(frozen=True, slots=True)
class Source:
    """Pairs of one origin."""

    pairs: Sequence[Pair]
    share: float = 1.0
    """How often one of them is drawn, beside those of the other sources."""


class Kind(Enum):
    """What a pair teaches."""

    ANSWERS = auto()
    NOWHERE = auto()
    OTHER = auto()


def drawn(sources: Sequence[Source], seed: int, cut_short: float = 0, nowhere: float = 0) -> Iterator[Pair]:
    """Pairs without end; all of a kind and source are drawn before one is drawn again.

    `cut_short` is the share of those of which the one sentence is left that matters, with at most a neighbour on either side; `nowhere`
    the share of those whose question no passage answers (0: they are drawn like all without an answer).
    """
    lot = random.Random(seed)  # noqa: S311 - no secret
    decks: dict[tuple[int, Kind], list[Pair]] = {}
    places, shares = range(len(sources)), [source.share for source in sources]
    while True:
        [place] = lot.choices(places, shares)
        [kind] = lot.choices(list(Kind), (ANSWERED, nowhere, 1 - ANSWERED - nowhere))
        deck = decks.setdefault((place, kind), [])
        if not deck:
            pairs = [pair for pair in sources[place].pairs if _kind(pair, apart=nowhere > 0) is kind] or list(sources[place].pairs)
            deck.extend(lot.sample(pairs, len(pairs)))
        pair = deck.pop()
        yield shortened(pair, lot.randint(0, 1), lot.randint(0, 1)) if lot.random() < cut_short else pair


def _kind(pair: Pair, *, apart: bool) -> Kind:
    if pair.answer is not None:
        return Kind.ANSWERS
    return Kind.NOWHERE if apart and pair.nowhere else Kind.OTHER
