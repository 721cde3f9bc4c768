"""The parks that an article is about: those that it names, or where it says only 高新区 or 我区, the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from corpus.article import MOST_PARKS
from corpus.cleaning.noise import is_footer, is_owner
from corpus.cleaning.page import PageParts
from corpus.language.park_kinds import CHINESE_KIND, kinds_in_chinese
from corpus.language.parks import find_parks, split_park
from corpus.language.places import CITIES
from corpus.language.vocabulary import any_of

_BARE_KIND = re.compile(rf"(?<![\u4e00-\u9fff])({CHINESE_KIND})")
"""A kind that stands where a sentence or a part of one begins, without any name."""
_CITY = re.compile(rf"(?:({any_of(CITIES)})|(?<=[从在到与和、，。\s])([\u4e00-\u9fff]{{2}}))市(?![场民值政长委级区直])")
_EXTENT = 5_000
"""Characters in which the one place is looked for."""


def parks_of(title: str | None, page: PageParts, publisher: str | None, path: str) -> tuple[str, ...]:
    """The parks that title and text name; first the one of publisher, page, file, folder or place where these are at most parts of one."""
    named = find_parks(title, page.text)
    if any(map(_is_granted, named)):
        return named
    frame = (*page.head, *(line for line in page.foot if is_owner(line) or is_footer(line)))
    beside = (find_parks(None, publisher or ""), find_parks(None, "\n".join(frame)), find_parks(_place(path), _place(path)))
    meant = next(filter(None, beside), None) or _of_the_place(f"{title or ''}\n{page.text[:_EXTENT]}")
    around = tuple(park for park in meant if park not in named and (_is_granted(park) or not named))
    return (*around, *named)[:MOST_PARKS]


def _is_granted(park: str) -> bool:
    """Whether a park is of a kind that the state grants; others, such as 云澜产业园, lie in one."""
    kind = kinds_in_chinese().get(split_park(park)[1])
    return park.isascii() or (kind is not None and kind.official)


def _place(path: str) -> str:
    """Where the file lies, and its name: people sort by park what does not say itself whose it is."""
    return "\n".join(part.lstrip("0123456789._-— ") for part in reversed(PurePosixPath(path).with_suffix("").parts))


def _of_the_place(text: str) -> tuple[str, ...]:
    """The park of the one city that a text names, where it speaks of one kind of park that the state grants."""
    cities = _distinct(match[1] or match[2] for match in _CITY.finditer(text))
    kinds = _distinct(kind.short for match in _BARE_KIND.finditer(text) if (kind := kinds_in_chinese()[match[1]]).official)
    return (f"{cities[0]}{kinds[0]}",) if len(cities) == len(kinds) == 1 else ()


def _distinct(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))
