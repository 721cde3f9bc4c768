"""Whether text is legible, or the debris of a wrong decoding.

The judgement rests on which characters occur, not on known examples of damage. Running Chinese text draws a third of its
characters from a few hundred very common ones; text decoded with the wrong charset is made of rare ideographs, accented Latin
letters, control characters or symbols. Legible English is nearly all ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from corpus.formats.pinyin import is_annotated
from corpus.reason import Reason, ReasonCode

_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事"
    "只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情"
    "部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
    "眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解"
    "各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花"
    "快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德"
    "收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济"
    "園區發業產開經濟國會這個們來時說為過後對學電東無與動長現分將進實從間問機給種應書當關內樣報門體點數萬兩總統場員務車處號"
    "企投项目营招商服务创新技术推项展建设增亿吨奖励支持集团公司主任委管"
)
_ODD_CATEGORIES = {"Co", "Cn", "Cs"}
_ESCAPES = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{2,6};|%[0-9A-F]{2}|=[0-9A-F]{2}(?==|$)|\+[A-Za-z0-9/+]{5,}-?", re.MULTILINE
)
_BASE64 = re.compile(r"[A-Za-z0-9+/=]{60,}")
_KUNKAO = re.compile("锟斤拷|锟斤|斤拷")
"""What U+FFFD in UTF-8 becomes when read as GBK."""
_MARKUP_OF_BINARY = re.compile(r"^%PDF-\d|^PK\x03\x04|\bendstream\b.{0,200}\bendobj\b", re.DOTALL)
_PLAIN = frozenset("·×°±§")
_SEPARATORS = frozenset("\x1c\x1d\x1e\x1f")
"""White space to Python, control characters to everybody else."""
_FOREIGN = ((0xA0, 0x2000), (0x2500, 0x2580), (0x3100, 0x3130), (0xAC00, 0xD7B0), (0xFF61, 0xFFE0))
"""Letters of other scripts, box drawing, bopomofo, hangul, half-width katakana: what wrong decodings are made of."""
_ENOUGH = 40
"""Ideographs below which their statistics say nothing."""
_WINDOW = 200
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


def fault(text: str) -> Reason | None:
    """Return what is wrong with `text`, or None when it can be read."""
    if _MARKUP_OF_BINARY.search(text[:5000]):
        return Reason(ReasonCode.BINARY_AS_TEXT)
    counts = Counter(text)
    kinds: Counter[str] = Counter()
    for char, count in counts.items():
        kinds[_kind(char)] += count
    total = kinds.total() - kinds["space"]
    if not total:
        return Reason(ReasonCode.NO_TEXT)
    if is_annotated(text):
        return Reason(ReasonCode.PINYIN)
    kinds["replacement"] += sum(len(match) for match in _KUNKAO.findall(text))
    code = _broken(kinds, total) or _garbled(kinds, total, counts["?"])
    return Reason(code) if code else _partly_garbled(text) or _encoded(text, total)


def common_share(text: str) -> float:
    """Return the share of very common Chinese characters and ASCII letters among all that are not white space, 0 to 1."""
    counts = Counter(text)
    total = sum(count for char, count in counts.items() if not char.isspace())
    good = sum(count for char, count in counts.items() if char in _FREQUENT or (char.isascii() and char.isalnum()))
    return good / total if total else 0.0


def _broken(kinds: Counter[str], total: int) -> ReasonCode | None:
    if kinds["control"] > max(2, 0.01 * total):
        return ReasonCode.CONTROL_CHARACTERS
    if kinds["replacement"] > max(2, 0.01 * total):
        return ReasonCode.LOST_CHARACTERS
    return None


def _garbled(kinds: Counter[str], total: int, question_marks: int) -> ReasonCode | None:
    if kinds["foreign"] + kinds["odd"] > 0.2 * total:
        return ReasonCode.FOREIGN_LETTERS
    if kinds["odd"] > max(4, 0.02 * total):
        return ReasonCode.PRIVATE_CHARACTERS
    if question_marks > max(20, 0.25 * total):
        return ReasonCode.QUESTION_MARKS
    ideographs = kinds["rare"] + kinds["frequent"]
    if ideographs >= _ENOUGH and kinds["frequent"] < (0.18 if ideographs >= 100 else 0.12) * ideographs:
        return ReasonCode.RARE_IDEOGRAPHS
    return None


def _partly_garbled(text: str) -> Reason | None:
    """Judge each stretch for itself, more leniently: a list of names has few common characters, debris has hardly any."""
    for start in range(0, len(text) - _WINDOW + 1, _WINDOW):
        window = text[start : start + _WINDOW]
        ideographs = len(_IDEOGRAPH.findall(window))
        if ideographs > 0.6 * _WINDOW and sum(map(_FREQUENT.__contains__, window)) < 0.05 * ideographs:
            return Reason(ReasonCode.RARE_IDEOGRAPHS_FROM, {"start": start})
    return None


def _encoded(text: str, total: int) -> Reason | None:
    encoded = sum(len(match) for match in _ESCAPES.findall(text))
    encoded += sum(len(run) for run in _BASE64.findall(text) if not run.isdigit())
    return Reason(ReasonCode.ENCODED) if encoded > 0.4 * total else None


@lru_cache(maxsize=65536)
def _kind(char: str) -> str:
    """Return the class of one character: frequent or rare ideograph, space, plain, foreign, odd, control or replacement."""
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        return "frequent" if char in _FREQUENT else "rare"
    if char.isspace() and char not in _SEPARATORS:
        return "space"
    if char in _PLAIN or 0x20 <= code < 0x7F:
        return "plain"
    if code < 0xA0:
        return "control"
    if char == "\ufffd" or unicodedata.category(char) in _ODD_CATEGORIES:
        return "replacement" if char == "\ufffd" else "odd"
    return "foreign" if any(first <= code < end for first, end in _FOREIGN) else "plain"
