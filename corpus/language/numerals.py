"""Reads numbers in Chinese characters, in digits, or in both: 一千三百万, 7203亿6854万, 一万二, 三点七六亿, 二○二二."""

from __future__ import annotations

import re
from decimal import Decimal

_CIRCLES = "〇○◯"
"""A zero digit by digit: the character, and the signs that keyboards offer for it."""
_ZEROS = f"零{_CIRCLES}"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | dict.fromkeys(_ZEROS, 0) | {"两": 2}
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}

HAN_DIGITS = "".join(_DIGITS)
"""The characters of single digits, to stand in a pattern's brackets."""
HAN_UNITS = "".join(_UNITS)
_ODD_ZEROS = "0０OoＯｏΟοОо"
"""Latin, Greek and Cyrillic letters and digits that are typed for the circle in a year."""
HAN_YEAR = rf"(?:一[{HAN_DIGITS}]|二[{_ZEROS}{_ODD_ZEROS}])[{HAN_DIGITS}{_ODD_ZEROS}]{{2}}"
"""A year digit by digit: 二○二二."""


def digit_by_digit(text: str) -> int:
    """What a year in four digits, Chinese or others, is worth."""
    return int(text) if text.isdecimal() else int("".join(char if char.isdecimal() else str(_DIGITS.get(char, 0)) for char in text))


def integer(text: str) -> int:
    """二十一, 十二, 二〇, 3 → int. Raises ValueError for anything else: 一二 in 一二月 is no number, but two."""
    value = number(text)
    if value is None or value != int(value):
        raise ValueError(f"{text} is no whole number")
    return int(value)


def number(text: str) -> Decimal | None:
    """What a figure of digits, Chinese characters or both is worth; None where they form none. 余, 多 and 个 add nothing."""
    whole, point, rest = re.sub("[,余多个]", "", text).partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    places = rest.rstrip("万亿")
    fraction = Decimal("0." + "".join(str(_DIGITS[char]) for char in places))
    return (value + fraction) * (_whole("1" + rest[len(places) :]) or 1)


def _whole(text: str) -> Decimal | None:
    """一千三百万, 7203亿6854万, 5万3: what stands before the largest unit times that unit, and what stands after it."""
    for unit, size in _UNITS.items():
        before, found, after = text.rpartition(unit)
        if found:
            times = Decimal(1) if unit == "十" and not before else _whole(before)
            rest = _rest(after, size)
            if times is None or rest is None or times >= size < 10**4:
                return None
            return times * size + rest
    return _digits(text)


def _digits(text: str) -> Decimal | None:
    """五, 1300 or 一〇五: Chinese digits without a unit form a number only around a circle, for 三五家 are three to five."""
    if text.isascii():
        return Decimal(text) if text else None
    if len(text) > 1 and (text[0] in _ZEROS or not set(text) & set(_CIRCLES)):
        return None
    return Decimal("".join(str(_DIGITS[char]) for char in text)) if set(text) <= _DIGITS.keys() else None


def _rest(text: str, size: int) -> Decimal | None:
    """What follows a unit: nothing, a smaller figure, or one digit that counts the next place (一万二 is 12000)."""
    if not text:
        return Decimal(0)
    value = _whole(text.lstrip(_ZEROS))
    if value is not None and len(text) == 1:
        value *= size // 10
    return value if value is not None and value < size else None
