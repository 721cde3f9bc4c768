"""What an index version holds, without any text: ready to be listed."""

from __future__ import annotations

import base64
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from corpus.language.script import one_spelling
from retrieval.index.engine import Headline

KEY_BYTES = 6


@dataclass(frozen=True, slots=True)
class Holdings:
    """The articles of one index version, the newest first, by everything that a list goes by."""

    version: str
    headlines: Sequence[Headline]
    by_park: Mapping[str, Sequence[Headline]]
    """Parks with most reports first, each once: by the name that most reports spell it with, in whichever script."""
    by_year: Mapping[int, int]
    """How many reports are of a year; the latest year first."""
    by_key: Mapping[str, str]
    """Article ids and parks by their `key`."""
    park_names: frozenset[str]
    """Every spelling."""


def holdings_of(version: str, headlines: Sequence[Headline]) -> Holdings:
    """Sort the headlines of a version."""
    spelt = Counter(park for headline in headlines for park in headline.parks)
    name = one_spelling(spelt)
    parks: dict[str, list[Headline]] = defaultdict(list)
    for headline in headlines:
        for park in dict.fromkeys(name[park] for park in headline.parks):
            parks[park].append(headline)
    by_park = dict(sorted(parks.items(), key=lambda item: (-len(item[1]), item[0])))
    years = Counter(headline.published.year for headline in headlines if headline.published)
    by_year = dict(sorted(years.items(), reverse=True))
    return Holdings(version, headlines, by_park, by_year, _keys([*by_park, *(h.id for h in headlines)]), frozenset(spelt))


def key(name: str) -> str:
    """A short name for an article's id or a park that fits into callback data: eight ASCII characters, the same in every version."""
    return base64.urlsafe_b64encode(blake2b(name.encode(), digest_size=KEY_BYTES).digest()).decode()


def _keys(names: Iterable[str]) -> dict[str, str]:
    return {key(name): name for name in names}
