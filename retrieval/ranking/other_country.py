"""Whether a sentence tells no figure of the country whose trade, firms or money a question in English asks about.

Trade with the EU is not what is told of trade, nor of ASEAN; Swiss companies are not all companies from fifteen countries.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from corpus.language.asking_words import Kind
from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of, entries, word_list
from retrieval.question.question import Question

_OF_OTHERS_TOO = ("外资", "外方", "外籍", "中德", "中新", "中欧班列", "欧美", "公司", "企业", "留学")
"""Told of a country, and of others or of a park as well."""
_THINGS = (
    r"(?:[a-z-]+ )?(?:compan(?:ie|y)s|firms|enterprises|investors|businesses|banks|manufacturers|suppliers|money|capital|funds|investments?"
    r"|fdi|exports|imports|goods|trade|orders|market|students|pupils|children|tourists|visitors|travell?ers|employees|staff|workers|experts"
    r"|engineers|technicians|specialists|nationals|citizens|residents|buyers|customers|clients|tenants|projects|passengers|teachers)\b"
)
_ITEM, _CLAUSE = lazy_pattern(r"[。;；]"), lazy_pattern(r"[，：:]|,(?!\d{3})")
_FIGURE = lazy_pattern(r"(?<![前第])(?:\d|[一二两三四五六七八九十半][家名人户个成半倍])|[没无未零]")
_AMOUNT = lazy_pattern(
    r"(?<![前第\d.])\d[\d.]*(?![\d.]|%|个?百分点|[倍成番])|[一二两三四五六七八九十半][家名人户个]|[没无未零]|\d%[^，。；\d]{0,4}(?:至|到|达|为)\d"
)
_GROWTH = lazy_pattern(r"[增降减涨跌滑升翻]|%|百分点|倍|持平|[没无未零]")
"""What a figure must be where an amount is asked, and where growth is."""
_AMONG = lazy_pattern(r"(?:来自|涉及|包括)?[一-鿿、]*等\d*多?个?(?:国家|地区|国)(?:和地区)?")
"""One of several countries of which something is told together."""
_SHARED = lazy_pattern(r"分别|各\d")
"""How figures of several are told behind all their names."""


class OtherCountry:
    """Compares sentences with the country that one question in English narrows its figure to."""

    def __init__(self, question: Question) -> None:
        figure = question.in_english and question.kind is Kind.NUMBER
        self._countries = tuple(_countries(question.plain)) if figure else ()
        self._sign = _GROWTH if "增速" in question.said else _AMOUNT if question.unit not in (None, "%") else _FIGURE

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._countries)

    def found_in(self, sentence: str) -> bool:
        """Whether no clause of a normalised sentence that names it, nor the next one, tells a figure."""
        return any(not _tells_of(words, sentence, self._sign) for words in self._countries)


def _tells_of(words: re.Pattern[str], sentence: str, sign: re.Pattern[str]) -> bool:
    if not words.search(sentence):
        return False
    items = [_CLAUSE.split(item) for item in _ITEM.split(_AMONG.sub("", sentence))]
    if len(items) == len(items[0]) == 1 or _SHARED.search(sentence):
        return True
    return any(_tells_in(words, clauses, sign) for clauses in items)


def _tells_in(words: re.Pattern[str], clauses: Sequence[str], sign: re.Pattern[str]) -> bool:
    return any(words.search(clause) and sign.search(_with_next(place, clauses)) for place, clause in enumerate(clauses))


def _with_next(place: int, clauses: Sequence[str]) -> str:
    """A clause with the next one, which may go on with it unless it names another country."""
    following = "".join(clauses[place + 1 : place + 2])
    return clauses[place] if any(country in following for country in word_list("countries.txt")) else clauses[place] + following


def _countries(plain: str) -> Iterator[re.Pattern[str]]:
    """The Chinese words for each country to which a question narrows something: trade with Germany, German firms."""
    for match in _narrowing().finditer(plain):
        yield lazy_pattern("|".join(_words_for(match["partner"] or match["whose"])))


@functools.cache
def _narrowing() -> re.Pattern[str]:
    named = any_of(map(re.escape, _named()))
    led_to = r"(?:\b(?:with|to|from)|\bbetween [^,.?]{1,40}? and)(?: the)?"
    return re.compile(
        r"\b(?:trade|imports?|exports?|exported|imported|shipments?|shipped|sales|sells?|sold|routes?|flights?|fdi|investments?|money|capital|students|companies|firms)\b"
        rf"[^,.?]{{0,60}}?{led_to} (?P<partner>{named})\b(?! (?:company|firm|group|maker|market))"
        rf"|(?<!sino-)(?<!by )(?<!with )\b(?P<whose>{named}) (?={_THINGS})"
    )


@functools.cache
def _named() -> tuple[str, ...]:
    """English words for countries and groups of them."""
    countries = set(word_list("countries.txt"))
    return tuple(phrase for phrase, words in load_glossary().entries.items() if countries.intersection(words))


def _words_for(english: str) -> tuple[str, ...]:
    words = load_glossary().entries[english]
    others = entries("concrete_things.txt")
    told = (*words, *(other for word in words for other in others.get(word, ())))
    return tuple(dict.fromkeys(word for word in told if word not in _OF_OTHERS_TOO))
