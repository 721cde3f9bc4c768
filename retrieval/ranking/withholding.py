"""Whether a sentence says that what is asked is not told, 面试时间另行通知, or leaves it out: 电话已公布 without a number."""

from __future__ import annotations

import functools
import re

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import words
from retrieval.question.asked import names_unit
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.answer_type import answer_sign
from retrieval.ranking.needed_signs import ONE_CLAUSE, needed_signs
from retrieval.text.character_pairs import character_pairs

_CLAUSE = lazy_pattern(r"[，,；;。、|]")
_WITHHELD = lazy_pattern(
    r"另行(?:通知|公告|公布)|未(?:予|对外)?(?:公开|公布|透露|披露|告知)|待(?:公布|公开|揭晓)|尚未(?:公布|公开|出炉|揭晓)"
    r"|没有(?:公布|公开|透露)|不便透露|暂未公布|不愿(?:透露|具名)|未具名|择[日期](?:公布|通知|公告)|名(?<=:名)单(?:见|附)"
)
_WHERE_ASKED = lazy_pattern(r"(?:去|调|到|往)了?(?:哪|什么)|哪[里儿个][^,，]{0,4}任职|去向|什么新?(?:岗位|职务)|何处任职")
_POST_ASKED = lazy_pattern(
    r"\bwhat (?:new |other |next )?(?:post|job|position|role)\b"
    r"|\bwhere (?:did|does|will|was|has) .*\b(?:go|gone|move|moved|transfer|transferred)\b"
)
_ELSEWHERE, _ITEM = lazy_pattern(r"另有任用|另有安排|另行安排"), lazy_pattern(r"[;；。]")
_FOR_NOW = lazy_pattern(r"预计|初定|暂定")
"""What tells it nevertheless: 另行公告，预计一季度搬迁."""
_WHETHER_TOLD = lazy_pattern(
    r"(?:公布|公开|公告|披露|透露|定(?:下来?)?|明确|揭晓|出炉)(?:了|过|出来)*(?:吗|没|么)|(?:是否|有没有|有无)(?:已经?)?[公披透确明揭出]"
)
"""名单公布了吗 is answered by 未公布."""
_NAME = lazy_pattern(r"姓名|名字|名单")
_NAME_ASKED = lazy_pattern(r"叫什么|谁|哪一?[几些位]|哪[两三四五六七八九十]|名单|姓名|名字")
_UNITS = frozenset(
    words("""
吨 件 栋 套 张 片 所 名 人次 亩 公顷 平方米 平米 平方公里 美元 欧元 分钟 月 艘 份 台 辆 架 只 座 条 场 次 批 处 间 笔 颗 块 门 例 度
""")
)
"""In which a figure is told wherever it is asked for in them, or in another unit of those below; 几天 may be told as 工作日."""
_UNITS_IN_CHINESE = frozenset({"元", "家", "户", "人", "百分点"})
"""Likewise where 多少 or 几 asks; how much asks for more than money."""
_HOW_MUCH = lazy_pattern(r"多少|几")
_TOLD_AS = {
    "分钟": "小时|刻钟",
    "月": "[年天]|半月",
    "件": "项",
    "所": "[座个家]",
    "套": "[间户]",
    "栋": "[幢座]",
    "人次": "(?=[，,；;。]|$)",
    "平方米": "平(?![均方台])|㎡",
    "平米": "平(?![均方台])|㎡",
    "美元": "美金",
    "元": "(?=[，,；;。、])|块|美元|欧元|(?<=\\d{5})(?=[建打用改扩新购])",
    "家": "[户所名]|个(?!项目|国家|月|品种|岗位)|企业|单位|店",
    "户": "[家个]",
    "人": "[名位个例]|岗位",
    "份": "[个项件笔单张]",
    "台": "[套辆个部架座]",
    "辆": "[台部个车]",
    "架": "[台个]",
    "只": "[个支头羽]",
    "座": "[个处所家栋]",
    "条": "[个项艘款件]",
    "场": "[次个]",
    "次": "[场个起回趟班]",
    "批": "[次个期]",
    "处": "[个座家所]",
    "间": "[套户个]",
    "笔": "[个项件起单]",
    "颗": "[个只]",
    "块": "[个片元件]",
    "门": "[个科]",
    "例": "[人个名位起]",
    "度": "°|摄氏|千瓦时|kwh",
    "百分点": "%|成",
}
"""In which of these units the same may be told, behind a figure, that is asked for in another."""
_ROW = lazy_pattern(ONE_CLAUSE)
_IN_ORDER, _ORDER_ASKED = lazy_pattern(r"第\d+(?=[台辆家件艘架套列个名只])"), lazy_pattern("第[几多]")
"""第100000台 tells no number of one year."""
_IN_HEAD = lazy_pattern(r"(?:[人户家台套个件辆项]数|数量|名额)[^，,；;。\d]{0,4}\d")
"""A figure whose unit stands in the head of its column: 人数40."""
_FREE = lazy_pattern(r"免|[不未没无](?:收|要|花|用|需|发生|有)")
"""Nothing at all: of money and people no figure."""


class Withholding:
    """Compares sentences with what one question asks."""

    def __init__(self, question: Question) -> None:
        plain = question.said
        matter = "，".join(mention.text.lower() for mention in question.of(MentionKind.MATTER, MentionKind.NAME))
        self._matter = character_pairs(plain if question.in_english else matter)
        names = "，".join(mention.text for mention in question.of(MentionKind.NAME))
        self._goes_where = character_pairs(names) if _WHERE_ASKED.search(plain) else set()
        self._goes_anywhere = question.in_english and _POST_ASKED.search(question.plain) is not None
        self._asks_whether_told = _WHETHER_TOLD.search(plain) is not None
        self._names = _NAME_ASKED.search(plain) is not None
        self._signs = () if self._asks_whether_told else tuple(needed_signs(question))
        self._in_order = _ORDER_ASKED.search(plain) is not None
        asked = _HOW_MUCH.search(plain) is not None or (question.in_english and names_unit(question.plain))
        strict = question.unit in _UNITS or (question.unit in _UNITS_IN_CHINESE and asked)
        self._unit = answer_sign(question) if question.kind is Kind.NUMBER and strict else None
        self._told_as = _behind_figure(_TOLD_AS.get(question.unit or "")) if self._unit else None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence in Chinese withholds it."""
        if any(sign.search(sentence) is None for sign in self._signs):
            return True
        if self._unit is not None and not self._tells_figure(self._unit, sentence):
            return True
        if self._goes_anywhere and _ELSEWHERE.search(sentence):
            return True
        if self._goes_where and any(
            self._goes_where.intersection(character_pairs(each)) for each in _ITEM.split(sentence) if _ELSEWHERE.search(each)
        ):
            return True
        if self._asks_whether_told or _WITHHELD.search(sentence) is None or _FOR_NOW.search(sentence):
            return False
        return any(map(self._is_withheld, _CLAUSE.split(sentence)))

    def _tells_figure(self, unit: re.Pattern[str], sentence: str) -> bool:
        """Whether it tells one in the unit asked for or in one of the same measure, or may be a row of a table."""
        told = sentence if self._in_order else _IN_ORDER.sub("", sentence)
        return any(sign is not None and sign.search(told) for sign in (unit, self._told_as, _ROW, _IN_HEAD, _FREE))

    def _is_withheld(self, clause: str) -> bool:
        if not _WITHHELD.search(clause):
            return False
        return (self._names and _NAME.search(clause) is not None) or any(pair in clause for pair in self._matter if "，" not in pair)


@functools.cache
def _behind_figure(units: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"[\d半一二三四五六七八九十百千万][余多]?[万亿]?[余多]?个?(?:{units})") if units else None
