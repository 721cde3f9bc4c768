"""Numbers as Chinese readers say them, and years as they spell them: the other way round than the code reads them."""

from __future__ import annotations


def in_han(number: int) -> str:
    """A positive number in Chinese characters, as it is read: 20305 → 二万零三百零五, 12 → 十二."""
    read = _in_han(number)
    return read.removeprefix("一") if 10 <= number < 20 else read


def spelled(number: int, zero: str = "〇") -> str:
    """A number digit by digit: 2022 → 二〇二二."""
    return "".join((zero + "一二三四五六七八九")[int(digit)] for digit in str(number))


def _in_han(number: int) -> str:
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            many, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return _in_han(many) + unit + gap + (_in_han(rest) if rest else "")
    return "零一二三四五六七八九"[number]
