"""The words beside a question's asking word: what is asked of the thing that the rest of the question names.

In 沐江高新区新增企业多少家 these are 新增企业, in 临樾中试车间的租金是多少 it is 租金.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.language.asking_words import asking_place
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import Measure, any_true_measure

_NEAR = 6
"""Characters to either side of the asking word."""
_MEASURE = any_true_measure(Measure.COUNTER, Measure.LOOSE)
"""人 is none: in 多少人员 it begins what is counted; nor are units, behind which nothing is."""
_COUNT = lazy_pattern(
    rf"(?:\d[,.]*[余多]?[万亿]?[余多]?[一-鿿]{{0,3}}|[一二三四五六七八九十百千两][余多]?{_MEASURE}[一-鿿]{{0,2}})(?=[一-鿿]{{2}}\Z)"
)
"""How what stands before a thing of two characters ends where it is counted."""
_LONGEST_COUNT = 16
"""Characters that such an end may have."""
_COUNTED = lazy_pattern(rf"(?:多少|几){_MEASURE}?([一-鿿]{{2}})")


def words_beside_asking(plain: str) -> str:
    """The text near the asking word of a plain question, no further than the phrase that it stands in; its end where it has none."""
    standard = plain.rstrip("?？。！! ")
    start, end = asking_place(standard)
    before = re.split(r"[，,。；;的]", standard[:start])[-1][-_NEAR:]
    after = re.split(r"[，,。；;?？]", standard[end:])[0][:_NEAR]
    return f"{before} {after}"


class CountedThing(NamedTuple):
    """What 多少 or 几 asks the number of."""

    name: str
    """Its first two characters: 企业 of 多少家企业."""

    def is_counted_in(self, text: str) -> bool:
        """Whether a text has a number before the very thing: 44家优秀企业, but not 企业用了40分钟."""
        place = text.find(self.name)
        while place >= 0:
            if _COUNT.search(text, max(0, place - _LONGEST_COUNT), place + len(self.name)):
                return True
            place = text.find(self.name, place + 1)
        return False


def counted_thing(plain: str) -> CountedThing | None:
    """The thing that a question asks the number of; None where nothing is counted."""
    match = _COUNTED.search(plain)
    return CountedThing(match[1]) if match else None
