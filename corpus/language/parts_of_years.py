"""Parts of a year by the names that reports give them: 1-6月, 前六个月 and H1 are 上半年, 1至3月 and Q1 一季度, 1-9月 前三季度.

For questions: what a report tells stays as it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import HAN_DIGITS, integer
from corpus.language.rewriting import Edit
from corpus.language.span import Span
from corpus.language.spoken_times import PARTS

NAMES = PARTS | {(1, 9): "前三季度"}
"""What reports call the months from one to another of a year."""

_N = rf"[0-9{HAN_DIGITS}十]{{1,2}}"
_TO = r"[ ]?[-~–—至到][ ]?"
_YEARS = ("年", "(?:19|20)[0-9]{2}", "(?<![0-9a-z.])[0-3][0-9]")
_AFTER_YEAR = "(?:" + "|".join(f"(?<={year}{between})" for year in _YEARS for between in ("", "[ 的]")) + ")"
_ENDS = r"(?![0-9]|[a-z](?<!g(?=dp)))"
"""What may follow a letter and a digit: neither another digit nor a letter, but for 2023H1GDP."""
_PART = lazy_pattern(
    rf"""
      (?<![0-9.,{HAN_DIGITS}十~–—至到-])(?P<since>{_N})[ ]?(?:月份?)?{_TO}(?P<until>{_N})[ ]?月份?(?![ ]?{_N}[日号]|[初底末]|[上中下]旬)
    | (?<![以之])[前头](?P<months>{_N})个[ ]?月(?![以之]?[前后内])
    | [前头](?P<quarters>[二三两23])个?季度
    | (?<![0-9.{HAN_DIGITS}十~–—至到-])[1一]{_TO}(?P<to_quarter>[二三23])季度
    | (?<![0-9.{HAN_DIGITS}十~–—至到前头-])第?(?P<named>[一二三四1-4])季度
    | (?<![a-z0-9.])(?:(?P<quarter_of>[1-4])q|(?P<half_of>[12])h)(?P<year>(?:20)?[0-3][0-9]){_ENDS}
    | (?:{_AFTER_YEAR}|(?<![a-z0-9.-]))q(?P<quarter>[1-4])(?![号栋楼座馆地区#-]){_ENDS}
    | {_AFTER_YEAR}h(?P<half>[12])(?![号栋楼座馆地区#-]){_ENDS}
    """,
    re.VERBOSE,
)


def parts_by_name(text: str) -> Iterator[Edit]:
    """The edits, in order, that give parts of years their names; the text is half width, lower case and simplified, and Chinese."""
    for match in _PART.finditer(text):
        kind = next(name for name in _MONTHS if match[name] is not None)
        try:
            name = NAMES.get(_MONTHS[kind](match))
        except ValueError:  # 二一月 is no month
            continue
        if name:
            yield Edit(Span(*match.span()), _year(match["year"]) + name)


def _year(told: str | None) -> str:
    if told is None:
        return ""
    return f"{told}年" if len(told) == 4 else f"20{told}年"


def _quarter(number: int) -> tuple[int, int]:
    return 3 * number - 2, 3 * number


def _half(number: int) -> tuple[int, int]:
    return 6 * number - 5, 6 * number


_MONTHS: dict[str, Callable[[re.Match[str]], tuple[int, int]]] = {
    "since": lambda match: (integer(match["since"]), integer(match["until"])),
    "months": lambda match: (1, integer(match["months"])),
    "quarters": lambda match: (1, 3 * integer(match["quarters"])),
    "to_quarter": lambda match: (1, 3 * integer(match["to_quarter"])),
    "named": lambda match: _quarter(integer(match["named"])),
    "quarter_of": lambda match: _quarter(int(match["quarter_of"])),
    "half_of": lambda match: _half(int(match["half_of"])),
    "quarter": lambda match: _quarter(int(match["quarter"])),
    "half": lambda match: _half(int(match["half"])),
}
"""The first and last month that each writing means, by the group that marks it."""
