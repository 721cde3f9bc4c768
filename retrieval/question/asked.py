"""In which unit a question wants its number, and whether it asks how things stand now."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_COUNT = lazy_pattern(r"(?<=项目|企业)([个家户])数(?![量据字])")
"""Asks how many without 多少: 开工项目个数."""
_MONEY = lazy_pattern(r"多少钱|花[了费]?多少|(?:多少|几)[万千百]?亿|(?<!by )how much (?:money|did|does|is|was)|\bworth\W*$")
_GROWN = lazy_pattern(
    r"\b(?:how (?:much|fast|strongly)|by how much|by (?:what|how many) percent\w*|change) .*"
    r"\b(?:grow|rise|fall|drop|increase|decrease|decline|shrink|climb)\b|\bgrowth(?: rate)?\W*$|\bgrowth (?:rate|of|in)\b"
    r"|\b(?:y/y|yoy|year[- ]on[- ]year)\b"
)
_PERCENT = lazy_pattern(
    r"百分之[几多]|[占比]例|占比|占.{0,6}(?:多少|几成)$|增[速幅]是?多少|(?:增长|下降|提高)率|"
    r"percent|what (?:share|rate|proportion|part of)|growth rate|\bshare of\b|\b(?:occupancy|vacancy|utili[sz]ation|yield) rate\b"
)
_BETWEEN = r"(?:(?!(?:an?|the|of|per|in|at|to|for|from|do|does|did|is|are|was|were|has|have|had|will|can)\b)[a-z-]+ ){0,3}?"
_ENGLISH_COUNT = tuple(
    (lazy_pattern(rf"(?:how many|number of) {_BETWEEN}(?:{words})"), measure) for measure, words in english_measures().items()
)
_BEFORE_HEAD = _BETWEEN.replace("[a-z-]+", "[a-z()-]+").replace("{0,3}?", "{0,5}?")
_NO_HEAD = r"(?!(?:what|which|who|whose|when|where|why|how|names?|list|top|share|rate|ratio)\b)"
_ENGLISH_HEAD = tuple(
    (lazy_pattern(rf"^{_NO_HEAD}{_BEFORE_HEAD}(?:{words})[a-z]{{0,4}}s (?:in|at|of|from|to|by|with|for|holding)\b"), measure)
    for measure, words in english_measures().items()
)
"""What a question in search words counts that begins with it: foreign companies in a zone."""
_ENGLISH_UNIT = (
    (lazy_pattern(r"\busd\b|\bin (?:us )?dollars\b|us\$"), "美元"),
    (lazy_pattern(r"\beur\b|\bin euros?\b"), "欧元"),
    (lazy_pattern(r"\b(?:in|the) (?:[a-z]+ )?(?:yuan|rmb|renminbi)\b|\b(?:rmb|yuan) (?:value|amount)\b|\byuan\W*$"), "元"),
    (lazy_pattern(r"\bin (?:metric )?tonn?e?s\b|^(?:metric )?ton(?:ne)?s of\b"), "吨"),
    (lazy_pattern(r"\bin hectares\b"), "公顷"),
    (lazy_pattern(r"\bin mu\b"), "亩"),
    (lazy_pattern(r"\bin (?:square met(?:re|er)s|sqm)\b"), "平方米"),
)
"""In which a question in English wants its figure, wherever it says so."""


def asks_about_now(plain: str) -> bool:
    """Whether a question asks how things stand now: 目前, 现任, 最新, currently."""
    return _NOW.search(plain) is not None


def asks_of_growth(plain: str) -> bool:
    """Whether a question in English asks by how much something grew: in Chinese the words that ask say so themselves."""
    return _GROWN.search(plain) is not None


def names_unit(plain: str) -> bool:
    """Whether a question in English says in so many words in which unit it wants its figure: in yuan."""
    return any(pattern.search(plain) for pattern, _ in _ENGLISH_UNIT)


def unit_asked(plain: str) -> str | None:
    """What is counted, where the question names it."""
    if match := _UNIT.search(plain) or _COUNT.search(plain):
        return match[1]
    if unit := _first_fitting(_ENGLISH_UNIT, plain):
        return unit
    if asks_of_growth(plain):
        return "%"
    if counted := _first_fitting(_ENGLISH_COUNT, plain):
        return counted
    if _MONEY.search(plain):
        return "元"
    return _first_fitting(_ENGLISH_HEAD, plain) or ("%" if _PERCENT.search(plain) else None)


def _first_fitting(units: Sequence[tuple[re.Pattern[str], str]], plain: str) -> str | None:
    return next((unit for pattern, unit in units if pattern.search(plain)), None)
