"""Finds the people that a text names: by surname and characters that form no word, or right behind a title."""

from __future__ import annotations

import functools
import re

from corpus.language.vocabulary import word_list
from retrieval.question.names import Words, find_people

_TITLES = (
    "书记|主任|局长|市长|区长|县长|院长|校长|所长|经理|董事长|总裁|总监|组长|会计|代表|医生|处长|科长|部长|镇长|村民|专家|博士|老资格的"
)
_GOES_ON = "[说表介指任于为在是和与主宣出接兼带率讲管]"
"""What follows a name in the middle of a clause."""


def people_named(text: str, words: Words) -> list[tuple[int, str]]:
    """Where each person is named and how, in the order of the text; whose relative somebody is, 段铁成 in 段铁成的徒弟, is left out."""
    found = {span.start: text[slice(*span)] for span in find_people(text, words)}
    for match in _behind_title().finditer(text):
        found.setdefault(match.start("name"), match["name"])
    for match in _before_sex().finditer(text):
        found.setdefault(match.start(), match[0])
    return [(start, name) for start, name in sorted(found.items()) if not text.startswith("的", start + len(name))]


@functools.cache
def surnames() -> frozenset[str]:
    """Those of one character."""
    return frozenset(name for name in word_list("surnames.txt") if len(name) == 1)


@functools.cache
def any_surname() -> str:
    """A pattern of one of them."""
    return f"[{''.join(sorted(surnames()))}]"


@functools.cache
def _before_sex() -> re.Pattern[str]:
    """How notices of appointments begin: 罗闻笛，男，汉族."""
    return re.compile(rf"(?<![一-鿿]){any_surname()}[一-鿿]{{1,2}}(?=[,，][男女][,，])")


@functools.cache
def _behind_title() -> re.Pattern[str]:
    return re.compile(rf"(?:{_TITLES})(?P<name>{any_surname()}[一-鿿]{{1,2}}?)(?=[^一-鿿]|{_GOES_ON}|退休)")
