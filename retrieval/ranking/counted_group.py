"""Whether a sentence only counts those whose names a question asks for: 在5家医院开展, A、B等11国 beside A and B."""

from __future__ import annotations

import functools
import re

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import number
from retrieval.question.question import Question
from retrieval.ranking.counted_or_named import CLASSIFIER, NAMING
from retrieval.ranking.telling import Telling, without_reply
from retrieval.text.character_pairs import character_pairs

_FIGURE = r"(?:\d+|[两二三四五六七八九十]+)"
_BESIDE = lazy_pattern(r"除了?(?P<named>[^,]{2,40}?)(?:之?外|以外|,|还|另|其余|其他|剩下)[^,]*,?[^,]*(?:哪(?![天年月日])|谁|叫?什么)")
_AND, _LISTED = lazy_pattern("[、和与及]"), lazy_pattern(rf"(?P<list>[^,;。:()]*)等(?:\d+{CLASSIFIER}|[一-鿿])")
_OTHERS_TOLD = lazy_pattern(r"另外|另[一几\d]|其余|其他|还有|还[到在销往]|此外|分别|包括|[:“《]|、")
_GOES_ON = lazy_pattern(r"\W*(?:其余|其他|其中|另|还有|剩下|分别|包括|此外|[这该]\d|除)")
"""How a sentence begins that tells of the same ones."""
_OF_THESE, _COUNT = "其中", lazy_pattern(rf"(?<![第\d.])\d+{CLASSIFIER}")
_GROUP_ASKED = lazy_pattern(
    rf"哪(?P<which>{_FIGURE}){CLASSIFIER}"
    rf"|(?<![第\d])(?P<those>{_FIGURE}){CLASSIFIER}[一-鿿]{{0,6}}?[都又各]?(?:分别)?(?:是谁|叫什么|什么名|名字|名称|[是在]?哪(?![天年月日])|在?什么地方|有谁|是什么$|名单$)"
)
_FEWEST = 2
_PLACE_ASKED = lazy_pattern(r"哪[^,，]{1,2}(?P<kind>[村镇乡县市校])$")
"""Of places each name has the word for them."""
_ITEMS, _ONE_BY_ONE = (
    lazy_pattern("[、;和与及]"),
    lazy_pattern(r"[①②❶]|[一1][家个所位]?[是为在]|另[一1]|叫|名为|[》”]\D{0,6}[“《]|分别|等\d"),
)
_OTHER_COUNT = lazy_pattern(rf"\W*(?P<figure>\d+){CLASSIFIER}[^,;:]{{0,16}}(?:分别|包括|[是为:])")
_REMARK = lazy_pattern(r"^\W*[^,;:、]{2,8}的:")
"""How a sentence begins that says of what kind it is what it tells: 也有不理想的："""
_SPEAKER = lazy_pattern(r"^\W*(?![一-鿿]*(?:名单|[如以]下|包括|分别|[有是为奖]):)[一-鿿]{2,4}:")
_SEVERAL_ASKED = lazy_pattern(r"哪几(?P<unit>[家个所位])")
_LEAST_SHARED = 2
"""Pairs of characters of the question by which a clause that counts is known to be of what is asked."""
_PAIR = lazy_pattern("[一-鿿][和与及跟][一-鿿“]")
_KINDS = (
    "企业|公司|机构|单位|医院|学校|高校|大学|院所|银行|客户|供应商|国家|城市|地区|项目|团队|品牌|产品|新药|园区|平台|基地|社区"
    "|街道|镇街|航线|线路|专线|港口|站点|工艺|品种|券商|政策|高企|景区|酒店|实验室"
)
_KIND_ASKED = lazy_pattern(
    rf"(?P<had>{_KINDS})(?:都|一共|分别|各|又)*[有是](?:哪些|谁|哪几[家个所位]|哪{_FIGURE}{CLASSIFIER})$"
    rf"|(?P<each>{_KINDS})分别[是由](?:哪|谁|什么)"
    rf"|哪些(?P<some>{_KINDS})|(?P<listed>{_KINDS})的?(?:名单|名字|名称)(?:[是有](?:什么|哪些))?$"
)
_ASKS = lazy_pattern(r"\W*(?:问|提问|记者|主持人|网友)\W")
"""What is next in an interview."""
_ITEM, _CLAUSE = lazy_pattern("[;。]"), lazy_pattern("[,;。]")


class CountedGroup:
    """Compares sentences with the group whose members one question asks for."""

    def __init__(self, question: Question) -> None:
        plain = question.bare_chinese
        beside = _BESIDE.search(plain)
        self._known = [name for name in _AND.split(beside["named"]) if len(name) > 1] if beside else []
        group = None if beside else _GROUP_ASKED.search(plain)
        figure = number(group["which"] or group["those"]) if group else None
        self._figure = int(figure) if figure and figure >= _FEWEST else 0
        place = _PLACE_ASKED.search(plain) if group else None
        self._place = place["kind"] if place else ""
        kind = _KIND_ASKED.search(plain) if not beside else None
        self._kind = next(filter(None, kind.groups())) if kind else ""
        several = _SEVERAL_ASKED.search(plain) if not beside else None
        self._several, self._asked = (several["unit"], character_pairs(_SEVERAL_ASKED.sub(",", plain))) if several else ("", set[str]())

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._known or self._figure or self._kind or self._several)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence counts them, or tells of them without names, and neither it nor those beside it name them."""
        before, sentence, after = map(without_reply, (telling.before.rpartition("\n")[2], telling.sentence, telling.after))
        return self._only_counts(sentence, before, after) or self._stands_beside_count(sentence, before, after)

    def _stands_beside_count(self, sentence: str, before: str, after: str) -> bool:
        """Whether one that itself names nothing is the next to one that only counts those."""
        if not (self._known or self._figure) or _OTHERS_TOLD.search(sentence):
            return False
        return self._only_counts(before, "", sentence) or self._only_counts(after, sentence, "")

    def _only_counts(self, sentence: str, before: str, after: str) -> bool:
        if self._known:
            return self._tells_only_known(sentence, after)
        if self._kind and not self._figure and self._kind not in before:
            before = ""
        if self._place:
            before, after = (text if self._place in text else "" for text in (before, after))
        return self._counts(_REMARK.sub("", sentence)) and not any(map(self._names_them, (before, after)))

    def _names_them(self, text: str) -> bool:
        """Whether one beside it names as many as are asked for."""
        if _ASKS.match(text) or not NAMING.search(text := _SPEAKER.sub("", text)):
            return False
        if not self._figure:
            return True
        other = _OTHER_COUNT.match(text)
        if other and int(other["figure"]) != self._figure:
            return False
        return _ONE_BY_ONE.search(text) is not None or len(_ITEMS.findall(text)) + 1 >= self._figure

    def _tells_only_known(self, sentence: str, after: str) -> bool:
        """A、B等11国 or 4家企业, 其中A, for who besides A and B."""
        if _GOES_ON.match(after):
            return False
        for match in _LISTED.finditer(sentence):
            listed = _AND.split(match["list"])
            if any(self._is_known(name) for name in listed):
                return all(map(self._is_known, listed)) and not _OTHERS_TOLD.search(_ITEM.split(sentence[match.end() :])[0])
        items = [item for item in _ITEM.split(sentence) if all(name in item for name in self._known)]
        return bool(items) and all(map(self._is_one_of_counted, items))

    def _is_known(self, name: str) -> bool:
        return any(known in name or name in known for known in self._known)

    def _is_one_of_counted(self, item: str) -> bool:
        counted, of_these, named = item.partition(_OF_THESE)
        return (
            bool(of_these)
            and any(name in named for name in self._known)
            and _COUNT.search(counted) is not None
            and not NAMING.search(counted)
            and not _OTHERS_TOLD.search(_without(self._known, named))
        )

    def _counts(self, sentence: str) -> bool:
        if self._figure and _counted(self._figure).search(sentence):
            return not NAMING.search(sentence) and not (self._figure == _FEWEST and _PAIR.search(sentence))
        if self._several and not NAMING.search(sentence) and self._counts_asked(sentence):
            return True
        if not self._kind or self._kind not in sentence or NAMING.search(sentence):
            return False
        items = "；".join(item for item in _ITEM.split(sentence) if self._kind in item)
        return len(_counted_kind(self._kind).findall(items)) >= items.count(self._kind) and not _PAIR.search(items)

    def _counts_asked(self, sentence: str) -> bool:
        """对4家企业责令停产, for which were."""
        counting = re.compile(rf"(?<![第\d.])\d+{self._several}")
        clauses = [clause for clause in _CLAUSE.split(sentence) if counting.search(clause) and not _PAIR.search(clause)]
        return any(len(self._asked & character_pairs(clause)) >= _LEAST_SHARED for clause in clauses)


def _without(names: list[str], text: str) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


@functools.lru_cache(maxsize=64)
def _counted(figure: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![第\d.]){figure}{CLASSIFIER}(?![月年])")


@functools.lru_cache(maxsize=64)
def _counted_kind(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![第\d.])\d+{CLASSIFIER}[^,;。]{{0,8}}?{kind}|{kind}(?:共|有|达|为|共有|只有|仅有|仅|数量)?\d+[余多]?{CLASSIFIER}"
    )
