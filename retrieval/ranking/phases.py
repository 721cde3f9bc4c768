"""Whether what a sentence tells is of another part of a thing than asked for: 一期 for 二期, 南区 for 北区, 5路 for 15路, 五楼 for 七楼."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.own_part import Named, own_part
from retrieval.ranking.telling import Telling

_PHASE = lazy_pattern(
    r"(?<!\d)(?<![分共])(?<![一二三四五六七八九\d][、和及至到-])(?<!(?<!第)[一二三四五六七八九])(?:第?(?P<chinese>[一二三四五六七八九1-9])|(?P<first>首|起步))(?:期(?![间限内待望刊货盼]|培训)|阶段)"
    r"|(?<![a-z\d])(?P<roman>i{1,3}|iv)期(?![间限内待望刊货盼])"
    r"|\b(?:phase|stage) ?(?P<english>iv|v|i{1,3}|[1-9]|one|two|three|four)\b"
    r"|(?:第(?P<place>[一二三四五六七八九十]|\d{1,2})|(?P<opening>首))(?P<of>批|届|轮|艘|处|条(?=生?产?线|产线|跑道|航线)|次(?=[^，。]{0,6}会)|场(?![地所馆景面合])|工厂|食堂|期(?=培训)"
    r"|(?:污水处理|污水|自来水|水质净化|热源|热电)厂|(?:实验)?(?:小学|中学|幼儿园)|人民医院|中标候选人)"
    r"|(?<![\d.月])(?<![一二三四五六七八九\d号][、和至到-])(?P<numbered>[一二三四五六七八九]|\d{1,2})(?:(?:号|\#)(?:自动|备用|冷藏|恒温|标准|分拣|生产|保税)?"
    r"(?P<built>楼|厂房|车间|线(?![索上下])|仓|冷?库|地块|馆|锅?炉|机组|主变|泊位|码头|罐|卫星|地(?=$|[^址下区方铁带])|文(?!化|明|体)|门(?![店诊牌卫口户槛类面]))|(?P<lot>标段|包件))"
    r"|[〔\[(（](?P<paper>(?:19|20)\d\d[〕\])）]第?\d{1,4})号"
    r"|(?<![\d-])(?P<code>(?:19|20)\d\d-(?:(?:0?[1-9]|1[0-2])(?=号|地块|宗)|1[3-9]|[2-9]\d|\d{3}))(?![\d-])"
    r"|(?<![东南西北江河城桥市湖海山浦关路港湾川])(?P<quarter>[东南西北])(?P<side>片?区(?!域|位|间)|岸|园(?![区林艺丁博]))"
    r"|(?<![a-z])(?P<letter>[a-h])(?P<block>区|座|栋|馆|地块|轮)|(?P<stem>[甲乙丙丁])(?P<part>区|座|栋)"
    r"|(?<![\d.])(?<!开通)(?<!新增)(?P<route>\d{1,3})路(?![段网口桥灯快])|(?P<along>[经纬])(?P<road>[一二三四五六七八九十])路"
    r"|(?<![\d号第一二三四五六七八九十])(?<![一二三四五六七八九十\d][、和至到~–—-])(?<!楼[至到~–—-])(?P<floor>[一二三四五六七八九十]{1,3}|\d{1,2})"
    r"(?:(?P<storey>楼)(?![宇盘市栋]|[至到~–—-][一二三四五六七八九十\d])|(?P<shop>车间|店|厂(?![房长家区商])))|(?P<third>[上中下])旬"
    r"|(?<![a-z\d.])(?<![a-z]\d[至到~–—-])(?<![a-z]\d\d[至到~–—-])(?P<series>[a-z]{1,4})-?(?P<member>(?:\d{4}-)?\d{1,4}(?:\.\d)?)(?![\d.%年月元万亿家]|[至到~–—-][a-z]\d|[至到~]\d)"
)
_CODES = lazy_pattern(r"(?<![a-z0-9])(?![qh]\d)[a-z]{1,4}-?(?:\d{4}-)?\d{1,4}(?![a-z0-9.%-])")
"""What a question in English calls a thing by: kd-21."""
_SEVERAL = lazy_pattern(
    r"(?<![\d分共十])(?P<from>[一二三四五六七八九])(?P<between>[、和及至到-]?)(?P<to>[一二三四五六七八九])期(?![间限内待望刊货盼]|培训)"
)
"""Two phases of which the same is told, or all from one to another: 一、二期, 一至三期."""
_TOGETHER = lazy_pattern(r"[一二三四五六七八九]期?[、和与及][一二三四五六七八九]期[^，。；,;\d]{0,4}(?:合计|共计|总共|一共|累计共?|共)\d")
_TOGETHER_ASKED = lazy_pattern(r"合计|[总一]共|累计|加起来")
"""Figures of several phases, which are of none: 一期、二期合计1680套."""
_EDITION = "届"
_OTHER_EDITION = lazy_pattern(r"[上下往历首]一?届|每届|各届|[去明前]年")
_RANGE = "至到-"
_NUMBER = {
    **{digit: place for digits in ("一二三四五六七八九十", "123456789") for place, digit in enumerate(digits, 1)},
    **{word: place for words in ("i ii iii iv v", "one two three four") for place, word in enumerate(words.split(), 1)},
}
_BESIDE_BEFORE = lazy_pattern(r"(?:位于|从|自|被|紧邻|毗邻|紧靠|紧挨|靠近|相邻|比|较|继|与|和|跟)[^，。；,;]{0,4}$")
_BESIDE_AFTER = lazy_pattern(
    r"[项目工程]{0,4}(?:的?[东南西北]{1,2}[侧面边]|旁|隔壁|对面|相邻|相连|(?:的)?基础上|的?(?:近|约)?(?:\d[\d.]*|[两三四五六七八九十几半数])倍)"
)
"""What makes a part the place of another one, 二期位于一期东南侧, or what does something to it: 被第12号文废止."""
_BRACKETED = lazy_pattern(r"(?<=[\d元米年月日家人%亩套个])[(（][^()（）]*[)）]")
"""What is told beside a figure."""
_ITEM_END = lazy_pattern(r"[；;]")
_PROJECT, _PAPER, _CODE = "期", "文号", "编号"
_NUMBERED = ("chinese", "roman", "english", "place", "numbered", "route", "road", "floor", "member")
_LETTERED = ("quarter", "letter", "stem", "third")
"""Groups of the pattern that say which one of its kind it is, by a number or otherwise."""
_COUNTED = ("of", "built", "lot", "side", "along", "shop")
_OF_LETTERS = ("block", "part", "series")
_MARKED = {"block": "字母", "part": "天干", "route": "路", "storey": "楼层", "third": "旬", "series": "编号"}
"""Groups that say of what kind it is: by a word of its own, another kind with letters (A座) than with numbers, or by one for all."""
_SAME_KIND = {"冷库": "库", "锅炉": "炉", "片区": "区", "污水处理厂": "污水厂", "字母轮": "轮", "地": "地块"}
_LISTED = ("和", "与", "跟", "及", "以及")
"""What stands between parts that are told of together: 1标段和2标段均已开工."""
_LOT_NEXT = lazy_pattern(r"号?(地块)")
"""What makes of a code the number of a lot: 2023-08号地块 is the 08号地块."""
_NOT_DIGITS = lazy_pattern(r"\D+0*")
UNTOLD = 0.7
"""What it says where nothing tells of any phase."""
UNSURE = 0.5
"""What it says where another batch, building or side is told of before the sentence only."""

_TEXTS_IN_MEMORY = 4096
"""Sentences, and what stands before them, whose phases are kept: people ask about the same reports."""


class _Mention(NamedTuple):
    start: int
    end: int
    kind: str
    """期, or what else is counted."""
    number: str


class PhaseContradiction:
    """Compares sentences with the phases, batches and sides that one question names."""

    def __init__(self, question: Question) -> None:
        codes = _CODES.findall(question.plain) if question.in_english else ()
        self._asked = {(each.kind, each.number) for each in _phases("，".join((question.said, *codes)))}
        self._kinds = {kind for kind, _ in self._asked}
        self._of_one = question.kind is Kind.NUMBER and len(self._asked) == 1 and _TOGETHER_ASKED.search(question.said) is None

    def found_in(self, telling: Telling) -> float:
        """0 where no phase is asked for, or one of these is told; 1 where another is."""
        if not self._kinds:
            return 0.0
        return max(self._of_kind(kind, telling) for kind in self._kinds)

    def names_another(self, telling: Telling) -> bool:
        """Whether the sentence names another part of the kind asked for and not this one, sums up several or is of another edition."""
        if self._of_one and _PROJECT in self._kinds and _TOGETHER.search(telling.sentence):
            return True
        if _EDITION in self._kinds and self._is_of_other_edition(telling):
            return True
        told = {kind: self._told(kind, telling.sentence) for kind in self._kinds}
        return any(numbers and self._is_other(kind, numbers) and not self._goes_on(kind, telling) for kind, numbers in told.items())

    def _is_of_other_edition(self, telling: Telling) -> bool:
        """Whether the title counts another edition than the one asked for, and the sentence speaks of none but that."""
        titled = _numbers(_EDITION, telling.about)
        if not titled or not self._is_other(_EDITION, titled) or _numbers(_EDITION, telling.sentence):
            return False
        return _OTHER_EDITION.search(telling.sentence) is None

    def narrowed(self, telling: Telling) -> Telling:
        """What the sentence says of the phases asked for, where it tells of others too."""
        if not self._kinds:
            return telling
        return telling._replace(sentence=functools.reduce(self._narrowed, sorted(self._kinds), telling.sentence))

    def own_parts(self, telling: Telling) -> Iterator[str]:
        """The same by kind; what comes before them goes on with the last one told of before the sentence."""
        for kind in self._kinds:
            if named := self._named(kind, telling.sentence):
                others = self._is_other(kind, _numbers(kind, telling.before)[-1:]) and _begins_item(telling.sentence, named[0].start)
                yield own_part(telling.sentence, [*([Named(0, 0, False)] if others else []), *named])

    def _narrowed(self, sentence: str, kind: str) -> str:
        return own_part(sentence, self._named(kind, sentence))

    def _named(self, kind: str, sentence: str) -> list[Named]:
        return [Named(each.start, each.end, (kind, each.number) in self._asked) for each in _phases(sentence) if each.kind == kind]

    def _of_kind(self, kind: str, telling: Telling) -> float:
        if told := self._told(kind, telling.sentence):
            return float(self._is_other(kind, told) and not self._goes_on(kind, telling))
        told = _numbers(kind, telling.before)[-1:] or _numbers(kind, telling.about)
        if kind != _PROJECT:
            return UNSURE if told and self._is_other(kind, told) else 0.0
        return float(self._is_other(kind, told)) if told else UNTOLD

    def _goes_on(self, kind: str, telling: Telling) -> bool:
        """Whether a sentence goes on with one asked for, told of last before it, until an item further on names another."""
        before = _numbers(kind, telling.before)[-1:]
        first = min((each.start for each in _phases(telling.sentence) if each.kind == kind), default=0)
        return bool(before) and not self._is_other(kind, before) and _begins_item(telling.sentence, first)

    def _told(self, kind: str, sentence: str) -> list[str]:
        """Those of a kind in a sentence; where it has none of those asked for, none that stands in brackets: 每月17元(一期为15元)."""
        told = _numbers(kind, sentence)
        return _numbers(kind, _BRACKETED.sub("()", sentence)) if self._is_other(kind, told) else told

    def _is_other(self, kind: str, told: list[str]) -> bool:
        return all((kind, number) not in self._asked for number in told)


@functools.lru_cache(_TEXTS_IN_MEMORY)
def _phases(text: str) -> tuple[_Mention, ...]:
    return tuple(sorted(_found_phases(text)))


def _found_phases(text: str) -> Iterator[_Mention]:
    for match in _SEVERAL.finditer(text):
        first, last = _NUMBER[match["from"]], _NUMBER[match["to"]]
        numbers = range(first, last + 1) if match["between"] and match["between"] in _RANGE else (first, last)
        yield from (_Mention(*match.span(), _PROJECT, str(number)) for number in numbers)
    ended = 0
    for match in _PHASE.finditer(text):
        listed, ended = text[ended : match.start()] in _LISTED, match.end()
        if not _is_place(text, match, listed=listed):
            yield _Mention(*match.span(), *_kind_and_number(match))
            if match["code"] and (lot := _LOT_NEXT.match(text, match.end())):
                yield _Mention(match.start(), lot.end(), lot[1], _number(match["code"].partition("-")[2]))


def _kind_and_number(match: re.Match[str]) -> tuple[str, str]:
    if paper := match["paper"]:
        return _PAPER, _NOT_DIGITS.sub("-", paper)
    if code := match["code"]:
        return _CODE, _NOT_DIGITS.sub("-", code)
    named = next((match[group] for group in _NUMBERED if match[group]), None)
    number = _number(named) if named else next((match[group] for group in _LETTERED if match[group]), "1")
    kind = next((match[group] for group in _COUNTED if match[group]), None)
    if kind is None:
        group, word = next(((group, word) for group, word in _MARKED.items() if match[group]), ("", _PROJECT))
        kind = word + (match[group] if group in _OF_LETTERS else "")
    return _SAME_KIND.get(kind, kind), number


def _number(named: str) -> str:
    """Han numerals up to 99 in figures; what is none as it is, without zeros before it."""
    tens, ten, ones = named.rpartition("十")
    if ten and all(part in _NUMBER or not part for part in (tens, ones)):
        return str(10 * _NUMBER.get(tens, 1) + _NUMBER.get(ones, 0))
    return str(_NUMBER.get(named, named)).lstrip("0")


def _is_place(text: str, named: re.Match[str], *, listed: bool) -> bool:
    """Whether a part is named only to say where another one is; 较一期的7.2米 tells of it too."""
    if _BESIDE_AFTER.match(text, named.end()):
        return True
    if listed or text.startswith("的", named.end()):
        return False
    return _BESIDE_BEFORE.search(text, max(0, named.start() - 8), named.start()) is not None


def _begins_item(sentence: str, place: int) -> bool:
    """Whether a place is in another item of a list than the first."""
    return _ITEM_END.search(sentence, 0, place) is not None


def _numbers(kind: str, text: str) -> list[str]:
    return [each.number for each in _phases(text) if each.kind == kind]
