"""Brings different writings of one thing to one form, for matching only.

1,300万元 = 一千三百万元 = 13000000元, 12㎡ = 12平方米, 经济技术开发区 = 经开区.

Works on text that is already NFKC, lower case and simplified.
"""

from __future__ import annotations

import re
from decimal import Decimal
from hashlib import sha256

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import UNITS, Measure, any_measure
from corpus.language.numerals import HAN_DIGITS, HAN_UNITS, HAN_YEAR, digit_by_digit, number
from corpus.language.park_kinds import load_park_kinds
from corpus.language.unit_signs import SIGNS, unit_words
from corpus.language.vocabulary import any_of, entries

_SHORT = {long: kind.short for kind in load_park_kinds() for long in kind.long} | {
    long: short for short, longs in entries("short_words.txt").items() for long in longs
}
SHORT_FORMS = tuple(dict.fromkeys(_SHORT.values()))
"""Words that the segmenter must know, because every longer writing becomes one of them."""

_LONG = lazy_pattern(rf"{any_of(_SHORT)}(?!(?<=园区)区)")
"""工业园区区域 stays: shortened, it would hold another 工业园区."""

_HAN = HAN_DIGITS + HAN_UNITS
_ANY = "0-9" + _HAN
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_COUNTED = f"[余多]?(?:(?!千米){any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.TIME)}|倍)"
"""What makes of a lone 三 a figure, which it is not in 三明市: no loose measure (一起, 一度); and 三千米 are 3000米."""
FINGERPRINT = f"fold:9-{sha256(repr((sorted(_SHORT.items()), _COUNTED, SIGNS.pattern)).encode()).hexdigest()[:8]}"
"""Names this folding: the number stands for the code below, the rest for the tables."""
_COLLOQUIAL = "个(?=亿(?![元级人]))"
"""What adds nothing to 5个亿: but 5个亿元项目 are five."""
_FIGURE = lazy_pattern(
    rf"""
    (?=[{_ANY},.])(?:
      (?P<separator>(?<=[{_ANY}]),(?=[{_ANY}])|(?<=[{_ANY}])\.(?=[{_HAN}])|(?<=[{_HAN}])\.(?=[{_ANY}]))
    | (?P<year>{HAN_YEAR})(?=年)
    | [百千]分之(?P<share>{_NUMBER}|[{HAN_DIGITS}十百]+(?:点[{HAN_DIGITS}]+)?)
    | (?P<decimal>[{HAN_DIGITS}十百千]+点[{HAN_DIGITS}]+(?:{_COLLOQUIAL}亿|万亿|亿|万|(?={_COUNTED}|[^一-鿿]|$))(?![余多]?[{_ANY}]))
    | (?P<name>[{HAN_DIGITS}十]+大)
    | (?P<single>(?<![数几])[一二两三四五六七八九十])(?={_COUNTED})(?!{_COLLOQUIAL})
    | (?P<figure>(?:{_NUMBER}|[{HAN_DIGITS}十]|[余多]?(?:[百万亿]|千(?![瓦克伏]))|{_COLLOQUIAL})+)
    )
    """,
    re.VERBOSE,
)
"""A figure is taken up to its end, so that what it becomes cannot be part of another figure."""
_LONGEST_FIGURE = 30
"""Characters; what is longer is no figure that anyone would ask for in another writing."""
_SHARES = {"百": "%", "千": "‰"}


def fold(text: str) -> str:
    """One form for the writings of parks' kinds, figures and units; all else stays. Length may change; folding again changes nothing."""
    return _FIGURE.sub(_plain, _LONG.sub(lambda match: _SHORT[match[0]], unit_words(text)))


def _plain(match: re.Match[str]) -> str:
    """The figure in plain digits, or as it was where it is none (十四五, 万一)."""
    kind, whole = match.lastgroup or "", match[0]
    if kind == "separator":
        return f"{whole} "  # else 十五,二百 would become 15,200 and that 15200
    if kind == "figure" and whole.isascii():
        return whole.replace(",", "")
    if kind == "year":
        return str(digit_by_digit(whole))
    worthless = kind == "name" or (kind == "figure" and len(whole) == 1) or len(whole) > _LONGEST_FIGURE
    value = None if worthless else number(match[kind])
    return whole if value is None else _in_digits(value) + (_SHARES[whole[0]] if kind == "share" else "")


def _in_digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
