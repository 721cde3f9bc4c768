"""Whether a sentence tells another kind of figure than a question asks for: 累计 for 新增, a capacity for an output, exports for imports.

What it tells is of the thing and time that are asked about, so nothing else speaks against it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import simplified
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.growth_and_amount import is_of_another


class _OtherKind(NamedTuple):
    """A kind of figure that is taken for another one."""

    asked: re.Pattern[str]
    unless_asked: re.Pattern[str]
    """What in a question says that the other one will do, too."""
    other: re.Pattern[str]
    wanted: re.Pattern[str]
    """Whatever in a sentence may tell the one that is asked for."""

    def is_asked(self, plain: str) -> bool:
        return self.asked.search(plain) is not None and self.unless_asked.search(plain) is None

    def is_told(self, text: str, more: str = "") -> bool:
        """Whether a text tells the other one, and neither it nor what follows tells the one wanted."""
        return self.other.search(text) is not None and self.wanted.search(f"{text}，{more}" if more else text) is None


_NEW = lazy_pattern(
    r"(?<!高)(?<![更革创])新(?:增|建|改|扩|认定|注册|登记|设|签|入|获|招|引进?|开|落|投(?:产|了|的)|上|办|申请|授权|批|发|购|进驻|牵头|孵|育)|净增|当年(?![嫌为])"
    r"|[这头]一年(?!级)|一年(?:里|内|间|中|新)"
)
_ALL = lazy_pattern(r"累计|总共|共有|一共|总数|总量|现有|在册|截[至止]|年?[末底]|期末|存量|目前有|现在有|加起来")
_SUM = lazy_pattern(r"累计|总共|共有|总数|总量|现有|在册|截[止至]")
_SURELY_SUM = lazy_pattern(r"累计|现有|在册|截[止至]")
_OF_YEAR = lazy_pattern(r"全年|[上下]半年")
_SUM_TOLD = lazy_pattern(
    r"累计|累积|合计|总|(?<!公)共(?!建)|[有余保存]有?|[年月期][末底]|达|至|截|突破|超|规模|在册|目前|\d年来|[一二三四五六七八九十两]年来|面积"
)
_CAPACITY = lazy_pattern(r"产能|能力|设计年?产|(?<![去今前当\d])年产(?![值量])")
_IMPORT, _EXPORT = lazy_pattern(r"(?<!进)(?:进口|引进来)"), lazy_pattern(r"(?<!进)出口")
_NOTHING = lazy_pattern(r"(?!)")

_NEWLY = r"(?<![高特创革更])新(?!区|材料|能源|型|城|一代|兴|华|闻|品种|药|技术|产品|模式)"
_NEW_NOT_ALL = _OtherKind(
    _NEW,
    _ALL,
    lazy_pattern(r"截[至止]|累计|累积|现有|共有|总[数量]|已有|拥有|期末|[年月]末|年底|总计|[至到]此|目前"),
    lazy_pattern(
        _NEWLY + r"|净增|增(?!加值)|当[年天日月]|多了|首[次家批]|又|年内|全年|引进|招|\d-\d+月|获批|达成|[一-鿿]了\d"
        r"|认定|成立|落户|其中(?:\d+年|[今去当])"
    ),
)
_IN_SENTENCE = (
    _NEW_NOT_ALL,
    _OtherKind(
        lazy_pattern(r"税收|纳税|入库税"),
        lazy_pattern(r"分[享得成]|返还|飞地"),
        lazy_pattern(r"(?:分[享得成]|返还)的?税|税收(?:分[享成]|返还)"),
        lazy_pattern(r"(?<![享得成还的])税收(?!分[享成]|返还)|纳税|入库"),
    ),
    _OtherKind(_SUM, _NEW, _NEW, _SUM_TOLD),
    _OtherKind(_SURELY_SUM, lazy_pattern(rf"{_NEW.pattern}|{_OF_YEAR.pattern}"), _OF_YEAR, _SUM_TOLD),
    _OtherKind(
        lazy_pattern(r"累计|总共|共有|(?:目前|现在|现)一?共有?|在册"),
        lazy_pattern(rf"{_NEW.pattern}|{_OF_YEAR.pattern}|引进|招"),
        lazy_pattern(r"(?:引进|引育|招引|招收|录用|获批|获得|取得|获评)[^,，;；。\d]{0,10}\d"),
        lazy_pattern(rf"{_SUM_TOLD.pattern}|以来"),
    ),
    _OtherKind(
        lazy_pattern(
            r"(?:成立|投产|开[业园通行建]|上线|运营|启用|创[办立]|建[成园厂])(?:以来|至今|到现在|到目前)[^,，]{0,8}(?:累计|[总一]?共)"
        ),
        lazy_pattern(r"\d{4}年|[今去前]年|\d月"),
        lazy_pattern(r"\d{4}年|全年|[今去当]年|[上下]半年|季度|[当首单][天日]|\d月"),
        lazy_pattern(r"累计|累积|合计|总[数计共量]|一共|共[有签建引接完发]|(?<!年)以来|[至到]今|截|已|突破|迄今|成立后"),
    ),
    _OtherKind(
        lazy_pattern(r"授权了?(?:多少|几)|授权[^,，]{0,6}(?:多少|几)件"),
        lazy_pattern("有效|拥有"),
        lazy_pattern("有效|拥有"),
        lazy_pattern("授权|获"),
    ),
    _OtherKind(
        lazy_pattern(r"从(?:开|建|成|投|运|首|启|上线)[^,，]{0,14}[到至][^,，]{0,10}(?:[总一]共|累计)"),
        _OF_YEAR,
        _OF_YEAR,
        lazy_pattern(r"累计|累积|以来|总|[已至]|保有|存量"),
    ),
    _OtherKind(
        lazy_pattern(r"全年|(?:20)?\d\d年(?![\d-]+月)[^,，]{0,12}(?:全区|一共|总共)"),
        lazy_pattern(r"期间|假|节|活动|[上下]半年|季度|\d月"),
        lazy_pattern(r"^\W*(?:活动|节日|假期|展会|大会|庙会|[一-鿿]{0,3}节|国庆|春节|“?[五十][一]”?)[^,，]{0,4}期间"),
        lazy_pattern(r"全年|累计|年度|\d{4}年|[今去]年"),
    ),
    _OtherKind(
        lazy_pattern(r"实际(?:生产|产(?!值)|造|加工|处理|出)|产量|[产造]了(?:多少|几)|下线了?(?:多少|几)"),
        _CAPACITY,
        _CAPACITY,
        lazy_pattern(r"产量|实际|产出|生产(?!线|能力|基地|设备|车间)|下线|[产造]了|完成|累计|共|出货|交付|加工|处理|[去今前当]年产"),
    ),
    _OtherKind(
        lazy_pattern(r"(?<!实际)(?:设计年?产|设计能力|产能)(?![利布])"),
        lazy_pattern(r"实际|产量|利用"),
        lazy_pattern(r"(?:[去今当前]年|全年|[上下]半年|\d月|季度)[^，,;；。]{0,6}产(?![能业值品])[一-鿿]{0,4}\d|产量"),
        lazy_pattern(rf"{_CAPACITY.pattern}|规模|达产|满产|可|一年|每年"),
    ),
    _OtherKind(
        lazy_pattern(r"累计"),
        lazy_pattern(rf"{_CAPACITY.pattern}|可以"),
        lazy_pattern(r"能力|产能|每[天日]可|日[加产处]"),
        lazy_pattern(r"累计|累积|合计|共|截|已|达|至|以来|[一-鿿]了\d"),
    ),
    _OtherKind(
        lazy_pattern(r"(?:(?<!\d)(?:20)?\d\d年|[去今]年)(?!\d*月?\d*日?(?:以来|[到至-]|[底末]))[^，,]{0,20}(?:多少|几)"),
        lazy_pattern(rf"{_ALL.pattern}|以来"),
        lazy_pattern(r"累计[^，,；;。\d]{0,10}\d"),
        lazy_pattern(
            r"全年|当年|年内|[今去上本]年|(?<![自从]|\d)20\d\d年|\d月(?![\d]|[^，,；;。]{0,14}以来)|季度|同比|其中|截|[到至]\d|"
            + _NEWLY
            + r"|增|\d[^，,；;。年月日]{0,8}[，,；;][^。]*累计"
        ),
    ),
    _OtherKind(lazy_pattern(r"新投(?:了|的)"), _ALL, lazy_pattern(r"已投"), lazy_pattern(rf"{_NEWLY}|[今当全]年|\d年")),
    _OtherKind(
        lazy_pattern(r"(?<![收目记纪])录(?:取|用)?了(?:多少|几)|实际招[了聘录收]"),
        lazy_pattern(r"计划|打算|拟"),
        lazy_pattern(r"招[聘录收考]|招生|名额"),
        lazy_pattern(r"(?<![招拟])录[用取了]|入围|拟聘|聘[用请]|到岗|入职|上岗|招[聘录收到]?了|招到|签|首批|实际|已|年招|新生"),
    ),
    _OtherKind(
        lazy_pattern(r"(?:已经?[发兑拨花支][出放付现掉]?去?了?|[发兑拨花支][出放付现掉]?去?了)(?:多少|几)"),
        lazy_pattern(r"计划|打算|预算|盘子|额度"),
        lazy_pattern(r"总?盘子|总额度|预算|资金池|资金总额"),
        lazy_pattern(r"已|共|[发兑拨领用花付][了出放现]|[付兑]|支出|惠及|累计|核销|实际|申领"),
    ),
    _OtherKind(
        lazy_pattern(r"签了(?:多少|几)(?:人|名|个人)|招到了?(?:多少|几)"),
        _NOTHING,
        lazy_pattern(r"简历|观看|意向|浏览"),
        lazy_pattern(r"签|录|聘用|入职|招到|达成(?![^，,]{0,4}意向)|到岗"),
    ),
    _OtherKind(
        lazy_pattern(r"卖(?:出去?|掉|了)|销[量售]|售出|出货"),
        _NOTHING,
        lazy_pattern(r"下线|产量|产能|生产|年产"),
        lazy_pattern(r"[卖售销]|出货|出口|交付|收入|订单|营收"),
    ),
    _OtherKind(
        lazy_pattern(r"占比|比重|份额|百分之[几多]|占(?![地用多])[^,，地]{0,8}(?:几成|百分)"),
        _NOTHING,
        lazy_pattern(r"[,，。;；]"),  # else it may be a row of a table, whose head tells what its figures are
        lazy_pattern(r"%|百分|成|分之|倍|半|比重|占"),
    ),
)
"""Told in no word of a sentence."""
_OF_ANY_KIND = (
    _OtherKind(lazy_pattern(r"赔(?:了|偿|付|多少)"), lazy_pattern("损失"), lazy_pattern("损失"), lazy_pattern(r"赔|补偿|抚恤|和解")),
    _OtherKind(
        lazy_pattern(r"运费|票价|单价|价格|多少钱|租金|费用"),
        lazy_pattern(r"[省降减节]|优惠|[补奖]"),
        lazy_pattern(r"(?:节省|节约|省下?了?|降低了?|减少了?)[^，,；;。\d]{0,8}\d"),
        lazy_pattern(r"(?:^|[，,；;。])(?![^，,；;。]*(?:省|节约|降低|减少))[^，,；;。]*\d[\d.]*[万亿]?元"),
    ),
    _OtherKind(_IMPORT, _EXPORT, _EXPORT, _IMPORT),
    _OtherKind(_EXPORT, _IMPORT, _IMPORT, _EXPORT),
    _OtherKind(
        lazy_pattern(r"年龄|几岁|多大(?:年纪|岁数|了)"),
        lazy_pattern(r"平均|最[大小高]|限|要求|条件|不超"),
        lazy_pattern(r"平均(?:年龄)?\d"),
        lazy_pattern(r"(?<![龄均\d.])[\d.]+岁|生于|出生|年生"),
    ),
)
"""Likewise, whether a figure is asked for or not: 出口货物通关要多久."""
_IN_ITEMS = (_NEW_NOT_ALL, _OtherKind(_NEW, _ALL, lazy_pattern(r"达到?\d[\d.]*(?![\d.%万亿])"), _NEW_NOT_ALL.wanted))
"""Told in no word of the items of a list that name what is asked."""
_IN_CLAUSES = (
    _OtherKind(
        _NEW,
        _ALL,
        lazy_pattern(r"累计|累积|现有|总[数量]|共有|[年月期]末"),
        lazy_pattern(_NEWLY + r"|净增|增|当[年天月日]|全年|年内|又|其中"),
    ),
    _OtherKind(
        lazy_pattern(rf"{_SUM.pattern}|一共|有效"), _NEW, _NEW, lazy_pattern(r"累计|总|(?<!公)共(?!建)|[现已]?有|达|至|[年月期][末底]|截")
    ),
)
"""Told in no word of the clauses that name what is asked."""
_ITEM, _CLAUSE = lazy_pattern(r"[;；。]"), lazy_pattern(r"[，：:;；。]|,(?!\d{3})")
_OF_THE_SAME = lazy_pattern(r"\W*(?:其中|[当今去]年|[全本]年|新)")
_AT_END = lazy_pattern(r"\W*(?:\d{4}年)?[年月期]末|\W*截[至止][^，,；;。]{0,12}")
"""How a sentence begins that tells how things stood at the end of a time."""
_DIGITS = lazy_pattern(r"\d+")
_NAMING = 2
"""Pairs of characters that an item or a clause shares with a question from which on it names what is asked."""
_FIGURE = lazy_pattern(r"\d|[一二三四五六七八九十百千两半][一-鿿]|[不免未无没]")


def asks_of_new(question: Question) -> bool:
    """Whether a question asks how many there are new, and not in all."""
    return question.kind is Kind.NUMBER and _NEW_NOT_ALL.is_asked(question.plain)


def tells_new(text: str) -> bool:
    """Whether a normalised text may tell what is new."""
    return _NEW_NOT_ALL.wanted.search(text) is not None


class KindOfFigure:
    """Compares sentences with the kind of figure that one question asks for."""

    def __init__(self, question: Question) -> None:
        self._plain = question.said
        self._number = question.kind is Kind.NUMBER
        self._figure = self._number or question.only_names
        self._in_sentence = self._asked(_IN_SENTENCE) + [each for each in _OF_ANY_KIND if each.is_asked(self._plain)]
        self._in_items, self._in_clauses = self._asked(_IN_ITEMS), self._asked(_IN_CLAUSES)
        self._thing = functools.reduce(
            lambda said, park: said.replace(simplified(park.text), "，"), question.of(MentionKind.PARK), self._plain
        )
        """The question without its parks, which any part of a sentence may name."""
        self._of_one_kind = bool(self._in_sentence or self._in_items or self._in_clauses)

    def _asked(self, kinds: Iterable[_OtherKind]) -> list[_OtherKind]:
        return [each for each in kinds if self._figure and each.is_asked(self._plain)]

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._number or bool(self._in_sentence)

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells only another one, or no figure at all."""
        if self._number and _FIGURE.search(sentence) is None:
            return True
        return self._of_one_kind and (
            any(each.is_told(sentence) for each in self._in_sentence)
            or any(all(map(each.is_told, self._items(sentence))) for each in self._in_items)
            or any(all(map(each.is_told, *self._clauses(sentence))) for each in self._in_clauses)
        )

    def _items(self, sentence: str) -> list[str]:
        """Those that name most of what is asked; the sentence where none does."""
        items = _ITEM.split(sentence)
        at_end = _AT_END.match(sentence)
        first = f"{at_end[0]}，" if at_end else ""  # 年末规上企业187家；从业人员5.2万人: of the same day
        return [first + items[place] if place else items[place] for place in self._naming(items)] or [sentence]

    def _clauses(self, sentence: str) -> tuple[list[str], list[str]]:
        """Those that name most of what is asked, and those that go on with them; the sentence where none does."""
        clauses = _CLAUSE.split(sentence)
        places = self._naming(clauses)
        if not places:
            return [sentence], [""]
        following = ["".join(clauses[place + 1 : place + 2]) for place in places]
        return [clauses[place] for place in places], [clause if _goes_on(clause) else "" for clause in following]

    def _naming(self, parts: Sequence[str]) -> list[int]:
        """The places of the parts of a sentence that name most of what is asked; none where none does."""
        named = [sum(first + second in self._thing for first, second in set(pairwise(_DIGITS.sub("", part)))) for part in parts]
        most = max(named)
        return [place for place, count in enumerate(named) if count == most] if most >= _NAMING else []


def _goes_on(clause: str) -> bool:
    """Whether a clause goes on with the thing of the one before it: 其中今年新入驻11家."""
    return _OF_THE_SAME.match(clause) is not None or not is_of_another(clause)
