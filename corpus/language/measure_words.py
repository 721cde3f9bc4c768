"""What stands behind a number and says what it counts or measures: the words of measure_words.toml, picked by their class."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from enum import StrEnum

from corpus.language.vocabulary import any_of, table, words


class Measure(StrEnum):
    """What a word counts or measures."""

    COUNTER = "counter"
    """家, 项: stands behind a number and hardly anywhere else."""
    LOOSE = "loose"
    """起, 门: counts, but begins other words as often."""
    PEOPLE = "people"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    ENERGY = "energy"
    DEGREE = "degree"
    """度 of warmth or of electricity."""
    MONEY = "money"
    TIME = "time"
    SHARE = "share"
    """%, 百分点, 倍: how much of another number."""


UNITS = (Measure.LENGTH, Measure.AREA, Measure.VOLUME, Measure.MASS, Measure.ENERGY, Measure.MONEY)
"""What a thing is measured in, and nothing else could be meant."""


def measure_words(*classes: Measure) -> tuple[str, ...]:
    """The words of some classes, as the table has them."""
    listed = table("measure_words.toml")["chinese"]
    return tuple(word for each in classes for word in words(listed[each]))


def any_measure(*classes: Measure) -> str:
    """A pattern of the words of some classes; of two that begin alike the longer counts: 平方公里 before 平方."""
    return any_of(measure_words(*classes))


def any_true_measure(*classes: Measure) -> str:
    """The same without those that only begin another word, for places where no number need precede: 2022家企业, but not 2022人才政策."""
    begins: Mapping[str, str] = table("measure_words.toml")["begins"]
    longest_first = sorted(measure_words(*classes), key=len, reverse=True)
    return f"(?:{'|'.join(f'{word}(?!{begins[word]})' if word in begins else word for word in longest_first)})"


THOUSAND = f"千(?!{any_of(unit.removeprefix('千') for unit in measure_words(*UNITS) if unit.startswith('千'))})"
"""千 that multiplies: in 千瓦 it is part of the unit."""


def english_measures() -> Mapping[str, str]:
    """For each Chinese measure a pattern of the English words that ask for it: 家 → compan|enterprise; the first that fits decides."""
    words_of: Mapping[str, str] = table("measure_words.toml")["english"]
    return words_of


def is_unit(text: str) -> bool:
    """Whether a text is a unit of figures, perhaps in brackets: 亿元, 万人次, （元/月）."""
    return bool(_unit().fullmatch(text))


@functools.cache
def _unit() -> re.Pattern[str]:
    counted = any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.DEGREE, Measure.SHARE)  # 年份 and 月度 are names of columns
    return re.compile(rf"[（(]?(?:(?:[百万亿]|{THOUSAND})*{counted}{{1,2}}(?:标准?煤)?(?:[/·][\u4e00-\u9fff/·²]{{1,6}})?|％|㎡|km²)[）)]?")
