"""How English texts write times: last year, three years ago, Q1 2022, since 2020, the end of 2022, as of now."""

from __future__ import annotations

import re
from datetime import date

from corpus.language.chinese_times import NO_YEAR, Rule
from corpus.language.day_ranges import Days, around, five_year_plan, months, one_day, past, years

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}
_PARTS = {
    "beginning": (1, 2),
    "start": (1, 2),
    "early": (1, 3),
    "mid": (6, 7),
    "middle": (6, 7),
    "late": (10, 12),
    "end": (11, 12),
    "close": (11, 12),
}

_N = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[0-9]{{1,2}})"
_UNIT = r"(?:year|quarter|month|week|day)"
_YEAR = r"(?:(?:19|20)[0-9]{2}|this[ ]year|last[ ]year|the[ ]year)"
_OF = r"(?:[ ](?:of|in)|,)?[ ]"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"

BEGINNINGS = "0-9a-z'’"
"""Every character that a time can begin with."""
PATTERN = rf"""
      \b(?:between|from)[ ](?P<en_from>(?:19|20)[0-9]{{2}})[ ](?:and|to|until|till|through)[ ](?P<en_to>(?:19|20)[0-9]{{2}})\b
    | \b(?P<en_month_from>{MONTH})\.?(?:[ ](?:to|and|until|till|through)[ ]|[ ]?[-–][ ]?)(?P<en_month_to>{MONTH})\.?
        {_OF}(?P<en_months_year>(?:19|20)[0-9]{{2}}|this[ ]year|last[ ]year)\b
    | \b(?P<en_before_last>the[ ](?P<en_before_unit>year|month|week|quarter)[ ]before[ ]last)\b
    | \b(?P<en_rel>last|this|next)[ ](?P<en_unit>year|month|week|quarter)\b(?!{_OF}(?:19|20)[0-9])
    | \b(?P<en_ago>{_N})[ ](?P<en_ago_unit>{_UNIT})s?[ ]ago\b
    | \b(?P<en_decade>(?:a[ ]decade[ ]ago|(?:past|last|previous)[ ]decade))\b
    | \b(?:past|previous|last(?=[ ]{_N}[ ]))[ ](?:(?P<en_past>{_N})[ ])?(?P<en_past_unit>{_UNIT})s?\b
    | \b(?P<en_half>first|second|1st|2nd)[ -]half(?:{_OF}(?P<en_half_year>{_YEAR}))?\b
    | \bh(?P<en_h>[12]){_OF}(?P<en_h_year>(?:19|20)[0-9]{{2}})\b
    | \b(?P<en_half_before>[12])h{_OF}(?P<en_half_before_year>(?:19|20)[0-9]{{2}})\b
    | \bfirst[ ](?P<en_parts>{_N})[ ](?P<en_parts_unit>quarter|month)s
        (?:{_OF}(?P<en_parts_year>{_YEAR})\b|(?![ ](?:of|in|after|from|since)\b|[a-z]))
    | \bq(?P<en_q_from>[1-4])(?:[ ]?[-–][ ]?|[ ](?:to|through)[ ])q(?P<en_q_to>[1-4])(?:{_OF}(?P<en_q_to_year>{_YEAR}))?\b
    | \b(?P<en_year_before>(?:19|20)[0-9]{{2}})[ ](?P<en_first_month>{MONTH})\.?[ ]?[-–][ ]?(?P<en_last_month>{MONTH})\b
    | \b(?P<en_quarter>first|second|third|fourth|last(?=[ ]quarter{_OF}(?:19|20))|1st|2nd|3rd|4th)[ ]quarter
        (?:{_OF}(?P<en_quarter_year>{_YEAR}))?\b
    | \bq(?P<en_q>[1-4])(?:{_OF}(?P<en_q_year>{_YEAR}))?\b
    | \b(?P<en_turn>beginning|start|early|mid|middle|late|end|close)(?:[ ](?:of|in)[ ]|[ -])(?P<en_turn_year>{_YEAR})\b
    | \b(?P<en_d>{_DAY})[ ](?:of[ ])?(?P<en_d_month>{MONTH})\.?(?:,?[ ](?P<en_d_year>(?:19|20)[0-9]{{2}}))?\b
    | \b(?P<en_month>{MONTH})\.?[ ](?:(?P<en_day>{_DAY}),?[ ])?(?:of[ ])?(?P<en_month_year>(?:19|20)[0-9]{{2}}|this[ ]year|last[ ]year)\b
    | \b(?P<en_md_month>{MONTH})\.?[ ](?P<en_md_day>{_DAY})(?![0-9.%])\b
    | (?:(?<=\b(?:in|by|of|to)[ ])|(?<=\b(?:from|last)[ ])|(?<=\b(?:since|until)[ ])|(?<=\bduring[ ]))(?P<en_bare>{MONTH})\b
    | \b(?P<en_plan>1[1-5])th[ ]five[ -]year\b
    | \b(?P<en_near>today|yesterday)\b
    | \b(?P<en_now>as[ ]of[ ](?:now|today)|so[ ]far(?![ ]this)|currently|at[ ]present|to[ ]date|nowadays)\b
    | (?<![0-9a-z])(?P<en_tens>19[0-9]0|20[0-9]0)'?s\b
    | (?<![0-9a-z])['’](?P<en_short>[0-2][0-9])(?![0-9a-z])
    | (?<![0-9a-z.%-])(?<![0-9],)(?P<en_year>20[0-9]{{2}}){NO_YEAR}
"""


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _year(text: str | None, today: date) -> int:
    """2022, this year, last year; this one where none is told."""
    return int(text) if text and text.isdigit() else today.year - bool(text and text.startswith("last"))


def month_number(text: str) -> int:
    """1 to 12 for a name that MONTH matches, in any case."""
    return _MONTHS.index(text[:3].lower()) + 1


def _day(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _begun(days: Days, today: date) -> Days:
    """A part of this year, or the same of the last where that has not begun yet."""
    first, last = days
    return days if first <= today else months(first.year - 1, first.month, last.month)


def _half(match: re.Match[str], today: date) -> Days:
    half, told = _ORDINALS[match["en_half"]], match["en_half_year"]
    days = months(_year(told, today), 6 * half - 5, 6 * half)
    return days if told else _begun(days, today)


def _quarter(number: int, told: str | None, today: date) -> Days:
    days = months(_year(told, today), 3 * number - 2, 3 * number)
    return days if told else _begun(days, today)


def _parts(match: re.Match[str], today: date) -> Days:
    count = _number(match["en_parts"]) * (3 if match["en_parts_unit"] == "quarter" else 1)
    days = months(_year(match["en_parts_year"], today), 1, count)
    return days if match["en_parts_year"] else _begun(days, today)


def _quarters(match: re.Match[str], today: date) -> Days:
    days = months(_year(match["en_q_to_year"], today), 3 * int(match["en_q_from"]) - 2, 3 * int(match["en_q_to"]))
    return days if match["en_q_to_year"] else _begun(days, today)


def _named_month(match: re.Match[str], today: date) -> Days:
    year, month, day = _year(match["en_month_year"], today), month_number(match["en_month"]), match["en_day"]
    return one_day(date(year, month, _day(day))) if day else months(year, month, month)


def _from_month_to_month(match: re.Match[str], today: date) -> Days:
    """January to March 2023; from November to February 2023 ends in the year that is told."""
    year, first, last = _year(match["en_months_year"], today), month_number(match["en_month_from"]), month_number(match["en_month_to"])
    return months(year - (last < first), first, last)


def _bare_month(text: str, today: date) -> Days:
    return _begun(months(today.year, month_number(text), month_number(text)), today)


def _bare_day(month: str, day: str, year: str | None, today: date) -> Days:
    """A day of a month; the latest that has come where no year is told."""
    found = date(_year(year, today), month_number(month), _day(day))
    return one_day(found if year or found <= today else date(today.year - 1, found.month, found.day))


RULES: dict[str, Rule] = {
    "en_from": lambda match, _: years(int(match["en_from"]), int(match["en_to"])),
    "en_month_from": _from_month_to_month,
    "en_before_last": lambda match, today: around(today, -2, match["en_before_unit"]),
    "en_rel": lambda match, today: around(today, {"last": -1, "this": 0, "next": 1}[match["en_rel"]], match["en_unit"]),
    "en_ago": lambda match, today: around(today, -_number(match["en_ago"]), match["en_ago_unit"]),
    "en_decade": lambda match, today: around(today, -10, "year") if match["en_decade"].endswith("ago") else past(today, 10, "year"),
    "en_past_unit": lambda match, today: past(today, _number(match["en_past"] or "one"), match["en_past_unit"]),
    "en_half": _half,
    "en_h": lambda match, _: months(int(match["en_h_year"]), 6 * int(match["en_h"]) - 5, 6 * int(match["en_h"])),
    "en_half_before": lambda match, _: months(int(match["en_half_before_year"]), *((1, 6) if match["en_half_before"] == "1" else (7, 12))),
    "en_parts": _parts,
    "en_q_from": _quarters,
    "en_year_before": lambda match, _: months(
        int(match["en_year_before"]), month_number(match["en_first_month"]), month_number(match["en_last_month"])
    ),
    "en_quarter": lambda match, today: _quarter(_ORDINALS[match["en_quarter"]], match["en_quarter_year"], today),
    "en_q": lambda match, today: _quarter(int(match["en_q"]), match["en_q_year"], today),
    "en_turn": lambda match, today: months(_year(match["en_turn_year"], today), *_PARTS[match["en_turn"]]),
    "en_d": lambda match, today: _bare_day(match["en_d_month"], match["en_d"], match["en_d_year"], today),
    "en_month": _named_month,
    "en_md_month": lambda match, today: _bare_day(match["en_md_month"], match["en_md_day"], None, today),
    "en_bare": lambda match, today: _bare_month(match["en_bare"], today),
    "en_plan": lambda match, _: five_year_plan(int(match["en_plan"])),
    "en_near": lambda match, today: around(today, -(match["en_near"] == "yesterday"), "day"),
    "en_now": lambda _, today: one_day(today),
    "en_tens": lambda match, _: years(int(match["en_tens"]), int(match["en_tens"]) + 9),
    "en_short": lambda match, _: years(2000 + int(match["en_short"]), 2000 + int(match["en_short"])),
    "en_year": lambda match, _: years(int(match["en_year"]), int(match["en_year"])),
}
"""How each kind of match is resolved, by the group that marks the kind."""
