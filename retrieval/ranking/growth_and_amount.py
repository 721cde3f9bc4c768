"""Whether a sentence tells only growth or a share of the thing whose amount is asked, or only an amount of that whose growth is asked.

No table of measures is needed, as respects.py has one: the sentence names the very thing, and all that it tells of it is the other measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.needed_signs import ONE_CLAUSE

_GROWTH_ASKED = lazy_pattern(
    r"增速|增幅|增长率|同比|环比|[降涨跌]幅|增长(?:的?目标|预期|了?多少|$|了?几|了?百分)|涨了?多少|(?:提高|增加|减少|下降|上升)了?(?:多少|几|百分)(?![家个人户名件项])"
    r"|(?<![新净])[增降跌涨升]了?(?:多少|百分|几个?[点百])|变化$|比(?:上一?年|去年|前年)[一-鿿]{0,4}(?:多少|几|百分)"
)
_NO_AMOUNT_ASKED = lazy_pattern(
    r"增速|增幅|增长|同比|环比|降|涨|跌|提高|增加|减少|百分|率|[占比]|份额|几成|变化|几个?点|快|倍|差|翻|度$|剩"
)
_UNIT_ALONE = lazy_pattern(r"[万亿]*(?:人民币|[美欧港]?元|平方?米?|[人架]次|个?百分点|[一-鿿a-z])?$")
_BEHIND_THING = lazy_pattern(
    r"(?:(?:目标|计划|预期|同比|环比|全年|[当上]月|累计|[比较](?:上一?年|去年|前一?年)?|提高|增[长加]|上升|下降|减少|涨|降|的|[一总]?共|合计|完成|实现|达到?|[是有了到为])+$)"
)
_SUM_OF = lazy_pattern(r"(?<=[进出]口)总?[额值]$")
"""What the sentence need not say: 出口额 is told as 出口."""
_SHORT = frozenset(("税收", "产值", "出口", "进口", "营收", "固投", "外资", "外贸", "利润"))
"""Things of two characters that every report calls so; of their growth only."""
_LONGEST, _SHORTEST, _WHOLE = 10, 4, 3
"""Characters by which a sentence names the thing: the last of the question's words for it, or all of them."""
_ZONES = ("区", "园")
_TIME = lazy_pattern(r"季度|半年|[年月]")
_ITEM_END = lazy_pattern(r"[；;。]")
_CLAUSE = lazy_pattern(r"[，：:]|,(?!\d{3})")
_RATIO = r"\d[\d.]*(?:%|个?百分点|倍|[成番])|[一二三四五六七八九两半]成|[一二两三]番"
_GROWS_ONLY = lazy_pattern(rf"^[^\d]*?(?:增|降|涨|跌|减|升|滑|占|比|翻|提高|回落)[^\d]*?(?:{_RATIO})[^\d]*$")
_DIGIT, _GROWS = lazy_pattern(r"\d"), lazy_pattern(r"增长|下降|回升|回落|上升|下滑|恢复|由[降负]转")
_AMOUNT = lazy_pattern(r"\d(?![\d.]*(?:%|个?百分点|[倍成番年月日位]|分之))")
_FROM_TO = lazy_pattern(r"\W*[由从][^，,。\d]{0,4}\d")
"""The amount from which something grew: 翻一番，由现有的420家增加到840家."""
_GOES_ON = lazy_pattern(r"\W*(?:达|为|至|到|完成|实现|总|规模|合计|共|累计|突破|超|绝对|\d|其中|金额|[数额量值约已])")
_GROWTH = lazy_pattern(r"[增降涨跌减滑升翻倍番扩落缩快慢调]|提高|环比|[+-]\d|持平|[由从多少]\d|同比|[比较][上去前]|[高低]于|%|百分点")
_RATE = lazy_pattern(r"[占率比]")
_SHARE = lazy_pattern(r"占[^，,]*|[^，,]*比重[^，,]*")
_OF_ANOTHER = lazy_pattern(
    r"\W*(?:其中)?(?!其中|累计|合计|年末总|达|为|至|完成|实现|总|规模|剔除|扣除|按|高|低|同比|较|比|排|居|位|净|占|增|降|涨|跌|减|下|上升|提|回|翻|扩|恢复)[一-鿿a-z]{2,}[^\d]*"
    r"\d[\d.]*(?:元|美元|[吨家户人个项亩件平台辆次名])"
)
_ROW = lazy_pattern(rf"{ONE_CLAUSE}|\||(?<![\d.])\d[\d.]*(?=[,，]|$)")
"""Figures whose head tells what they are."""


class GrowthAndAmount:
    """Compares sentences with the measure in which one question asks for something."""

    def __init__(self, question: Question) -> None:
        asked = _GROWTH_ASKED.search(question.said)
        self._growth = asked is not None
        asks = question.kind is Kind.NUMBER and (self._growth or _NO_AMOUNT_ASKED.search(question.said) is None)
        self._things = tuple(_things_asked(question) if question.in_english else filter(None, (_thing_asked(question),))) if asks else ()

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._things)

    def found_in(self, sentence: str) -> bool:
        """Whether all that a normalised sentence tells of the very thing is in the other measure."""
        return _ROW.search(sentence) is None and any(self._tells_other_of(thing, sentence) for thing in self._things)

    def _tells_other_of(self, thing: str, sentence: str) -> bool:
        name = _name_in(thing, sentence) or (thing if self._growth and thing in _SHORT and thing in sentence else "")
        return bool(name) and all(self._tells_other(thing, clauses) for clauses in told_of(name, sentence))

    def _tells_other(self, thing: str, clauses: list[str]) -> bool:
        if not self._growth:
            return _tells_no_amount(clauses)
        return _tells_no_growth(clauses if _RATE.search(thing) else [_SHARE.sub("", clause) for clause in clauses])


def is_of_another(clause: str) -> bool:
    """Whether a clause has a thing and an amount of its own, and does not go on with what the one before it tells."""
    return _OF_ANOTHER.match(clause) is not None


def _thing_asked(question: Question) -> str:
    """The last of the question's words that is more than a unit, without what only asks for a measure of it."""
    for words in reversed(list(_runs(question))):
        growth = _GROWTH_ASKED.search(words)
        thing = _BEHIND_THING.sub("", words[: growth.start()] if growth else words)
        if not _UNIT_ALONE.match(thing):
            return _SUM_OF.sub("", thing)
    return ""


def _things_asked(question: Question) -> Iterator[str]:
    """What a question in English speaks of, by all the Chinese words for it that are long enough to name it surely."""
    words = (word for thing in question.things for word in thing.words if not word.endswith(_ZONES) and not _TIME.search(word))
    return (word for word in words if len(word) >= _WHOLE and not _GROWTH_ASKED.search(word))


def _runs(question: Question) -> Iterator[str]:
    """What it says beside parks, names and the words that ask, where only a time stands between in one: 创新药企业去年营收."""
    for of_matter, run in groupby(
        (mention for mention in question.mentions if mention.kind is not MentionKind.TIME),
        key=lambda mention: mention.kind is MentionKind.MATTER,
    ):
        if of_matter:
            yield "".join(str(mention.meaning) for mention in run)


def _name_in(thing: str, sentence: str) -> str:
    """The longest ending of the thing by which a sentence names it; none where that is not surely the thing."""
    longest = min(len(thing), _LONGEST)
    endings = (thing[-length:] for length in range(longest, min(max(longest, _WHOLE), _SHORTEST) - 1, -1))
    return next((ending for ending in endings if ending in sentence), "")


def told_of(name: str, sentence: str) -> Iterator[list[str]]:
    """The clauses of an item of a list from each place on where it names the thing."""
    for item in _ITEM_END.split(sentence):
        for match in re.finditer(re.escape(name), item):
            yield _CLAUSE.split(item[match.end() :])


def _tells_no_amount(clauses: list[str]) -> bool:
    """Whether the first clause tells growth or a share, and none goes on with an amount."""
    while clauses[1:] and not _DIGIT.search(clauses[0]) and _GROWS.search(clauses[0]):
        clauses = clauses[1:]
    first, *others = clauses
    return _GROWS_ONLY.match(first) is not None and not any(
        (_GOES_ON.match(clause) or _FROM_TO.match(clause)) and _AMOUNT.search(clause) for clause in others
    )


def _tells_no_growth(clauses: list[str]) -> bool:
    """Whether they tell none until one is of another thing."""
    for place, clause in enumerate(clauses):
        if place and is_of_another(clause):
            return True
        if _GROWTH.search(clause):
            return False
    return True
