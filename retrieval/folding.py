"""Brings different writings of one thing to one form, for matching only: 1,300万元 = 一千三百万元 = 13000000元, 经济技术开发区 = 经开区.

Works on text that is already NFKC, lower case and simplified.
"""

from __future__ import annotations

import re
from decimal import Decimal

_SHORT_KINDS = {
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术产业园区": "高新区",
    "高新技术开发区": "高新区",
    "新技术开发区": "高新区",
    "综合保税区": "综保区",
    "自由贸易试验区": "自贸区",
    "自贸试验区": "自贸区",
    "工业园区": "工业园",
    "产业园区": "产业园",
    "科技园区": "科技园",
    "管理委员会": "管委会",
    "规模以上": "规上",
}
SHORT_FORMS = tuple(dict.fromkeys(_SHORT_KINDS.values()))
"""Words that the segmenter must know, because every longer writing becomes one of them."""

_KIND = re.compile("|".join(sorted(_SHORT_KINDS, key=len, reverse=True)))

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_HAN_DIGITS = "零〇一二两三四五六七八九"
_CLASSIFIERS = "个家名项件条座户位台套辆场次所处种批类届层栋份只颗块岁年月天倍元人亩吨米"
_FIGURE = re.compile(
    rf"""
    (?=[0-9百{_HAN_DIGITS}十千])(?:
      百分之(?P<percent>[0-9]+(?:\.[0-9]+)?|[{_HAN_DIGITS}十百]+(?:点[{_HAN_DIGITS}]+)?)
    | (?P<year>[一二][{_HAN_DIGITS}]{{3}})(?=年)
    | (?P<colloquial>[0-9]+(?:亿|万)[1-9])(?![0-9.,]|[千百十万亿])
    | (?P<parts>(?:[0-9][0-9,]*(?:\.[0-9]+)?[余多]?(?:万亿|亿|万))+)
    | (?P<grouped>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?)
    | (?P<han>[{_HAN_DIGITS}十百千万亿]*[十百千万亿][{_HAN_DIGITS}十百千万亿]*(?:点[{_HAN_DIGITS}]+(?:万亿|亿|万)?)?)
    | (?P<decimal>[{_HAN_DIGITS}]点[{_HAN_DIGITS}]+(?:万亿|亿|万))
    | (?<![{_HAN_DIGITS}])(?P<single>[一二两三四五六七八九])(?=[{_CLASSIFIERS}])
    )
    """,
    re.VERBOSE,
)
_PART = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)[余多]?(万亿|亿|万)")
_LONGEST_FIGURE = 20
"""Characters; what is longer is no figure that anyone would ask for in another writing."""


def fold(text: str) -> str:
    """One form for the writings of a park's kind and of a figure; everything else stays. Length may change."""
    return _FIGURE.sub(_plain, _KIND.sub(lambda match: _SHORT_KINDS[match[0]], text))


def _plain(match: re.Match[str]) -> str:
    """The figure in plain digits, or as it was where it is none (十四五, 万一)."""
    if len(match[0]) > _LONGEST_FIGURE:
        return match[0]
    rule = _RULES.get(match.lastgroup or "", _han_figure)
    return rule(match[match.lastgroup or 0]) or match[0]


def _percent(text: str) -> str:
    value = Decimal(text) if text[0].isascii() else _han(text)
    return "" if value is None else f"{_digits(value)}%"


def _year(text: str) -> str:
    return "".join(str(_DIGITS[char]) for char in text)


def _grouped(text: str) -> str:
    return text.replace(",", "")


def _colloquial(text: str) -> str:
    """5万3 → 53000."""
    return _digits(Decimal(f"{text[:-2]}.{text[-1]}") * _LARGE_UNITS[text[-2]])


def _parts(text: str) -> str:
    """7203亿6854万 → 720368540000."""
    return _digits(sum((Decimal(part.replace(",", "")) * _LARGE_UNITS[unit] for part, unit in _PART.findall(text)), Decimal(0)))


def _han_figure(text: str) -> str:
    value = _han(text)
    return "" if value is None else _digits(value)


_RULES = {
    "percent": _percent,
    "year": _year,
    "colloquial": _colloquial,
    "parts": _parts,
    "grouped": _grouped,
}
"""How each kind of figure is read, by its group; the others are figures in Chinese characters."""


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _han(text: str) -> Decimal | None:
    """A figure in Chinese characters; None where they form none."""
    whole, point, rest = text.partition("点")
    large = next((unit for unit in _LARGE_UNITS if rest.endswith(unit)), "")
    value = _han_whole(whole)
    if value is None or not point:
        return value
    fraction = "".join(str(_DIGITS[char]) for char in rest.removesuffix(large))
    return (value + Decimal(f"0.{fraction}")) * _LARGE_UNITS.get(large, 1)


def _han_whole(text: str) -> Decimal | None:
    """一千三百万 → 13000000: sections of at most four places, each times 亿 or 万, in falling order."""
    for unit in ("亿", "万"):
        high, found, low = text.rpartition(unit)
        if found:
            left, right = _han_whole(high), _han_whole(low) if low else Decimal(0)
            return None if left is None or right is None else left * _LARGE_UNITS[unit] + right
    return _section(text)


def _section(text: str) -> Decimal | None:
    """A figure below ten thousand, each place at most once and falling; None for 十四五, 百千 and the like."""
    total, last = 0, 10**4
    for digits, unit in re.findall(rf"([{_HAN_DIGITS}]*)([十百千]?)", text):
        if not digits and not unit:
            continue
        place = _SMALL_UNITS.get(unit, 1)
        meaning = digits.lstrip("零〇")
        if len(meaning) > 1 or place >= last or (not meaning and not (unit == "十" and last == 10**4)):
            return None
        total, last = total + (_DIGITS[meaning] if meaning else 1) * place, place
    return Decimal(total) if total else None
