"""Signs of units as words and powers of ten as figures, for matching only: 12.6万㎡ = 12.6万平方米, 3.2×10⁴吨 = 32000吨."""

from __future__ import annotations

from decimal import Decimal

from corpus.language.lazy_pattern import lazy_pattern

_WORDS = {
    "km2": "平方公里",
    "hm2": "公顷",
    "ha": "公顷",
    "m2": "平方米",
    "m3": "立方米",
    "km": "公里",
    "m": "米",
    "kg": "千克",
    "t": "吨",
    "kwh": "千瓦时",
    "mwh": "兆瓦时",
    "kw": "千瓦",
    "mw": "兆瓦",
    "kv": "千伏",
    "kva": "千伏安",
}
"""As NFKC and lower case leave them; 5g is a network."""
SIGNS = lazy_pattern(
    rf"((?<![a-z0-9.,])[0-9][0-9.,]*[百千万亿余多]*|[每/]) ?({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![a-z0-9^·])"
)
_POWER = lazy_pattern(r"(\d{1,12}(?:\.\d{1,6})?)\s?[×xX*]\s?10(?:\^(-?\d{1,2})|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def unit_words(text: str) -> str:
    """The signs of units behind figures as words, in a text that is NFKC and lower case."""
    return SIGNS.sub(lambda match: match[1] + _WORDS[match[2]], text)


def powers_told(text: str) -> str:
    """Figures with a power of ten as plain ones; NFKC would make 104 of 10⁴."""
    return _POWER.sub(lambda match: f"{Decimal(match[1]).scaleb(int(match[2] or match[3].translate(_RAISED))):f}", text)
