"""Which pairs are learned from next: every source by its share, however many pairs it holds, and so many of them with an answer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.training.pairs import Pair, shortened

ANSWERED = 0.42
"""The share of pairs with an answer; of what the product finds it is less than a fifth."""


@dataclass(frozen=True, slots=True)
class Source:
    """Pairs of one origin."""

    pairs: Sequence[Pair]
    share: float = 1.0
    """How often one of them is drawn, beside those of the other sources."""


def drawn(sources: Sequence[Source], seed: int, cut_short: float = 0) -> Iterator[Pair]:
    """Pairs without end; all of a source's with an answer are drawn before one is drawn again, and so are those without.

    `cut_short` is the share of those of which the one sentence is left that matters, with at most a neighbour on either side.
    """
    lot = random.Random(seed)  # noqa: S311 - no secret
    decks: dict[tuple[int, bool], list[Pair]] = {}
    places, shares = range(len(sources)), [source.share for source in sources]
    while True:
        [place] = lot.choices(places, shares)
        answered = lot.random() < ANSWERED
        deck = decks.setdefault((place, answered), [])
        if not deck:
            pairs = [pair for pair in sources[place].pairs if (pair.answer is not None) == answered] or list(sources[place].pairs)
            deck.extend(lot.sample(pairs, len(pairs)))
        pair = deck.pop()
        yield shortened(pair, lot.randint(0, 1), lot.randint(0, 1)) if lot.random() < cut_short else pair
