"""Whether a sentence tells of a whole park or of one company what a question asks of a trade there: 规上产值 for 光电产值.

Only where a question names a park, no company in it, and just a measure of something there that nothing told there has a word of.
"""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.companies_told import companies_told
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_MEASURE = (
    r"(?:规上|规模以上)?(?:工业)?总?(?:产值|营业?收入|营收|增加值|销售收入|销售额|利润|收入|出口额?|进口额?|进出口)"
    r"(?:总?[额值量])?(?:增速|增幅|增长)?(?:完成|实现|达到|达|有|是|为)?(?:[万亿]?美?元)?"
)
_OF_PART = lazy_pattern(rf"(?:全[区园年]|年度|的)*(?P<part>[一-鿿]{{2,8}}?)(?:产业|行业|企业|业|类|产品)?的?{_MEASURE}")
_NO_PART = lazy_pattern(
    r"全[区园年市省]|年度|一共|总共|累计|规上|规模以上|工业|公共|财政|预算|一般|地方|居民|可支配|农村|城镇|人均|亩均|平均|实际|固定|资产|社会|消费|合同|主要"
    r"|主营|业务|企业|项目|园区|开发区|[经高]开?新?区|净|综合|单位|[一1]个月|[当单每]月|月|计划|做到|达到|预计|目标|力争|[到达做]|每亩|产出|每|第[一二三]产业|三产|二产|一产|的"
)
"""What narrows no measure to a trade."""
_WHOLE = lazy_pattern(r"规上|规模以上|全[区园市县省]|园区|工业总?产值|地区生产总值|[gG][dD][pP]|财政|预算收入")
_OF_WHOLE = lazy_pattern(r"(?:规上|规模以上|全[区园市县省]|园区)[^,，;；\d]{0,6}(?:产值|营业?收入|营收|增加值|利润|进出口|出口)")
"""The measure of the whole itself, whatever stands before it is of."""
_NO_TRADE = lazy_pattern(r"[园区港城谷]$|[卖赚做干搞]|(?<!制)造")
"""What is a park in short, or says what is done: 卖种子 is told as 种业."""
_ROW = lazy_pattern(r"^\W*指标|[比较]上年[+-]|[|·\t]")
"""What may be a row of a table, above which stands what its figures are of."""
_SHORTEST = 2
_FIGURE_ASKED = (Kind.NUMBER, Kind.OTHER)


class WholeForPart:
    """Compares sentences with the part of a park whose measure one question asks."""

    def __init__(self, question: Question, words: Words) -> None:
        self._words = words
        part = _part_asked(question)
        self._pairs = character_pairs(part) if len(part) >= _SHORTEST else set[str]()

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._pairs)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence is of the whole or of a company, and neither it nor what stands before it has a word for the part."""
        if _ROW.search(telling.sentence):
            return False
        last = telling.before.rpartition("\n")[2]
        told = telling.sentence if _OF_WHOLE.search(telling.sentence) else f"{telling.about}\n{last}\n{telling.sentence}"
        if any(pair in told for pair in self._pairs):
            return False
        return _WHOLE.search(telling.sentence) is not None or any(companies_told(telling.sentence, self._words))


def _part_asked(question: Question) -> str:
    if not question.parks or question.in_english or question.kind not in _FIGURE_ASKED:
        return ""
    beside = [each for each in question.mentions if each.kind not in (MentionKind.PARK, MentionKind.TIME, MentionKind.ASKING)]
    asked = _OF_PART.fullmatch("".join(str(each.meaning) for each in beside))
    return _NO_PART.sub("", asked["part"]) if asked and not _NO_TRADE.search(asked["part"]) else ""
