"""Reports on several parks, one after the other: which park a row of a table, or what stands below a heading, is of."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.table_rows import cells_of
from retrieval.ranking.other_park import OFFICIAL, AskedPark, ToldOf, may_be
from retrieval.text.park_name import ParkName, park_name

_NAMES_ROW = lazy_pattern(r"(?:园区|开发区|地区|区域|县区|区县|片区|功能区|板块|单位|名称)$")
"""The header above the names of parks; one above the place that a company came from is another."""
_NUMBER = r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．](?!\d)|[◆●■▶]|第[一二三四五六七八九十]{1,3}[部分章]"
_HEADING = lazy_pattern(
    rf"^[ \u3000]*(?:(?P<number>{_NUMBER})[ \u3000]*)?(?P<name>[^\n，。；：:,;]{{2,20}})(?:[：:][^\n。；]{{0,24}})?[ \u3000]*$",
    re.MULTILINE,
)
"""三、朔屏经开区, and in a newspaper 蓼河经开区：标准厂房“拎包入住”."""
_FARTHEST = 3000
"""Characters above a sentence in which its heading is looked for."""
_PLACES_IN_MEMORY = 2048
"""Sentences of which the heading is kept: people ask about the same reports."""


def part_is_of_another(asked: Sequence[AskedPark], told: ToldOf, start: int, line: str, normalize: Callable[[str], str]) -> bool | None:
    """Whether the part of an article that a line stands in is of a park, and of none that is asked for; None where it is of none at all.

    `start` is where the line begins. Where title or lead name the park asked for, parts without an official kind may be parts of it.
    """
    parks = _of_row(line, normalize) or _of_heading(told.article, start, normalize)
    if any(park.name.text in told.head for park in asked):
        parks = [park for park in parks if park.kind in OFFICIAL]
    return not any(may_be(each, park) for each in asked for park in parks) if asked and parks else None


def _of_row(line: str, normalize: Callable[[str], str]) -> list[ParkName]:
    values = (cell.value for cell in cells_of(line) if _NAMES_ROW.search(cell.header))
    return [park for value in values if (park := park_name(normalize(value))).kind]


@functools.lru_cache(_PLACES_IN_MEMORY)
def _of_heading(article: str, start: int, normalize: Callable[[str], str]) -> list[ParkName]:
    """The park that the last heading above a place is the name of; none below a numbered one that is none, as 四、下一步打算."""
    above = article[max(0, start - _FARTHEST) : start]
    for heading in reversed(list(_HEADING.finditer(above))):
        park = park_name(normalize(heading["name"]))
        if park.kind and park.text.endswith(park.kind):
            return [park]
        if heading["number"]:
            return []
    return []
