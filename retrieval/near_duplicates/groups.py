"""Finds the articles that are near-duplicates of each other: reprints, and one release on several sites.

MinHash signatures (Broder 1997, "On the resemblance and containment of documents") in bands narrow twenty thousand articles down to a few
pairs; each pair is then compared exactly. Nine tenths of the words are not enough: the reports of two years, or of two parks, agree in as
many. So every figure and every park of the shorter article must be in the longer one too, the figures of their titles must not contradict
each other, and both must be of the same months.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from corpus.article import Article
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.park_kinds import CHINESE_KIND

NEAR_DUPLICATES = "near-duplicates-1"
"""Names the way of finding them; part of the manifest."""

Normalize = Callable[[str], str]
"""Text to the form in which texts are compared: the analyzer's `normalize`."""

SHINGLE = 5
"""Characters in a shingle; punctuation and white space do not count."""
BANDS, ROWS = 12, 3
"""Of the signatures. Of pairs that share half, six and seven tenths of all their shingles, 80, 95 and 99 in a hundred are compared."""
LEAST_CONTAINED = 0.9
"""Share of the shorter article's shingles that must be in the longer one."""
LEAST_RETAINED = 0.5
"""Shingles of the shorter article as a share of the longer one's: a digest of many articles duplicates none of them."""
LONGEST_DELAY = timedelta(days=90)
"""Between two near-duplicates: the same words a year later speak of another year."""
_DIGESTS_IN_MEMORY = 512
_BESIDE_WORDS = lazy_pattern(r"[\W_]+")
_FIGURE = lazy_pattern(r"(\d+(?:[.,:]\d+)*)\s*([%万亿]*[^\W\d_]?)")
_OFFICIAL_SITE = lazy_pattern(r"https?://[^/]*\.gov\.cn(?=[:/]|$)", re.IGNORECASE)
_OFFICE = lazy_pattern(rf"政府|管委会|委员会|管理局|(?:局|厅|办公室|{CHINESE_KIND})(?:发布|网站|官网)?$")

Figures = frozenset[tuple[str, str]]
"""Numbers with what they count: 218.6 and 万单."""


class Wording(NamedTuple):
    """What is compared of a text: runs of `SHINGLE` characters, and figures."""

    shingles: frozenset[bytes]
    figures: Figures

    def holds(self, part: Wording, least: float) -> bool:
        """Whether the other text stands in this one: at least that share of its words, and every figure."""
        return part.figures <= self.figures and len(part.shingles & self.shingles) >= least * len(part.shingles)


def wording(text: str) -> Wording:
    """The wording of a normalised text."""
    data = _BESIDE_WORDS.sub("", text).encode("utf-16-le")
    shingles = (data[start : start + 2 * SHINGLE] for start in range(0, max(1, len(data) - 2 * SHINGLE + 2), 2))
    figures = ((number.replace(",", ""), unit) for number, unit in _FIGURE.findall(text))
    return Wording(frozenset(shingles), frozenset(figures))


@dataclass(frozen=True, slots=True)
class _Digest:
    """What is compared of an article."""

    wording: Wording
    title_figures: Figures
    normal: str
    parks: tuple[str, ...]


def find_near_duplicates(articles: Sequence[Article], normalize: Normalize, progress: Callable[[int, int], None]) -> list[tuple[str, ...]]:
    """The groups of near-duplicates, as ids of articles, the preferred one first; an article without any is in no group.

    Every article of a group is compared with its preferred one, so that no chain of small differences joins what differs.
    """
    if len(articles) < 2:  # after a small change often: what compares many would load half of scipy
        return []
    from datasketch import MinHash, MinHashLSH

    ordered = sorted(articles, key=preference)
    digest = lru_cache(_DIGESTS_IN_MEMORY)(lambda number: _digest(ordered[number], normalize))
    shingles = (digest(number).wording.shingles for number in range(len(ordered)))
    preferred = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    groups: dict[int, list[str]] = {}
    for number, signature in enumerate(MinHash.generator(shingles, num_perm=BANDS * ROWS, hashfunc=crc32)):
        similar = (first for first in sorted(preferred.query(signature)) if _near(ordered[first].published, ordered[number].published))
        found = next((first for first in similar if _alike(digest(first), digest(number))), None)
        if found is None:
            preferred.insert(number, signature)
        groups.setdefault(number if found is None else found, []).append(ordered[number].id)
        progress(number + 1, len(ordered))
    return [tuple(ids) for ids in groups.values() if len(ids) > 1]


def are_near_duplicates(one: Article, other: Article, normalize: Normalize) -> bool:
    """Whether two articles are near-duplicates, compared exactly."""
    return _near(one.published, other.published) and _alike(_digest(one, normalize), _digest(other, normalize))


def preference(article: Article) -> tuple[bool, date, str]:
    """Sorts near-duplicates: what an office or a park published itself, then the earliest, then by id."""
    return not is_official(article), article.published or date.max, article.id


def is_official(article: Article) -> bool:
    """Whether an office or a park published it itself."""
    return _OFFICIAL_SITE.match(article.url or "") is not None or _OFFICE.search(article.publisher or "") is not None


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= LONGEST_DELAY


def _digest(article: Article, normalize: Normalize) -> _Digest:
    title, text = normalize(article.title or ""), normalize(article.text)
    return _Digest(wording(text), wording(title).figures, f"{title}\n{text}", tuple(normalize(park) for park in article.parks))


def _alike(one: _Digest, other: _Digest) -> bool:
    shorter, longer = sorted((one, other), key=lambda digest: len(digest.wording.shingles))
    return (
        len(shorter.wording.shingles) >= LEAST_RETAINED * len(longer.wording.shingles)
        and longer.wording.holds(shorter.wording, LEAST_CONTAINED)
        and all(park in longer.normal or park in longer.parks for park in shorter.parks)
        and not _contradict(one.title_figures, other.title_figures)
    )


def _contradict(one: Figures, other: Figures) -> bool:
    """Whether both count the same thing, such as years, and have no number of it in common."""
    units = {unit for _, unit in one} & {unit for _, unit in other}
    return any(not any(unit == common for _, common in one & other) for unit in units)
