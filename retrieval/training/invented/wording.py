"""How people word a question: politely or not, a year in its many ways, a part of a year."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.training.invented.lot import Lot

BEFORE = ("", "", "", "", "", "", "请问", "想问下", "问一下，", "帮我查下", "你好，", "我想知道", "查一下")
AFTER = ("", "", "", "", "", "？", "?", "呢", "啊", "，谢谢", "？谢谢")
DIGITS = "〇一二三四五六七八九"
WHOLE = "年"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year: what reports call it, what people do, and its months."""

    told: tuple[str, ...]
    asked: tuple[str, ...]
    months: str = ""


PARTS = {
    WHOLE: Part(("", "全年", ""), ("", "", "全年")),
    "上半年": Part(("上半年", "1—6月"), ("上半年", "1-6月", "前半年", "前六个月"), "1月至6月"),
    "一季度": Part(("一季度", "1—3月", "第一季度"), ("一季度", "第一季度", "头三个月", "1-3月", "Q1"), "1月至3月"),
    "前三季度": Part(("前三季度", "1—9月"), ("前三季度", "1-9月", "前九个月"), "1月至9月"),
    "1—11月": Part(("1—11月", "前11个月"), ("1-11月", "前11个月"), "1月至11月"),
    "1—5月": Part(("1—5月", "前五个月"), ("1-5月", "前五个月"), "1月至5月"),
}


def worded(lot: Lot, question: str, spelt_out: str = "") -> str:
    """The question with what people say around it, and its time behind it as the reader is asked it; see `spelt_out`."""
    return lot.one(BEFORE) + question + lot.one(AFTER) + (f"（{spelt_out}）" if spelt_out else "")


def year_asked(lot: Lot, year: int, asked_in: int) -> tuple[str, str]:
    """A year as people name it who ask in another or the same, and how it is spelt out, which a year of four digits is not."""
    relative = {1: ("去年", "上一年"), 0: ("今年", "本年")}.get(asked_in - year)
    way = lot.random()
    if way < 0.16 and relative:
        return lot.one(relative), f"{year}年"
    if way < 0.32:
        return f"{year % 100:02d}年", f"{year}年"
    if way < 0.38:
        return "".join(DIGITS[int(digit)] for digit in str(year)) + "年", f"{year}年"
    return (f"{year}", "") if way < 0.5 else (f"{year}年", "")


def time_asked(lot: Lot, year: int, part: str, asked_in: int) -> tuple[str, str]:
    """The same of a part of a year; its months are always spelt out."""
    named, spelt_out = year_asked(lot, year, asked_in)
    which = lot.one(PARTS[part].asked)
    if named.isdigit() and which[:1].isdigit():
        named += "年"
    return named + which, f"{year}年{PARTS[part].months}" if PARTS[part].months else spelt_out
