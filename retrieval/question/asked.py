"""In which unit a question wants its number, and whether it asks how things stand now."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import THOUSAND, UNITS, Measure, any_measure, any_true_measure, english_measures

_NOW = lazy_pattern(
    r"截[至止到](?:目前|现在|今[天日]?(?!年))|到(?:目前|现在)为止|迄今|目前|当前|现在|如今|眼下|现任|最新|最近|近期|现有|现阶段|"
    r"\b(?:now|currently|current|at present|so far|to date|latest|recently|nowadays|today)\b"
)

_COUNTER = any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.TIME, Measure.SHARE)
_LOOSE = any_true_measure(Measure.LOOSE, Measure.DEGREE)
_UNIT = lazy_pattern(rf"(?:多少|几)个?(?:[百万亿]|{THOUSAND})*({_COUNTER}|{_LOOSE})(?!以上)")
"""Every measure. Behind 多少 a counter counts even where it goes on to name the thing, as in 多少项目; a loose one may not.
Of 多少个亿元以上项目 it is 个."""
_MONEY = lazy_pattern(r"多少钱|花[了费]?多少|(?:多少|几)[万千百]?亿|how much (?:money|did|does|is|was)")
_PERCENT = lazy_pattern(
    r"百分之[几多]|[占比]例|占比|占.{0,6}(?:多少|几成)$|增[速幅]是?多少|(?:增长|下降|提高)率|"
    r"percent|what (?:share|rate|proportion)|growth rate"
)
_ENGLISH_COUNT = tuple(
    (lazy_pattern(rf"how (?:many|much) (?:[a-z-]+ ){{0,3}}?(?:{words})"), measure) for measure, words in english_measures().items()
)


def asks_about_now(plain: str) -> bool:
    """Whether a question asks how things stand now: 目前, 现任, 最新, currently."""
    return _NOW.search(plain) is not None


def unit_asked(plain: str) -> str | None:
    """What is counted, where the question names it."""
    if match := _UNIT.search(plain):
        return match[1]
    if _MONEY.search(plain):
        return "元"
    if _PERCENT.search(plain):
        return "%"
    return next((unit for pattern, unit in _ENGLISH_COUNT if pattern.search(plain)), None)
