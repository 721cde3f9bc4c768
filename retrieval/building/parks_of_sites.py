"""The park of an article that names none: that of its site, where the other articles of the site are about one park.

A park's own site says 我区 and 全区, and leaves it to its address whose they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from corpus.article import Article
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parks import split_park

FEWEST = 3
"""Articles of a site that name a park, from which on the site is known."""
MOST_OTHERS = 0.2
"""Share of them that may be about another park first: a paper reports on many, a park's own site also on its neighbours."""

_OF_ITS_OWN = lazy_pattern(r"[我全本]区|我园|全园|本园|园区|开发区|管委会")
"""How an article speaks of a park without its name."""


def with_parks_of_sites(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, those that speak of a park without naming any with that of their site."""
    known = tuple(articles)
    parks = _parks(known)
    return tuple(_completed(article, parks) for article in known)


def _completed(article: Article, parks: Mapping[str, str]) -> Article:
    park = None if article.parks else parks.get(_site(article))
    if park is None or not _OF_ITS_OWN.search(f"{article.title or ''}\n{article.text}"):
        return article
    return replace(article, parks=(park,))


def _parks(articles: Iterable[Article]) -> dict[str, str]:
    """The one park of each site that has one, as most of its articles write it: 青屏经济技术开发区 is 青屏经开区."""
    first: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.url and _names_park(article):
            first[_site(article)][article.parks[0]] += 1
    found = {}
    for site, written in first.items():
        counted: Counter[tuple[str, str]] = Counter()
        for park, count in written.items():
            counted[split_park(park)] += count
        [(meant, count)] = counted.most_common(1)
        if counted.total() >= FEWEST and count >= (1 - MOST_OTHERS) * counted.total():
            found[site] = next(park for park, _ in written.most_common() if split_park(park) == meant)
    return found


def _names_park(article: Article) -> bool:
    """Whether it does so by itself: one that has its park from its site says nothing of the site."""
    return bool(article.parks) and split_park(article.parks[0])[0] in f"{article.title or ''}\n{article.text}\n{article.publisher or ''}"


def _site(article: Article) -> str:
    """The host of its address; empty where it has none."""
    try:
        return (urlsplit(article.url or "").hostname or "").lower()
    except ValueError:  # no address at all
        return ""
