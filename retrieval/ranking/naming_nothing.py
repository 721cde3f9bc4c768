"""Whether a sentence tells of what a question asks the name of only as one of its kind: 一家石墨烯企业, 两名干部, 银行1家."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of, word_list
from retrieval.question.question import Question
from retrieval.question.said_in_chinese import kind_named
from retrieval.ranking.people import any_surname

_NAME_ASKED = lazy_pattern(
    r"叫什么(?:名字)?|什么名字|名称是?什么|是?哪(?:一?|[几两三四五六七八九十]|\d+)[家所个位款种座处枚颗艘架支](?P<kind>[一-鿿]{2,4})?|(?<=企业|公司|机构)是谁"
)
_OF_NAMES = (Kind.LIST, Kind.ORGANISATION, Kind.OTHER, Kind.PLACE)
_SEVERAL_ASKED, _ENUMERATION = lazy_pattern(r"哪[几两三四五六七八九十]"), "、"
_KIND_BEFORE = lazy_pattern(r"(?P<kind>[一-鿿]{2})(?:都|又|分别)?是?$")
_CALLED = {
    "企业": ("药企", "车企", "外企", "国企", "央企", "民企", "公司"),
    "外企": ("外资企业",),
    "车企": ("汽车企业",),
    "药企": ("医药企业",),
    "货航": ("货运航空公司",),
    "大学": ("高校", "院校"),
    "高校": ("大学", "院校"),
}
"""What else a thing of a kind may be called."""
_NO_SURNAMES = "成[功立为]|项目|计划|连续|高[新校]|解决|应用|满[足意]"
_SOME = "(?:[上下]游|外省|省外|外地|外市|市外|国外|境外|海外|当地|本地)(?:的|某)?"
"""What stands before a kind instead of a name: 上游锂矿企业."""
_NAMED_WITHIN = ("银行", "大学", "高校", "医院")
"""What every name of such a thing has in it."""
_BARE = r"(?:^|[，,。;；:：、“”]|协调|联系|对接|帮助?|[找向从由和与跟请让到去]|有关|相关|当地|合作|多家|国有|商业)"
"""What stands before it where no name does."""
_NEXT = r"[，,。;；、的要订采下提签对从在和与及共同合联参将已也都等投建负承供研制造生拿买购来入落搬迁退停关倒破\d]|$"
"""What stands behind a kind that goes on without a name."""
_NO_KIND = lazy_pattern(r"[的是了]")
_ITEM, _CLAUSE = lazy_pattern(r"[；;。]"), lazy_pattern(r"[，,；;。]")
_COUNTED = "[家所个位名款座支种项条户处枚颗艘架]"
_NAMES_AFTER = '[^，,。;；合共签的]{0,8}[:：“"（(《—]'
_NAMING, _QUOTED = (
    lazy_pattern(r"名为|叫|取名|即|[就便]是|分别|[一-鿿]{3,}以[^，,；;。]{1,14}(?:居|位列|排名?第|领跑)"),
    lazy_pattern(r"[“《]"),
)
_FOUNDED = lazy_pattern(r"(?:合作|共同|联合|签约)?(?:成立|共建|组建|设立|建设)了?[“《][^”》]*[”》]")
"""What was founded together with it has a name, it has none: 与北京一所大学成立“岚舟研究院”."""
_LISTING = lazy_pattern(r"[:：“\"《]|名为|叫|取名|即|分别|包括|如|其中(?![^,，;；。]{0,6}\d)|管")
_NAMED_BEFORE = lazy_pattern(r"、[^，,。;；]*$|(?<!第)(?<!原因)[是为称][^，,。;；]{0,6}$|[第首等]$|[一-鿿](?:[和与及]|联合)(?:另外?|其他)$")
"""What a name stands before: A、B两家, 是一家, A等3家, A和另外两家."""


class NamingNothing:
    """Compares sentences with the kind of thing whose name one question asks for."""

    def __init__(self, question: Question) -> None:
        named = kind_named(question.plain) if question.in_english and question.kind in _OF_NAMES else ""
        said = f"{question.said}，哪个{named}" if named else question.said
        self._kinds = tuple(_kinds(said))
        self._several = _SEVERAL_ASKED.search(said) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._kinds)

    def found_in(self, sentence: str) -> bool:
        """Whether each thing of that kind in a normalised sentence is counted, and none named; False where there is none."""
        if self._several and _ENUMERATION in sentence:
            return False
        kind = next((kind for kind in self._kinds if kind in sentence), None)
        if kind is not None and _summed_up(kind).search(sentence):
            return False
        if kind == "国家" and any(country in sentence for country in word_list("countries.txt")):
            return False
        return kind is not None and (self._is_one_of(kind, sentence) or self._is_counted(kind, sentence) or _is_bare(kind, sentence))

    def _is_one_of(self, kind: str, sentence: str) -> bool:
        """一家石墨烯企业: what it is one of, not 是一家企业, before which its name stands."""
        found = [match for match in _one_of(kind).finditer(sentence) if not _NAMED_BEFORE.search(sentence, 0, match.start())]
        clauses = "，".join(clause for clause in _CLAUSE.split(sentence) if kind in clause)
        return (
            len(found) >= sentence.count(kind) - len(_pointed_at(kind).findall(sentence))
            and not _NAMING.search(sentence)
            and not _QUOTED.search(_FOUNDED.sub("", clauses))
            and not any(_named_after(kind).search(sentence, match.end() - len(kind)) for match in found)
        )

    def _is_counted(self, kind: str, sentence: str) -> bool:
        """银行1家: how many there are of it."""
        items = "；".join(item for item in _ITEM.split(sentence) if kind in item)
        return len(_count_of(kind).findall(items)) >= items.count(kind) and not _LISTING.search(items)


def _is_bare(kind: str, sentence: str) -> bool:
    """找银行借了款: whether it is never named."""
    return kind in _NAMED_WITHIN and len(re.findall(rf"{_BARE}{kind}", sentence)) == sentence.count(kind)


def _kinds(plain: str) -> Iterator[str]:
    """What is asked the name of, by the longest words first: 上市公司, 上市公, 上市."""
    asked = _NAME_ASKED.search(plain)
    before = _KIND_BEFORE.search(plain, 0, asked.start()) if asked and not asked["kind"] else None
    named = (asked and asked["kind"]) or (before and before["kind"]) or ""
    for length in range(len(named), 1, -1):
        if not _NO_KIND.search(named[:length]):
            yield named[:length]
    yield from _CALLED.get(named, ())


@functools.lru_cache(maxsize=64)
def _one_of(kind: str) -> re.Pattern[str]:
    """A surname behind it begins a name: 另一位副主任梅舒扬; so may anything behind 本地企业 that begins no new phrase."""
    counted = rf"(?:(?<!\d)\d+|[某多数几]|(?<![第同唯之])一){_COUNTED}[^，,。;；、:：“”]{{0,10}}?{re.escape(kind)}"
    somewhere = rf"(?:{_SOME}[^，,。;；、:：“”]{{0,10}}?|(?<!内){any_of(word_list('countries.txt'))}的?){re.escape(kind)}(?={_NEXT})"
    return re.compile(rf"{counted}(?!(?!{_NO_SURNAMES}){any_surname()}[一-鿿])|{somewhere}")


@functools.lru_cache(maxsize=64)
def _pointed_at(kind: str) -> re.Pattern[str]:
    """该机构: what was named before, or not; or another than what is asked about."""
    return re.compile(rf"(?:[该此]|[这那]{_COUNTED}|其[他它]|别的)[^，,。;；]{{0,4}}?{re.escape(kind)}")


@functools.lru_cache(maxsize=64)
def _summed_up(kind: str) -> re.Pattern[str]:
    """What follows their names: 甲和乙订单饱满，两家企业合计."""
    return re.compile(rf"[一-鿿][和与、][一-鿿][^。；;]*[，,]\d{_COUNTED}{re.escape(kind)}(?=合计|共同|分别|各自)")


@functools.lru_cache(maxsize=64)
def _named_after(kind: str) -> re.Pattern[str]:
    return re.compile(re.escape(kind) + _NAMES_AFTER)


@functools.lru_cache(maxsize=64)
def _count_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(kind)}(?:共|有|达|为|共有|只有|仅有|仅|数量)?\d+[余多]?{_COUNTED}(?=[，,。;；、]|$)")
