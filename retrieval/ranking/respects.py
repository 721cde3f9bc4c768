"""Whether a sentence tells what is asked of a thing, in the measure that it is asked in: phone, wage, floor area, growth.

The words of both sides stand in respects.toml. Of what that table does not know nothing is said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.answer_type import answer_sign
from retrieval.ranking.asked_respects import GROWTH_ASKED, WHEN, Name, Respect, asked_in_chinese, asked_in_english, last_characters
from retrieval.ranking.telling import Telling

_ITEM = lazy_pattern(r"[；;。!！?？\n]")
_CLAUSE = lazy_pattern(r"[，：:]|,(?!\d{3})")
_WITHIN = 3
"""Clauses of an item of a list within which the figure stands, counted from the one that tells what it is of."""
_GOES_ON = lazy_pattern(r"\W*[已约共]?(?:达|为|至|到|完成|实现|总|规模|合计|共|累计|突破|超|绝对|\d)")
"""How a clause begins that goes on with what the last one told the growth of."""
_OF_ITS_OWN = lazy_pattern(
    r"(?!\W*(?:达|为|至|完成|实现|总|规模|占|剔除|扣除|按|高|低|同比|较|比|其中|排|居|位|净|新))[一-鿿]{2,}[^\d]*\d[\d.]*(?:元|美元|吨|家|户|人|个|项|亩|件)"
)
"""A clause with a thing and a figure of its own."""
_DENIED = lazy_pattern(r"[（(，,]?(?<!是)不是[^，,。）)]*")
_GROWTH = lazy_pattern(
    r"(?:同比|环比|比上?年?|较上?年?)?[^，。；,;\d]{0,6}"
    r"(?:(?:增长|下降|降低|减少|上升|提高|回落|提升|增加(?!值)|扩大|翻|上?涨(?!价)|下?跌|下滑|[上下]调|上浮|(?<![净新])[增降](?=\d))(?![到至为])|增速|增幅|降幅|增长率)[^，。；,;\d]{0,6}[-+]?\d*[\d.]*"
    r"(?:%|个?百分点|倍|番|成|[一-鿿]{0,2})"
    r"|(?:同比|环比|[比较](?:上年|去年|上年同期|去年同期))[-+]\d[\d.]*%"
)
_GIVEN = lazy_pattern(r"\W*(?:用于|用来|专项|重点)?(?:奖励|表彰|奖补|补[贴助]|资助|扶持|发给|奖给)")
"""How a clause begins that says to whom a sum was given: 拿出1300万元，奖励了42家企业."""
_PER_ASKED = lazy_pattern(
    r"万元(?=[一-鿿]{0,8}(?:能耗|用水|用电|耗水))|人均|亩均|户均|(?:每(?:万|一)?|一)[人亩户]|单位(?:能耗|面积|用地|产品|工业)"
)
_PER = lazy_pattern(r"(?:万元(?=[一-鿿]{0,8}(?:能耗|用水|用电|耗水))|人均|亩均|户均|每万人|单位(?:能耗|面积|用地|产品|工业))[^，。；,;]*")
_PER_TOLD = lazy_pattern(r"均|每|单位|/|亩产")
_NEW_ASKED = lazy_pattern(r"新[增设签入招认注引落开建]|净增|招|建成|达产|花|投|[补奖]")
_NEW = lazy_pattern(r"(?:新增|净增|新设|新认定|新注册)(?!总?投资)[^，。；,;\d]{0,14}\d+[^，。；,;\d]{0,3}")
_ADDED_ASKED = lazy_pattern(r"新增|净增")
_ADDED = lazy_pattern(
    r"新|净增|增加(?!值)|增[长至到]|入规|升规|进规|纳入|多了|引进|签约|落[地户]|认定|招|首[次家]|又有|注册|设立|培育|建成|投产|获|通过|成立|入[选库驻]"
)
_MEAN_ASKED, _MEAN_TOLD = lazy_pattern("平均"), lazy_pattern("均")
_TOTAL_ASKED = lazy_pattern(r"总[额价数量]|总金额|[总一]共|合计")
_OF_ONE = lazy_pattern(r"(?:每(?:[亩户人家平次个台辆件批班]|航次)|单[笔个宗家]|均价|最[大高])[^，。；,;]*")
"""A figure of one of those of which the total may be asked: 融资26笔，单笔最大3500万元."""
_HOW_MUCH = lazy_pattern(r"[\d番倍成半]")
_YEARLY_ASKED, _YEARLY = lazy_pattern(r"均"), lazy_pattern(r"(?:近?[一二三四五六七八九十\d]+年)?年均[^，。；,;]*")
"""How much something grew in each of several years, which is no growth of one."""
_NUMERIC = (Kind.NUMBER, Kind.OTHER, Kind.CONTACT)
"""The kinds of questions that a figure may answer."""
_MANNER = lazy_pattern(r"(?:怎么|如何|咋)(?![样收算补奖卖定发])")
"""What asks for no figure: 补贴怎么申请, 投资怎么掉下来了."""
_WHETHER = lazy_pattern(r"吗|没有?$|是否|还是|[涨降]没[涨降]|是不是|有没有|能不能|够不够")
_WHETHER_IN_ENGLISH = lazy_pattern(r"^(?:is|are|was|were|did|do(?:es)?|ha[sd]|have|can|could|may|must|will|would|should)\b")
_DIGIT = lazy_pattern(r"\d")
_BARE_CELL = lazy_pattern(r"[|\t]\s*\d[\d.,]*\s*(?:[|\t]|$)")
"""A figure of a row without a word."""
_DASHED = lazy_pattern(r"\s[—–-]+\s+[-+]?\d")
"""A row that leaves its amount out."""
_AMOUNT_LEFT_OUT = lazy_pattern(r"[|\t]\s*[—–-]+\s*[|\t]\s*[-+]?\d[\d.]*%\s*$")
"""A row that has nothing but its growth."""
_NO_UNIT = lazy_pattern(r"[|\t\d](?:(?<=[|\t])|\s+[-+]?\d|(?<![\d.]\d)[\d.]*(?=[,，]|$))")
"""Figures as tables have them, whose unit stands elsewhere or nowhere."""
_SENTENCES_IN_MEMORY = 8192
"""Sentences and clauses that are kept taken apart: people ask about the same reports."""
_STRICT_UNITS = frozenset({"元", "亿", "万", "美元", "欧元", "块钱", "平方米", "平米", "亩", "公顷", "平方公里", "%", "百分点"})
"""In which a figure must be told that is asked for in them; 几个 may well be told as 58名 or 31家, and 几个月房租 asks for no sum."""


class _Clause(NamedTuple):
    text: str
    item: Sequence[str]
    """The clauses among which it stands."""
    place: int

    @property
    def window(self) -> Sequence[str]:
        """It and those after it in which its figure may stand."""
        return self.item[self.place : self.place + _WITHIN]

    @property
    def windows(self) -> Sequence[Sequence[str]]:
        """That, and where it says to whom was given what the clause before it tells that one too."""
        return (self.window, (self.before,)) if self.place and _GIVEN.match(self.text) else (self.window,)

    @property
    def before(self) -> str:
        return self.item[self.place - 1] if self.place else ""


class RespectContradiction:
    """Compares sentences with what one question asks of its subject."""

    def __init__(self, question: Question) -> None:
        if question.in_english:
            plain = question.said
            respects, self._names = asked_in_english(question), list[Name]()
        else:
            plain = _DENIED.sub("", question.plain)
            respects, self._names = asked_in_chinese(plain)
        figure_asked = question.kind in _NUMERIC and _MANNER.search(plain) is None
        self._asked = [respect for respect in respects if respect.figure is None or figure_asked]
        growth = GROWTH_ASKED.search(plain)
        self._growth = growth is not None
        self._growing = last_characters(WHEN.sub("", plain[: growth.start()].rstrip("，")).rstrip("，")) if growth else ""
        self._yearly = _YEARLY_ASKED.search(plain) is not None
        self._number = question.kind is Kind.NUMBER
        self._in_keywords = not question.of(MentionKind.ASKING) and not plain.endswith("额")
        self._whether = _WHETHER.search(plain) is not None or _WHETHER_IN_ENGLISH.search(question.plain) is not None
        self._unit = answer_sign(question) if question.unit in _STRICT_UNITS else None
        self._counted = question.unit if self._unit is None and growth is None else None
        self._without = [pattern for pattern, wanted in ((_NEW, _NEW_ASKED), (_PER, _PER_ASKED)) if not wanted.search(plain)]
        self._without += [_OF_ONE] if _TOTAL_ASKED.search(plain) else []
        needed = ((_ADDED_ASKED, _ADDED), (_PER_ASKED, _PER_TOLD), (_MEAN_ASKED, _MEAN_TOLD))
        self._needed = [told for wanted, told in needed if wanted.search(plain)]

    def found_in(self, telling: Telling) -> tuple[float, float]:
        """Whether the sentence does not tell at all what is asked, and whether it tells it in another measure only; each 0 or 1.

        Nothing is said of what is told in English.
        """
        if not telling.in_chinese:
            return 0.0, 0.0
        if self._growth and not self._yearly:
            telling = telling._replace(sentence=_YEARLY.sub("", telling.sentence))
        if not self._asked:
            return 0.0, float(self._in_no_unit(telling.sentence))
        if len(self._asked) == 1:
            return self._contradicted(self._asked[0], telling)
        return min((self._contradicted(respect, telling) for respect in self._asked), key=lambda found: (sum(found), found))

    def _contradicted(self, respect: Respect, telling: Telling) -> tuple[float, float]:
        """The same of one of the respects that are asked for."""
        clauses = [clause for clause in _clauses(telling.sentence) if respect.told.search(clause.text)]
        if not clauses and _BARE_CELL.search(telling.sentence):
            return 0.0, 0.0  # what its figures are of stands above them
        if not clauses or _tells_instead(respect, telling.sentence):
            return 1.0, 0.0
        if respect.figure is None or self._whether or self._is_in_another(respect) or self._has_no_unit(telling.sentence):
            return 0.0, 0.0
        if self._growth and _DASHED.search(telling.sentence):
            return 0.0, 0.0
        if not self._growth and any(told.search(telling.sentence) is None for told in self._needed):
            return 0.0, 1.0
        figure = respect.figure
        named = _of_what_is_named(self._names, clauses)
        grows = (
            self._in_keywords and figure.search("9元") and any(_tells_growth(clause.window) for clause in named)
        )  # 2024年固投: told as it may be
        return 0.0, float(not (grows or any(self._measured(window, figure) for clause in named for window in clause.windows)))

    def _is_in_another(self, respect: Respect) -> bool:
        """Whether what is counted is of another kind than the respect is told in: 9家 of companies, and 9个月 of no rent."""
        return self._counted is not None and (respect.figure is None or respect.figure.search(f"9{self._counted}") is None)

    def _has_no_unit(self, sentence: str) -> bool:
        """Whether its figures may be in any unit; not where a row has no amount, which is asked for."""
        left_out = self._number and not self._growth and _AMOUNT_LEFT_OUT.search(sentence)
        return not left_out and _NO_UNIT.search(sentence) is not None

    def _in_no_unit(self, sentence: str) -> bool:
        if self._growth:
            return self._number and _NO_UNIT.search(sentence) is None and not self._grows(sentence)
        return self._unit is not None and self._unit.search(sentence) is None and _NO_UNIT.search(sentence) is None

    def _grows(self, sentence: str) -> bool:
        """Whether the sentence tells how what is named grows; where it does not name it, how anything does."""
        clauses = _clauses(sentence)
        named = _of_what_is_named([Name(self._growing)], clauses)
        return _GROWTH.search(sentence) is not None and (
            len(named) == len(clauses) or any(_tells_growth(clause.window) for clause in named)
        )

    def _measured(self, window: Sequence[str], figure: re.Pattern[str]) -> bool:
        """Whether the figure stands in the clause that tells it, or in one of the next that go on with it."""
        if self._growth:
            return _tells_growth(window)
        grown = False
        for clause in window:
            if grown and not _GOES_ON.match(clause):
                return False
            rest, grown = _without_growth(clause)
            for pattern in self._without:
                rest = pattern.sub("", rest)
            if figure.search(rest):
                return True
        return False


@functools.lru_cache(_SENTENCES_IN_MEMORY)
def _clauses(sentence: str) -> tuple[_Clause, ...]:
    items = (tuple(_CLAUSE.split(item)) for item in _ITEM.split(sentence))
    return tuple(_Clause(text, clauses, place) for clauses in items for place, text in enumerate(clauses))


@functools.lru_cache(_SENTENCES_IN_MEMORY)
def _without_growth(clause: str) -> tuple[str, bool]:
    """A clause without what it tells of growth, and whether that was a figure."""
    return _GROWTH.sub("", clause), any(_DIGIT.search(match[0]) for match in _GROWTH.finditer(clause))


def _of_what_is_named(names: Sequence[Name], clauses: Sequence[_Clause]) -> Sequence[_Clause]:
    """Those that name the thing that is asked of, 新型建材 of 新型建材产值, there or just before; else all."""
    for name in names:
        for length in range(len(name.text), name.shortest - 1, -1):
            if own := [clause for clause in clauses if name.text[-length:] in clause.before + clause.text]:
                return own
    return clauses


def _tells_growth(window: Sequence[str]) -> bool:
    own = takewhile(lambda clause: _OF_ITS_OWN.match(clause) is None, window[1:])
    told = (match[0] for clause in (*window[:1], *own) for match in _GROWTH.finditer(clause))
    return any(_HOW_MUCH.search(growth) for growth in told)


def _tells_instead(respect: Respect, sentence: str) -> bool:
    instead = respect.instead
    return instead is not None and instead.search(sentence) is not None and respect.asked.search(sentence) is None
